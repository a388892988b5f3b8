"""How engines are asked and how they answer, in one warm process each.

    PROGRAM INDEX QUERIES REPEAT [PARTS]

QUERIES has a line a query: its text in the engine's syntax, then, where the engine takes filters apart,
actor, platform, first and last day, separated by tabs. PARTS are letters: f asks for exact counts of actors and
platforms, s for snippets of the ten hits; the exact total is always asked for. The program runs each
query once for nothing, then REPEAT times, and prints a line a query, in their order: the total, a tab, and microseconds
separated by commas. Without repetitions it runs each once.
"""

from dataclasses import dataclass
from statistics import median

from . import processes

# What is timed, one on top of the other, by the name that reports use.
PARTS = {"top_10": "", "facets": "f", "snippets": "fs"}


@dataclass
class Answer:
    total: int
    microseconds: float  # the median of the repetitions


def write_queries(path, queries, text_of, with_filters):
    with open(path, "w", encoding="utf-8") as file:
        for query in queries:
            filters = [query.actor, query.platform, query.since, query.until] if with_filters else []
            file.write("\t".join([text_of(query)] + filters) + "\n")


def parse_answer(line):
    total, times = line.split("\t")
    return Answer(int(total), median(float(time) for time in times.split(",")))


def ask(command, queries_path, repeat, parts, expected):
    """`command` is the program with its index."""
    out = processes.run([*command, queries_path, repeat, parts]).stdout
    answers = [parse_answer(line) for line in out.splitlines()]
    if len(answers) != expected:
        raise processes.BenchmarkError(f"{command[0]}: {len(answers)} answers to {expected} queries")
    return answers


def percentile(values, share):
    """The smallest of the values that this share of them does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def summary(microseconds):
    values = list(microseconds)
    result = {f"p{share}_us": percentile(values, share) for share in (50, 90, 99)}
    return {"queries": len(values), **result, "max_us": max(values)}


def by_class(queries, answers):
    """Percentiles over queries, by class and over all."""
    groups = {"all": [answer.microseconds for answer in answers]}
    for query, answer in zip(queries, answers):
        groups.setdefault(query.kind, []).append(answer.microseconds)
    return {kind: summary(values) for kind, values in groups.items()}
