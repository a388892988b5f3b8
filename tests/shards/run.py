#!/usr/bin/env python3
"""Searches four shards on real servers, of which one is killed, hangs, is slow, is restarted or has a replica,
and compares with one index of the same articles.

usage: run.py --bin FOLDER
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import servers

SHARDS = 4
ARTICLES = 400
WORDS = ("ban block filter court order ministry network internet channel message user editor arrest trial sentence "
         "protest report journalist newspaper agency speech parliament law access proxy service company phone").split()
NAMES = ["Pavel Durov", "Hassan Rouhani", "Telegram", "Instagram", "WhatsApp", "Azar Mohammadi", "Reza Bahrami"]
QUERIES = [
    "", "ban", "telegram ban", '"court order"', "court NEAR/5 order", "ban -telegram", "report*", "sentense",
    "actor:rouhani", "platform:telegram court", "platform:instagram OR platform:whatsapp", "date:2018-04", "title:ban",
    "similar:a17", "court~1", "ban -- --sort newest --limit 30", "ban -- --sort oldest --no-fold", "-- --timeline=day",
    "law -- --facet actor --facet source --facet year --timeline=week", "court -- --matrix actor:platform",
    "protest -- --since 2018-03 --until 2018-05", "court OR order -- --expand --limit 40",
    "ban -- --timeline-by actor:3", "nothingatall", "-- --limit 0",
]


def write_articles(folder, seed):
    """News of a few words, with near copies and second copies that hash into other shards."""
    draw = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    rows = []
    for number in range(ARTICLES):
        body = " ".join(
            " ".join(draw.choice(WORDS) for _ in range(9)) + f" {draw.choice(NAMES)} said ." for _ in range(6))
        row = {"id": f"a{number}", "title": " ".join(draw.choice(WORDS) for _ in range(5)), "body": body,
               "date": f"2018-{draw.randint(1, 6):02}-{draw.randint(1, 28):02}", "source": draw.choice("xyz")}
        rows.append(row)
        if number % 5 == 0:
            rows.append({**row, "id": f"near{number}", "body": body + " as our own desk has it"})
        if number % 11 == 0:
            nameless = {key: value for key, value in row.items() if key != "id"}
            rows += [nameless, nameless]
    with open(f"{folder}/articles.jsonl", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


class Bench:
    """One index, four shards, four servers."""

    def __init__(self, programs, folder):
        self.programs, self.folder, self.failures, self.forgotten = programs, folder, 0, 0
        self.forget()
        write_articles(f"{folder}/articles", 1)
        self.build("one")
        self.build("index", "--shards", str(SHARDS))
        self.hosts = [servers.Host(number) for number in range(SHARDS)]
        self.servers = [servers.Server(host, f"{folder}/index/shard-{number}")
                        for number, host in enumerate(self.hosts)]
        self.all = self.list("all", self.hosts)
        self.expected = self.batch(f"{folder}/one")

    def build(self, name, *options):
        subprocess.run([f"{self.programs}/newsdex-index", "build", f"{self.folder}/articles", "--db",
                        f"{self.folder}/{name}", *options], check=True, stderr=subprocess.DEVNULL)

    def list(self, name, rows):
        """A list of shards; a row is an address, several, or a folder."""
        path = f"{self.folder}/{name}"
        with open(path, "w", encoding="utf-8") as out:
            for row in rows:
                out.write(f"local {row}\n" if str(row).startswith("index/") else f"remote {row}\n")
        return path

    def search(self, database, *arguments):
        """(exit status, parsed answer or None, standard error, seconds)"""
        began = time.monotonic()
        done = subprocess.run([f"{self.programs}/newsdex-search", "--db", database, "--format", "json", *arguments],
                              capture_output=True, text=True)
        answer = json.loads(done.stdout) if done.stdout else None
        return done.returncode, answer, done.stderr, time.monotonic() - began

    def explain(self, *arguments, database=None):
        done = subprocess.run([f"{self.programs}/newsdex-search", "--db", database or self.all, "--explain-query",
                               *arguments], capture_output=True, text=True)
        return done.returncode, done.stderr

    def batch(self, database, options=()):
        done = subprocess.run([f"{self.programs}/newsdex-search", "--db", database, "--batch", *options],
                              input="\n".join(QUERIES), capture_output=True, text=True)
        return [without_time(line) for line in done.stdout.splitlines()]

    def expect(self, truth, what):
        if not truth:
            self.failures += 1
            print(f"FAILED: {what}")

    def forget(self):
        """Nothing that was fetched is known any more."""
        self.forgotten += 1
        os.environ["XDG_CACHE_HOME"] = f"{self.folder}/cache-{self.forgotten}"

    def expect_equal(self, database, what, kept=False):
        """The answers of one index, from what servers send unless what was fetched may be `kept`."""
        if not kept:
            self.forget()
        found = self.batch(database)
        self.expect(len(found) == len(QUERIES), f"{what}: {len(found)} answers")
        for query, answer, expected in zip(QUERIES, found, self.expected):
            self.expect(answer == expected, f"{what}: {query!r}: {answer} instead of {expected}"[:2000])

    def expect_partial(self, number, reason_part, most_seconds, what):
        """The answer of the other three, with a warning, and an error where all are required."""
        rest = self.list("rest", [f"index/shard-{i}" for i in range(SHARDS) if i != number])
        _, expected, _, _ = self.search(rest, "ban")
        status, answer, warning, took = self.search(self.all, "ban")
        name = str(self.hosts[number])
        self.expect(status == 0, f"{what}: exit status {status}")
        self.expect(answer and answer["total"] == expected["total"], f"{what}: not the total of the rest")
        self.expect(answer and [hit["id"] for hit in answer["hits"]] == [hit["id"] for hit in expected["hits"]],
                    f"{what}: not the hits of the rest")
        self.expect(answer and answer.get("partial") is True, f"{what}: not marked partial")
        missing = (answer or {}).get("missing_shards", [])
        self.expect([row["shard"] for row in missing] == [name], f"{what}: missing {missing}")
        self.expect(all(reason_part in row["reason"] for row in missing), f"{what}: {missing}")
        self.expect(f"shard {name} is missing" in warning, f"{what}: warning {warning!r}")
        self.expect(took < most_seconds, f"{what}: took {took:.1f} s")
        status, answer, warning, _ = self.search(self.all, "ban", "--require-all")
        self.expect(status == 2 and answer is None and name in warning, f"{what}: --require-all: {status} {warning}")

    def close(self):
        for server in self.servers:
            server.stop()
        for host in self.hosts:
            host.remove()


def without_time(line):
    answer = json.loads(line)
    answer.pop("took_ms", None)
    return answer


def answers_like_one_index(bench):
    bench.expect_equal(f"{bench.folder}/index", "shards on this machine")
    bench.expect_equal(bench.all, "shards on servers")
    bench.expect_equal(bench.all, "shards on servers, of which pieces are kept", kept=True)
    bench.forget()
    bench.search(bench.all, "ban", "--no-shard-cache")
    bench.expect(not os.path.exists(os.environ["XDG_CACHE_HOME"]), "what was not to be kept is")
    bench.search(bench.all, "ban")
    bench.expect(os.listdir(f"{os.environ['XDG_CACHE_HOME']}/newsdex/shards"), "nothing is kept")
    mixed = bench.list("mixed", ["index/shard-0", bench.hosts[1], "index/shard-2", bench.hosts[3]])
    bench.expect_equal(mixed, "some here, some there")


def one_killed(bench):
    bench.servers[2].stop()
    bench.expect_partial(2, "onnection refused", 15, "killed")
    status, answer, _, _ = bench.search(bench.all, "unheardof")
    bench.expect(status == 3 and answer["total"] == 0, f"killed, nothing found elsewhere: exit status {status}")
    name = str(bench.hosts[2])
    status, warning = bench.explain("ban")
    bench.expect(status == 0 and f"shard {name} is missing" in warning, f"killed, explained: {status} {warning!r}")
    status, warning = bench.explain("ban", "--require-all")
    bench.expect(status == 2 and name in warning, f"killed, explained, all required: {status} {warning!r}")
    alone = bench.list("alone", [bench.hosts[2]])
    status, warning = bench.explain("ban", database=alone)
    bench.expect(status == 2 and "no shard answers" in warning, f"killed and alone, explained: {status} {warning!r}")
    _, there, _, _ = bench.search(f"{bench.folder}/index/shard-2", "ban")
    gone = there["hits"][0]["id"]
    status, _, warning, _ = bench.search(bench.all, f"similar:{gone}")
    bench.expect(status == 2 and f"shard {name} is missing" in warning, f"killed, similar:{gone}: {status} {warning!r}")
    bench.servers[2].start()
    bench.expect_equal(bench.all, "started again")


def one_hung(bench):
    bench.servers[1].hang()
    bench.expect_partial(1, "imeout", 20, "hung")
    _, answer, _, took = bench.search(bench.all, "ban", "--shard-timeout", "0.3")
    bench.expect(answer["partial"] and took < 15, f"hung, time-out of 0.3 s: took {took:.1f} s")
    bench.servers[1].go_on()
    bench.expect_equal(bench.all, "going on")


def one_slow(bench):
    relay = servers.Relay(bench.hosts[3], 0.01)
    slow = bench.list("slow", [*bench.hosts[:3], relay])
    bench.expect_equal(slow, "slow")
    bench.forget()
    relay.seconds = 0.2
    status, answer, warning, took = bench.search(slow, "ban", "--timeout", "1.5")
    bench.expect(status == 0 and answer["total"] == bench.expected[QUERIES.index("ban")]["total"] and took > 1.5,
                 f"what a slow server takes counts as the search's own time: {took:.1f} s, {warning!r}")
    relay.seconds = 60
    _, answer, _, took = bench.search(bench.list("slow", [*bench.hosts[:3], relay]), "ban", "--shard-timeout", "0.5")
    bench.expect(answer.get("partial") and took < 20, f"too slow: took {took:.1f} s")
    relay.close()


def replicas(bench):
    dead = f"127.0.0.1:{servers.free_port()}"
    bench.expect_equal(bench.list("dead", [f"{dead} {bench.hosts[0]}", *bench.hosts[1:]]), "first address dead")
    relay = servers.Relay(bench.hosts[0], 60)
    hung = bench.list("hung", [f"{relay} {bench.hosts[0]}", *bench.hosts[1:]])
    _, answer, warning, took = bench.search(hung, "ban", "--shard-timeout", "0.5")
    bench.expect(answer and "partial" not in answer and took < 20 and not warning, f"first address hung: {took:.1f} s")
    relay.close()


def replicated_by_xapian(bench):
    """What Xapian's own replication makes of a served copy is served like it."""
    port, folder = servers.free_port(), f"{bench.folder}/replica"
    sender = subprocess.Popen(["xapian-replicate-server", "--one-shot", "--interface", "127.0.0.1", "--port", str(port),
                               f"{bench.folder}/index/shard-0"], stdout=subprocess.DEVNULL)
    time.sleep(0.5)
    done = subprocess.run(["xapian-replicate", "--one-shot", "--quiet", "--host", "127.0.0.1", "--port", str(port),
                           "--master", "served", folder], capture_output=True, text=True, timeout=60)
    sender.kill()
    sender.wait()
    bench.expect(done.returncode == 0, f"xapian-replicate: {done.stderr}")
    bench.servers[0].stop()
    kept, bench.servers[0].folder = bench.servers[0].folder, folder
    bench.servers[0].start()
    bench.expect_equal(bench.all, "a replica by Xapian")
    bench.servers[0].stop()
    bench.servers[0].folder = kept
    bench.servers[0].start()


def restarted_in_mid_load(bench):
    """Queries go on while a server is killed and started again: each answer is whole or says what is missing."""
    done = threading.Event()

    def restart():
        while not done.is_set():
            bench.servers[1].stop()
            time.sleep(0.05)
            bench.servers[1].start()
            done.wait(0.2)

    restarting = threading.Thread(target=restart)
    restarting.start()
    whole = 0
    for _ in range(5):
        found = bench.batch(bench.all, options=["--no-shard-cache"])
        for query, answer, expected in zip(QUERIES, found, bench.expected):
            missing = [row["shard"] for row in answer.get("missing_shards", [])]
            whole += answer == expected
            bench.expect(answer == expected or missing == [str(bench.hosts[1])],
                         f"under restarts: {query!r}: {answer}"[:500])
        bench.expect(len(found) == len(QUERIES), f"under restarts: {len(found)} answers")
    done.set()
    restarting.join()
    bench.expect(whole > 0, "under restarts: no answer was whole")
    bench.expect_equal(bench.all, "after the restarts")


def restarted_between_queries(bench):
    """One process goes on asking: nothing wrong is ever answered, and all of it again in the end."""
    whole = bench.expected[QUERIES.index("ban")]
    searcher = subprocess.Popen([f"{bench.programs}/newsdex-search", "--db", bench.all, "--batch"],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def ask():
        searcher.stdin.write("ban\n")
        searcher.stdin.flush()
        return without_time(searcher.stdout.readline())

    bench.expect(ask() == whole, "before the restart")
    bench.servers[1].stop()
    bench.servers[1].start()
    bench.expect(ask() == whole, "restarted between two queries")
    bench.servers[1].stop()
    bench.expect(ask() == whole, "what was fetched before is still known")
    _, answer, _, _ = bench.search(bench.all, "ban")
    bench.expect(answer.get("partial") is True, f"a new search while it is down: {answer}"[:500])
    bench.servers[1].start()
    end = time.monotonic() + 20
    while ask() != whole and time.monotonic() < end:
        time.sleep(0.1)
    bench.expect(ask() == whole, "after the restart")
    searcher.stdin.close()
    searcher.wait()


def built_anew_beside_readers(bench):
    """Who has a connection keeps the state it began with; a new search sees the new one."""
    searcher = subprocess.Popen([f"{bench.programs}/newsdex-search", "--db", bench.all, "--batch"],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    write_articles(f"{bench.folder}/articles", 2)
    shutil.copytree(f"{bench.folder}/index/shard-0", f"{bench.folder}/old-shard-0")
    old = bench.expected
    bench.build("one")
    bench.build("index", "--shards", str(SHARDS))
    answers, _ = searcher.communicate("\n".join(QUERIES))
    found = [without_time(line) for line in answers.splitlines()]
    new = bench.batch(f"{bench.folder}/one")
    bench.expect(found in (old, new), "a reader has neither the old state nor the new")
    bench.expected = new
    bench.expect_equal(bench.all, "built anew")


def stale_replica(bench):
    """An address that serves the build before is passed over, and counts as none where it is the only one."""
    host = servers.Host(SHARDS)
    server = servers.Server(host, f"{bench.folder}/old-shard-0")
    for row in (f"{host} {bench.hosts[0]}", f"{bench.hosts[0]} {host}"):
        database = bench.list("stale", [row, *bench.hosts[1:]])
        bench.expect_equal(database, f"stale replica: {row}")
    status, _, warning, _ = bench.search(bench.list("stale", [f"{host} {bench.hosts[0]}", bench.hosts[1]]), "ban")
    bench.expect(status == 0 and f"{host} is passed over" in warning, f"stale among two shards: {status} {warning!r}")
    status, answer, warning, _ = bench.search(bench.list("stale", [host, *bench.hosts[1:]]), "ban")
    missing = [(row["shard"], "another build" in row["reason"]) for row in answer.get("missing_shards", [])]
    bench.expect(status == 0 and missing == [(str(host), True)], f"no other address: {status} {missing} {warning!r}")
    server.stop()
    damage_chunks(f"{bench.folder}/old-shard-0/served/postlist.glass")
    server.start()
    database = bench.list("stale", [f"{host} {bench.hosts[0]}", *bench.hosts[1:]])
    bench.expect_equal(database, "a replica that cannot be read")
    _, _, warning, _ = bench.search(database, "ban")
    bench.expect(f"{host} is passed over" in warning, f"a replica that cannot be read: {warning!r}")
    server.stop()
    host.remove()


def damaged_replica(bench):
    """What it sends is neither believed nor kept, and the next address is asked; without one its shard is missing."""
    host = servers.Host(SHARDS)
    server = servers.Server(host, f"{bench.folder}/index/shard-0")
    damaged = f"{bench.folder}/damaged"
    draw = random.Random(3)
    for which in [None] + [draw.random() for _ in range(5)]:
        server.stop()
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(f"{bench.folder}/index/shard-0", damaged)
        damage_chunks(f"{damaged}/served/postlist.glass", which)
        server.folder = damaged
        server.start()
        bench.expect_equal(bench.list("spoilt", [f"{host} {bench.hosts[0]}", *bench.hosts[1:]]), f"damaged {which}")
        bench.expect_equal(bench.all, f"after the damaged replica {which}", kept=True)
        if which is None:
            alone = bench.list("alone", [host, *bench.hosts[1:]])
            status, answer, warning, _ = bench.search(alone, "ban", "--no-shard-cache")
            missing = [row["shard"] for row in (answer or {}).get("missing_shards", [])]
            bench.expect(status == 0 and missing == [str(host)], f"damaged alone: {status} {missing} {warning!r}")
    server.stop()
    host.remove()


def damage_chunks(path, which=None):
    """Breaks the beginning of every compressed chunk of a served copy, or of one (0 the first, 1 the last)."""
    begin, broken = b"\x28\xb5\x2f\xfd", b"\xd7\xb5\x2f\xfd"
    with open(path, "r+b") as file:
        parts = file.read().split(begin)
        chosen = None if which is None else 1 + int(which * (len(parts) - 1))
        content = parts[0] + b"".join((broken if chosen in (None, number) else begin) + part
                                      for number, part in enumerate(parts[1:], 1))
        file.seek(0)
        file.write(content)


CASES = [answers_like_one_index, one_killed, one_hung, one_slow, replicas, replicated_by_xapian,
         restarted_in_mid_load, restarted_between_queries, damaged_replica, built_anew_beside_readers, stale_replica]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    programs = os.path.abspath(parser.parse_args().bin)
    with tempfile.TemporaryDirectory(prefix="newsdex-shards-") as folder:
        bench = Bench(programs, folder)
        try:
            print("in network namespaces" if bench.hosts[0].isolated else "at ports of this machine")
            for case in CASES:
                before, began = bench.failures, time.monotonic()
                case(bench)
                result = "ok" if bench.failures == before else "FAILED"
                print(f"{result:6} {case.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
        finally:
            bench.close()
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
