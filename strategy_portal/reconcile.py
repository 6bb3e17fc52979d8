"""The guards proved: the database has those of the code, and the portal's role no way past them."""

from collections.abc import Iterator

from strategy_portal import roles
from strategy_portal.schema import comparison


def differences() -> Iterator[str]:
    """Everything that is not as it must be, a sentence each."""
    yield from comparison.differences()
    if roles.are_two():  # with one role for everything `check --deploy` warns instead
        yield from roles.differences()
