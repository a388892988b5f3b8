#!/usr/bin/env python3
"""Checks the labelled articles, prints what they hold, lists doubtful marks, and converts them.

    check.py FOLDER                   faults and counts; exit status 1 if there are faults
    check.py FOLDER --review          doubtful marks, for a person to look at
    check.py FOLDER --format jsonl    articles with spans as [begin, end, class], in bytes of UTF-8
    check.py FOLDER --format conll    a word and its label a line, an empty line after a paragraph

FOLDER is corpus/labelled, or for the conversions also one half of it.
"""

import argparse
import collections
import itertools
import json
import pathlib
import re
import sys

from document_truth import check_document_truth
from labelled_text import CLASSES, LabelError, parse_article
from review import review

HALVES = ("train", "report")
FILE_NAME = re.compile(r"(\d{3})-[a-z0-9-]+\.txt$")
FEWEST_WORDS, MOST_WORDS = 140, 360
SHINGLE = 6  # words in a row; two articles may share few of them
MOST_SHARED_SHINGLES = 8
TOKEN = re.compile(r"\w+(?:[.'’]\w+)*|[^\w\s]")


def read_articles(folder, faults):
    """Articles by path; what cannot be read is a fault."""
    articles = {}
    for path in sorted(folder.rglob("*.txt")):
        try:
            articles[path] = parse_article(path.read_text(encoding="utf-8"))
        except (LabelError, UnicodeDecodeError) as error:
            faults.append(f"{path}:{error}")
    return articles


def check_file_names(articles, faults):
    by_number = collections.defaultdict(list)
    for path in articles:
        match = FILE_NAME.match(path.name)
        if not match or path.parent.name not in HALVES:
            faults.append(f"{path}: not {'/ or '.join(HALVES)}/NNN-slug.txt")
        else:
            by_number[match.group(1)].append(path)
    for number, paths in by_number.items():
        if len(paths) > 1:
            faults.append(f"{paths[1]}: number {number} is taken by {paths[0].name}")


def check_lengths(articles, faults):
    for path, article in articles.items():
        words = len(article.body.text.split())
        if not FEWEST_WORDS <= words <= MOST_WORDS:
            faults.append(f"{path}: {words} words, not {FEWEST_WORDS} to {MOST_WORDS}")


def shingles(article):
    words = re.findall(r"\w+", article.body.text.lower())
    return {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}


def check_copies(articles, faults):
    rows = {path: shingles(article) for path, article in articles.items()}
    for (one, first), (other, second) in itertools.combinations(rows.items(), 2):
        if len(first & second) > MOST_SHARED_SHINGLES:
            faults.append(f"{other}: much of it stands in {one.name} too")


def find_faults(folder):
    faults = []
    articles = read_articles(folder, faults)
    for check in (check_file_names, check_lengths, check_copies):
        check(articles, faults)
    check_document_truth(folder, faults)
    if not articles:
        faults.append(f"{folder}: no articles")
    return articles, faults


def print_counts(folder, articles):
    print(f"{'':8}{'articles':>9}{'words':>8}" + "".join(f"{label:>7}" for label in CLASSES))
    for half in HALVES:
        own = [a for path, a in articles.items() if path.is_relative_to(folder / half)]
        words = sum(len(part.text.split()) for a in own for part in a.parts())
        names = collections.Counter(s.label for a in own for part in a.parts() for s in part.spans)
        print(f"{half:8}{len(own):9}{words:8}" + "".join(f"{names[label]:7}" for label in CLASSES))


def byte_spans(part):
    def bytes_before(position):
        return len(part.text[:position].encode())

    return [[bytes_before(s.begin), bytes_before(s.end), s.label] for s in part.spans]


def as_json_line(path, article):
    return json.dumps(
        {
            "id": path.stem,
            "title": article.title.text,
            "body": article.body.text,
            "title_spans": byte_spans(article.title),
            "spans": byte_spans(article.body),
        },
        ensure_ascii=False,
    )


def conll_lines(part):
    """Words with B- and I- labels. A word that a mark begins or ends within is cut there."""
    cuts = sorted({0, len(part.text)} | {p for s in part.spans for p in (s.begin, s.end)})
    spans = {span.begin: span for span in part.spans}
    for begin, end in itertools.pairwise(cuts):
        span = spans.get(begin)
        prefix = "B-"
        for paragraph in re.split(r"(\n+)", part.text[begin:end]):
            if paragraph.startswith("\n"):
                yield ""
            for token in TOKEN.findall(paragraph):
                yield f"{token}\t{prefix + span.label if span else 'O'}"
                prefix = "I-"
    yield ""


def convert(articles, wanted):
    for path, article in articles.items():
        if wanted == "jsonl":
            print(as_json_line(path, article))
        else:
            print("\n".join(line for part in article.parts() for line in conll_lines(part)))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--review", action="store_true")
    options.add_argument("--format", choices=("jsonl", "conll"))
    args = options.parse_args()
    if args.format:
        faults = []
        convert(read_articles(args.folder, faults), args.format)
    else:
        articles, faults = find_faults(args.folder)
        if args.review:
            review(articles)
        else:
            print_counts(args.folder, articles)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
