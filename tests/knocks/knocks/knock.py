"""A test of many cases, each of which depends on the seed and its own number alone."""

import pathlib
import shutil

from knocks.collection import write_edition
from knocks.programs import Programs


class Place:
    """A folder with sources `news` and an index `index`, and states of the index kept to go back to.

    Paths are part of what an index answers, so a case works in the place where its states were made."""

    index = "index"

    def __init__(self, binaries, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.programs = Programs(binaries, folder)
        self.index_path = self.folder / self.index

    def write_news(self, edition, count=40):
        write_edition(self.folder / "news", edition, count)

    def indexer(self, command, *arguments, **options):
        """Runs a command of newsdex-index on the index."""
        return self.programs.run("newsdex-index", command, *arguments, "--db", self.index, **options)

    def keep(self, name):
        """Keeps the index as it is now."""
        shutil.copytree(self.index_path, self.folder / "kept" / name)

    def restore(self, name):
        """Puts a kept state back in place; None for no index."""
        if self.index_path.is_mount():
            for entry in self.index_path.iterdir():
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        else:
            shutil.rmtree(self.index_path, ignore_errors=True)
        if name is not None:
            shutil.copytree(self.folder / "kept" / name, self.index_path, dirs_exist_ok=True)


class Knock:
    """One row of the table. A case that finds something raises a Fault."""

    name = ""
    short = 2  # cases of a run within tools/test
    whole = 200  # and of tools/hard-knocks

    def __init__(self, place):
        self.place = place
        self.programs = place.programs

    def prepare(self):
        """Makes what all cases begin with; may raise Skipped."""

    def clean_up(self):
        """Undoes what outlives the place's folder."""

    def case(self, dice):
        """One case, its choices drawn from `dice`. Returns how many cases it counts for, if not one."""
        raise NotImplementedError
