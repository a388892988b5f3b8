#!/usr/bin/env python3
"""A build stays below --memory however many threads it may have, and where the system gives less, it goes on with the
threads that it gets or says what is wrong, and nothing is lost: memory_test.py PROGRAM_FOLDER."""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

PROGRAMS = pathlib.Path(sys.argv.pop(1)).resolve()
MEBIBYTE = 1 << 20
ARTICLES = 1500
LEAST = 128


def limited(mebibytes):
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE, mebibytes * MEBIBYTE))


class Memory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="newsdex-limits-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.articles = pathlib.Path(cls.folder.name, "articles.jsonl")
        with open(cls.articles, "wb") as out:
            subprocess.run([PROGRAMS / "newsdex-corpus", str(ARTICLES)], stdout=out, check=True)

    def index(self, name):
        return pathlib.Path(self.folder.name, name)

    def command(self, index, *options):
        return [PROGRAMS / "newsdex-index", "build", self.articles, "--db", index, *options]

    def count(self, index):
        done = subprocess.run([PROGRAMS / "newsdex-search", "--db", index, "--output", "count"], capture_output=True,
                              text=True, check=True)
        return int(done.stdout)

    def peak(self, *options):
        """Kibibytes that a build took at most, by the kernel's count of that process."""
        process = subprocess.Popen(self.command(self.index("peak"), *options), stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
        self.assertEqual(status, 0)
        return used.ru_maxrss

    def test_is_bounded_whatever_the_threads(self):
        for memory, jobs in ((LEAST, 1), (LEAST, 256), (2 * LEAST, 16)):
            with self.subTest(memory=memory, jobs=jobs):
                self.assertLess(self.peak("--memory", f"{memory}M", "--jobs", str(jobs)), memory * 1024)

    def test_too_little_of_it_loses_nothing(self):
        """From too little to load the program to enough for some of the threads."""
        index = self.index("short")
        subprocess.run(self.command(index), check=True, stderr=subprocess.DEVNULL)
        statuses = set()
        for mebibytes in range(100, 1000, 90):
            done = subprocess.run(self.command(index, "--jobs", "64"), preexec_fn=limited(mebibytes),
                                  capture_output=True, text=True)
            with self.subTest(mebibytes=mebibytes, said=done.stderr[-500:]):
                statuses.add(done.returncode)
                self.assertIn(done.returncode, (0, 2, 127))  # of 127 the linker is to blame
                self.assertEqual(self.count(index), ARTICLES)
        self.assertIn(0, statuses)


if __name__ == "__main__":
    unittest.main()
