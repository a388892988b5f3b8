"""A small file system to fill and to write-protect, where the machine allows one to be mounted."""

import os
import subprocess

from knocks.faults import Skipped


class Volume:
    """A tmpfs at `path`. Making one raises Skipped where that is not allowed."""

    def __init__(self, path, most_bytes):
        self.path = path
        self.mounted = False
        path.mkdir(exist_ok=True)
        self.call("mount", "-t", "tmpfs", "-o", f"size={most_bytes}", "tmpfs", str(path))
        self.mounted = True

    def call(self, *command):
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except OSError as error:
            raise Skipped(f"{command[0]} cannot be run: {error}") from None
        if done.returncode != 0:
            raise Skipped(f"mounting is not allowed: {done.stderr.decode(errors='replace').strip()}")

    def resize(self, most_bytes):
        self.call("mount", "-o", f"remount,size={most_bytes}", str(self.path))

    def protect(self):
        self.call("mount", "-o", "remount,ro", str(self.path))

    def unprotect(self):
        self.call("mount", "-o", "remount,rw", str(self.path))

    def used(self):
        status = os.statvfs(self.path)
        return (status.f_blocks - status.f_bfree) * status.f_frsize

    def unmount(self):
        if self.mounted:
            self.call("umount", str(self.path))
            self.mounted = False
