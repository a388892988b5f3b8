#!/usr/bin/env python3
"""Holds every #include of the sources against allowed_includes.txt, and keeps Xapian in one file."""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
XAPIAN_FILE = "indexer/storage/xapian_bridge.cpp"
MOST_LINES = 400


def read_table(path):
    table = {}
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if line:
            stage, allowed = line.split(":")
            table[stage.strip()] = set(allowed.split())
    return table


def stage_of(path):
    """The stage a file below indexer/ or searcher/ belongs to; the mains belong to their cli."""
    program, *rest = path.parts
    folder = rest[0] if len(rest) > 1 else "cli"
    if folder == "cli":
        return "index_cli" if program == "indexer" else "search_cli"
    return folder


def stage_of_include(name, includer):
    folder = name.split("/")[0]
    return stage_of(includer) if folder == "cli" else folder


def main():
    root = pathlib.Path(sys.argv[1])
    table = read_table(root / "tests/layers/allowed_includes.txt")
    problems, files = [], 0
    for top in ("indexer", "searcher", "include"):
        for path in sorted((root / top).rglob("*.[ch]pp")):
            files += 1
            relative = path.relative_to(root)
            lines = path.read_text().splitlines()
            if len(lines) > MOST_LINES:
                problems.append(f"{relative}: {len(lines)} lines, more than {MOST_LINES}")
            for number, line in enumerate(lines, 1):
                found = INCLUDE.match(line)
                if not found:
                    continue
                kind, name = found.groups()
                if name == "xapian.h" and str(relative) != XAPIAN_FILE:
                    problems.append(f"{relative}:{number}: only {XAPIAN_FILE} may include <xapian.h>")
                if kind == "<" or name.startswith("newsdex/"):
                    continue
                if top == "include":
                    problems.append(f"{relative}:{number}: a public header includes {name}")
                    continue
                stage, wanted = stage_of(relative), stage_of_include(name, relative)
                if wanted != stage and wanted not in table.get(stage, set()):
                    problems.append(f"{relative}:{number}: {stage} must not include {name}")
    print("\n".join(problems) or f"{files} files keep to the layers")
    return 1 if problems or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
