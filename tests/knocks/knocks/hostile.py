"""Folders of sources with everything in them that is no article, and articles under names that nobody wants."""

import json
import os
import shutil
import socket

from knocks.answers import QUERIES, ask, must_be, must_be_whole, must_hold_nothing_stray
from knocks.faults import Wrong
from knocks.knock import Knock

UNREAD = 3
LIMIT = 64 << 20  # bytes of a file that are read
SECONDS = 60  # a run on some dozen files that takes longer has hung
ARTICLE = b"Good article %d\n\nThe telegram ban was in the news, as article %d says.\n"
NAMES = [b"plain.txt", b"new\nline.txt", b"esc\x1b[31mape.txt", b"latin\xe9.txt", b"bad\xff\xfe\xc0\x80.txt",
         b"tab\t.txt", b"quote'\".txt", b"-dash.txt", b"--db", b" blank .txt", b"star*.txt", b"back\\slash.txt",
         "bidi\u202e.txt".encode(), "فارسی.txt".encode(), b"%s%n.txt", b"long" * 62 + b".txt", b"a#1", b"$(ls).txt"]


# Each makes one thing at a path (bytes) and returns how many problems a run has to report for it.
def link_to_itself(path):
    os.symlink(os.path.basename(path), path)
    return 1


def links_to_each_other(path):
    os.symlink(os.path.basename(path) + b".b", path)
    os.symlink(os.path.basename(path), path + b".b")
    return 2


def link_to_parent(path):
    os.symlink(b"..", path)
    leads_out = os.path.basename(os.path.dirname(path)) == b"tree"
    return int(leads_out)  # else to a folder that is walked


def link_to_nothing(path):
    os.symlink(b"nowhere", path)
    return 1


def pipe(path):
    os.mkfifo(path)
    return 1


def device(path):
    os.symlink(b"/dev/zero", path)
    return 1


def unix_socket(path):
    folder = os.open(os.path.dirname(path), os.O_RDONLY)
    try:
        with socket.socket(socket.AF_UNIX) as one:  # whose paths must be short
            one.bind(b"/proc/self/fd/%d/%s" % (folder, os.path.basename(path)))
    finally:
        os.close(folder)
    return 1


def too_large(path):
    with open(path, "wb") as file:
        file.truncate(LIMIT + 1)
    return 1


def too_deep(path):
    """Folders in folders until no path names the innermost."""
    os.mkdir(path)
    here = os.open(path, os.O_RDONLY)
    for _ in range(50):
        os.mkdir(b"d" * 100, dir_fd=here)
        inner = os.open(b"d" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    return 1


def hidden(path):
    with open(os.path.dirname(path) + b"/." + os.path.basename(path)[:50], "wb") as file:
        file.write(b"Hidden\n\nNot an article: telegram.\n")
    return 0


def empty(path):
    os.mkdir(path)
    return 0


# A device is one file, however many links lead to it: it comes once in a tree.
THINGS = [link_to_itself, links_to_each_other, link_to_parent, link_to_nothing, pipe, unix_socket, too_large, too_deep,
          hidden, empty]


class HostileSources(Knock):
    """All articles are indexed, everything else is reported, once and without a byte that a terminal would obey;
    nothing hangs, and an update finds nothing new."""

    name = "links, pipes, devices, odd names, large files as sources"
    short, whole = 2, 100

    def case(self, dice):
        self.place.restore(None)
        tree = self.place.folder / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        articles, problems = self.plant(os.fsencode(tree), dice)
        done = self.place.indexer("build", "tree", timeout=SECONDS).expect(UNREAD if problems else 0)
        self.look_at_messages(done, problems)
        found = ask(self.programs, self.place.index, QUERIES[:4])
        self.look_at_paths(found[0], articles)
        must_be_whole(self.programs, self.place.index)
        again = self.place.indexer("update", "tree", timeout=SECONDS).expect(UNREAD if problems else 0)
        again.expect_words(f"0 new, 0 changed, 0 vanished, {len(articles)} unchanged")
        must_be(ask(self.programs, self.place.index, QUERIES[:4]), found)
        must_hold_nothing_stray(self.place.index_path)

    def plant(self, tree, dice):
        """Makes the tree; returns the paths of its articles and how many problems are to be reported."""
        os.mkdir(tree)
        folders = [tree]
        for name in dice.sample(NAMES, 3):
            folders.append(dice.choice(folders) + b"/folder " + name[:40])
            os.mkdir(folders[-1])
        articles = set()
        for number, name in enumerate(dice.sample(NAMES, dice.randint(3, len(NAMES)))):
            path = dice.choice(folders) + b"/" + name
            with open(path, "wb") as file:
                file.write(ARTICLE % (number, number))
            articles.add(path)
        problems = device(tree + b"/device") if dice.random() < 0.7 else 0
        for number in range(dice.randint(2, 10)):
            path = dice.choice(folders) + b"/%d " % number + dice.choice(NAMES)[:60]
            problems += dice.choice(THINGS)(path)
        return articles, problems

    def look_at_messages(self, done, problems):
        if problems and not done.says(f"{problems} problem{'s' * (problems > 1)} met while reading"):
            raise Wrong(f"{problems} problems were to be reported: {done}")
        text = done.err.decode()  # valid UTF-8, whatever the names are
        bad = [c for c in text if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or c == "\u202e"]
        if bad:
            raise Wrong(f"prints {bad!r} of a path: {done}")

    def look_at_paths(self, answer, articles):
        """All articles and nothing else are found; a path that is not UTF-8 is shown some other way."""
        shown = {hit["path"].replace("$DIR", str(self.place.folder)) for hit in json.loads(answer)["hits"]}
        if len(shown) != len(articles):
            raise Wrong(f"{len(articles)} articles, but {len(shown)} paths: {sorted(shown)}")
        for path in articles:
            try:
                readable = path.decode()
            except UnicodeDecodeError:
                continue
            if readable not in shown:
                raise Wrong(f"{path!r} is not found")


KNOCKS = [HostileSources]
