"""Waiting for what other threads and processes do."""

import time
from collections.abc import Callable

PATIENCE = 30  # seconds


def wait_until(is_so: Callable[[], object], patience: float = PATIENCE) -> None:
    ending = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < ending, "it never came"
        time.sleep(0.05)
