"""The engines newsdex is compared with, each with settings that are fair to it."""

import os

from . import processes, queries
from .engine import Engine, build_figures

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Fts5(Engine):
    """SQLite's full-text index: porter stems, stored text; one thread, as it has no more. Counted is what is spent
    within SQLite, not the parsing of JSON."""

    name = "fts5"
    title = "SQLite FTS5"

    def build(self, corpus, jobs):
        self.remove()
        done = processes.run([os.path.join(HERE, "fts5/build.py"), corpus.path, self.index])
        wall, cpu = map(float, done.stdout.split())
        return build_figures(corpus, wall, cpu, done.peak_memory_bytes, self.index)

    def query_text(self, query):
        return queries.fts5_text(query)

    def searcher(self):
        return [os.path.join(HERE, "fts5/search.py"), self.index]

    def one_shot(self, query):
        from fts5 import search  # beside this package

        columns = "\t".join([self.query_text(query), query.actor, query.platform, query.since, query.until])
        return ["sqlite3", "-readonly", self.index, search.script(search.parse_line(columns), "fs")]


class Lucene(Engine):
    """Lucene 8.7 with its English analyzer, positions and offsets, stored text, SortedSet facets."""

    name = "lucene"
    title = "Lucene"

    def java(self, main):
        return ["java", "-cp", self.tools.class_path(), main]

    def build(self, corpus, jobs):
        self.remove()
        done = processes.run([*self.java("LuceneIndexer"), corpus.path, self.index, jobs])
        return build_figures(corpus, float(done.stdout), done.cpu_seconds, done.peak_memory_bytes, self.index)

    def query_text(self, query):
        return queries.signed_text(query)

    def searcher(self):
        return [*self.java("LuceneSearcher"), self.index]


class Xapian(Engine):
    """Xapian's own indexer scriptindex, and a searcher of its stock parts. Counted is what scriptindex takes for a
    dump made beforehand; one thread, as it has no more."""

    name = "xapian"
    title = "Xapian scriptindex"

    def build(self, corpus, jobs):
        self.remove()
        dump = os.path.join(self.folder, "corpus.dump")
        processes.run([os.path.join(HERE, "xapian/dump.py"), corpus.path], stdout=dump)
        script = os.path.join(HERE, "xapian/newsdex.script")
        done = processes.run(["scriptindex", "--stemmer=english", "--overwrite", self.index, script, dump])
        os.remove(dump)
        return build_figures(corpus, done.wall_seconds, done.cpu_seconds, done.peak_memory_bytes, self.index)

    def query_text(self, query):
        return queries.xapian_text(query)

    def searcher(self):
        return [self.tools.program("newsdex-xapian-search"), self.index]


PEERS = {engine.name: engine for engine in (Fts5, Lucene, Xapian)}
