#!/usr/bin/env python3
"""Clang accepts both programs and their libraries without a warning, as GCC does in the build. It reads the files as the build
compiles them, several at a time, and generates no code: two minutes of a processor.

usage: clang_test.py BUILD_FOLDER [JOBS]
"""

import concurrent.futures
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else SOURCE / "build/release"
JOBS = int(sys.argv.pop(1)) if len(sys.argv) > 1 else os.cpu_count()
CHECKED = ("indexer", "searcher")
CLANG = os.environ.get("CLANG") or shutil.which("clang++-14") or shutil.which("clang++")
# Warnings that only GCC knows are left out by name in the build.
OPTIONS = ["-fsyntax-only", "-Werror", "-Wno-unknown-warning-option"]
WITH_VALUE = ("-o", "-MT", "-MF")
NOT_FOR_CLANG = ("-c", "-MD", "-fsanitize", "-fno-sanitize")


def options_of(command):
    """What follows the compiler in a command of the build, but for what says where output goes and for sanitizers."""
    words = iter(shlex.split(command))
    for word in words:
        if pathlib.Path(word).name.split("-")[0] in ("c++", "g++", "clang++"):
            break
    kept = []
    for word in words:
        if word in WITH_VALUE:
            next(words)
        elif not word.startswith(NOT_FOR_CLANG):
            kept.append(word)
    return kept


def folder_of(file, build, source):
    """The folder of the project that a file belongs to; of what the build makes, that which it is made for."""
    for root in (build, source):
        if pathlib.Path(file).is_relative_to(root):
            return pathlib.Path(file).relative_to(root).parts[0]
    return ""


def complaint(entry):
    """What clang says of one command, or None."""
    done = subprocess.run([CLANG, *OPTIONS, *options_of(entry["command"])], cwd=entry["directory"], capture_output=True,
                          text=True)
    return None if done.returncode == 0 else f"{entry['file']}:\n{done.stderr[:3000]}"


def check(build, source):
    """(how many files were read, complaints)"""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    entries = [entry for entry in entries if folder_of(entry["file"], build, source) in CHECKED]
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return len(entries), [text for text in pool.map(complaint, entries) if text]


class ClangTest(unittest.TestCase):
    def setUp(self):
        self.assertTrue(CLANG, "there is no clang++: tools/dependencies installs it")

    def test_accepts_the_build(self):
        files, complaints = check(BUILD, SOURCE)
        self.assertGreater(files, 20)
        self.assertFalse(complaints, "\n".join(complaints))

    def test_faults_are_found(self):
        with tempfile.TemporaryDirectory() as name:
            source, build = pathlib.Path(name, "source"), pathlib.Path(name, "source/build")
            entries = []
            for file in ("indexer/sound.cpp", "searcher/unused.cpp", "build/indexer/wrong.cpp", "tests/unused.cpp"):
                (source / file).parent.mkdir(parents=True, exist_ok=True)
                entries.append({"directory": str(build), "file": str(source / file), "command":
                                f"ccache /usr/bin/c++ -Wall -Wno-restrict -fsanitize=thread -o x.o -c {source / file}"})
            (source / "indexer/sound.cpp").write_text("int sound() { return 1; }\n")
            (source / "build/indexer/wrong.cpp").write_text("int wrong() { return none; }\n")
            for folder in ("searcher", "tests"):
                (source / folder / "unused.cpp").write_text("namespace { int unused() { return 1; } }\n")
            (build / "compile_commands.json").write_text(json.dumps(entries))
            files, complaints = check(build, source)
            self.assertEqual((files, len(complaints)), (3, 2), complaints)
            self.assertIn("unused function", complaints[0])
            self.assertIn("undeclared identifier", complaints[1])


if __name__ == "__main__":
    unittest.main()
