#!/usr/bin/env python3
"""Hard knocks: kills, full disks, readers beside writers, damage, hostile sources, signals, with the real programs.

Every case depends on the seed and its number alone, apart from what the clock decides, and a fault is printed with
both. Exit status: 0 nothing found, 1 faults, 77 all of it skipped as the machine does not allow it.
"""

import argparse
import pathlib
import secrets
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from knocks.every import KNOCKS  # noqa: E402 (the path comes first)
from knocks.table import Runner, markdown  # noqa: E402

SKIPPED = 77


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, metavar="DIR", help="folder of the programs")
    parser.add_argument("--whole", action="store_true", help="the whole number of cases, not those of tools/test")
    parser.add_argument("--cases", type=int, metavar="N", help="so many cases of each test")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="only this case of each test")
    parser.add_argument("--seed", type=int, default=None, help="default: another one every time")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="cases at a time (default: 1)")
    parser.add_argument("--list", action="store_true", help="print the tests and end")
    parser.add_argument("tests", nargs="*", metavar="TEST", help="a part of the names of those to run (default: all)")
    return parser.parse_args(arguments)


def numbers_of(knock, options):
    if options.only:
        return [options.only]
    return list(range(1, (options.cases or (knock.whole if options.whole else knock.short)) + 1))


def say(text):
    print(text, file=sys.stderr, flush=True)


def main(arguments):
    options = parse(arguments)
    chosen = [k for k in KNOCKS if not options.tests or any(test in k.name for test in options.tests)]
    if options.list or not chosen:
        print("\n".join(k.name for k in KNOCKS))
        return 0 if options.list else 2
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    say(f"seed {seed}")
    rows = []
    with tempfile.TemporaryDirectory(prefix="newsdex-knocks-") as folder:
        runner = Runner(options.bin, pathlib.Path(folder), seed, options.workers, say)
        for knock in chosen:
            numbers = numbers_of(knock, options)
            if not numbers:
                continue
            rows.append(runner.run(knock, numbers))
            say(f"{knock.name}: {rows[-1].cases} cases in {rows[-1].seconds:.1f} s")
    print(markdown(rows))
    if any(row.faults for row in rows):
        return 1
    return SKIPPED if rows and all(row.skipped for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
