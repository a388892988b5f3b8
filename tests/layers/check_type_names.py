#!/usr/bin/env python3
"""Holds that no two files of the product define a type of one name in one namespace.

Two such types are undefined behaviour which no compiler reports: the linker takes a destructor or a vector's code
of one for the other. Types of anonymous namespaces and types within types don't count."""

import collections
import pathlib
import re
import sys

OPENING = re.compile(r"namespace\s*([\w:]*)\s*\{|\{|\}")
TYPE = re.compile(r"\s*(?:template\s*<.*>\s*)?(?:class|struct|enum(?:\s+class)?)\s+(\w+)(?:\s+final)?\s*(?::[^:].*)?\{")
NOISE = re.compile(r'//.*|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'')


def types_of(text):
    """Full names of the types that `text` defines at the level of a namespace."""
    scopes = []
    for line in text.splitlines():
        line = NOISE.sub("", line)
        found = TYPE.match(line)
        if found and all(scope for scope in scopes):
            yield "::".join(scopes + [found.group(1)])
        for opening in OPENING.finditer(line):
            if opening.group() == "}":
                scopes = scopes[:-1]
            else:
                scopes.append(opening.group(1))  # None for a block, "" for an anonymous namespace


def main():
    root = pathlib.Path(sys.argv[1])
    places = collections.defaultdict(set)
    for top in ("include", "indexer", "searcher", "tools"):
        for path in sorted((root / top).rglob("*.[ch]pp")):
            for name in types_of(path.read_text()):
                places[name].add(str(path.relative_to(root)))
    clashes = [f"{name}: {', '.join(sorted(files))}" for name, files in sorted(places.items()) if len(files) > 1]
    print("\n".join(clashes) or f"{len(places)} types have names of their own")
    return 1 if clashes or len(places) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
