"""Lists marks of the labelled articles that deserve a second look. Not every line is a mistake."""

import collections
import re

# Capitalised words side by side, with the small words that names have in the middle.
RUN = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’.&-]*"
    r"(?: (?:(?:of|and|the|for|de|la|del|da|do|al|el|van|von|bin|ibn|der|le|du|dos|des|&) )*[^\W\d_a-zà-ÿ][\w'’.&-]*)+"
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SENTENCE_END = re.compile(r'(?:^|[.!?:;\n]["”\")]*\s+|["“(]|\n| [-–—] )$')
# Capitals in English that make no name.
PLAIN = set(
    """I I'm I've I'll I'd Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Mr Mrs Ms Dr Prof Sir Lord Lady President Prime Minister
    Vice-President Vice Foreign Interior Defence Health Finance Energy Justice Chancellor King Queen Prince Princess Pope
    Cardinal Archbishop Bishop Ayatollah Sheikh General Colonel Captain Major Judge Justice Senator Governor Mayor
    Supreme Leader Secretary Secretary-General Chief Emir Sultan Imam Father Sister Brother Mullah Jan Feb
    Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays God Photo
    Credit VPN VPNs TV Barrister CEO GDP AI""".split()
)


def spans_cover(part, begin, end):
    return any(s.begin < end and begin < s.end for s in part.spans)


def is_title_case(part):
    words = [w for w in re.findall(r"[^\W\d_]+", part.text) if len(w) > 3]
    return sum(w[0].isupper() for w in words) > 0.7 * len(words)


def around(part, begin, end):
    return part.text[max(0, begin - 30) : end + 20].replace("\n", "¶")


def unmarked_runs(part):
    """Capitalised words outside marks that do not begin a sentence."""
    if is_title_case(part):
        return
    for match in WORD.finditer(part.text):
        word = match.group().removesuffix("'s")
        first = SENTENCE_END.search(part.text[: match.start()])
        if word[0].isupper() and not first and word not in PLAIN:
            if not spans_cover(part, *match.span()):
                yield word, around(part, *match.span())


def unmarked_pairs(part):
    """Two or more capitalised words side by side, of which none is marked, also where a sentence begins."""
    if is_title_case(part):
        return
    for match in RUN.finditer(part.text):
        words = [w for w in re.findall(r"[\w'-]+", match.group()) if w[0].isupper()]
        if SENTENCE_END.search(part.text[: match.start()]) and words[1:]:
            words = words[1:]
        if not spans_cover(part, *match.span()) and not set(words) <= PLAIN:
            yield match.group(), around(part, *match.span())


def marked_and_unmarked(article):
    """Names that the article marks in one place and not, or otherwise, in another."""
    labels = collections.defaultdict(set)
    for part in article.parts():
        for name, label in part.names():
            labels[name].add(label)
    for name, seen in labels.items():
        if len(seen) > 1:
            yield f"{name}: {' and '.join(sorted(seen))}"
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for part in article.parts():
            for match in pattern.finditer(part.text):
                if not spans_cover(part, *match.span()):
                    yield f"{name}: unmarked in ...{around(part, *match.span())}..."


def labels_by_name(articles):
    table = collections.defaultdict(lambda: collections.defaultdict(list))
    for path, article in articles.items():
        for part in article.parts():
            for name, label in part.names():
                table[name][label].append(path.name[:3])
    return table


def print_shared_people(articles):
    halves = collections.defaultdict(set)
    for path, article in articles.items():
        for part in article.parts():
            for name, label in part.names():
                if label == "PER" and " " in name:
                    halves[name].add(path.parent.name)
    print("== full names of people in both halves (public figures only, please)")
    print("; ".join(sorted(name for name, seen in halves.items() if len(seen) > 1)))


def review(articles):
    for path, article in articles.items():
        lines = list(marked_and_unmarked(article))
        for part in article.parts():
            lines += [f"run   {name}   ...{where}..." for name, where in unmarked_pairs(part)]
            lines += [f"word  {name}   ...{where}..." for name, where in unmarked_runs(part)]
        if lines:
            print(f"== {path}")
            print("\n".join(f"  {line}" for line in dict.fromkeys(lines)))
    print("== names of several classes")
    for name, labels in sorted(labels_by_name(articles).items()):
        if len(labels) > 1:
            print(f"  {name}: " + "; ".join(f"{k} {' '.join(v[:6])}" for k, v in labels.items()))
    print_shared_people(articles)
