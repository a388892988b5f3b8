"""Runs programs and says what they cost."""

import os
import shlex
import subprocess
import tempfile
import time
from dataclasses import dataclass


class BenchmarkError(Exception):
    """Ends the run with a message."""


@dataclass
class Finished:
    stdout: str
    stderr: str
    wall_seconds: float
    cpu_seconds: float
    peak_memory_bytes: int  # at least this driver's own, some 20 MB: Linux hands it down


def run(command, stdout=None, accepted=(0,)):
    """Runs to the end; `stdout` is a path to write it to instead of keeping it; `accepted` are the exit statuses that
    are no failure."""
    command = [str(part) for part in command]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as err, open(stdout or os.devnull, "wb") as file, subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file if stdout else subprocess.PIPE, stderr=err) as process:
        out = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        err.seek(0)
        complaint = err.read().decode(errors="replace")
    if process.returncode not in accepted:
        raise BenchmarkError(f"{shlex.join(command)}: exit {process.returncode}\n{complaint[-2000:]}")
    return Finished(out.decode(errors="replace"), complaint, wall,
                    usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def shot(command):
    """Seconds from starting a program to the last byte it prints: what a user at a terminal waits for. Status 1 is
    that of a search which found nothing."""
    reading, writing = os.pipe()
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(writing)
    while os.read(reading, 1 << 16):
        pass
    took = time.perf_counter() - start
    os.close(reading)
    os.close(null)
    _, status = os.waitpid(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise BenchmarkError(f"{shlex.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    return took


def size_of(path):
    """Bytes of a file, or of all files in a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)
