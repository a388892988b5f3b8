"""Tables of what was measured, for people; the JSON has all of it."""

from .comparison import flatten, ratios
from .newsdex import STAGES

# Processor time a byte of text that a build may take in all: as quick as FTS5, and one and a half times as quick.
BUDGETS = (90, 60)

# what, unit shown, path in an engine's figures, format, divisor of the unit
ROWS = [
    ("build speed by text", "MB/s", "build.megabytes_per_second", "{:.2f}", 1e0),
    ("build speed by articles", "1/s", "build.articles_per_second", "{:.0f}", 1e0),
    ("build processor time", "ns/byte", "build.cpu_ns_per_byte", "{:.1f}", 1e0),
    ("build peak memory", "MB", "build.peak_memory_bytes", "{:.0f}", 1e6),
    ("index size", "bytes/text byte", "build.index_bytes_per_text_byte", "{:.2f}", 1e0),
    ("update without change", "s", "update.no_op.wall_seconds", "{:.3f}", 1e0),
    ("the same of 10,000 files", "s", "update.no_op_files.wall_seconds", "{:.3f}", 1e0),
    ("update of 1%", "s", "update.one_per_cent.wall_seconds", "{:.3f}", 1e0),
    ("one shot p50", "ms", "one_shot.p50_us", "{:.1f}", 1e3),
    ("one shot p99", "ms", "one_shot.p99_us", "{:.1f}", 1e3),
    ("top 10 and total p50", "ms", "warm.top_10.all.p50_us", "{:.3f}", 1e3),
    ("top 10 and total p99", "ms", "warm.top_10.all.p99_us", "{:.3f}", 1e3),
    ("and two facets p50", "ms", "warm.facets.all.p50_us", "{:.3f}", 1e3),
    ("and two facets p99", "ms", "warm.facets.all.p99_us", "{:.3f}", 1e3),
    ("and snippets p50", "ms", "warm.snippets.all.p50_us", "{:.3f}", 1e3),
    ("and snippets p99", "ms", "warm.snippets.all.p99_us", "{:.3f}", 1e3),
    ("same totals as newsdex", "%", "same_totals", "{:.0f}", 1e-2),
]

# The same of a way to search shards.
SHARD_ROWS = [
    ("build", "s", "build.wall_seconds", "{:.2f}", 1e0),
    ("build processor time", "ns/byte", "build.cpu_ns_per_byte", "{:.1f}", 1e0),
    ("size", "bytes/text byte", "build.index_bytes_per_text_byte", "{:.2f}", 1e0),
    ("one shot p50", "ms", "one_shot.p50_us", "{:.1f}", 1e3),
    ("one shot max", "ms", "one_shot.max_us", "{:.1f}", 1e3),
    ("warm p50", "ms", "warm.p50_us", "{:.3f}", 1e3),
    ("warm max", "ms", "warm.max_us", "{:.3f}", 1e3),
    ("requests a query, least", "", "traffic.requests.least", "{:.0f}", 1e0),
    ("requests a query, median", "", "traffic.requests.median", "{:.0f}", 1e0),
    ("requests a query, most", "", "traffic.requests.most", "{:.0f}", 1e0),
    ("received a query, least", "KB", "traffic.bytes.least", "{:.1f}", 1e3),
    ("received a query, median", "KB", "traffic.bytes.median", "{:.1f}", 1e3),
    ("received a query, most", "KB", "traffic.bytes.most", "{:.1f}", 1e3),
]


def table(header, rows):
    widths = [max(len(str(row[i])) for row in [header, *rows]) for i in range(len(header))]
    lines = []
    for row in [header, ["-" * width for width in widths], *rows]:
        cells = [str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                 for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def figure_table(engines, figure_rows=ROWS):
    """{engine: figures}, a row a figure; n/a where an engine has none."""
    flat = {name: flatten(figures) for name, figures in engines.items()}
    rows = [
        [f"{what}, {unit}" if unit else what]
        + [form.format(figures[path] / divisor) if path in figures else "n/a" for figures in flat.values()]
        for what, unit, path, form, divisor in figure_rows
        if any(path in figures for figures in flat.values())
    ]
    return table(["", *engines], rows)


def ratio_table(columns, figure_rows=ROWS):
    """{column: ratios}."""
    rows = [
        [what] + [f"{column[path]:.2f}" if path in column else "n/a" for column in columns.values()]
        for what, _, path, _, _ in figure_rows
        if any(path in column for column in columns.values())
    ]
    return table(["", *columns], rows)


def stage_table(runs):
    """Processor time by stage, and of the last run what one processor does of each in a second."""
    builds = [run["engines"]["newsdex"]["build"] for run in runs]
    last = runs[-1]["corpus"]

    def row(stage, values):
        cells = ["n/a" if value is None else f"{value:.1f}" for value in values]
        if not values[-1]:
            return [stage, *cells, "n/a", "n/a"]
        bytes_per_second = 1e9 / values[-1]
        return [stage, *cells, f"{bytes_per_second / 1e6:.1f}",
                f"{bytes_per_second / last['text_bytes'] * last['articles']:.0f}"]

    rows = [row(stage, [(build["stages"] or {}).get("cpu_ns_per_byte", {}).get(stage) for build in builds])
            for stage in STAGES]
    rows.append(row("stages in sum", [(build["stages"] or {}).get("total_cpu_ns_per_byte") for build in builds]))
    rows.append(row("the whole process", [build["cpu_ns_per_byte"] for build in builds]))
    rows += [[f"of a budget of {budget}"] + [f"{build['cpu_ns_per_byte'] / budget:.2f}" for build in builds] + ["", ""]
             for budget in BUDGETS]
    return table(["CPU ns/byte of text", *(str(run["corpus"]["articles"]) for run in runs), "MB/s", "articles/s"], rows)


def latency_table(warm):
    rows = []
    for part, classes in warm.items():
        for kind, figures in classes.items():
            times = [f"{figures[p] / 1e3:.3f}" for p in ("p50_us", "p90_us", "p99_us", "max_us")]
            rows.append([f"{part} {kind}", figures["queries"], *times])
    return table(["warm, ms", "queries", "p50", "p90", "p99", "max"], rows)


def shard_tables(sharding):
    """What ways to search take, and how many times what one index takes."""
    ways = sharding["ways"]
    base = next(iter(ways.values()))
    times = {way: ratios(figures, base) for way, figures in ways.items()}
    return [f"{sharding['shards']} shards", figure_table(ways, SHARD_ROWS),
            "times one index", ratio_table(times, SHARD_ROWS)]


def corpus_line(corpus):
    return (f"{corpus['articles']} articles, {corpus['text_bytes'] / 1e6:.1f} MB of text, "
            f"checksum {corpus['checksum']}")


def render(result):
    parts = []
    for run in result["runs"]:
        parts += [corpus_line(run["corpus"]), figure_table(run["engines"]),
                  latency_table(run["engines"]["newsdex"]["warm"])]
        parts += shard_tables(run["sharding"]) if "sharding" in run else []
    parts.append(stage_table(result["runs"]))
    if result["growth"]:
        parts += ["newsdex, larger corpus / smaller",
                  ratio_table({f"{step['from']}→{step['to']}": step["ratios"] for step in result["growth"]})]
    if result["peers"]:
        parts += ["newsdex / peer: better above 1 for build speed, below 1 for all else",
                  ratio_table({f"{c['peer']} {c['articles']}": c["ratios"] for c in result["peers"]})]
    return "\n\n".join(parts)
