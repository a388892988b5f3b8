"""What the benchmark asks of an engine; a module an engine implements it."""

import os
import shutil

from . import processes, search_protocol


class Engine:
    """An engine with its index in `folder`. Subclasses say how it is built and asked."""

    name = ""
    title = ""
    filters_apart = True  # in columns of their own, not in the query's text

    def __init__(self, tools, folder):
        self.tools = tools
        self.folder = folder
        self.index = os.path.join(folder, f"{self.name}-index")

    def build(self, corpus, jobs):
        """Builds the index anew; figures of it, as `build_figures` makes them."""
        raise NotImplementedError

    def query_text(self, query):
        raise NotImplementedError

    def searcher(self):
        """The command of the search protocol with its index."""
        raise NotImplementedError

    def one_shot(self, query):
        """The command that a user would type for one query: ten hits, total, two facets, snippets."""
        path = os.path.join(self.folder, f"{self.name}-one.tsv")
        self.write_queries(path, [query])
        return [*self.searcher(), path, "0", "fs"]

    def write_queries(self, path, queries):
        search_protocol.write_queries(path, queries, self.query_text, self.filters_apart)

    def ask(self, queries, repeat, parts):
        path = os.path.join(self.folder, f"{self.name}-queries.tsv")
        self.write_queries(path, queries)
        return search_protocol.ask(self.searcher(), path, repeat, parts, len(queries))

    def remove(self):
        if os.path.isdir(self.index):
            shutil.rmtree(self.index)
        elif os.path.exists(self.index):
            os.remove(self.index)


def build_figures(corpus, wall_seconds, cpu_seconds, peak_memory_bytes, index):
    index_bytes = processes.size_of(index)
    return {
        "wall_seconds": wall_seconds,
        "cpu_seconds": cpu_seconds,
        "megabytes_per_second": corpus.text_bytes / 1e6 / wall_seconds,
        "articles_per_second": corpus.articles / wall_seconds,
        "cpu_ns_per_byte": cpu_seconds * 1e9 / corpus.text_bytes,
        "peak_memory_bytes": peak_memory_bytes,
        "index_bytes": index_bytes,
        "index_bytes_per_text_byte": index_bytes / corpus.text_bytes,
    }
