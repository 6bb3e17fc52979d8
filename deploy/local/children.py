"""The long-lived processes of `make run`: started one by one, ended together."""

import ctypes
import signal
import subprocess
import sys
import time
from typing import Any

from deploy.local.ending import ignore_signals

PATIENCE = 30  # seconds to end by itself: more than the web server's own graceful timeout
# Linux: a signal for this process when its parent ends, however it ends
PR_SET_PDEATHSIG = 1


class Children:
    """Child processes by name. When one ends by itself, or this process does, all end."""

    def __init__(self) -> None:
        self.started: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, words: list[Any], **keywords: Any) -> subprocess.Popen[bytes]:
        """Start a process that ends with this one; `name` is for people."""
        self.started[name] = subprocess.Popen(
            words,
            # Even if this process is killed, nothing stays behind
            preexec_fn=lambda: end_with_parent(signal.SIGTERM),
            **keywords,
        )
        return self.started[name]

    def ended(self) -> tuple[str, int] | None:
        """Name and exit code of one that has ended, if any."""
        for name, process in self.started.items():
            if (code := process.poll()) is not None:
                return name, code
        return None

    def wait(self) -> tuple[str, int]:
        """Return the name and exit code of the first that ends."""
        while (found := self.ended()) is None:
            time.sleep(0.2)
        return found

    def stop(self) -> None:
        """End all of them: politely first, by force after PATIENCE."""
        ignore_signals()
        for process in self.started.values():
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in self.started.values():
            try:
                process.wait(max(deadline - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def end_with_parent(number: int) -> None:
    """Ask Linux to send this process the signal `number` when its parent process is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)
