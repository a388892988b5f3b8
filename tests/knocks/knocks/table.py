"""Runs knocks and counts what they found."""

import dataclasses
import random
import threading
import time

from knocks.faults import KINDS, Fault, Skipped
from knocks.knock import Place

MOST_SHOWN = 5  # faults of a test that are printed in full


@dataclasses.dataclass
class Row:
    """What a test has found so far."""

    name: str
    cases: int = 0
    found: dict = dataclasses.field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    skipped: str = ""
    seconds: float = 0

    @property
    def faults(self):
        return sum(self.found.values())


class Runner:
    """Runs the cases of a test on as many places as there are workers."""

    def __init__(self, binaries, folder, seed, workers, say):
        self.binaries, self.folder, self.seed, self.workers, self.say = binaries, folder, seed, workers, say
        self.places = 0
        self.lock = threading.Lock()

    def run(self, knock_class, numbers):
        row = Row(knock_class.name)
        begin = time.monotonic()
        waiting = list(reversed(numbers))
        threads = [threading.Thread(target=self.work, args=(knock_class, waiting, row))
                   for _ in range(min(self.workers, len(waiting)))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        row.seconds = time.monotonic() - begin
        return row

    def new_place(self):
        with self.lock:
            self.places += 1
            return Place(self.binaries, self.folder / f"place{self.places}")

    def work(self, knock_class, waiting, row):
        knock = knock_class(self.new_place())
        try:
            if not self.attempt(row, "preparation", knock.prepare):
                return
            while number := self.take(waiting):  # from 1 on
                dice = random.Random(f"{self.seed} {knock.name} {number}")
                self.attempt(row, f"case {number}", lambda: self.count(row, knock.case(dice)))
        except Skipped as reason:
            row.skipped = str(reason)
        finally:
            knock.clean_up()

    def take(self, waiting):
        with self.lock:
            return waiting.pop() if waiting else None

    def count(self, row, cases):
        with self.lock:
            row.cases += 1 if cases is None else cases

    def attempt(self, row, what, action):
        """Whether `action` found nothing."""
        try:
            action()
            return True
        except Fault as fault:
            self.note(row, fault.kind, what, fault)
        except Skipped:
            raise
        except Exception as error:  # noqa: BLE001 (a fault of the test itself must not go unseen, nor end the rest)
            self.note(row, "wrong", what, f"{type(error).__name__}: {error}")
        return False

    def note(self, row, kind, what, fault):
        with self.lock:
            row.cases += 1
            row.found[kind] += 1
            if row.faults <= MOST_SHOWN:
                self.say(f"{kind.upper()}: {row.name}, {what} (--seed {self.seed}): {fault}")


def markdown(rows):
    """The table."""
    lines = ["| test | cases run | lost | wrong | crashed |", "|---|---:|---:|---:|---:|"]
    for row in rows:
        if row.skipped and not row.cases:
            lines.append(f"| {row.name} | skipped: {row.skipped} | | | |")
        else:
            found = " | ".join(str(row.found[kind]) for kind in KINDS)
            lines.append(f"| {row.name} | {row.cases:,} | {found} |")
    return "\n".join(lines)
