"""Compares rows of several tables, which no constraint of one of them can: scores to stories."""

from collections.abc import Iterator

from applications.selection.reconcile import awards, outcomes, rankings, sheets, stories, versions


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    for part in (awards, sheets, rankings, outcomes, stories, versions):
        yield from part.differences()
