"""What a loss of power would take: kill -9 cannot show it, but the order of system calls does."""

import re
import shutil

from knocks.answers import named_files
from knocks.commands import COMMANDS
from knocks.faults import Lost, Skipped
from knocks.knock import Knock

CALLS = "openat,mkdir,mkdirat,write,pwrite64,fsync,fdatasync,rename,renameat2,close"
OPENED = re.compile(r'openat\(AT_FDCWD, "([^"]*)", ([A-Z_|]+).*\) += (\d+)$')
MADE = re.compile(r'mkdir(?:at)?\((?:AT_FDCWD, )?"([^"]*)".*\) += 0$')
ON_NUMBER = re.compile(r"(write|pwrite64|fsync|fdatasync|close)\((\d+)")
# The rename by which an index, or all shards of a folder, are published; and those that follow it.
PUBLISHED = re.compile(r'rename\("[^"]*", "([^"]*/(?:CURRENT|shards\.exchange))"')
RENAMED = re.compile(r'(?:rename\(|renameat2\(AT_FDCWD, )"([^"]*)", (?:AT_FDCWD, )?"([^"]*)"')
RESUMED = re.compile(r"^<\.\.\. \w+ resumed>(.*)$")
UNFINISHED = " <unfinished ...>"


def whole_calls(text):
    """The calls of a trace, those put together that another thread has interrupted."""
    begun = {}
    for line in text.splitlines():
        thread, _, call = line.partition(" ")
        call = call.strip()
        if call.endswith(UNFINISHED):
            begun[thread] = call.removesuffix(UNFINISHED)
        elif match := RESUMED.match(call):
            yield begun.pop(thread, "") + match.group(1)
        else:
            yield call


def folder_of(path):
    return path.rpartition("/")[0] or "."


class Trace:
    """Follows which files and folders have been changed since they were synced."""

    def __init__(self):
        self.paths = {}  # by number of the open file
        self.unsynced = set()
        self.before = None  # what was unsynced when CURRENT was replaced

    def follow(self, call):
        if match := OPENED.match(call):
            path, flags, number = match.groups()
            self.paths[number] = path
            if "O_CREAT" in flags:
                if path.endswith(".new"):
                    self.unsynced.add(path)  # it leaves the folder again when it is renamed
                else:
                    self.change(path)
        elif match := MADE.match(call):
            self.change(match.group(1))
        elif match := ON_NUMBER.match(call):
            self.follow_number(match.group(1), match.group(2))
        elif match := RENAMED.match(call):
            if self.before is None and PUBLISHED.match(call):
                self.publish(match.group(2))
            self.unsynced |= {folder_of(path) for path in match.groups()}

    def publish(self, path):
        self.before = set(self.unsynced)
        if path + ".new" in self.before:
            self.before.add(path)

    def follow_number(self, call, number):
        path = self.paths.get(number)
        if path is None:
            return
        if call == "close":
            del self.paths[number]
        elif call in ("fsync", "fdatasync"):
            self.unsynced.discard(path)
        else:
            self.unsynced.add(path)

    def change(self, path):
        """`path` is new in its folder."""
        self.unsynced |= {path, folder_of(path)}


class Synced(Knock):
    """Before CURRENT is replaced, every file of the new state and every folder on the way to it has been synced;
    afterwards the folder of CURRENT. The same of all shards of a folder, before that file is there that publishes
    them."""

    name = "all is synced before it is published"
    commands = ("first build", "build", "build of shards", "update", "merge", "retag", "repair")
    short, whole = 1, len(commands)

    def prepare(self):
        if shutil.which("strace") is None:
            raise Skipped("strace is not installed")
        self.waiting = list(self.commands)

    def case(self, dice):
        writing = COMMANDS[self.waiting.pop(0)](self.place)
        if not self.waiting:
            self.waiting = list(self.commands)
        writing.prepare()
        writing.reset()
        path = self.place.folder / "trace"
        done = self.programs.run("strace", "-qq", "-f", "-o", path, "-e", f"trace={CALLS}", *writing.line,
                                 env=self.programs.traced_environment())
        if done.status != 0:
            raise Skipped(f"strace is not allowed here: {done.err[-200:]!r}")
        trace = Trace()
        for call in whole_calls(path.read_text()):
            trace.follow(call)
        shutil.rmtree(self.place.folder / "kept", ignore_errors=True)
        self.judge(trace, " ".join(writing.words))

    def judge(self, trace, command):
        if trace.before is None:
            raise Lost(f"{command} has published nothing")
        index = self.place.index
        kept = {f"{index}/{name}" for name in named_files(self.place.index_path) if not name.endswith("lock")}
        kept |= {path.replace("/served/", "/served.new/") for path in kept}
        kept |= {folder_of(path) for path in kept} | {folder_of(index)}
        missed = (trace.before & kept) | (trace.unsynced & kept)
        if missed:
            raise Lost(f"{command} does not sync {', '.join(sorted(missed))} in time")


KNOCKS = [Synced]
