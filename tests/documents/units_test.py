#!/usr/bin/env python3
"""The systemd units of the examples that serve shards: what they run listens on this machine only, and a shard, its origin
and a replica answer together as one index does. systemd itself reads the units where it is installed.

usage: units_test.py SOURCE_FOLDER BIN_FOLDER
"""

import os
import pathlib
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE, BIN = (pathlib.Path(sys.argv.pop(1)).resolve() for _ in range(2))
EXAMPLES = SOURCE / "tools/packaging/examples"
UNITS = ("newsdex-shard", "newsdex-origin", "newsdex-replica")
MOST_SECONDS = 30
LOOPBACK = "0100007F"  # 127.0.0.1 as /proc/net/tcp writes it
LISTENING = "0A"
SERVERS = re.compile(r"xapian-(tcpsrv|replicate-server)\b.*")


def command_of(unit):
    (line,) = re.findall(r"^ExecStart=(.*)$", (EXAMPLES / f"{unit}@.service").read_text(encoding="utf-8"), re.MULTILINE)
    return line


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listeners(port):
    """The addresses that somebody listens at with this port, in both families."""
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(table):
            continue
        with open(table, encoding="ascii") as lines:
            for line in list(lines)[1:]:
                address, at = line.split()[1].split(":")
                if int(at, 16) == port and line.split()[3] == LISTENING:
                    found.append(address)
    return found


def wait_until(condition):
    end = time.monotonic() + MOST_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


class UnitsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def start(self, unit, instance, folder, **ports):
        """Runs the command of a unit as systemd would, with `folder` for /var/lib/newsdex."""
        line = command_of(unit).replace("%i", instance).replace("/var/lib/newsdex", str(folder))
        words = [re.sub(r"\$\{(\w+)\}", lambda name: str(ports[name[1]]), word) for word in shlex.split(line)]
        process = subprocess.Popen(words, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(os.killpg, process.pid, signal.SIGKILL)

    def start_server(self, unit, instance, folder, name):
        port = free_port()
        self.start(unit, instance, folder, **{name: port})
        wait_until(lambda: listeners(port))
        self.assertEqual(listeners(port), [LOOPBACK], unit)
        return port

    def count(self, index):
        done = subprocess.run([BIN / "newsdex-search", "--db", index, "--no-shard-cache", "telegram", "--output", "count"],
                              check=True, capture_output=True, text=True)
        return done.stdout + done.stderr

    def test_serve_to_this_machine_only_and_replicas_follow(self):
        here, there = self.folder / "here", self.folder / "there"
        there.mkdir()
        subprocess.run([BIN / "newsdex-index", "build", SOURCE / "corpus/articles", "--shards", "2", "--db", here],
                       check=True, stderr=subprocess.DEVNULL)
        first = self.start_server("newsdex-shard", "shard-0", here, "PORT")
        origin = self.start_server("newsdex-origin", "shard-1", here, "REPLICATION_PORT")
        self.start("newsdex-replica", "shard-1", there, REPLICATION_PORT=origin)
        wait_until((there / "shard-1/XAPIANDB").exists)
        second = self.start_server("newsdex-shard", "shard-1", there, "PORT")
        served = self.folder / "served"
        served.write_text(f"remote {first}\nremote {second}\n")
        self.assertEqual(self.count(served), self.count(here))

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd here")
    def test_are_understood_by_systemd(self):
        for unit in UNITS:
            copy = self.folder / f"{unit}@shard-0.service"
            shutil.copy(EXAMPLES / f"{unit}@.service", copy)
            done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True)
            complaints = [line for line in done.stderr.splitlines() if unit in line]  # it reads units of the system, too
            self.assertEqual((done.returncode, complaints), (0, []), unit)

    def test_and_documents_show_no_server_that_all_networks_reach(self):
        shown = 0
        for file in (SOURCE / "README.md", *(EXAMPLES / f"{unit}@.service" for unit in UNITS)):
            lines = file.read_text(encoding="utf-8").splitlines()
            for line in (line for line in lines if line.startswith(("ExecStart=", "server"))):
                for command in SERVERS.finditer(line):
                    shown += 1
                    self.assertRegex(command[0], r"--interface[ =]127\.0\.0\.1", line)
        self.assertGreater(shown, 3)


if __name__ == "__main__":
    unittest.main()
