"""What a case can find: something lost, something wrong, a crash; or that it cannot be run here."""


class Fault(Exception):
    """Ends a case. Which kind it is decides where the table counts it."""

    kind = ""


class Lost(Fault):
    """An index, an article or a piece of work is gone that had to survive."""

    kind = "lost"


class Wrong(Fault):
    """An answer, a message or an exit status is not what it has to be."""

    kind = "wrong"


class Crashed(Fault):
    """A program died, hung, or a sanitizer complained."""

    kind = "crashed"


class Skipped(Exception):
    """The machine does not allow the test; the reason is shown."""


KINDS = ("lost", "wrong", "crashed")
