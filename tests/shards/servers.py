"""Servers of shards: each a process group of its own, in a network namespace where that is allowed, else at a
port of this machine; and a relay that makes one slow."""

import ipaddress
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

START_SECONDS = 20
# RFC 2544's network for measuring: no machine lives there. Each run has eight links of four addresses to itself.
BENCH_NETWORK = ipaddress.IPv4Address("198.18.0.0")


def run(*command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Host:
    """Where one server runs: another machine, as far as the network is concerned, or a port of this one."""

    def __init__(self, number):
        self.name = f"newsdex-{os.getpid()}-{number}"
        near, far = f"nx{os.getpid() % 100000}h{number}", f"nx{os.getpid() % 100000}n{number}"
        home, there = (BENCH_NETWORK + 4 * (os.getpid() % 4096 * 8 + number) + end for end in (1, 2))
        self.isolated = (
            bool(shutil.which("ip")) and run("ip", "netns", "add", self.name)
            and run("ip", "link", "add", near, "type", "veth", "peer", "name", far)
            and run("ip", "link", "set", far, "netns", self.name)
            and run("ip", "address", "add", f"{home}/30", "dev", near) and run("ip", "link", "set", near, "up")
            and run("ip", "netns", "exec", self.name, "ip", "address", "add", f"{there}/30", "dev", far)
            and run("ip", "netns", "exec", self.name, "ip", "link", "set", far, "up"))
        self.address = str(there) if self.isolated else "127.0.0.1"
        self.port = 7001 if self.isolated else free_port()
        self.prefix = ["ip", "netns", "exec", self.name] if self.isolated else []

    def __str__(self):
        return f"{self.address}:{self.port}"

    def remove(self):
        run("ip", "netns", "del", self.name)


class Server:
    """xapian-tcpsrv over the index in a folder."""

    def __init__(self, host, folder):
        self.host, self.folder, self.process = host, folder, None
        self.start()

    def start(self):
        """Returns when it answers. One that ends at once, as where its port is taken for a moment, is started again."""
        command = [*self.host.prefix, "xapian-tcpsrv", "--quiet", "--interface", self.host.address,
                   "--port", str(self.host.port), self.folder]
        end = time.monotonic() + START_SECONDS
        with tempfile.TemporaryFile("w+") as said:
            while time.monotonic() < end:
                if self.process is None or self.process.poll() is not None:
                    self.process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL,
                                                    stderr=said)
                if answers(self.host.address, self.host.port):
                    return
                time.sleep(0.05)
            said.seek(0)
            raise TimeoutError(f"{' '.join(command)} does not answer: {said.read()[-1000:]}")

    def signal(self, number):
        os.killpg(self.process.pid, number)

    def hang(self):
        self.signal(signal.SIGSTOP)

    def go_on(self):
        self.signal(signal.SIGCONT)

    def stop(self):
        if self.process is None:
            return
        self.signal(signal.SIGKILL)
        self.process.wait()
        self.process = None


def answers(address, port):
    try:
        socket.create_connection((address, port), timeout=1).close()
        return True
    except OSError:
        return False


class Relay:
    """An address that passes everything on to another one, each piece after a while."""

    def __init__(self, host, seconds):
        self.target, self.seconds = (host.address, host.port), seconds
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def __str__(self):
        return f"127.0.0.1:{self.port}"

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            for source, sink in ((client, server), (server, client)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source, sink):
        try:
            while piece := source.recv(1 << 16):
                time.sleep(self.seconds)
                sink.sendall(piece)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.listener.close()
