"""Measures engines over one corpus."""

import shutil
import sys

from . import corpus as corpora
from . import processes, search_protocol
from .newsdex import Newsdex
from .peers import PEERS

ONE_SHOTS = 12  # queries, each of them several times: the first may find the disk cold
SHOTS = 3
FILES = 10_000  # of a folder that is updated
TOTALS_MAY_DIFFER = 0.05  # stemmers differ


def pick(queries, count):
    """Some of the queries, evenly from all classes."""
    return queries[:: max(1, len(queries) // count)][:count]


def one_shot(engine, queries):
    best = []
    for query in pick(queries, ONE_SHOTS):
        command = [str(part) for part in engine.one_shot(query)]
        best.append(min(processes.shot(command) for _ in range(SHOTS)) * 1e6)
    return search_protocol.summary(best)


def warm(engine, queries, repeat):
    """Latencies by part and class, and the totals that the engine gives."""
    latencies, answers = {}, []
    for part, letters in search_protocol.PARTS.items():
        answers = engine.ask(queries, repeat, letters)
        latencies[part] = search_protocol.by_class(queries, answers)
    return latencies, [answer.total for answer in answers]


def agreement(totals, reference):
    """The share of queries of which two engines give the same total, nearly."""
    close = sum(abs(a - b) <= max(1, TOTALS_MAY_DIFFER * max(a, b)) for a, b in zip(totals, reference))
    return close / len(totals)


def measure_engine(engine, corpus, queries, options):
    progress(f"{corpus.articles} articles: {engine.title} builds")
    figures = {"build": engine.build(corpus, options.jobs)}
    progress(f"{corpus.articles} articles: {engine.title} searches")
    figures["warm"], totals = warm(engine, queries, options.repeat)
    figures["one_shot"] = one_shot(engine, queries)
    return figures, totals


def measure_updates(newsdex, corpus, options):
    progress(f"{corpus.articles} articles: newsdex updates")
    no_op = newsdex.update(corpus, options.jobs)
    corpora.change_one_per_cent(corpus)
    return {"no_op": no_op, "one_per_cent": newsdex.update(corpus, options.jobs)}


def measure_files(tools, folder, corpus, options):
    """An update of a folder of files of which none has changed."""
    files = corpora.as_files(folder, corpus, FILES)
    newsdex = Newsdex(tools, folder)
    newsdex.build(files, options.jobs)
    figures = newsdex.update(files, options.jobs)
    newsdex.remove()
    shutil.rmtree(files.path)
    return figures


def measure(tools, folder, corpus, queries, options):
    """Everything about one corpus: {engine: figures}. Leaves the corpus changed."""
    newsdex = Newsdex(tools, folder)
    figures, totals = measure_engine(newsdex, corpus, queries, options)
    engines = {"newsdex": figures}
    for name in options.peers:
        peer = PEERS[name](tools, folder)
        engines[name], peer_totals = measure_engine(peer, corpus, queries, options)
        engines[name]["same_totals"] = agreement(peer_totals, totals)
        peer.remove()
    engines["newsdex"]["update"] = measure_updates(newsdex, corpus, options)
    newsdex.remove()
    engines["newsdex"]["update"]["no_op_files"] = measure_files(tools, folder, corpus, options)
    return engines


def progress(text):
    print(text, file=sys.stderr, flush=True)
