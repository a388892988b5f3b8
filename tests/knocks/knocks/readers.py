"""Readers under a constant load while an index is built anew and updated: no failed query, no half state."""

import bisect
import json
import subprocess
import threading
import time

from knocks.answers import QUERIES, ask
from knocks.faults import Crashed, Fault, Lost, Wrong
from knocks.knock import Knock

READERS = 4
EDITIONS = 5
ONE_SHOT = QUERIES[:4] + QUERIES[6:7]


class History:
    """Which edition the index may show at which time. A publication happens between two moments."""

    def __init__(self, edition):
        self.ended = [time.monotonic()]  # when the runs ended that published
        self.begun = [self.ended[0]]
        self.editions = [edition]

    def begin(self, edition):
        self.begun.append(time.monotonic())
        self.editions.append(edition)

    def end(self):
        self.ended.append(time.monotonic())

    def allowed(self, begin, end):
        """Editions that a reader may see which works from `begin` to `end`."""
        first = bisect.bisect_right(self.ended, begin) - 1
        last = bisect.bisect_right(self.begun, end)
        return set(self.editions[max(first, 0):last])


class Reader(threading.Thread):
    """Asks without a pause, by a new process for each query and by one process for many, in turn."""

    def __init__(self, knock, number):
        super().__init__()
        self.knock, self.number = knock, number
        self.seen = []  # (begin, end, query, answer)
        self.fault = None

    def run(self):
        try:
            turn = self.number
            while not self.knock.ending.is_set():
                (self.ask_once if turn % 2 else self.ask_many)(ONE_SHOT[turn % len(ONE_SHOT)])
                turn += 1
        except Fault as fault:
            self.fault = fault
            self.knock.ending.set()

    def ask_once(self, query):
        words, _, options = query.partition(" -- ")
        begin = time.monotonic()
        done = self.knock.programs.run("newsdex-search", "--db", self.knock.place.index, "--format", "json",
                                       *options.split(), "--", words)
        if done.status not in (0, 1):
            raise Lost(f"a query failed: {done}")
        self.note(begin, query, done.out)

    # One process holds one state for all of its answers, though others are published meanwhile.
    def ask_many(self, query):
        begin = time.monotonic()
        process = self.knock.programs.start("newsdex-search", "--batch", "--db", self.knock.place.index,
                                            stdin=subprocess.PIPE)
        first = self.ask_line(process, query)
        opened = time.monotonic()
        for _ in range(5):
            if self.ask_line(process, query) != first:
                raise Wrong(f"one process has answered from two states: {query!r}")
        done = self.knock.programs.finish(process)
        if done.status not in (0, 1):
            raise Lost(f"a batch failed: {done}")
        self.note(begin, query, first.encode(), opened)
        self.seen += [self.seen[-1]] * 5

    def ask_line(self, process, query):
        process.stdin.write(query.encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline().decode()
        if not line:
            raise Crashed(f"a batch ended early: {self.knock.programs.finish(process)}")
        answer = json.loads(line)
        answer.pop("took_ms", None)
        return json.dumps(answer)

    def note(self, begin, query, out, end=None):
        answer = json.loads(out.decode().replace(str(self.knock.place.folder), "$DIR"))
        answer.pop("took_ms", None)
        self.seen.append((begin, end or time.monotonic(), query, json.dumps(answer, sort_keys=True)))


class Readers(Knock):
    """Each answer must be that of an edition that was published while the query ran. What each edition answers is
    learnt from indexes built afresh."""

    name = f"{READERS} readers beside a writer"
    short, whole = 1, 20
    rebuilds, updates = 1, 5  # in a round; a case counts its queries

    def prepare(self):
        self.right = {}
        for edition in range(EDITIONS):
            self.place.write_news(edition)
            self.place.indexer("build", "news").expect(0)
            self.right[edition] = dict(zip(ONE_SHOT, ask(self.programs, self.place.index, ONE_SHOT)))
            self.place.restore(None)
        self.place.write_news(0)
        self.place.indexer("build", "news").expect(0)
        self.edition = 0
        self.ending = threading.Event()

    def case(self, dice):
        work = ["build"] * self.rebuilds + ["update"] * self.updates
        dice.shuffle(work)
        history = History(self.edition)
        self.ending.clear()
        readers = [Reader(self, number) for number in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            self.write(work, history, dice)
        finally:
            self.ending.set()
            for reader in readers:
                reader.join()
        for reader in readers:
            if reader.fault:
                raise reader.fault
        seen = [one for reader in readers for one in reader.seen]
        for one in seen:
            self.judge(history, *one)
        return len(seen)

    def write(self, work, history, dice):
        for command in work:
            if self.ending.is_set():
                return  # a reader has failed
            self.edition = dice.choice([other for other in range(EDITIONS) if other != self.edition])
            self.place.write_news(self.edition)
            history.begin(self.edition)
            self.place.indexer(command, "news").expect(0)
            history.end()

    def judge(self, history, begin, end, query, answer):
        allowed = history.allowed(begin, end)
        if any(answer == self.right[edition][query] for edition in allowed):
            return
        others = [edition for edition in self.right if self.right[edition][query] == answer]
        raise Wrong(f"{query!r} was answered from edition {others or 'none'}, not from {sorted(allowed)}: "
                    f"{answer[:300]}")


KNOCKS = [Readers]
