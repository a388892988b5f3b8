"""Queries in no engine's syntax, and how each engine writes them."""

import json
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Query:
    """A text of several words is a phrase. Filters are empty when there is none."""

    kind: str  # its class
    must: tuple = ()
    should: tuple = ()  # beside `must`, only ranking counts them
    must_not: tuple = ()
    actor: str = ""
    platform: str = ""
    since: str = ""
    until: str = ""


# The class of a query of the search-benchmark-game, by its first tag.
GAME_KINDS = {"intersection": "and", "union": "or"}
CLAUSE = re.compile(r'([+-]?)(?:"([^"]*)"|(\S+))')


def parse_game_query(record):
    """{"query": '+a "b c" -d', "tags": [...]}, as quickwit-oss/search-benchmark-game has them."""
    clauses = {"+": [], "-": [], "": []}
    for sign, phrase, word in CLAUSE.findall(record["query"]):
        clauses[sign].append(phrase or word)
    must, should = clauses["+"], clauses[""]
    if len(should) == 1 and not must:
        must, should = should, []
    tag = (record.get("tags") or ["other"])[0].split(":")[0]
    return Query(GAME_KINDS.get(tag, tag), tuple(must), tuple(should), tuple(clauses["-"]))


def parse_query(line):
    record = json.loads(line)
    if "query" in record:
        return parse_game_query(record)
    return Query(record["class"], tuple(record["must"]), tuple(record["should"]), (), record["actor"],
                 record["platform"], record["since"], record["until"])


def read_queries(path):
    with open(path, encoding="utf-8") as lines:
        return [parse_query(line) for line in lines if line.strip()]


def quoted(text, always=False):
    plain = re.fullmatch(r"[\w]+", text) and text not in ("AND", "OR", "NOT", "NEAR")
    return text if plain and not always else '"' + text.replace('"', " ") + '"'


def newsdex_text(query):
    """Words of `should` beside `must` have no counterpart: they are left out."""
    parts = [quoted(text) for text in query.must]
    if not parts and query.should:
        either = " OR ".join(quoted(text) for text in query.should)
        parts.append(f"({either})" if len(query.should) > 1 else either)
    parts += ["-" + quoted(text) for text in query.must_not]
    parts += [f"{field}:{quoted(value, True)}" for field, value in (("actor", query.actor), ("platform", query.platform))
              if value]
    if query.since:
        parts.append(f"date:{query.since}..{query.until}")
    return " ".join(parts)


def signed_text(query):
    """+a b -c, as Lucene and Xapian write it; filters stand in columns of their own. Lower case, for Xapian
    would take a capital for the wish not to stem."""
    parts = ["+" + quoted(text) for text in query.must]
    parts += [quoted(text) for text in (query.should if not query.must else ())]
    return " ".join(parts + ["-" + quoted(text) for text in query.must_not]).lower()


def xapian_text(query):
    """Xapian's default operator is AND here, so alternatives are written out."""
    if query.must or len(query.should) < 2:
        return signed_text(query)
    either = " OR ".join(quoted(text).lower() for text in query.should)
    return " ".join([f"({either})"] + ["-" + quoted(text).lower() for text in query.must_not])


def fts5_text(query):
    operands = " AND ".join(quoted(text, True) for text in query.must)
    if not operands:
        operands = "(" + " OR ".join(quoted(text, True) for text in query.should) + ")"
    return operands + "".join(" NOT " + quoted(text, True) for text in query.must_not)
