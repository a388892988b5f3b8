"""The command line of tools/benchmark."""

import argparse
import contextlib
import json
import os
import platform
import re
import shutil
import sys
import tempfile

from . import comparison, corpus, measurement, report, shards
from .peers import PEERS
from .processes import BenchmarkError
from .toolchain import Toolchain

DESCRIPTION = """Measures newsdex: how fast it builds, how large its index is, how quickly it answers, and how all that
grows with the corpus; with --peers beside other engines, on the same machine in the same run."""
MULTIPLES = {"": 1, "k": 1_000, "M": 1_000_000}


def count(text):
    """"10k" as 10000."""
    match = re.fullmatch(r"([1-9]\d*)([kM]?)", text)
    if not match:
        raise argparse.ArgumentTypeError(f"{text} is no number like 200, 10k or 1M")
    return int(match[1]) * MULTIPLES[match[2]]


def counts(text):
    return sorted({count(part) for part in text.split(",")})


def peer_names(text):
    names = text.split(",")
    for name in names:
        if name not in PEERS:
            raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(PEERS)}")
    return names


def parse_options(arguments):
    parser = argparse.ArgumentParser(prog="tools/benchmark", description=DESCRIPTION)
    parser.add_argument("--articles", type=counts, default=[10_000], metavar="N,…", help="sizes, such as 10k,100k,1M")
    parser.add_argument("--corpus", metavar="FILE", help="your own JSON Lines instead of made-up articles")
    parser.add_argument("--shape", choices=("news", "items"), default="news", help="around 2.5 KB, or 200 to 300 bytes")
    parser.add_argument("--median-bytes", type=count, metavar="N", help="median length of a made-up article")
    parser.add_argument("--seed", type=int, default=1, help="names the corpus and the queries")
    parser.add_argument("--peers", type=peer_names, nargs="?", const=list(PEERS), default=[], metavar="NAME,…",
                        help=f"compare with {', '.join(PEERS)}")
    parser.add_argument("--shards", type=count, metavar="N",
                        help="also search the corpus in N shards, here and on Xapian's servers on this machine")
    parser.add_argument("--queries", type=count, default=60, metavar="N", help="drawn of each class")
    parser.add_argument("--query-file", metavar="FILE", help='JSON Lines: {"query": "+a \\"b c\\" -d", "tags": ["class"]}')
    parser.add_argument("--repeat", type=count, default=5, metavar="N", help="runs of each query, of which the median counts")
    parser.add_argument("--jobs", type=count, default=os.cpu_count(), metavar="N", help="threads that build")
    parser.add_argument("--json", metavar="FILE", help="also write everything measured")
    parser.add_argument("--build-dir", metavar="DIR", help="take the programs there instead of building them")
    parser.add_argument("--work-dir", metavar="DIR", help="where corpora and indexes go; a temporary folder by default")
    parser.add_argument("--keep", action="store_true", help="leave the corpora there")
    return parser.parse_args(arguments)


def machine():
    return {"system": platform.platform(), "processor": processor(), "cores": os.cpu_count(),
            "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")}


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


@contextlib.contextmanager
def folder_for(articles, work, keep):
    folder = tempfile.mkdtemp(prefix=f"newsdex-{articles}-", dir=work)
    try:
        yield folder
    finally:
        if not keep:
            shutil.rmtree(folder)


def measure_sizes(tools, work, options):
    runs, queries = [], None
    for articles in options.articles:
        with folder_for(articles, work, options.keep) as folder:
            made = corpus.make(tools, folder, articles, options)
            # The queries of the smallest corpus are asked of all: it is the beginning of the larger ones.
            queries = queries or corpus.draw_queries(tools, folder, made, options)
            sizes = {name: value for name, value in vars(made).items() if name != "path"}
            run = {"corpus": sizes, "queries": len(queries)}
            if options.shards:
                run["sharding"] = shards.measure(tools, folder, made, queries, options)
            run["engines"] = measurement.measure(tools, folder, made, queries, options)
            runs.append(run)
    return runs


def benchmark(options):
    tools = Toolchain(options)
    work = options.work_dir or tempfile.mkdtemp(prefix="newsdex-benchmark-")
    os.makedirs(work, exist_ok=True)
    try:
        runs = measure_sizes(tools, work, options)
    finally:
        if not options.work_dir and not options.keep:
            shutil.rmtree(work)
    return {"version": tools.version(), "machine": machine(), "shape": options.shape, "seed": options.seed,
            "jobs": options.jobs, "runs": runs, "growth": comparison.growth(runs), "peers": comparison.against_peers(runs)}


def main():
    options = parse_options(sys.argv[1:])
    try:
        result = benchmark(options)
    except (BenchmarkError, OSError) as error:
        print(f"tools/benchmark: {error}", file=sys.stderr)
        return 2
    print(report.render(result))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(result, file, indent=2)
            file.write("\n")
    return 0
