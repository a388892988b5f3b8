#!/usr/bin/env python3
"""FTS5's side of the search protocol (driver/search_protocol.py).

usage: search.py DATABASE QUERIES REPEAT PARTS
"""

import sqlite3
import sys
import time

PARAMETERS = ("text", "actor", "platform", "since", "until")
SETTINGS = """PRAGMA cache_size = -262144; PRAGMA mmap_size = 8589934592; PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE matched(article INTEGER PRIMARY KEY);"""

BEST = """SELECT id, title, day{snippet} FROM article WHERE article MATCH :text{filters}
          ORDER BY rank LIMIT 10"""
SNIPPET = ", snippet(article, 1, '[', ']', '...', 40)"
TOTAL = "SELECT count(*) FROM article WHERE article MATCH :text{filters}"
# With facets the articles are found once and counted three times.
MATCH = ("DELETE FROM matched",
         "INSERT INTO matched SELECT rowid FROM article WHERE article MATCH :text{filters}",
         "SELECT value, count(*) FROM matched JOIN actor USING (article) GROUP BY value ORDER BY 2 DESC LIMIT 10",
         "SELECT value, count(*) FROM matched JOIN platform USING (article) GROUP BY value ORDER BY 2 DESC LIMIT 10",
         "SELECT count(*) FROM matched")
# Looked up article by article: IN would make SQLite run the full-text search once for every article listed.
FACET_FILTER = " AND EXISTS (SELECT 1 FROM {field} f WHERE f.article = article.rowid AND f.value = :{field})"
DAY_FILTER = " AND (SELECT d.day FROM day d WHERE d.article = article.rowid) BETWEEN :since AND :until"


def parse_line(line):
    columns = (line.rstrip("\n").split("\t") + [""] * 4)[:5]
    return dict(zip(PARAMETERS, columns))


def statements(query, parts):
    """What to ask for a query; the last answer is the total."""
    filters = "".join(FACET_FILTER.format(field=f) for f in ("actor", "platform") if query[f])
    filters += DAY_FILTER if query["since"] else ""
    best = BEST.format(snippet=SNIPPET if "s" in parts else "", filters=filters)
    rest = MATCH if "f" in parts else (TOTAL,)
    return [best] + [statement.format(filters=filters) for statement in rest]


def script(query, parts):
    """The same as text for the sqlite3 program, values quoted."""
    text = ";\n".join(statements(query, parts))
    for name in PARAMETERS:
        text = text.replace(f":{name}", "'" + query[name].replace("'", "''") + "'")
    return f"{SETTINGS}\n{text};"


def search(connection, query, parts):
    for statement in statements(query, parts):
        rows = connection.execute(statement, query).fetchall()
    return rows[0][0]


def main():
    database, queries, repeat = sys.argv[1], sys.argv[2], int(sys.argv[3])
    parts = sys.argv[4] if len(sys.argv) > 4 else ""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, isolation_level=None)
    connection.executescript(SETTINGS)
    with open(queries, encoding="utf-8") as lines:
        for query in map(parse_line, lines):
            total, times = search(connection, query, parts), []
            for _ in range(repeat):
                start = time.perf_counter()
                total = search(connection, query, parts)
                times.append(f"{(time.perf_counter() - start) * 1e6:.1f}")
            print(total, ",".join(times), sep="\t")


if __name__ == "__main__":
    main()
