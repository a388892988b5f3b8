"""Every file of an index cut short, emptied, missing or with a flipped bit."""

from knocks.answers import (QUERIES, REFUSED, SIMILAR, ask, ask_each, must_be, must_be_whole, must_hold_nothing_stray,
                            named_files)
from knocks.faults import Lost, Wrong
from knocks.knock import Knock

REPAIRED, REPAIRED_WITH_LOSSES = 0, 3
REFUSED_STATUS = 2

# Names of nobody: all is tagged anew, and nothing otherwise.
OTHER_NAMES = "# newsdex names 1\n- {name: Nemo Nusquam, kind: person}\n"

# What a new generation takes over from the one before, by the command that makes it.
CARRIED = {"merge": ("dates.json", "troubled", "name-lists.json"), "retag": ("dates.json", "troubled")}
ARGUMENTS = {"merge": (), "retag": ("--gazetteer", "nobody.yaml")}


def cut(content, dice):
    return content[:dice.randrange(len(content))] if content else None


def empty(content, dice):
    return b"" if content else None


def flip(content, dice):
    if not content:
        return None
    changed = bytearray(content)
    changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


DAMAGES = {"cut short": cut, "emptied": empty, "with a flipped bit": flip}


class Damage(Knock):
    """`check` names the damaged file, a search refuses or answers right, repair brings back what it can, and an
    update or a build the rest."""

    name = "a file cut short, emptied, or with a flipped bit"
    short, whole = 6, 500

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news", "--jobs", "2").expect(0)
        self.place.write_news(2)
        self.place.indexer("update", "news").expect(0)
        self.place.keep("whole")
        self.right = ask(self.programs, self.place.index, [*QUERIES, SIMILAR])
        self.files = [name for name in named_files(self.place.index_path) if name != "lock"]

    def case(self, dice):
        name, what = self.damage(dice)
        try:
            self.look_at_damage(name, dice)
            self.mend(name)
        except (Lost, Wrong) as fault:
            raise type(fault)(f"{name} {what}: {fault}") from None

    def damage(self, dice):
        """Damages a file, each as likely as any other; which one, and how."""
        while True:
            self.place.restore("whole")
            name, kind = dice.choice(self.files), dice.choice(sorted(DAMAGES))
            path = self.place.index_path / name
            content = path.read_bytes()
            damaged = DAMAGES[kind](content, dice)
            if damaged is not None:
                path.write_bytes(damaged)
                return name, kind

    def look_at_damage(self, name, _):
        done = self.place.indexer("check").expect(2)
        if not done.says(f"{self.place.index}/{name}") and not done.says(f"{self.place.index}/{named_for(name)}"):
            raise Wrong(f"check does not name the file: {done}")
        queries = [*QUERIES, SIMILAR]
        for query, found, right in zip(queries, ask_each(self.programs, self.place.index, queries), self.right):
            if found != REFUSED:
                must_be((found,), (right,), what=f"the answer to {query!r}")

    def mend(self, name):
        done = self.place.indexer("check", "--repair")
        if done.status == REPAIRED_WITH_LOSSES:
            if not name.endswith("/articles"):
                raise Lost(f"articles are lost though they are stored: {done}")
            self.place.indexer("update", "news").expect(0)
        elif done.status != REPAIRED:
            raise Lost(f"repair does not mend it: {done}")
        must_be(ask(self.programs, self.place.index), self.right[:-1], what="the repaired index")
        must_be_whole(self.programs, self.place.index)
        must_hold_nothing_stray(self.place.index_path)


class CarriedDamage(Damage):
    """What is written over damage without a repair is right or refused: damage never becomes what the index says."""

    name = "such a file, written over without a repair"
    short, whole = 4, 100

    def prepare(self):
        super().prepare()
        (self.place.folder / "nobody.yaml").write_text(OTHER_NAMES)

    def look_at_damage(self, _, dice):
        command = dice.choice(sorted(CARRIED))
        done = self.place.indexer(command, *ARGUMENTS[command])
        if done.status == REFUSED_STATUS:
            return
        done.expect(0)
        must_be_whole(self.programs, self.place.index)
        must_be(ask(self.programs, self.place.index), self.right[:-1], what=f"the index after {command}")
        for each in CARRIED[command]:
            if self.content(self.place.index_path, each) != self.content(self.place.folder / "kept" / "whole", each):
                raise Wrong(f"{command} has published {each} as it was damaged")

    @staticmethod
    def content(index, name):
        return (index / (index / "CURRENT").read_text().split()[0] / name).read_bytes()


def named_for(name):
    """What else may be named for a file: the folder of tables that is read as one."""
    return name.rpartition("/")[0] if "/postings/" in name else name


KNOCKS = [Damage, CarriedDamage]
