"""Signals to a process that has started others: they end it, and it ends them first."""

import signal
import sys
import threading
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGHUP)


def end_cleanly_on_signals() -> None:
    """Let SIGTERM and SIGHUP end this process as Ctrl-C does, by way of its `finally` blocks."""
    if not is_main_thread():
        return
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def ignore_signals() -> None:
    """For an impatient second Ctrl-C while this process cleans up."""
    if not is_main_thread():
        return
    for number in (signal.SIGINT, *ENDING):
        signal.signal(number, signal.SIG_IGN)


def is_main_thread() -> bool:
    """Python lets no other thread say what a signal does."""
    return threading.current_thread() is threading.main_thread()
