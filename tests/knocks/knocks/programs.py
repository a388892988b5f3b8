"""The two programs under test, run as users run them."""

import dataclasses
import os
import pathlib
import shlex
import signal
import subprocess
import time

from knocks.faults import Crashed, Wrong

TIMEOUT_SECONDS = 120
COMPLAINTS = (b"Sanitizer", b"runtime error:", b"terminate called", b"core dumped")

LOCKED = 75
INTERRUPTED = 130


@dataclasses.dataclass(frozen=True)
class Done:
    """A program that has ended."""

    command: str
    status: int  # negative for a signal
    out: bytes
    err: bytes

    def __str__(self):
        text = (self.out[-300:] + self.err[-1500:]).decode("utf-8", "backslashreplace").strip()
        return f"{self.command} -> {self.status}\n{text}"

    def says(self, *words):
        """Whether standard output or standard error holds each of `words`."""
        text = (self.out + self.err).decode("utf-8", "backslashreplace")
        return all(word in text for word in words)

    def expect(self, *statuses):
        """This, if it ended with one of `statuses`; else the case has failed."""
        if self.status not in statuses:
            raise Wrong(f"expected exit {' or '.join(map(str, statuses))}: {self}")
        return self

    def expect_words(self, *words):
        if not self.says(*words):
            raise Wrong(f"expected it to say {', '.join(map(repr, words))}: {self}")
        return self


def refuse_crash(done, allowed_signals=()):
    """Passes `done` on unless it crashed."""
    killed = done.status < 0 and -done.status not in allowed_signals
    if killed or done.status in (134, 139) or any(word in done.err for word in COMPLAINTS):
        raise Crashed(str(done))
    return done


class Programs:
    """Starts newsdex-index and newsdex-search of one build in one folder."""

    def __init__(self, binaries, folder):
        self.binaries = pathlib.Path(binaries).resolve()
        self.folder = pathlib.Path(folder)
        kept = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")
                if name in os.environ}
        self.environment = {**kept, "PATH": f"{self.binaries}:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8",
                            "TZ": "UTC", "HOME": str(folder), "COLUMNS": "80"}

    def start(self, *command, **options):
        """A running program; the caller waits for it. `options` as of subprocess.Popen."""
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                   "cwd": self.folder, "env": self.environment, **options}
        process = subprocess.Popen([os.fspath(word) for word in command], **options)
        process.words = shlex.join(os.fsdecode(word) for word in command)
        return process

    def traced_environment(self):
        """For a run under strace: a search for leaks would have to trace the program itself."""
        options = self.environment.get("ASAN_OPTIONS", "")
        return {**self.environment, "ASAN_OPTIONS": f"{options}:detect_leaks=0".strip(":")}

    def finish(self, process, allowed_signals=(), timeout=TIMEOUT_SECONDS, entry=None):
        """Waits for `process`, which must not crash or hang."""
        try:
            out, err = process.communicate(entry, timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            raise Crashed(f"hangs: {process.words}\n{(err or b'')[-500:]!r}") from None
        return refuse_crash(Done(process.words, process.returncode, out or b"", err or b""), allowed_signals)

    def run(self, *command, allowed_signals=(), timeout=TIMEOUT_SECONDS, entry=None, **options):
        if entry is not None:
            options["stdin"] = subprocess.PIPE
        return self.finish(self.start(*command, **options), allowed_signals, timeout, entry)


def stop(process):
    """Stops a running program until `go_on`, and returns once it stands still or has ended."""
    process.send_signal(signal.SIGSTOP)
    if process.returncode is None:
        os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)


def go_on(process):
    process.send_signal(signal.SIGCONT)


def wait_until(condition, process, what, timeout=20):
    """Returns once `condition()` holds, asking again at once: the moment is the point. False when the
    process has ended before."""
    deadline = time.monotonic() + timeout
    while not condition():
        if process.poll() is not None:
            return bool(condition())
        if time.monotonic() > deadline:
            process.kill()
            raise Crashed(f"hangs before {what}: {process.words}")
        os.sched_yield()
    return True


def with_file_limit(most_bytes, *command):
    """`command` so that no file it writes can grow beyond `most_bytes`, rounded down to 512."""
    return ("sh", "-c", 'ulimit -f "$0" && exec "$@"', str(most_bytes // 512), *command)


def with_ignored_signals(*command):
    """`command` as nohup and shells in the background start it: interrupts and hang-ups are ignored."""
    return ("sh", "-c", 'trap "" INT HUP && exec "$@"', "sh", *command)
