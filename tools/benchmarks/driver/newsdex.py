"""newsdex itself, through its programs and, for warm searches, its library."""

import json

from . import processes, queries
from .engine import Engine, build_figures

# Stages of a build in their order, as `newsdex-index build --timings` names them.
STAGES = ("read", "analyse", "recognise", "discover", "date", "collect", "write")


def parse_timings(stderr):
    """The object on the last line, or None."""
    lines = stderr.strip().splitlines()
    if not lines or not lines[-1].startswith('{"timings"'):
        return None
    return json.loads(lines[-1])


def stage_figures(timings, text_bytes):
    """Nanoseconds of processor time a byte of text, by stage and in sum."""
    stages = {stage: seconds * 1e9 / text_bytes for stage, seconds in timings["timings"].items()}
    return {"cpu_ns_per_byte": stages, "total_cpu_ns_per_byte": sum(stages.values())}


BUILT = (0, 3)  # 3: built, without the articles that could not be read


class Newsdex(Engine):
    name = "newsdex"
    title = "newsdex"
    filters_apart = False

    def build(self, corpus, jobs):
        self.remove()
        program = self.tools.program("newsdex-index")
        command = [program, "build", corpus.path, "--db", self.index, "--jobs", jobs]
        if "--timings" in processes.run([program, "build", "--help"]).stdout:
            command.append("--timings")
        done = processes.run(command, accepted=BUILT)
        figures = build_figures(corpus, done.wall_seconds, done.cpu_seconds, done.peak_memory_bytes, self.index)
        timings = parse_timings(done.stderr)
        figures["stages"] = stage_figures(timings, corpus.text_bytes) if timings else None
        return figures

    def update(self, corpus, jobs):
        command = [self.tools.program("newsdex-index"), "update", corpus.path, "--db", self.index, "--jobs", jobs]
        done = processes.run(command, accepted=BUILT)
        return {"wall_seconds": done.wall_seconds, "cpu_seconds": done.cpu_seconds,
                "peak_memory_bytes": done.peak_memory_bytes}

    def query_text(self, query):
        return queries.newsdex_text(query)

    def searcher(self):
        return [self.tools.program("newsdex-query-timer"), self.index]

    def one_shot(self, query):
        return [self.tools.program("newsdex-search"), "--db", self.index, "--", self.query_text(query)]
