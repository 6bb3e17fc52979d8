"""Checks that the books balance: accounts and public figures equal the journal's sums."""

from collections.abc import Iterator

from budget.models import Strategy
from budget.reconcile import figures, replay, versions


def differences() -> Iterator[str]:
    """Every difference, one sentence each; none if the books balance."""
    for strategy in Strategy.objects.all():
        yield from replay.differences_of(strategy)
        yield from versions.differences_of(strategy)
    yield from figures.differences()
