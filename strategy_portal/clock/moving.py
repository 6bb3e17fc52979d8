"""Moves the portal's clock, as the tables' owner: for demo data, tests and benches."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import DEFAULT_DB_ALIAS, connections

from strategy_portal import database_roles
from strategy_portal.clock import reading

SET = """
INSERT INTO public.clock_clock (id, ahead) VALUES (1, %s)
ON CONFLICT (id) DO UPDATE SET ahead = EXCLUDED.ahead
"""


def set_ahead(offset: timedelta) -> None:
    """Set the offset; everybody sees it at once."""
    # A connection of its own: the caller's may be in a transaction, or have no right to do this
    owner = connections[database_roles.owner()].copy(DEFAULT_DB_ALIAS)
    try:
        with owner.cursor() as cursor:
            cursor.execute(SET, [offset])
    finally:
        owner.close()
    reading.known.ahead = offset


def move_to(moment: datetime) -> None:
    """Make it `moment` now; the clock goes on from there."""
    set_ahead(reading.ahead() + (moment - reading.now()))


@contextmanager
def back_in_the_end() -> Iterator[None]:
    """Set the clock right after whatever moved it."""
    try:
        yield
    finally:
        set_ahead(timedelta())
