"""No room, or no right to write."""

import os
import pathlib

from knocks.answers import ask, must_be, must_be_whole, must_hold_nothing_stray
from knocks.commands import Writings
from knocks.faults import Lost, Wrong
from knocks.knock import Knock
from knocks.programs import with_file_limit
from knocks.volumes import Volume

PLENTY = 64 << 20
PAGE = 4096
WRITERS = ("build", "update", "merge")


def finish_work(knock, writing):
    """The next run, with room again, does it all."""
    done = knock.programs.run(*writing.line)
    if done.status != 0:
        raise Lost(f"the next run does not finish the work: {done}")
    must_be(ask(knock.programs, knock.place.index), writing.after, what="the index after the next run")
    must_be_whole(knock.programs, knock.place.index)
    must_hold_nothing_stray(knock.place.index_path)


class DiskFull(Knock):
    """The index lies on a file system that fills up at some place of the work."""

    name = "disk full (a small file system)"
    short, whole = 2, 150

    def prepare(self):
        self.place.index_path = self.place.folder / self.place.index
        self.volume = Volume(self.place.index_path, PLENTY)
        self.writings = Writings(self.place, WRITERS, self.measure)

    # The states are kept beside the volume; it holds the index alone.
    def measure(self, writing):
        self.put_back(writing)
        before = self.volume.used()
        self.programs.run(*writing.line).expect(0)
        writing.needs = max(self.volume.used(), before) + PAGE

    def put_back(self, writing):
        self.volume.resize(PLENTY)
        writing.reset()

    def case(self, dice):
        self.volume.resize(PLENTY)
        writing = self.writings.draw(dice)
        self.put_back(writing)
        before = self.volume.used()
        self.volume.resize((before + dice.randrange(writing.needs)) // PAGE * PAGE)
        done = self.programs.run(*writing.line).expect(0, 2)
        if done.status == 2:
            done.expect_words("No space left on device")
        must_be(ask(self.programs, self.place.index), writing.after if done.status == 0 else writing.before)
        if self.volume.used() > before and done.status == 2:
            raise Wrong(f"a failed run keeps {self.volume.used() - before} bytes of a full disk: {done}")
        self.volume.resize(PLENTY)
        finish_work(self, writing)

    def clean_up(self):
        if hasattr(self, "volume"):
            self.volume.unmount()


class FileLimit(Knock):
    """No file may grow beyond a limit: the same for users that may not mount anything."""

    name = "disk full (a limit to the size of files)"
    short, whole = 2, 150

    def prepare(self):
        self.writings = Writings(self.place, WRITERS, self.measure)

    def measure(self, writing):
        writing.largest = max(path.stat().st_size for path in self.place.index_path.rglob("*"))

    def case(self, dice):
        writing = self.writings.draw(dice)
        writing.reset()
        done = self.programs.run(*with_file_limit(dice.randrange(writing.largest), *writing.line)).expect(0, 2)
        if done.status == 2:
            done.expect_words("File too large")
        must_be(ask(self.programs, self.place.index), writing.after if done.status == 0 else writing.before)
        must_hold_nothing_stray(self.place.index_path)
        finish_work(self, writing)


class OutputFull(Knock):
    """What is printed goes to a full disk: no success."""

    name = "output to a full disk"
    short, whole = 2, 40

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        index = ("--db", self.place.index)
        self.lines = [
            ("newsdex-search", *index, "telegram"),
            ("newsdex-search", *index, "--format", "json", "--limit", "1000"),
            ("newsdex-search", *index, "--explain-query", "telegram ban"),
            ("newsdex-search", "--help"),
            ("newsdex-index", "tag", "news/wire.jsonl"),
            ("newsdex-index", "explain", "a1", *index),
            ("newsdex-index", "names", *index),
            ("newsdex-index", "stats", *index),
            ("newsdex-index", "check", *index),
        ]

    def case(self, dice):
        with open("/dev/full", "wb") as full:
            self.programs.run(*dice.choice(self.lines), stdout=full).expect(2).expect_words("standard output")


class ReadOnly(Knock):
    """An index that may be read but not written: by a file system, or for other users than root by the folder."""

    name = "read-only folder"
    short, whole = 2, 40

    def prepare(self):
        self.root = os.geteuid() == 0
        self.volume = Volume(self.place.index_path, PLENTY) if self.root else None
        self.place.restore(None)
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        self.right = ask(self.programs, self.place.index)
        self.place.write_news(2)
        self.protect(True)
        index = ("--db", self.place.index)
        self.writing = [("build", "news", *index), ("update", "news", *index), ("merge", *index),
                        ("retag", *index), ("check", "--repair", *index),
                        ("build", "news", "--db", f"{self.place.index}/new")]

    def protect(self, wanted):
        if self.volume:
            (self.volume.protect if wanted else self.volume.unprotect)()
        else:
            for path in [self.place.index_path, *self.place.index_path.rglob("*")]:
                path.chmod((0o555 if path.is_dir() else 0o444) if wanted else 0o755)

    def case(self, dice):
        done = self.programs.run("newsdex-index", *dice.choice(self.writing)).expect(2)
        done.expect_words(self.place.index, "Read-only file system" if self.root else "Permission denied")
        must_be(ask(self.programs, self.place.index), self.right)
        must_be_whole(self.programs, self.place.index)

    def clean_up(self):
        if self.volume:
            self.volume.unmount()
        elif pathlib.Path(self.place.index_path).exists():
            self.protect(False)


KNOCKS = [DiskFull, FileLimit, OutputFull, ReadOnly]
