"""Reads the labelled articles of corpus/labelled, whose format GUIDE.md there describes.

An article is its title and body without the marks, and the spans that the marks covered.
"""

import dataclasses
import re

CLASSES = ("PER", "ORG", "LOC", "MISC")
FIRST_LINE = "# newsdex labels 1"
# Names that are written in small letters even so.
SMALL_NAMES = {"dpa", "noyb"}
# Names of which 's is a part.
POSSESSIVE_NAMES = {"Moody's", "McDonald's", "Sotheby's", "Christie's", "Lloyd's", "Sainsbury's", "Levi's"}
MARK_OPENING = re.compile(r"\[([A-Z]+) ")


class LabelError(Exception):
    """A fault in the format; its text begins with the line number."""


@dataclasses.dataclass(frozen=True)
class Span:
    """A name in a text: half-open character positions and the class."""

    begin: int
    end: int
    label: str


@dataclasses.dataclass(frozen=True)
class MarkedText:
    text: str
    spans: tuple

    def names(self):
        for span in self.spans:
            yield self.text[span.begin : span.end], span.label


@dataclasses.dataclass(frozen=True)
class LabelledArticle:
    title: MarkedText
    body: MarkedText

    def parts(self):
        return (self.title, self.body)


def fault_of_name(text, span):
    """What is wrong with the extent of a name, or None."""
    name = text[span.begin : span.end]
    if not name or name != name.strip() or "\n" in name:
        return "a name begins or ends with a space, or is empty"
    if name.endswith(("'s", "’s")) and name not in POSSESSIVE_NAMES:
        return "the possessive belongs outside the mark"
    if name[0] in ",;:.'’-" or name[-1] in ",;:'’-":
        return "a name begins or ends with punctuation"
    if not any(c.isupper() or c.isdigit() for c in name) and name not in SMALL_NAMES:
        return "a name without a capital"
    if text[span.begin - 1 : span.begin].isalnum() or text[span.end : span.end + 1].isalnum():
        return "a mark within a word"
    return None


def parse_marks(marked, line=1):
    """The text without its marks, and the spans; `line` is the number of the first line."""
    plain, spans, open_mark, position = [], [], None, 0
    length = 0

    def fail(message):
        number = line + marked.count("\n", 0, position)
        raise LabelError(f"{number}: {message}: {marked[position:position + 40]!r}")

    while position < len(marked):
        char = marked[position]
        if char == "[":
            opening = MARK_OPENING.match(marked, position)
            if open_mark:
                fail("a mark in a mark")
            if not opening or opening.group(1) not in CLASSES:
                fail(f"a mark that names none of {', '.join(CLASSES)}")
            open_mark = (length, opening.group(1))
            position = opening.end()
            continue
        if char == "]":
            if not open_mark:
                fail("a closing bracket without an opening one")
            spans.append(Span(open_mark[0], length, open_mark[1]))
            open_mark = None
        else:
            plain.append(char)
            length += 1
        position += 1
    if open_mark:
        fail("a mark that is not closed")
    text = "".join(plain)
    for span in spans:
        if fault := fault_of_name(text, span):
            number = line + text.count("\n", 0, span.begin)
            raise LabelError(f"{number}: {fault}: {text[span.begin:span.end]!r}")
    return MarkedText(text, tuple(spans))


def parse_article(content):
    """The article in a file's content. Throws LabelError."""
    lines = content.split("\n")
    if lines[0] != FIRST_LINE:
        raise LabelError(f"1: the first line is not {FIRST_LINE!r}")
    if not content.endswith("\n"):
        raise LabelError(f"{len(lines)}: the last line does not end")
    at = next((n for n, line in enumerate(lines) if not line.startswith("#")), 0)
    if not lines[at].startswith("title: "):
        raise LabelError(f"{at + 1}: no title")
    if lines[at + 1 : at + 2] != [""]:
        raise LabelError(f"{at + 2}: no empty line after the title")
    title = parse_marks(lines[at].removeprefix("title: "), at + 1)
    body = parse_marks("\n".join(lines[at + 2 :]), at + 3)
    if not title.text.strip() or not body.text.strip():
        raise LabelError(f"{at + 1}: the title or the body is empty")
    return LabelledArticle(title, body)
