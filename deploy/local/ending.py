"""Signals to a process that has started others: it ends those first, then itself."""

import signal
import sys
import threading
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGHUP)


def end_cleanly_on_signals() -> None:
    """Make SIGTERM and SIGHUP end this process as Ctrl-C does, through its `finally` blocks."""
    if not is_main_thread():
        return
    for number in ENDING:
        # A handler set elsewhere, or nohup's ignored SIGHUP, stays
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def end(number: int, frame: FrameType | None) -> None:
    # The exit code a shell reports for a process ended by this signal
    sys.exit(128 + number)


def ignore_signals() -> None:
    """Ignore an impatient second Ctrl-C while this process cleans up."""
    if not is_main_thread():
        return
    for number in (signal.SIGINT, *ENDING):
        signal.signal(number, signal.SIG_IGN)


def is_main_thread() -> bool:
    """Whether this thread may set signal handlers: Python allows that to the main one only."""
    return threading.current_thread() is threading.main_thread()
