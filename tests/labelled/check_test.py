#!/usr/bin/env python3
"""What the checker of labelled articles finds, and what its conversions look like."""

import pathlib
import tempfile
import unittest

import check
from document_truth import check_document_truth
from labelled_text import LabelError, MarkedText, Span, parse_article, parse_marks
from review import marked_and_unmarked, unmarked_runs

HEAD = "# newsdex labels 1\ntitle: [LOC Iran] Votes\n\n"

BAD_ARTICLES = {
    "no first line": ("title: A\n\nB\n", "1: the first line"),
    "no title": ("# newsdex labels 1\n\nB\n", "2: no title"),
    "no empty line": ("# newsdex labels 1\ntitle: A\nB\n", "3: no empty line"),
    "no body": ("# newsdex labels 1\ntitle: A\n\n\n", "2: the title or the body is empty"),
    "no end of line": (HEAD + "B", "4: the last line"),
    "unknown class": (HEAD + "[ORGA UN]\n", "4: a mark that names none"),
    "bare bracket": (HEAD + "A [sic] B\n", "4: a mark that names none"),
    "nested": (HEAD + "[ORG Bank of [LOC Iran]]\n", "4: a mark in a mark"),
    "not closed": (HEAD + "A\n\n[PER Ali\n", "a mark that is not closed"),
    "not opened": (HEAD + "A\n\nAli]\n", "6: a closing bracket"),
    "empty": (HEAD + "[PER ]\n", "4: a name begins or ends with a space"),
    "spaces": (HEAD + "[PER Ali ] went\n", "4: a name begins or ends with a space"),
    "two lines": (HEAD + "[PER Ali\nRezaei] went\n", "4: a name begins or ends with a space"),
    "possessive": (HEAD + "A\n\n[LOC Iran's] vote\n", "6: the possessive"),
    "comma": (HEAD + "In [LOC Qom,] A\n", "4: a name begins or ends with punctuation"),
    "small": (HEAD + "the [ORG parliament]\n", "4: a name without a capital"),
    "after half a word": (HEAD + "pro[LOC Iran] A\n", "4: a mark within a word"),
    "within a word": (HEAD + "[LOC Iran]ian\n", "4: a mark within a word"),
}


def marked(text):
    return parse_marks(text)


class Format(unittest.TestCase):
    def test_marks_become_spans_of_the_plain_text(self):
        self.assertEqual(
            marked("In [LOC Qom], [PER Ali]'s"),
            MarkedText("In Qom, Ali's", (Span(3, 6, "LOC"), Span(8, 11, "PER"))),
        )

    def test_some_names_have_no_capital_or_a_possessive(self):
        self.assertEqual(len(marked("[ORG dpa] and [ORG Moody's] and [MISC 1984]").spans), 3)

    def test_comments_stand_before_the_title(self):
        article = parse_article("# newsdex labels 1\n# about: polls\ntitle: A\n\nB\n")
        self.assertEqual((article.title.text, article.body.text), ("A", "B\n"))

    def test_faults_are_named_with_their_line(self):
        for name, (content, message) in BAD_ARTICLES.items():
            with self.subTest(name), self.assertRaises(LabelError) as raised:
                parse_article(content)
            self.assertIn(message, str(raised.exception))


class Review(unittest.TestCase):
    def article(self, body):
        return parse_article(HEAD + body)

    def test_a_name_marked_here_and_not_there(self):
        lines = list(marked_and_unmarked(self.article("Votes in Iran, [LOC Iran]\n")))
        self.assertEqual(len(lines), 1)
        self.assertTrue(lines[0].startswith("Iran: unmarked in"))

    def test_a_name_of_two_classes(self):
        lines = list(marked_and_unmarked(self.article("[ORG Iran]\n")))
        self.assertEqual(lines, ["Iran: LOC and ORG"])

    def test_capitals_within_a_sentence(self):
        part = marked("When he met Ali on Monday. The [LOC Qom] road is long and dusty")
        self.assertEqual([word for word, _ in unmarked_runs(part)], ["Ali"])


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.corpus = pathlib.Path(self.temporary.name) / "corpus"
        self.folder = self.corpus / "labelled"
        (self.corpus / "articles").mkdir(parents=True)
        (self.corpus / "names.yaml").write_text(
            "- name: Hassan Rouhani\n  kind: person\n  aliases: [Hassan Ruhani]\n"
            "- name: Gap\n  kind: platform\n"
        )
        self.write_truth("")

    def write(self, name, body):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + body)

    def write_truth(self, lines):
        self.folder.mkdir(exist_ok=True)
        (self.folder / "articles.tsv").write_text("# newsdex labels 1\n" + lines)

    def faults(self):
        return check.find_faults(self.folder)[1]

    def words(self, prefix):
        return " ".join(f"{prefix}{n}" for n in range(200)) + "\n"

    def test_different_articles_are_right(self):
        self.write("train/001-a.txt", self.words("a"))
        self.write("report/002-b.txt", self.words("b"))
        self.assertEqual(self.faults(), [])

    def test_copies_numbers_names_and_lengths(self):
        self.write("train/001-a.txt", self.words("a"))
        self.write("report/001-b.txt", self.words("a"))
        self.write("other/002-c.txt", "Short\n")
        text = "\n".join(self.faults())
        for part in ("stands in", "number 001 is taken", "not train/ or report/", "1 words"):
            self.assertIn(part, text)

    def truth_faults(self, line, text="Ali Hosseini and Hassan Ruhani on Gap and Ringle"):
        (self.corpus / "articles" / "a.txt").write_text(text)
        self.write_truth(line)
        faults = []
        check_document_truth(self.folder, faults)
        return "\n".join(faults)

    def test_document_truth(self):
        path = "corpus/articles/a.txt"
        for line, fault in {
            f"{path}\tAli Hosseini; Hassan Rouhani\tGap; ?Ringle\n": "",
            f"{path}\t\t\n": "",
            f"{path}\tHassan Rouhani\n": "2 columns",
            f"{path}\tHassan Ruhani\t\n": "not the canonical name",
            f"{path}\tReza\t\n": "neither a canonical name nor",
            f"{path}\tHassan Rouhani; Ali Hosseini\t\n": "not in order",
            f"{path}#2\t\t\n": "no such article",
            "corpus/articles/b.txt\t\t\n": "no such article",
            f"{path}\t\t\n{path}\t\t\n": "out of order",
        }.items():
            with self.subTest(line):
                found = self.truth_faults(line)
                self.assertIn(fault, found) if fault else self.assertEqual(found, "")


class Conversion(unittest.TestCase):
    def test_conll_cuts_words_at_marks(self):
        part = marked("[PER Ali Rezaei]'s [LOC US]-led\n\nA.")
        self.assertEqual(
            list(check.conll_lines(part)),
            ["Ali\tB-PER", "Rezaei\tI-PER", "'\tO", "s\tO", "US\tB-LOC", "-\tO", "led\tO", "", "A\tO", ".\tO", ""],
        )

    def test_names_side_by_side_begin_anew(self):
        part = marked("[LOC US] [ORG Treasury]")
        self.assertEqual(list(check.conll_lines(part)), ["US\tB-LOC", "Treasury\tB-ORG", ""])

    def test_json_counts_bytes(self):
        self.assertEqual(check.byte_spans(marked("Öl aus [LOC Chūzestān]!")), [[8, 19, "LOC"]])


if __name__ == "__main__":
    unittest.main()
