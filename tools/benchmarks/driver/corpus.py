"""Corpora: made up or the user's own, and how they change."""

import itertools
import json
import os
from dataclasses import dataclass, replace

from . import processes
from .queries import read_queries

CHANGED_EVERY = 100  # the articles of an update of one per cent


@dataclass
class Corpus:
    path: str
    articles: int
    bytes: int
    text_bytes: int  # of titles and bodies
    checksum: str


def make(tools, folder, articles, options):
    """The first `articles` of the user's file, or as many made up."""
    path = os.path.join(folder, "corpus.jsonl")
    if options.corpus:
        with open(options.corpus, "rb") as source, open(path, "wb") as copy:
            copy.writelines(itertools.islice(source, articles))
    else:
        command = [tools.program("newsdex-corpus"), articles, "--seed", options.seed, "--shape", options.shape]
        command += ["--median-bytes", options.median_bytes] if options.median_bytes else []
        processes.run(command, stdout=path)
    sizes = json.loads(processes.run([tools.program("newsdex-query-sampler"), path]).stdout)
    return Corpus(path, **sizes)


def draw_queries(tools, folder, corpus, options):
    """From the query file that was given, else drawn from the corpus."""
    if options.query_file:
        return read_queries(options.query_file)
    path = os.path.join(folder, "queries.jsonl")
    processes.run([tools.program("newsdex-query-sampler"), corpus.path, "--queries", path, "--count", options.queries,
                   "--seed", options.seed])
    return read_queries(path)


def as_files(folder, corpus, most):
    """The first `most` articles as files of their own, in a folder."""
    path = os.path.join(folder, "files")
    os.mkdir(path)
    with open(corpus.path, "rb") as lines:
        for number, line in enumerate(itertools.islice(lines, most)):
            with open(os.path.join(path, f"{number}.json"), "wb") as file:
                file.write(line)
    return replace(corpus, path=path)


def changed(line):
    article = json.loads(line)
    field = "body" if "body" in article else "text"
    article[field] = "Correction. " + article.get(field, "")
    return json.dumps(article, ensure_ascii=False).encode() + b"\n"


def change_one_per_cent(corpus):
    """Replaces the corpus by one of which every hundredth article reads otherwise."""
    with open(corpus.path, "rb") as old, open(corpus.path + ".new", "wb") as new:
        for number, line in enumerate(old):
            new.write(changed(line) if number % CHANGED_EVERY == 0 else line)
    os.replace(corpus.path + ".new", corpus.path)
