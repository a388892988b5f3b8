#!/usr/bin/env python3
"""Made-up corpora and the queries drawn from them: corpus_test.py BIN_FOLDER."""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

NAMES = pathlib.Path(__file__).with_name("names.yaml")
BIN = None


def corpus(articles, *options):
    command = [BIN / "newsdex-corpus", str(articles), "--names", NAMES, *options]
    return subprocess.run(command, check=True, capture_output=True).stdout


def records(data):
    return [json.loads(line) for line in data.decode().splitlines()]


class Corpus(unittest.TestCase):
    def test_is_the_same_for_a_seed_on_every_machine(self):
        checksums = {
            ("--seed", "1"): "324e19681b7542bac5ec10d47f4499c917ce287a",
            ("--seed", "2"): "0c15018874c1423e65e28bbd33f65d2f170d57ce",
            ("--shape", "items"): "d89e1afdae8c80535a3f0e8ab8e45f535fc7abab",
        }
        for options, checksum in checksums.items():
            with self.subTest(options=options):
                self.assertEqual(hashlib.sha1(corpus(50, *options)).hexdigest(), checksum)

    def test_begins_with_the_smaller_corpus_of_its_seed(self):
        self.assertTrue(corpus(40).startswith(corpus(15)))

    def test_has_about_as_many_words_as_news_has(self):
        """Heaps' law with the constants of Reuters' news."""
        words = [re.findall(r"\w+", record["body"].lower()) for record in records(corpus(1000))]
        tokens = sum(map(len, words))
        types = len(set().union(*words))
        self.assertAlmostEqual(types / (44 * tokens**0.49), 1, delta=0.3)

    def test_is_made_of_whole_articles(self):
        for number, record in enumerate(records(corpus(60)), 1):
            self.assertEqual(record["id"], f"n{number:08}")
            self.assertRegex(record["date"], r"^20(1\d|2[0-4])-\d\d(-\d\d(T\d\d:\d\d(Z|\+\d\d:\d\d))?)?$")
            self.assertTrue(record["title"] and record["body"].endswith("."))

    def test_has_the_lengths_of_its_shape(self):
        for shape, least, most in (("news", 1800, 3300), ("items", 200, 300)):
            with self.subTest(shape=shape):
                lengths = [len(record["body"].encode()) for record in records(corpus(300, "--shape", shape))]
                self.assertTrue(least < sum(lengths) / len(lengths) < most)

    def test_says_which_listed_names_were_put_into_it(self):
        forms = {"Ana Moreau": ("Ana Moreau", "Anna Moreau"), "Tarek Osman": ("Tarek Osman",)}
        named = 0
        for record in records(corpus(60)):
            for actor in record["actor"]:
                named += 1
                text = record["title"] + " " + record["body"]
                self.assertTrue(any(form in text for form in forms[actor]), record["id"])
        self.assertGreater(named, 20)

    def test_has_words_by_the_law_of_zipf(self):
        counts = {}
        for record in records(corpus(400)):
            for word in re.findall("[a-z]+", record["body"].lower()):
                counts[word] = counts.get(word, 0) + 1
        ordered = sorted(counts.values(), reverse=True)
        tokens = sum(ordered)
        self.assertTrue(0.05 < ordered[0] / tokens < 0.09)  # "the"
        self.assertTrue(0.0002 < ordered[199] / tokens < 0.0008)
        self.assertTrue(0.00004 < ordered[999] / tokens < 0.00016)


class Queries(unittest.TestCase):
    def draw(self, data, *options):
        with tempfile.TemporaryDirectory() as folder:
            path, queries = pathlib.Path(folder, "corpus.jsonl"), pathlib.Path(folder, "queries.jsonl")
            path.write_bytes(data)
            command = [BIN / "newsdex-query-sampler", path, "--queries", queries, *options]
            summary = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            return summary, [json.loads(line) for line in queries.read_text().splitlines()]

    def test_know_the_size_of_the_corpus(self):
        data = corpus(30)
        summary, _ = self.draw(data + b"not JSON\n", "--count", "3")
        text = sum(len(r["title"].encode()) + len(r["body"].encode()) for r in records(data))
        self.assertEqual((summary["articles"], summary["bytes"], summary["text_bytes"]), (30, len(data) + 9, text))

    def test_are_the_same_for_a_seed(self):
        data = corpus(100)
        self.assertEqual(self.draw(data, "--count", "9"), self.draw(data, "--count", "9"))
        self.assertNotEqual(self.draw(data, "--seed", "1"), self.draw(data, "--seed", "2"))

    def test_are_of_every_class_and_each_finds_something(self):
        data = corpus(300)
        _, queries = self.draw(data, "--count", "30")
        for kind in ("term", "and", "or", "phrase", "filter"):
            self.assertEqual(sum(query["class"] == kind for query in queries), 30, kind)
        articles = [(record, re.findall("[a-z]+", record["body"].lower())) for record in records(data)]
        for query in queries:
            with self.subTest(query=query):
                self.assertTrue(any(matches(query, *article) for article in articles))

    def test_of_a_corpus_without_articles_are_none(self):
        self.assertEqual(self.draw(b"")[1], [])


def matches(query, record, words):
    """What a search would do, the slow way."""
    text = " " + " ".join(words) + " "
    return (all(f" {must} " in text for must in query["must"])
            and (not query["should"] or any(f" {word} " in text for word in query["should"]))
            and (not query["actor"] or query["actor"] in record["actor"])
            and (not query["platform"] or query["platform"] in record["platform"])
            and (not query["since"] or query["since"] <= record["date"][:10] <= query["until"]))


if __name__ == "__main__":
    BIN = pathlib.Path(sys.argv.pop(1))
    unittest.main()
