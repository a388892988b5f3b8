#!/usr/bin/env python3
"""Runs the commands of a transcript and compares what they print.

A transcript is a text file, or the ```console blocks of a Markdown file. A line "$ COMMAND" is run by
sh; the lines after it are what standard output and standard error must hold together. In them "..." alone
on a line stands for any number of lines, and "[exit N]" for the exit status, 0 where it is left out. A command of which
Markdown shows no output may print anything. Times, and the folder it all runs in, are brought to
fixed words before comparing. In a text file, lines before the first command are a comment.

usage: run.py --bin FOLDER --source FOLDER [--update] TRANSCRIPT
The commands run in a fresh folder with `corpus` in it and the programs on PATH.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

TIMES = [
    (re.compile(r"\(\d+(\.\d+)? ms\)"), "(N ms)"),
    (re.compile(r'"took_ms":\d+(\.\d+)?'), '"took_ms":N'),
    (re.compile(r"\bin \d+\.\d\d s\b"), "in N s"),
    (re.compile(r" {2,}((\^\[\[2m)?\(N ms\))"), r"  \1"),
]
TIMEOUT_SECONDS = 300


def read_steps(path):
    """[(line number, command, expected lines or None)] and, for Markdown, only console blocks."""
    markdown = path.endswith(".md")
    steps, inside, lines = [], not markdown, open(path, encoding="utf-8").read().split("\n")
    if not markdown and lines and lines[-1] == "":
        lines.pop()
    for number, line in enumerate(lines, 1):
        if markdown and line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            steps.append((number, line[2:], []))
        elif inside and steps and steps[-1][1].endswith("\\"):
            steps[-1] = (steps[-1][0], steps[-1][1][:-1] + line.strip(), [])
        elif inside and steps:
            steps[-1][2].append(line)
    if markdown:
        steps = [(n, c, trim(e) or None) for n, c, e in steps]
    return steps


def trim(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def run(command, folder, environment):
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIMEOUT_SECONDS)
    text = done.stdout.decode("utf-8", "backslashreplace").replace(folder, "$DIR")
    for pattern, word in TIMES:
        text = pattern.sub(word, text)
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    if done.returncode != 0:
        lines.append(f"[exit {done.returncode}]")
    return lines


def normalised(lines):
    text = "\n".join(lines)
    for pattern, word in TIMES:
        text = pattern.sub(word, text)
    return text.split("\n") if lines else []


def split_exit(lines):
    """The lines without the exit status, and that status: "[exit 0]" where none is given."""
    if lines and lines[-1].startswith("[exit "):
        return lines[:-1], lines[-1]
    return lines, "[exit 0]"


def matches_step(expected, actual):
    wanted, wanted_exit = split_exit(expected)
    found, found_exit = split_exit(actual)
    return wanted_exit == found_exit and matches(wanted, found)


def matches(expected, actual):
    if "..." not in expected:
        return expected == actual
    at = expected.index("...")
    if expected[:at] != actual[:at]:
        return False
    return any(matches(expected[at + 1:], actual[k:]) for k in range(at, len(actual) + 1))


def environment_for(args, folder):
    kept = {k: v for k, v in os.environ.items() if k in ("HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")}
    return {**kept, "PATH": f"{args.bin}:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80",
            "XDG_DATA_HOME": f"{folder}/data", "HOME": folder}


def update(path, results):
    comment = []
    for line in open(path, encoding="utf-8").read().split("\n"):
        if line.startswith("$ "):
            break
        comment.append(line)
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(comment + [l for c, lines in results for l in ["$ " + c] + lines]) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("transcript")
    args = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="newsdex-", dir="/tmp")
    failures, results = 0, []
    try:
        shutil.copytree(f"{args.source}/corpus", f"{folder}/corpus")
        environment = environment_for(args, folder)
        steps = read_steps(args.transcript)
        for number, command, expected in steps:
            actual = run(command, folder, environment)
            results.append((command, actual))
            failed = (any(l.startswith("[exit") for l in actual) if expected is None
                      else not matches_step(normalised(expected), actual))
            if failed and not args.update:
                failures += 1
                print(f"{args.transcript}:{number}: $ {command}")
                print("\n".join(difflib.unified_diff(expected or [], actual, "expected", "actual", lineterm="")))
        print(f"{len(steps)} commands, {failures} failed")
        if args.update:
            update(args.transcript, results)
        return 1 if failures or not steps else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
