"""The books of the portal that is tested, proved, and what its logs say."""

from django.db import connection

from budget.reconcile.snapshot import one_snapshot
from tests import books


def differences() -> list[str]:
    """Every difference, read on a new connection: the old one may have been cut."""
    connection.close()
    with one_snapshot():
        return books.differences()


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
