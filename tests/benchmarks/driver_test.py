#!/usr/bin/env python3
"""The parts of tools/benchmark that measure nothing: driver_test.py SOURCE_FOLDER."""

import argparse
import os
import pathlib
import socket
import sys
import tempfile
import unittest
from unittest import mock

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(sys.argv.pop(1)) / "tools/benchmarks"))

from driver import (command, comparison, newsdex, processes, queries, report, search_protocol, servers,  # noqa: E402
                    shards)
from fts5 import search as fts5  # noqa: E402

Query = queries.Query


class Counts(unittest.TestCase):
    def test_are_numbers_with_a_multiple(self):
        self.assertEqual(command.counts("1M,200,10k"), [200, 10_000, 1_000_000])

    def test_refuse_what_is_no_number(self):
        for text in ("", "0", "-5", "10kk", "1.5M", "k"):
            with self.subTest(text=text), self.assertRaises(argparse.ArgumentTypeError):
                command.counts(text)


class Queries(unittest.TestCase):
    def test_of_the_search_benchmark_game_are_understood(self):
        for text, tag, expected in [
            ("the", "term", Query("term", ("the",))),
            ("+griffith +observatory", "intersection", Query("and", ("griffith", "observatory"))),
            ('"griffith observatory"', "phrase:num_tokens_2", Query("phrase", ("griffith observatory",))),
            ("a b c", "union", Query("or", (), ("a", "b", "c"))),
            ('+a "b c" d', "intersection_union", Query("intersection_union", ("a",), ("b c", "d"))),
            ("+a -b", "negated", Query("negated", ("a",), (), ("b",))),
        ]:
            with self.subTest(text=text):
                self.assertEqual(queries.parse_game_query({"query": text, "tags": [tag]}), expected)

    def test_are_written_as_each_engine_reads_them(self):
        filters = {"actor": "Ana Moreau", "platform": "Lumen", "since": "2018-01-01", "until": "2018-12-31"}
        for query, ours, lucene, xapian, fts in [
            (Query("term", ("ban",)), "ban", "+ban", "+ban", '"ban"'),
            (Query("and", ("a", "b")), "a b", "+a +b", "+a +b", '"a" AND "b"'),
            (Query("or", (), ("a", "b")), "(a OR b)", "a b", "(a OR b)", '("a" OR "b")'),
            (Query("phrase", ("a b",)), '"a b"', '+"a b"', '+"a b"', '"a b"'),
            (Query("negated", ("a",), (), ("b",)), "a -b", "+a -b", "+a -b", '"a" NOT "b"'),
            (Query("and", ("a",), ("b",)), "a", "+a", "+a", '"a"'),
            (Query("term", ("O'Neil",)), '"O\'Neil"', '+"o\'neil"', '+"o\'neil"', '"O\'Neil"'),
            (Query("filter", ("a",), **filters),
             'a actor:"Ana Moreau" platform:"Lumen" date:2018-01-01..2018-12-31', "+a", "+a", '"a"'),
        ]:
            with self.subTest(query=query):
                self.assertEqual((queries.newsdex_text(query), queries.signed_text(query), queries.xapian_text(query),
                                  queries.fts5_text(query)), (ours, lucene, xapian, fts))

    def test_reach_sqlite_as_quoted_values(self):
        query = fts5.parse_line('"x"\tMary O\'Hara\t\t\t\n')
        self.assertIn("f.value = 'Mary O''Hara'", fts5.script(query, "fs"))
        self.assertNotIn(":text", fts5.script(query, "fs"))


class Latencies(unittest.TestCase):
    def test_are_nearest_rank_percentiles(self):
        for share, expected in ((50, 50), (90, 90), (99, 99), (100, 100), (0, 1)):
            self.assertEqual(search_protocol.percentile(range(100, 0, -1), share), expected)
        self.assertEqual(search_protocol.percentile([7], 99), 7)

    def test_are_the_median_of_repetitions(self):
        self.assertEqual(search_protocol.parse_answer("12\t5.0,1.0,300.0"), search_protocol.Answer(12, 5.0))

    def test_are_summed_up_by_class_and_in_all(self):
        answers = [search_protocol.Answer(1, time) for time in (1.0, 2.0, 9.0)]
        summed = search_protocol.by_class([Query("and"), Query("or"), Query("or")], answers)
        self.assertEqual({kind: (s["queries"], s["max_us"]) for kind, s in summed.items()},
                         {"all": (3, 9.0), "and": (1, 1.0), "or": (2, 9.0)})


class Ratios(unittest.TestCase):
    def test_are_of_what_both_have(self):
        self.assertEqual(comparison.ratios({"a": {"x": 6, "y": 1}, "z": None}, {"a": {"x": 3}, "z": 4}), {"a.x": 2})

    def test_leave_out_how_many_queries_there_were(self):
        self.assertEqual(comparison.ratios({"queries": 2, "p50_us": 4.0}, {"queries": 2, "p50_us": 2.0}), {"p50_us": 2})

    def test_leave_out_division_by_zero(self):
        self.assertEqual(comparison.ratios({"a": 1}, {"a": 0}), {})

    def test_between_sizes_are_larger_over_smaller(self):
        runs = [{"corpus": {"articles": n}, "engines": {"newsdex": {"t": t}}} for n, t in ((10, 1), (100, 8))]
        self.assertEqual(comparison.growth(runs), [{"from": 10, "to": 100, "ratios": {"t": 8}}])


class StageTimes(unittest.TestCase):
    def test_are_read_from_the_last_line(self):
        line = '{"timings": {"read": 1.0, "analyse": 2.0}, "text_bytes": 10}'
        timings = newsdex.parse_timings("a warning\n" + line + "\n")
        self.assertEqual(newsdex.stage_figures(timings, 1_000_000_000),
                         {"cpu_ns_per_byte": {"read": 1.0, "analyse": 2.0}, "total_cpu_ns_per_byte": 3.0})

    def test_are_none_without_such_a_line(self):
        for stderr in ("", "3 problems met\n", "\n"):
            self.assertIsNone(newsdex.parse_timings(stderr))

    @staticmethod
    def table(build):
        corpus = {"articles": 5, "text_bytes": 10_000}
        return report.stage_table([{"corpus": corpus, "engines": {"newsdex": {"build": build}}}])

    def test_that_are_not_known_show_as_such(self):
        table = self.table({"stages": None, "cpu_ns_per_byte": 180.0})
        self.assertRegex(table, r"analyse +n/a +n/a +n/a")
        self.assertRegex(table, r"budget of 90 +2\.00")

    def test_say_what_a_processor_does_in_a_second(self):
        stages = {"cpu_ns_per_byte": {"analyse": 20.0}, "total_cpu_ns_per_byte": 20.0}
        table = self.table({"stages": stages, "cpu_ns_per_byte": 40.0})
        self.assertRegex(table, r"analyse +20\.0 +50\.0 +25000")
        self.assertRegex(table, r"the whole process +40\.0 +25\.0 +12500")


class Processes(unittest.TestCase):
    def test_that_fail_are_errors_with_what_they_said(self):
        with self.assertRaisesRegex(processes.BenchmarkError, "exit 4\ntrouble"):
            processes.run(["sh", "-c", "echo trouble >&2; exit 4"])

    def test_are_measured(self):
        done = processes.run(["sh", "-c", "echo out; exit 3"], accepted=(0, 3))
        self.assertEqual(done.stdout, "out\n")
        self.assertTrue(done.wall_seconds > 0 and done.peak_memory_bytes > 0)

    def test_are_shot_to_the_last_byte(self):
        self.assertGreater(processes.shot(["sh", "-c", "echo a; sleep 0.05; echo b"]), 0.05)


class Messages(unittest.TestCase):
    # Type, length and content, as Xapian 1.4 frames them.
    STREAM = b"\x01\x00" + b"\x02\x03abc" + b"\x03\xff\x80" + 255 * b"x" + b"\x04\xff\x2d\x82" + 556 * b"y" + b"\x05\x00"

    def test_are_counted_whatever_their_length(self):
        counter = servers.MessageCounter()
        counter.feed(self.STREAM)
        self.assertEqual(counter.messages, 5)

    def test_are_counted_when_they_are_whole(self):
        counter, counts = servers.MessageCounter(), []
        for byte in self.STREAM[:10]:
            counter.feed(bytes([byte]))
            counts.append(counter.messages)
        self.assertEqual(counts, [0, 1, 1, 1, 1, 1, 2, 2, 2, 2])
        for byte in self.STREAM[10:]:
            counter.feed(bytes([byte]))
        self.assertEqual(counter.messages, 5)


class Relays(unittest.TestCase):
    def test_pass_everything_on_and_count_it(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            relay = servers.Relay(listener.getsockname()[1])
            with socket.create_connection(("127.0.0.1", relay.port)) as client, listener.accept()[0] as server:
                client.sendall(b"\x01\x02ab\x01\x00")
                self.assertEqual(server.recv(6, socket.MSG_WAITALL), b"\x01\x02ab\x01\x00")
                server.sendall(b"answer")
                self.assertEqual(client.recv(6, socket.MSG_WAITALL), b"answer")
                self.assertEqual((relay.requests, relay.bytes), (2, 6))
            relay.close()


class Servers(unittest.TestCase):
    def test_that_serve_nothing_are_an_error_at_once(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(processes.BenchmarkError, "does not answer"):
            with servers.server(folder):
                self.fail("an empty folder is served")


class Shards(unittest.TestCase):
    @staticmethod
    def searches(folder, answers):
        """Searches of which each way prints what `answers` has for it."""
        program = pathlib.Path(folder, "newsdex-search")
        program.write_text('#!/bin/sh\ncat "$2"\n')
        program.chmod(0o755)
        places = {way: os.path.join(folder, way) for way in answers}
        for way, answer in answers.items():
            pathlib.Path(places[way]).write_text(answer)
        tools = mock.Mock(program=lambda name: os.path.join(folder, name))
        return shards.Searches(tools, folder, places, shards.Kept(folder))

    def test_must_answer_as_one_index_does_but_for_the_time(self):
        same = {shards.ONE: '{"total": 1, "took_ms": 1}', shards.HERE: '{"total": 1, "took_ms": 2}'}
        with tempfile.TemporaryDirectory() as folder:
            self.searches(folder, same).check("ban")
            with self.assertRaisesRegex(processes.BenchmarkError, "servers, first search answers 'ban' otherwise than one index"):
                self.searches(folder, {**same, shards.FIRST: '{"total": 2, "took_ms": 1}'}).check("ban")

    def test_are_forgotten_before_a_first_search_only(self):
        with tempfile.TemporaryDirectory() as folder:
            searches = self.searches(folder, {shards.FIRST: "{}", shards.KEPT: "{}"})
            for way, left in ((shards.KEPT, True), (shards.FIRST, False)):
                pathlib.Path(folder, "kept").mkdir()
                searches.answer(way, "ban")
                self.assertEqual(pathlib.Path(folder, "kept").exists(), left, way)
                searches.kept.forget()

    def test_leave_the_users_pieces_alone(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"XDG_CACHE_HOME": "mine"}):
            with shards.Kept(folder):
                self.assertTrue(os.environ["XDG_CACHE_HOME"].startswith(folder))
            self.assertEqual(os.environ["XDG_CACHE_HOME"], "mine")

    def test_have_a_table_with_how_many_times_one_index_they_take(self):
        ways = {shards.ONE: {"one_shot": {"p50_us": 2000.0}},
                shards.KEPT: {"one_shot": {"p50_us": 5000.0}, "traffic": {"bytes": {"median": 4000}}}}
        tables = "\n".join(report.shard_tables({"shards": 4, "ways": ways}))
        for row in (r"4 shards", r"one shot p50, ms +2\.0 +5\.0", r"one shot p50 +1\.00 +2\.50",
                    r"received a query, median, KB +n/a +4\.0"):
            self.assertRegex(tables, row)


if __name__ == "__main__":
    unittest.main()
