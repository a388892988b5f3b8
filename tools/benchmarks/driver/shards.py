"""What it costs to search shards instead of one index: here, and on stock servers of this machine."""

import contextlib
import json
import os
import shutil
from statistics import median

from . import measurement, processes, search_protocol, servers
from . import queries as query_syntax
from .engine import build_figures
from .newsdex import BUILT, Newsdex
from .processes import BenchmarkError

# Ways to ask, by the name that reports use. Of servers nothing is known before a first search; "kept" finds what it kept.
ONE, HERE, FIRST, KEPT = "one index", "shards here", "servers, first search", "servers, pieces kept"
ANSWERED = (0, 1)  # 1: nothing found


class Sharded(Newsdex):
    """newsdex with its index in shards."""

    name = "shards"
    title = "newsdex in shards"

    def __init__(self, tools, folder, shards):
        super().__init__(tools, folder)
        self.shards = shards

    def build(self, corpus, jobs):
        self.remove()
        done = processes.run([self.tools.program("newsdex-index"), "build", corpus.path, "--db", self.index, "--jobs", jobs,
                              "--shards", self.shards], accepted=BUILT)
        return build_figures(corpus, done.wall_seconds, done.cpu_seconds, done.peak_memory_bytes, self.index)


class Kept:
    """Where searches keep pieces of shards, in place of the user's folder."""

    def __init__(self, folder):
        self.folder = os.path.join(folder, "kept")

    def __enter__(self):
        self.before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = self.folder
        return self

    def __exit__(self, *_):
        self.forget()
        del os.environ["XDG_CACHE_HOME"]
        if self.before is not None:
            os.environ["XDG_CACHE_HOME"] = self.before

    def forget(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Searches:
    """Searches of one collection, which every way that leads to it must answer alike."""

    def __init__(self, tools, folder, places, kept):
        """`places` are what to search by way."""
        self.tools, self.folder, self.places, self.kept = tools, folder, places, kept

    def command(self, way, text, *options):
        return [self.tools.program("newsdex-search"), "--db", self.places[way], "--require-all", *options, "--", text]

    def prepare(self, way):
        if way == FIRST:
            self.kept.forget()

    def answer(self, way, text):
        self.prepare(way)
        done = processes.run(self.command(way, text, "--format", "json"), accepted=ANSWERED)
        return without_time(done.stdout)

    def check(self, text):
        """All ways give the same hits, scores, snippets and counts; else BenchmarkError."""
        expected = self.answer(ONE, text)
        for way in self.places:
            if self.answer(way, text) != expected:
                raise BenchmarkError(f"{way} answers {text!r} otherwise than {ONE}")

    def shot(self, way, text):
        self.prepare(way)
        return processes.shot(self.command(way, text)) * 1e6

    def shots(self, texts, times):
        """Latencies by way: of each query the best, the ways by turns, so that other work on the machine meets all alike."""
        best = {way: [] for way in self.places}
        for text in texts:
            rounds = [{way: self.shot(way, text) for way in self.places} for _ in range(times)]
            for way, times_of_way in best.items():
                times_of_way.append(min(shots[way] for shots in rounds))
        return {way: search_protocol.summary(times_of_way) for way, times_of_way in best.items()}

    def warm(self, way, asked, repeat):
        path = os.path.join(self.folder, "shards-queries.tsv")
        search_protocol.write_queries(path, asked, query_syntax.newsdex_text, with_filters=False)
        command = [self.tools.program("newsdex-query-timer"), self.places[way]]
        answers = search_protocol.ask(command, path, repeat, "fs", len(asked))
        return search_protocol.summary(answer.microseconds for answer in answers)

    def traffic(self, way, text, relays):
        """(requests to all servers together, bytes from them)"""
        self.prepare(way)
        before = [(relay.requests, relay.bytes) for relay in relays]
        processes.run(self.command(way, text), accepted=ANSWERED)
        return tuple(sum(getattr(relay, what) - old[place] for relay, old in zip(relays, before))
                     for place, what in enumerate(("requests", "bytes")))


def without_time(text):
    answer = json.loads(text)
    answer.pop("took_ms", None)
    return answer


def spread(values):
    return {"least": min(values), "median": median(values), "most": max(values)}


def write_list(path, ports):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"remote {servers.LOOPBACK}:{port}\n" for port in ports)
    return path


def measure_traffic(searches, texts, ports):
    """Requests and bytes a query, by way; a search that finds pieces kept follows one for the same that kept them."""
    relays = [servers.Relay(port) for port in ports]
    relayed = write_list(os.path.join(searches.folder, "relayed"), [relay.port for relay in relays])
    through = Searches(searches.tools, searches.folder, dict.fromkeys((FIRST, KEPT), relayed), searches.kept)
    counted = {way: [] for way in through.places}
    for text in texts:
        for way, counts in counted.items():
            counts.append(through.traffic(way, text, relays))
    for relay in relays:
        relay.close()
    return {way: dict(zip(("requests", "bytes"), map(spread, zip(*counts)))) for way, counts in counted.items()}


def measure_searches(searches, ports, queries, repeat):
    """Figures by way."""
    asked = measurement.pick(queries, measurement.ONE_SHOTS)
    texts = [query_syntax.newsdex_text(query) for query in asked]
    for text in texts:
        searches.check(text)
    ways = {way: {"one_shot": latencies} for way, latencies in searches.shots(texts, measurement.SHOTS).items()}
    for way in (ONE, HERE, KEPT):
        ways[way]["warm"] = searches.warm(way, asked, repeat)
    for way, traffic in measure_traffic(searches, texts, ports).items():
        ways[way]["traffic"] = traffic
    return ways


def measure(tools, folder, corpus, queries, options):
    """{"shards": how many, "ways": {way: figures}}."""
    measurement.progress(f"{corpus.articles} articles: one index and {options.shards} shards are built")
    one, sharded = Newsdex(tools, folder), Sharded(tools, folder, options.shards)
    builds = {ONE: one.build(corpus, options.jobs), HERE: sharded.build(corpus, options.jobs)}
    measurement.progress(f"{corpus.articles} articles: shards are searched here and on servers")
    with contextlib.ExitStack() as running:
        ports = [running.enter_context(servers.server(os.path.join(sharded.index, f"shard-{number}")))
                 for number in range(options.shards)]
        listed = write_list(os.path.join(folder, "served"), ports)
        places = {ONE: one.index, HERE: sharded.index, FIRST: listed, KEPT: listed}
        with Kept(folder) as kept:
            ways = measure_searches(Searches(tools, folder, places, kept), ports, queries, options.repeat)
    for way, build in builds.items():
        ways[way]["build"] = build
    one.remove()
    sharded.remove()
    return {"shards": options.shards, "ways": ways}
