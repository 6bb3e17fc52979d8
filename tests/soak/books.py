"""Checks that the tested portal's books balance and its logs are clean."""

from django.db import connection

from budget.reconcile.snapshot import one_snapshot
from tests import books


def differences() -> list[str]:
    """Every difference, read on a new connection: the old one may be broken."""
    connection.close()
    with one_snapshot():
        return books.differences()


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
