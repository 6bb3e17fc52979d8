"""Checks that the database has the guards of the code and the portal's role can't bypass them."""

from collections.abc import Iterator

from strategy_portal import database_roles
from strategy_portal.clock import reading as clock
from strategy_portal.schema import comparison


def differences() -> Iterator[str]:
    """Every difference, one sentence each."""
    yield from clock.differences()
    yield from comparison.differences()
    if database_roles.are_two():  # with one role for everything `check --deploy` warns instead
        yield from database_roles.differences()
