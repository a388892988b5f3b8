#!/usr/bin/env python3
"""tools/benchmark as a whole on a small corpus: end_to_end_test.py SOURCE_FOLDER BUILD_FOLDER."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE, BUILD = (pathlib.Path(path) for path in (sys.argv.pop(1), sys.argv.pop(1)))
SIZES = [60, 200]
CLASSES = {"all", "term", "and", "or", "phrase", "filter"}


def benchmark(folder, *options):
    json_path = pathlib.Path(folder, "result.json")
    work = pathlib.Path(folder, "work")
    command = [SOURCE / "tools/benchmark", "--build-dir", BUILD, "--work-dir", work, "--queries", "6", "--repeat", "2",
               "--json", json_path, *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout, json.loads(json_path.read_text()), list(work.iterdir())


class Benchmark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.table, cls.result, cls.left = benchmark(folder, "--articles", "60,200", "--shape", "items")

    def engines(self):
        return [run["engines"]["newsdex"] for run in self.result["runs"]]

    def test_measures_every_size(self):
        self.assertEqual([run["corpus"]["articles"] for run in self.result["runs"]], SIZES)
        for run in self.result["runs"]:
            self.assertTrue(200 < run["corpus"]["text_bytes"] / run["corpus"]["articles"] < 400)
            self.assertRegex(run["corpus"]["checksum"], "^[0-9a-f]{16}$")

    def test_gives_every_figure_of_a_build_and_of_updates(self):
        for figures in self.engines():
            self.assertEqual(set(figures), {"build", "warm", "one_shot", "update"})
            build = dict(figures["build"])
            build.pop("stages")
            self.assertEqual(set(build), {"wall_seconds", "cpu_seconds", "megabytes_per_second", "articles_per_second",
                                          "cpu_ns_per_byte", "peak_memory_bytes", "index_bytes", "index_bytes_per_text_byte"})
            updates = [figures["update"][what] for what in ("no_op", "no_op_files", "one_per_cent")]
            for values in (build, *updates):
                for name, value in values.items():
                    self.assertGreater(value, 0, name)

    def test_orders_percentiles_of_every_class_and_part(self):
        for figures in self.engines():
            self.assertEqual(set(figures["warm"]), {"top_10", "facets", "snippets"})
            summaries = [summary for part in figures["warm"].values() for summary in part.values()]
            for part in figures["warm"].values():
                self.assertEqual(set(part), CLASSES)
            for summary in [*summaries, figures["one_shot"]]:
                self.assertGreater(summary["queries"], 0)
                times = [summary[name] for name in ("p50_us", "p90_us", "p99_us", "max_us")]
                self.assertGreater(times[0], 0)
                self.assertEqual(times, sorted(times))

    def test_says_how_figures_grow(self):
        (step,) = self.result["growth"]
        self.assertEqual((step["from"], step["to"]), tuple(SIZES))
        self.assertAlmostEqual(step["ratios"]["build.index_bytes"],
                               self.engines()[1]["build"]["index_bytes"] / self.engines()[0]["build"]["index_bytes"])

    def test_prints_tables(self):
        for text in ("200 articles, ", "build speed by text, MB/s", "snippets phrase", "of a budget of 90", "60→200"):
            self.assertIn(text, self.table)

    def test_leaves_nothing_behind(self):
        self.assertEqual(self.left, [])

    def test_takes_the_users_articles_and_queries_and_leaves_them_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus, queries = pathlib.Path(folder, "mine.jsonl"), pathlib.Path(folder, "mine.queries")
            lines = [json.dumps({"title": f"Title {n}", "text": f"some words of ours, {n}"}) for n in range(9)]
            corpus.write_text("\n".join(lines) + "\n")
            queries.write_text('{"query": "+some +words", "tags": ["intersection"]}\n')
            before = corpus.read_bytes()
            _, result, _ = benchmark(folder, "--corpus", corpus, "--query-file", queries)
            self.assertEqual(result["runs"][0]["corpus"]["articles"], 9)
            self.assertEqual(set(result["runs"][0]["engines"]["newsdex"]["warm"]["top_10"]), {"all", "and"})
            self.assertEqual(corpus.read_bytes(), before)


def processes_with(text):
    """Command lines of running processes that name `text`."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().decode(errors="replace").replace("\0", " ")
        except OSError:  # it has ended
            continue
        found += [line] if text in line else []
    return found


class Shards(unittest.TestCase):
    def test_are_measured_beside_one_index(self):
        with tempfile.TemporaryDirectory() as folder:
            table, result, left = benchmark(folder, "--articles", "60", "--shape", "items", "--shards", "2")
            self.assertEqual((left, processes_with(folder)), ([], []))
        sharding = result["runs"][0]["sharding"]
        one, here, first, kept = sharding["ways"].values()
        self.assertEqual(sharding["shards"], 2)
        self.assertGreater(here["build"]["index_bytes"], one["build"]["index_bytes"])
        for way in (one, here, first, kept):
            self.assertGreater(way["one_shot"]["p50_us"], 0)
        for what in ("requests", "bytes"):
            self.assertGreater(first["traffic"][what]["median"], kept["traffic"][what]["median"], what)
            self.assertGreater(kept["traffic"][what]["least"], 0)
        self.assertIn("2 shards\n", table)

    def test_servers_end_with_a_run_that_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            queries = pathlib.Path(folder, "refused.queries")
            queries.write_text(json.dumps({"query": '"' + 40 * "word " + '"'}) + "\n")  # more than a phrase may have
            with self.assertRaises(subprocess.CalledProcessError) as failed:
                benchmark(folder, "--articles", "60", "--shape", "items", "--shards", "2", "--query-file", queries)
            self.assertIn("shards are searched", failed.exception.stderr)
            self.assertIn("newsdex-search", failed.exception.stderr)
            self.assertEqual(processes_with(folder), [])


if __name__ == "__main__":
    unittest.main()
