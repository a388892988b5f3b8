"""Stock Xapian servers of shards on this machine, and relays that count what passes."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import threading
import time

from .processes import BenchmarkError

START_SECONDS = 20
LOOPBACK = "127.0.0.1"
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def free_port():
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def end_with_parent():
    """Run in a new process: it is killed when this driver ends, however that comes about."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def wait_for(process, port):
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
            return
        except OSError as error:
            if process.poll() is not None or time.monotonic() > end:
                raise BenchmarkError(f"xapian-tcpsrv does not answer at port {port}") from error
            time.sleep(0.02)


@contextlib.contextmanager
def server(folder):
    """The port at which the index in a folder is served, until the end of the block."""
    port = free_port()
    command = ["xapian-tcpsrv", "--quiet", "--interface", LOOPBACK, "--port", str(port), folder]
    # A process group, for the server has a process a connection.
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True, preexec_fn=end_with_parent)
    try:
        wait_for(process, port)
        yield port
    finally:
        with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class MessageCounter:
    """Counts the messages in a stream of Xapian's remote protocol: a byte of type, a length, as much as that. A length
    of less than 255 is a byte; else 255 and what is above it, seven bits a byte from the lowest, the last byte marked."""

    def __init__(self):
        self.messages = 0
        self._rest = b""

    def feed(self, piece):
        self._rest += piece
        while (end := message_end(self._rest)) is not None and end <= len(self._rest):
            self._rest = self._rest[end:]
            self.messages += 1


def message_end(stream):
    """Where the first message of a stream ends; None if that cannot be told yet."""
    if len(stream) < 2:
        return None
    if stream[1] < 255:
        return 2 + stream[1]
    length = 255
    for place, byte in enumerate(stream[2:]):
        length += (byte & 127) << (7 * place)
        if byte & 128:
            return 3 + place + length
    return None


class Relay:
    """Passes on what comes to a port of its own to the port of a server, and back, and counts it."""

    def __init__(self, port):
        self.target = port
        self.requests = self.bytes = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server((LOOPBACK, 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            end = socket.create_connection((LOOPBACK, self.target))
            for job, source, sink in ((self._count_requests, client, end), (self._count_bytes, end, client)):
                threading.Thread(target=job, args=(source, sink), daemon=True).start()

    def _count_requests(self, client, end):
        counter = MessageCounter()
        for piece in passed_on(client, end):
            before = counter.messages
            counter.feed(piece)
            with self._lock:
                self.requests += counter.messages - before

    def _count_bytes(self, end, client):
        for piece in passed_on(end, client):
            with self._lock:
                self.bytes += len(piece)

    def close(self):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def passed_on(source, sink):
    """The pieces that come from a socket; each goes on to the other when it has been counted."""
    with contextlib.suppress(OSError):
        while piece := source.recv(1 << 16):
            yield piece
            sink.sendall(piece)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
