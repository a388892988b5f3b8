"""What an index answers, as a value to compare; and what lies in its folder."""

import json
import pathlib

from knocks.faults import Lost, Wrong

FACETS = "--facet actor:100 --facet platform:100 --facet source:100 --facet year:100 --facet month:100"

# Of every kind of query one, so that every file of an index is asked for: postings, positions, columns,
# stored articles, names.
QUERIES = [
    f" -- --limit 5000 --no-fold {FACETS}",
    "telegram ban -- --limit 30",
    '"the telegram ban" -- --limit 10',
    "ban NEAR/6 version -- --limit 10",
    "filt* court -- --limit 10",
    "telegran~1 -- --limit 5",
    "actor:rouhani -- --sort newest --limit 10 --facet platform",
    "platform:telegram date:2018 -- --timeline=month --limit 5",
    "title:part -durov -- --sort oldest --limit 8",
    "mentions:2018 OR source:masthead -- --limit 5",
]

# What is alike depends on how often a word occurs, deleted articles included: two ways to one state may
# answer it differently.
SIMILAR = "similar:masthead -- --limit 5"
NO_INDEX = "no index"
REFUSED = "refused"


def _value(line, folder):
    answer = json.loads(line.replace(str(folder), "$DIR"))
    answer.pop("took_ms", None)
    return json.dumps(answer, sort_keys=True)


def ask(programs, index, queries=None):
    """The answers to `queries` by one process: a tuple of texts, or NO_INDEX. What else keeps the index from
    answering is Lost."""
    entry = "\n".join(queries or QUERIES) + "\n"
    done = programs.run("newsdex-search", "--batch", "--db", index, entry=entry.encode())
    if done.says("there is no index"):
        return NO_INDEX
    if done.status not in (0, 1):
        raise Lost(f"the index does not answer: {done}")
    return tuple(_value(line, programs.folder) for line in done.out.decode().splitlines())


def ask_each(programs, index, queries):
    """As `ask`, by a process for each query; REFUSED stands for an answer that is refused as damaged."""
    answers = []
    for query in queries:
        words, _, options = query.partition(" -- ")
        done = programs.run("newsdex-search", "--db", index, "--format", "json", *options.split(), "--", words)
        if done.status == 2:
            done.expect_words("newsdex-search: ", index)
            answers.append(REFUSED)
        else:
            answers.append(_value(done.expect(0, 1).out.decode(), programs.folder))
    return tuple(answers)


def difference(found, expected):
    """Of two tuples of answers, the first that differ, short enough to print."""
    if isinstance(found, str) or isinstance(expected, str):
        return f"{str(found)[:60]!r} for {str(expected)[:60]!r}"
    for query, one, other in zip(QUERIES, found, expected):
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            begin = max(0, at - 80)
            return f"query {query!r}: ...{one[begin:at + 120]}... for ...{other[begin:at + 120]}..."
    return f"{len(found)} answers for {len(expected)}"


def must_be(found, *allowed, what="the index"):
    """Fails the case unless `found` is one of the `allowed` states."""
    if found not in allowed:
        raise Wrong(f"{what} is in none of {len(allowed)} states: {difference(found, allowed[-1])}")


def must_be_whole(programs, index):
    done = programs.run("newsdex-index", "check", "--db", index)
    if done.status != 0:
        raise Lost(f"check finds damage: {done}")


def files_of(index):
    """All files below an index folder, by relative path."""
    return sorted(str(path.relative_to(index)) for path in pathlib.Path(index).rglob("*") if path.is_file())


def named_files(index):
    """The files that the published state of an index names, with CURRENT and the lock; or of a folder of shards."""
    index = pathlib.Path(index)
    shards = index / "shards"
    if shards.is_file():
        folders = [line.split()[1] for line in shards.read_text().splitlines() if line.startswith("local ")]
        return sorted(["lock", "shards"] + [f"{folder}/{name}" for folder in folders
                                            for name in named_files(index / folder)])
    generation = (index / "CURRENT").read_text().split()[0]
    manifest = json.loads((index / generation / "manifest.json").read_text())
    names = ["CURRENT", "lock", f"{generation}/manifest.json"]
    names += [f"{generation}/{name}" for name in (*manifest["checksums"], "spare")]
    if "shard.json" in manifest["checksums"]:
        names += ["XAPIANDB", *(f"served/{name}" for name in files_of(index / "served"))]
    for segment in manifest["segments"]:
        names += [f"{segment['name']}/{name}" for name in segment["checksums"]]
    return sorted(names)


def must_hold_nothing_stray(index):
    stray = set(files_of(index)) - set(named_files(index))
    if stray:
        raise Wrong(f"files are left that the index does not name: {', '.join(sorted(stray)[:5])}")


