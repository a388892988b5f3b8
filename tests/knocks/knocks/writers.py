"""Several writers at one index: one works, the others say who does."""

import json
import subprocess

from knocks.answers import ask, must_be, must_be_whole, must_hold_nothing_stray
from knocks.collection import articles_of
from knocks.faults import Lost, Wrong
from knocks.knock import Knock
from knocks.programs import LOCKED, wait_until


def holds_lock(place, process):
    """Whether `process` has written its number into the lock, which it does once it has it."""
    try:
        return (place.index_path / "lock").read_text() == f"{process.pid}\n"
    except FileNotFoundError:
        return False


class TwoWriters(Knock):
    """A writer that waits for its standard input holds the lock for as long as the case wants."""

    name = "two writers at once"
    short, whole = 2, 60

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        self.place.keep("old")
        self.old = ask(self.programs, self.place.index)
        self.lines = "".join(json.dumps(article) + "\n" for article in articles_of(1, 10)).encode()
        self.place.restore(None)
        self.place.indexer("build", "-", entry=self.lines).expect(0)
        self.built = ask(self.programs, self.place.index)
        self.seconds = [("build", "news"), ("update", "news"), ("merge",), ("retag",), ("check", "--repair")]

    def case(self, dice):
        self.place.restore("old")
        first = self.programs.start("newsdex-index", "build", "-", "--db", self.place.index, stdin=subprocess.PIPE)
        wait_until(lambda: holds_lock(self.place, first), first, "it has the lock")
        try:
            for words in dice.sample(self.seconds, 2):
                done = self.place.indexer(*words).expect(LOCKED)
                done.expect_words(f"process {first.pid}", self.place.index)
            must_be(ask(self.programs, self.place.index), self.old, what="the index that is being written")
        finally:
            killed = dice.random() < 0.5
            if killed:
                first.kill()
            done = self.programs.finish(first, allowed_signals=(9,), entry=None if killed else self.lines)
        if killed:
            self.place.indexer("merge").expect(0)  # a lock does not outlive its holder
            must_be(ask(self.programs, self.place.index), self.old)
        else:
            done.expect(0)
            must_be(ask(self.programs, self.place.index), self.built)
        must_hold_nothing_stray(self.place.index_path)


class Crowd(Knock):
    """Six writers started together, none of which waits: at least one gets through, the rest say who holds the
    lock, and the index is what one of them would have made alone."""

    name = "six writers at once"
    short, whole = 1, 30
    writers = 6

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        self.place.keep("old")
        self.place.write_news(2)
        self.place.indexer("build", "news").expect(0)
        self.new = ask(self.programs, self.place.index)

    def case(self, dice):
        self.place.restore("old")
        crowd = [self.programs.start("newsdex-index", dice.choice(("build", "update")), "news", "--db",
                                     self.place.index) for _ in range(self.writers)]
        ended = [self.programs.finish(process).expect(0, LOCKED) for process in crowd]
        if all(done.status == LOCKED for done in ended):
            raise Lost(f"none of {self.writers} writers got through: {ended[0]}")
        for done in ended:
            if done.status == LOCKED and not done.says("is being written by process "):
                raise Wrong(f"does not say who holds the lock: {done}")
        must_be(ask(self.programs, self.place.index), self.new)
        must_be_whole(self.programs, self.place.index)
        must_hold_nothing_stray(self.place.index_path)
        return self.writers


KNOCKS = [TwoWriters, Crowd]
