"""Installs and builds what the benchmark runs."""

import glob
import os
import shutil
import subprocess

from .processes import BenchmarkError

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
PROGRAMS = ["newsdex-index", "newsdex-search", "newsdex-corpus", "newsdex-query-sampler", "newsdex-query-timer"]
PEER_PROGRAMS = {"xapian": ["newsdex-xapian-search"]}
PEER_COMMANDS = {"fts5": ["sqlite3"], "lucene": ["java", "javac"], "xapian": ["scriptindex"]}
SHARD_SERVER = "xapian-tcpsrv"
JAVA_FOLDER = "/usr/share/java"


class Toolchain:
    def __init__(self, options):
        """With a build folder given, takes what it holds; else builds in build/benchmark, a Release without tests."""
        self.build_folder = options.build_dir or os.path.join(ROOT, "build/benchmark")
        self.class_folder = os.path.join(self.build_folder, "lucene")
        programs = PROGRAMS + [p for peer in options.peers for p in PEER_PROGRAMS.get(peer, [])]
        if not options.build_dir:
            quietly([os.path.join(ROOT, "tools/dependencies"), "--benchmarks" if not options.peers else "--peers"])
            quietly(["cmake", "--preset", "release", "-S", ROOT, "-B", self.build_folder,
                     "-DNEWSDEX_TESTS=OFF", "-DNEWSDEX_BENCHMARKS=ON"])
            quietly(["cmake", "--build", self.build_folder, "--target", *programs])
        for command in (c for peer in options.peers for c in PEER_COMMANDS[peer]):
            if not shutil.which(command):
                raise BenchmarkError(f"{command} is missing: tools/dependencies --peers installs it")
        if options.shards and not shutil.which(SHARD_SERVER):
            raise BenchmarkError(f"{SHARD_SERVER} is missing: tools/dependencies --benchmarks installs it")
        for program in programs:
            if not os.path.exists(self.program(program)):
                raise BenchmarkError(f"{self.program(program)} is missing: configure with -DNEWSDEX_BENCHMARKS=ON and build")
        if "lucene" in options.peers:
            sources = sorted(glob.glob(os.path.join(ROOT, "tools/benchmarks/lucene/*.java")))
            quietly(["javac", "-cp", self.class_path(), "-d", self.class_folder, *sources])

    def program(self, name):
        return os.path.join(self.build_folder, "bin", name)

    def class_path(self):
        jars = sorted(glob.glob(os.path.join(JAVA_FOLDER, "lucene-*-8.*.jar")))
        return ":".join([*jars, os.path.join(JAVA_FOLDER, "gson.jar"), self.class_folder])

    def version(self):
        described = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True,
                                   check=False)
        return described.stdout.strip() or "unknown"


def quietly(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise BenchmarkError(f"{' '.join(command[:4])} … failed:\n{done.stdout[-3000:]}")
