#!/usr/bin/env python3
"""Every relative link of the Markdown files leads to a file that is there, and to a heading of it where the link has an
anchor; every path that stands in `code` and begins with a folder of the project exists.

usage: links_test.py SOURCE_FOLDER
"""

import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else pathlib.Path.cwd()
DATA = "corpus/articles"  # Markdown, but nothing of ours to read
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")
PATH = re.compile(r"(corpus|include|indexer|searcher|tests|tools)(/[\w.*+-]+)+/?")
ELSEWHERE = ("http:", "https:", "mailto:")


def markdown_files(root):
    for file in sorted(root.rglob("*.md")):
        parts = file.relative_to(root).parts
        if not parts[0].startswith((".", "build")) and not file.is_relative_to(root / DATA):
            yield file


def prose(text):
    """The lines outside of fenced code, with their numbers."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, line


def anchors(text):
    """The names that headings are linked by, as GitHub makes them."""
    found = set()
    for _, line in prose(text):
        if re.match(r"#{1,6} ", line):
            words = re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower()).replace(" ", "-")
            copies = [words] + [f"{words}-{n}" for n in range(1, 100)]
            found.add(next(name for name in copies if name not in found))
    return found


def fault_of_link(target, file):
    """What is wrong with a link, or None."""
    if target.startswith(ELSEWHERE):
        return None
    path, _, anchor = target.partition("#")
    leads_to = file.parent / path if path else file
    if not leads_to.exists():
        return f"no file {path}"
    if anchor and anchor not in anchors(leads_to.read_text(encoding="utf-8")):
        return f"no heading #{anchor} in {leads_to.name}"
    return None


def faults(root):
    """["FILE:LINE: fault"] of all Markdown files of a folder."""
    out = []
    for file in markdown_files(root):
        for number, line in prose(file.read_text(encoding="utf-8")):
            found = [fault_of_link(target, file) for target in LINK.findall(CODE.sub("", line))]
            for code in CODE.findall(line):
                found += [f"no file {word}" for word in code.split()
                          if PATH.fullmatch(word) and not any(root.glob(word))]
            out += [f"{file.relative_to(root)}:{number}: {fault}" for fault in dict.fromkeys(found) if fault]
    return out


class LinksTest(unittest.TestCase):
    def test_repository(self):
        self.assertGreater(len(list(markdown_files(ROOT))), 5)
        self.assertEqual(faults(ROOT), [])

    def test_faults_are_found(self):
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            (root / "tools").mkdir()
            (root / "tools/there").write_text("")
            (root / "a.md").write_text("# One: `two`, three\n## Again\n## Again\n[a](#one-two-three) [b](#again-1) [c](b.md#x)\n"
                                       "`tools/there -v` and `tools/t*`\n[gone](gone.md) `tools/gone`\n"
                                       "[`code`](gone2.md) [web](https://example.org/gone)\n```\n[in code](gone3.md)\n```\n")
            (root / "b.md").write_text("# Y\n")
            self.assertEqual(faults(root), ["a.md:4: no heading #x in b.md", "a.md:6: no file gone.md",
                                            "a.md:6: no file tools/gone", "a.md:7: no file gone2.md"])


if __name__ == "__main__":
    unittest.main()
