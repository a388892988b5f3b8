"""kill -9 at any moment of a command that writes: the index is the old or the new one, and the next run finishes
the work and leaves nothing behind."""

import collections
import re
import shutil
import signal
import statistics
import subprocess
import time

from knocks.answers import ask, must_be, must_be_whole, must_hold_nothing_stray
from knocks.commands import COMMANDS, Repair
from knocks.faults import Lost, Skipped
from knocks.knock import Knock

# Calls that change a folder, a file or a lock.
CHANGING_CALLS = ("mkdir", "write", "pwrite64", "fsync", "ftruncate", "flock", "rename", "unlinkat", "unlink",
                  "rmdir", "renameat2")
SHORT = {("moments", "update"): 3, ("calls", "build"): 2, ("calls", "build of shards"): 2,
         ("calls", "build of more shards"): 1, ("calls", "first build of shards"): 1, ("calls", "merge"): 2}  # cases within tools/test
CALL = re.compile(r"^(\d+) +(\w+)\(")


class Kill(Knock):
    """What all kills are followed by."""

    command = ""

    def prepare(self):
        self.writing = COMMANDS[self.command](self.place)
        self.writing.prepare()

    def look_after_death(self):
        self.must_be_old_or_new()
        done = self.programs.run(*self.writing.next_line)
        if done.status != 0:
            raise Lost(f"the next run does not finish the work: {done}")
        must_be(ask(self.programs, self.place.index), self.writing.after, what="the index after the next run")
        must_be_whole(self.programs, self.place.index)
        must_hold_nothing_stray(self.place.index_path)

    def must_be_old_or_new(self):
        try:
            found = ask(self.programs, self.place.index)
        except Lost:
            if isinstance(self.writing, Repair):
                return  # still as damaged as it was
            raise
        must_be(found, self.writing.before, self.writing.after)


class KillAtMoment(Kill):
    """At a moment that lies anywhere in the time that the command takes."""

    def prepare(self):
        super().prepare()
        self.seconds = statistics.median(self.time_once() for _ in range(3))

    def time_once(self):
        self.writing.reset()
        begin = time.monotonic()
        self.programs.run(*self.writing.line).expect(0)
        return time.monotonic() - begin

    def case(self, dice):
        self.writing.reset()
        process = self.programs.start(*self.writing.line)
        try:
            process.wait(dice.uniform(0, 1.05 * self.seconds))
        except subprocess.TimeoutExpired:
            process.kill()
        self.programs.finish(process, allowed_signals=(signal.SIGKILL,))
        self.look_after_death()


class KillAtCall(Kill):
    """At a system call that changes files: moments that are too short to be hit by chance."""

    def prepare(self):
        if shutil.which("strace") is None:
            raise Skipped("strace is not installed")
        super().prepare()
        self.calls = sorted(self.count_calls().items())

    def traced(self, *options):
        # One worker, so that the calls come in the same order every time.
        jobs = ("--jobs", "1") if self.command not in ("repair",) else ()
        return self.programs.run("strace", "-f", "-qq", *options, *self.writing.line, *jobs,
                                 env=self.programs.traced_environment(), allowed_signals=(signal.SIGKILL,))

    def count_calls(self):
        """How often each call is made by the thread that makes it most often."""
        self.writing.reset()
        trace = self.place.folder / "trace"
        done = self.traced("-o", trace, "-e", f"trace={','.join(CHANGING_CALLS)}")
        if done.status != 0:
            raise Skipped(f"strace is not allowed here: {done.err[-200:]!r}")
        counts = collections.Counter()
        for line in trace.read_text().splitlines():
            if match := CALL.match(line):
                counts[match.groups()] += 1
        most = {}
        for (_, call), count in counts.items():
            most[call] = max(most.get(call, 0), count)
        return most

    def case(self, dice):
        self.writing.reset()
        call, most = dice.choice(self.calls)
        self.traced("-o", "/dev/null", "-e", f"trace={call}", "-e",
                    f"inject={call}:signal=KILL:when={dice.randint(1, most)}")
        self.look_after_death()


def kills():
    """A class for each command and way of dying."""
    for base, way in ((KillAtMoment, "moments"), (KillAtCall, "calls")):
        for command in COMMANDS:
            name = f"kill -9 at random {way}: {command}"
            yield type(base.__name__, (base,), {
                "name": name, "command": command, "short": SHORT.get((way, command), 0),
                "whole": 200 if command in ("build", "update", "merge") else 50})
