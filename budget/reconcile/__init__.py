"""Checks that the books balance: accounts and pages say what the journal adds up to."""

from collections.abc import Iterator

from budget.models import Strategy
from budget.reconcile import figures, replay, versions


def differences() -> Iterator[str]:
    """Everything that is not as it must be, a sentence each; nothing when the books are right."""
    for strategy in Strategy.objects.all():
        yield from replay.differences_of(strategy)
        yield from versions.differences_of(strategy)
    yield from figures.differences()
