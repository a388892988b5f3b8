#!/usr/bin/env python3
"""Builds an SQLite FTS5 index of a corpus in JSON Lines, as quickly as SQLite can: one transaction,
neither journal nor syncing. Parsing JSON is Python's, not SQLite's, and is not counted.

usage: build.py CORPUS DATABASE      prints the seconds and processor seconds spent in SQLite
"""

import json
import sqlite3
import sys
import time

ARTICLES_AT_ONCE = 1000

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -262144;
CREATE VIRTUAL TABLE article USING fts5(title, body, id UNINDEXED, day UNINDEXED, tokenize = 'porter unicode61');
CREATE TABLE day(article INTEGER PRIMARY KEY, day TEXT);
CREATE TABLE actor(article INTEGER, value TEXT, PRIMARY KEY (article, value)) WITHOUT ROWID;
CREATE TABLE platform(article INTEGER, value TEXT, PRIMARY KEY (article, value)) WITHOUT ROWID;
"""


class Stopwatch:
    """Adds up wall and processor time of the `with` blocks it is used for."""

    def __init__(self):
        self.wall = self.processor = 0.0

    def __enter__(self):
        self._start = time.perf_counter(), time.process_time()

    def __exit__(self, *error):
        self.wall += time.perf_counter() - self._start[0]
        self.processor += time.process_time() - self._start[1]


def batches(path):
    with open(path, encoding="utf-8") as lines:
        batch = []
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == ARTICLES_AT_ONCE:
                yield batch
                batch = []
        if batch:
            yield batch


def rows(batch, first):
    texts, facets, days = [], {"actor": [], "platform": []}, []
    for number, article in enumerate(batch, first):
        body = article.get("body") or article.get("text") or ""
        day = article.get("date", "")[:10]
        texts.append((number, article.get("title", ""), body, article.get("id", ""), day))
        if len(day) == 10:
            days.append((number, day))
        for field, values in facets.items():
            values += [(number, value) for value in sorted(set(article.get(field, ())))]
    return texts, facets, days


def main():
    corpus, database = sys.argv[1:]
    watch, articles = Stopwatch(), 0
    with watch:
        connection = sqlite3.connect(database, isolation_level=None)
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")
    for batch in batches(corpus):
        texts, facets, days = rows(batch, articles + 1)
        articles += len(batch)
        with watch:
            connection.executemany(
                "INSERT INTO article(rowid, title, body, id, day) VALUES (?, ?, ?, ?, ?)", texts)
            connection.executemany("INSERT INTO day VALUES (?, ?)", days)
            for field, values in facets.items():
                connection.executemany(f"INSERT INTO {field} VALUES (?, ?)", values)
    with watch:
        connection.execute("COMMIT")
        connection.close()
    print(f"{watch.wall:.6f} {watch.processor:.6f}")


if __name__ == "__main__":
    main()
