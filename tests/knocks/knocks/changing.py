"""Sources that change or vanish while they are read.

The run is stopped in the middle of a large file that it reads first; everything that is done to the sources then
happens after the walk that lists them and before, or while, they are read."""

import json
import os
import shutil

from knocks.answers import ask, must_be, must_be_whole, must_hold_nothing_stray
from knocks.collection import articles_of, write_edition
from knocks.faults import Wrong
from knocks.knock import Knock
from knocks.programs import go_on, stop, wait_until

HOLE = 128 << 20  # a line so long takes a while to be passed over
LARGE = "0-large.jsonl"  # read first
ATTEMPTS = 50
LIMIT = 64 << 20  # bytes of a file that are read
UNREAD = 3


def write_large(path):
    """JSON Lines around a line of nothing but zero bytes, most of the file and too long to be read."""
    with open(path, "wb") as file:
        for number in range(60):
            if number == 30:
                file.truncate(file.tell() + HOLE)
                file.seek(HOLE, os.SEEK_CUR)
                file.write(b"\n")
            line = {"id": f"big{number}", "title": f"Large {number}", "body": "The court said nothing of telegram."}
            file.write(json.dumps(line).encode() + b"\n")


def place_in(process, path):
    """How far `process` has read the file at `path`; None while it has not opened it."""
    folder = f"/proc/{process.pid}/fd"
    try:
        for number in os.listdir(folder):
            if os.path.realpath(f"{folder}/{number}") == str(path):
                with open(f"/proc/{process.pid}/fdinfo/{number}") as info:
                    return int(info.readline().split()[1])
    except OSError:
        pass  # closed meanwhile, or the process has ended
    return None


# What can be done to a file; each takes its path and dice. All leave the file's folder as it is.
def append(path, dice):
    with open(path, "ab") as file:
        file.write(b'{"id":"late","title":"Late","body":"Too late for the run."}\n')


def truncate(path, dice):
    os.truncate(path, dice.randrange(path.stat().st_size + 1))


def clear(path, dice):
    os.truncate(path, 0)


def vanish(path, dice):
    path.unlink()


def replace(path, dice):
    new = path.with_name(".new")
    new.write_bytes(b'{"id":"replaced %s","title":"Instead","body":"Of what was there."}\n' % path.name.encode())
    os.replace(new, path)


def overwrite(path, dice):
    with open(path, "r+b") as file:
        file.seek(dice.randrange(max(path.stat().st_size // 2, 1)))
        file.write(b"overwritten" * dice.randint(1, 50))


def become_pipe(path, dice):
    path.unlink()
    os.mkfifo(path)


def become_folder(path, dice):
    path.unlink()
    path.mkdir()


def become_link_to_itself(path, dice):
    path.unlink()
    path.symlink_to(path.name)


def become_device(path, dice):
    path.unlink()
    path.symlink_to("/dev/zero")


def grow(path, dice):
    os.truncate(path, LIMIT + dice.randint(1, 1 << 20))


WHILE_READ = [append, truncate, clear, vanish, replace, overwrite]
BEFORE_READ = [*WHILE_READ, become_pipe, become_folder, become_link_to_itself, become_device, grow]


class ChangingSources(Knock):
    """The run ends, an untouched article is indexed as it is, and an update afterwards gives what a build of the
    sources then gives."""

    name = "sources changing or vanishing while read"
    short, whole = 2, 150

    def prepare(self):
        self.place.write_news(1)
        self.place.indexer("build", "news").expect(0)
        self.place.keep("old")

    def case(self, dice):
        command = dice.choice(("build", "update"))
        news = self.place.folder / "news"
        large = news / LARGE
        process = self.stop_within(command, news, large)
        try:
            touched = self.change(news, large, dice)
        finally:
            go_on(process)
        self.programs.finish(process).expect(0, UNREAD)
        self.look(touched, command)

    def stop_within(self, command, news, large):
        """A run of `command` that stands still within the large file."""
        for _ in range(ATTEMPTS):
            self.place.restore("old")
            shutil.rmtree(news)
            write_edition(news, 2)
            write_large(large)
            process = self.programs.start("newsdex-index", command, "news", "--db", self.place.index)
            if wait_until(lambda: place_in(process, large), process, "it reads"):
                stop(process)
                where = place_in(process, large)
                if where and where < large.stat().st_size:
                    return process
                go_on(process)
            self.programs.finish(process)
        raise Wrong(f"the test has not stopped the run within a file in {ATTEMPTS} attempts")

    def change(self, news, large, dice):
        """Does something to the large file and to some others; returns their names."""
        others = sorted(path for path in news.iterdir() if path != large)
        touched = dice.sample(others, dice.randint(1, 8))
        for path in touched:
            dice.choice(BEFORE_READ)(path, dice)
        if dice.random() < 0.7:
            dice.choice(WHILE_READ)(large, dice)
        return {path.name for path in touched}

    def look(self, touched, command):
        must_be_whole(self.programs, self.place.index)
        must_hold_nothing_stray(self.place.index_path)
        self.find_untouched(touched)
        done = self.place.indexer("update", "news").expect(0, UNREAD)
        self.clear_away(touched | {LARGE}, done)
        self.place.indexer("update", "news").expect(0, UNREAD)
        updated = ask(self.programs, self.place.index)
        self.place.restore(None)
        self.place.indexer("build", "news").expect(0, UNREAD)
        must_be(updated, ask(self.programs, self.place.index), what=f"the index updated after the {command}")

    def clear_away(self, touched, done):
        """What cannot be read whole is no article that has vanished: until it is, or is gone, an index keeps what was
        there."""
        for name in touched:
            path = self.place.folder / "news" / name
            if path.is_symlink() or path.is_fifo() or (path.is_file() and done.says(f"news/{name}:")):
                path.unlink()

    def find_untouched(self, touched):
        done = self.programs.run("newsdex-search", "--db", self.place.index, "--format", "json", "--limit", "5000",
                                 "--no-fold")
        titles = {hit["id"]: hit["title"] for hit in json.loads(done.out)["hits"]}
        for place, article in enumerate(articles_of(2, 40)):
            name = f"{article['id']}.md" if place % 3 else "wire.jsonl"
            if name not in touched and titles.get(article["id"]) != article["title"]:
                raise Wrong(f"{article['id']} of the untouched {name} is not in the index as it is")


KNOCKS = [ChangingSources]
