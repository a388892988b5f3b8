"""Ratios: between sizes of a corpus, and between engines."""


def flatten(figures, prefix=""):
    """{"build": {"wall_seconds": 2}} as {"build.wall_seconds": 2}; numbers only."""
    flat = {}
    for key, value in figures.items():
        path = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict):
            flat.update(flatten(value, path))
        elif isinstance(value, (int, float)) and key != "queries":
            flat[path] = value
    return flat


def ratios(figures, base):
    """figures / base for whatever both have."""
    ours, theirs = flatten(figures), flatten(base)
    return {path: value / theirs[path] for path, value in ours.items() if theirs.get(path)}


def growth(runs):
    """How newsdex's figures change from each size to the next."""
    return [
        {"from": small["corpus"]["articles"], "to": large["corpus"]["articles"],
         "ratios": ratios(large["engines"]["newsdex"], small["engines"]["newsdex"])}
        for small, large in zip(runs, runs[1:])
    ]


def against_peers(runs):
    """newsdex / peer, by size and peer."""
    return [
        {"articles": run["corpus"]["articles"], "peer": peer, "ratios": ratios(run["engines"]["newsdex"], figures)}
        for run in runs
        for peer, figures in run["engines"].items()
        if peer != "newsdex"
    ]
