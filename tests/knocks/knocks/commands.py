"""The commands that write an index, each with the states before and after it."""

from knocks.answers import NO_INDEX, ask

NAME_LIST = "# newsdex names 1\n- name: Night Vote\n  kind: organisation\n  aliases: [vote report]\n"


class WritingCommand:
    """A command line of newsdex-index with the state of the index that it starts from."""

    words = ()
    next_words = None  # of the run that follows one that was killed, if they are others
    arguments = ()

    def __init__(self, place):
        self.place = place
        self.start = None  # name of the state kept
        self.edition = 1  # of the sources
        self.before = NO_INDEX
        self.after = NO_INDEX

    @property
    def line(self):
        return self.line_of(self.words)

    @property
    def next_line(self):
        return self.line_of(self.next_words or self.words)

    def line_of(self, words):
        return ("newsdex-index", *words, "--db", self.place.index, *self.arguments)

    def prepare(self):
        """Makes the state to start from and learns both states' answers."""
        self.make_start()
        if self.start:
            self.place.keep(self.start)
            self.before = ask(self.place.programs, self.place.index)
        self.place.programs.run(*self.line).expect(0)
        self.after = ask(self.place.programs, self.place.index)

    def make_start(self):
        raise NotImplementedError

    def reset(self):
        """Index and sources as they were before the command."""
        self.place.restore(self.start)
        self.place.write_news(self.edition)

    def build_editions(self, first, *later):
        """An index of the edition `first`, updated with the later ones."""
        self.place.restore(None)
        self.write_news(first)
        self.place.indexer("build", "news").expect(0)
        for edition in later:
            self.write_news(edition)
            self.place.indexer("update", "news").expect(0)

    def write_news(self, edition):
        self.edition = edition
        self.place.write_news(edition)


class FirstBuild(WritingCommand):
    words = ("build", "news")

    def make_start(self):
        self.place.restore(None)
        self.write_news(2)


class Build(WritingCommand):
    words = ("build", "news")

    def make_start(self):
        self.start = "one edition"
        self.build_editions(1)
        self.write_news(2)


class BuildShards(WritingCommand):
    """Fewer shards than there were."""

    words = ("build", "news", "--shards", "2")

    def make_start(self):
        self.start = "one edition in shards"
        self.place.restore(None)
        self.write_news(1)
        self.place.indexer("build", "news", "--shards", "3").expect(0)
        self.write_news(2)


class BuildMoreShards(BuildShards):
    words = ("build", "news", "--shards", "4")


class FirstBuildOfShards(FirstBuild):
    """What is left of it is for a build of another number of shards to clear away."""

    words = ("build", "news", "--shards", "3")
    next_words = ("build", "news", "--shards", "2")


class Update(WritingCommand):
    words = ("update", "news")

    def make_start(self):
        self.start = "two editions"
        self.build_editions(1, 2)
        self.write_news(4)


class Merge(WritingCommand):
    words = ("merge",)

    def make_start(self):
        self.start = "three editions"
        self.build_editions(1, 2, 3)


class Retag(WritingCommand):
    words = ("retag",)
    arguments = ("--gazetteer", "more.yaml")

    def make_start(self):
        self.start = "two editions"
        self.build_editions(1, 2)
        (self.place.folder / "more.yaml").write_text(NAME_LIST)


class Repair(WritingCommand):
    words = ("check", "--repair")

    def make_start(self):
        self.start = "damaged"
        self.build_editions(1, 2)
        whole = ask(self.place.programs, self.place.index)
        columns = sorted(self.place.index_path.glob("seg-*/columns"))[0]
        columns.write_bytes(columns.read_bytes()[:-100])
        self.whole = whole

    def prepare(self):
        self.make_start()
        self.place.keep(self.start)
        self.place.programs.run(*self.line).expect(0)
        self.before = self.after = ask(self.place.programs, self.place.index)
        if self.after != self.whole:
            raise AssertionError("repair has changed the answers")


class Writings:
    """The commands of a test that draws one for each case; each is prepared when it is first drawn."""

    def __init__(self, place, names, measure=None):
        self.place, self.names, self.measure = place, names, measure
        self.ready = {}

    def draw(self, dice):
        name = dice.choice(self.names)
        if name not in self.ready:
            writing = COMMANDS[name](self.place)
            writing.prepare()
            if self.measure:
                self.measure(writing)
            self.ready[name] = writing
        return self.ready[name]


COMMANDS = {"first build": FirstBuild, "build": Build, "build of shards": BuildShards,
            "build of more shards": BuildMoreShards, "first build of shards": FirstBuildOfShards,
            "update": Update, "merge": Merge, "retag": Retag, "repair": Repair}
