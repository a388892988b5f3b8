#!/usr/bin/env python3
"""Rewrites a corpus in JSON Lines as scriptindex reads it: field=value lines, a blank line after each article.

usage: dump.py CORPUS > DUMP
"""

import json
import sys


def field(name, value):
    return f"{name}=" + value.replace("\n", "\n=") + "\n"


def record(article):
    out = field("id", article.get("id", "")) + field("title", article.get("title", ""))
    out += field("body", article.get("body") or article.get("text") or "")
    day = article.get("date", "")[:10].replace("-", "")
    out += field("day", day) if len(day) == 8 else ""
    for name in ("actor", "platform"):
        values = sorted(set(article.get(name, ())))
        # One value slot holds the whole set, which a searcher counts and takes apart.
        out += field(name + "s", "\t".join(values)) if values else ""
        out += "".join(field(name, value.lower()) for value in values)
    return out + "\n"


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            sys.stdout.write(record(json.loads(line)))


if __name__ == "__main__":
    main()
