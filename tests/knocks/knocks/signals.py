"""Signals: asked to stop, the reader of a pipe gone, and those that the user has made the programs ignore."""

import os
import signal
import statistics
import subprocess
import time

from knocks.answers import ask, must_be, must_hold_nothing_stray
from knocks.commands import COMMANDS, Writings
from knocks.faults import Wrong
from knocks.knock import Knock
from knocks.programs import INTERRUPTED, wait_until, with_ignored_signals
from knocks.writers import holds_lock

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupts(Knock):
    """A writer asked to stop at any moment stops, says so, and leaves the index as it was."""

    name = "SIGINT, SIGTERM, SIGHUP while writing"
    short, whole = 3, 200

    def prepare(self):
        self.writings = Writings(self.place, ("build", "update", "merge"), self.measure)

    def measure(self, writing):
        writing.seconds = statistics.median(self.time_once(writing) for _ in range(3))

    def time_once(self, writing):
        writing.reset()
        begin = time.monotonic()
        self.programs.run(*writing.line).expect(0)
        return time.monotonic() - begin

    def case(self, dice):
        writing, sent = self.writings.draw(dice), dice.choice(STOPPING)
        writing.reset()
        process = self.programs.start(*writing.line)
        try:
            process.wait(dice.uniform(0, 1.05 * writing.seconds))
        except subprocess.TimeoutExpired:
            process.send_signal(sent)
        # Before the program has begun to listen, it simply ends.
        done = self.programs.finish(process, allowed_signals=(sent,)).expect(0, INTERRUPTED, -sent)
        if done.status == INTERRUPTED:
            done.expect_words("interrupted")
        state = writing.after if done.status == 0 else writing.before
        must_be(ask(self.programs, self.place.index), state)
        must_hold_nothing_stray(self.place.index_path)


class WaitingInterrupts(Knock):
    """A writer that waits for standard input stops as well, and takes what it has read for nothing."""

    name = "SIGINT, SIGTERM, SIGHUP while waiting for input"
    short, whole = 2, 40

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        self.place.keep("old")
        self.old = ask(self.programs, self.place.index)

    def case(self, dice):
        self.place.restore("old")
        command = dice.choice(("build", "update"))
        entry = dice.choice((b"", b'{"id":"n","body":"One line."}\n', b'{"id":"n","body":"Half a li'))
        process = self.programs.start("newsdex-index", command, "-", "--db", self.place.index,
                                      stdin=subprocess.PIPE)
        wait_until(lambda: holds_lock(self.place, process), process, "it has the lock")
        process.stdin.write(entry)
        process.stdin.flush()
        wait_until(lambda: waits_for_input(process), process, "it waits for input")
        process.send_signal(dice.choice(STOPPING))
        wait_until(lambda: False, process, "it ends while its input is still open")
        done = self.programs.finish(process).expect(INTERRUPTED).expect_words("interrupted")
        if done.says("not readable"):
            raise Wrong(f"complains of input that it was not given: {done}")
        must_be(ask(self.programs, self.place.index), self.old)
        must_hold_nothing_stray(self.place.index_path)


def waits_for_input(process):
    """Whether the program's first thread is within a poll: of its standard input, for it polls nothing else."""
    with open(f"/proc/{process.pid}/wchan") as place:
        waiting = place.read()
    if waiting != "0":
        return "poll" in waiting
    with open(f"/proc/{process.pid}/syscall") as call:  # where kernels keep the former to themselves
        return call.read().startswith("7 ")


class IgnoredSignals(Knock):
    """As under nohup: the run goes on to its end."""

    name = "ignored SIGINT and SIGHUP (nohup)"
    short, whole = 1, 30

    def prepare(self):
        self.writing = COMMANDS["build"](self.place)
        self.writing.prepare()

    def case(self, dice):
        self.writing.reset()
        process = self.programs.start(*with_ignored_signals(*self.writing.line))
        wait_until(lambda: holds_lock(self.place, process), process, "it has the lock")
        for _ in range(3):
            process.send_signal(dice.choice((signal.SIGINT, signal.SIGHUP)))
        self.programs.finish(process).expect(0)
        must_be(ask(self.programs, self.place.index), self.writing.after)


class ReaderGone(Knock):
    """`newsdex-search ... | head -1`: the program ends without a word, by the signal or an exit status."""

    name = "SIGPIPE (into head -1)"
    short, whole = 3, 60

    def prepare(self):
        self.place.write_news(1, 400)
        self.place.indexer("build", "news").expect(0)
        index = ("--db", self.place.index)
        self.lines = [
            ("newsdex-search", *index, "--limit", "1000"),
            ("newsdex-search", *index, "--format", "json", "--limit", "1000"),
            ("newsdex-search", *index, "--format", "json", "telegram", "--limit", "1000"),
            ("newsdex-index", "tag", "news/wire.jsonl"),
            ("newsdex-index", "names", *index),
            ("newsdex-index", "stats", *index),
        ]

    def case(self, dice):
        process = self.programs.start(*dice.choice(self.lines))
        if dice.random() < 0.5:
            os.read(process.stdout.fileno(), 100)
        process.stdout.close()
        process.stdout = None
        done = self.programs.finish(process, allowed_signals=(signal.SIGPIPE,))
        done.expect(0, -signal.SIGPIPE)
        if done.err:
            raise Wrong(f"complains of a reader that has seen enough: {done}")


KNOCKS = [Interrupts, WaitingInterrupts, IgnoredSignals, ReaderGone]
