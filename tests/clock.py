"""Moves the portal's clock in tests, past any transaction; conftest.py sets it right afterwards."""

from datetime import datetime, timedelta

import psycopg2
from django.db import connections

from calls.models import Call
from strategy_portal.clock import moving, reading
from strategy_portal.database_roles import OWNER

A_MINUTE = timedelta(minutes=1)


def move_to(moment: datetime) -> None:
    """Make it `moment` now, for everybody."""
    set_ahead(reading.ahead() + (moment - reading.now()))


def set_ahead(offset: timedelta) -> None:
    # psycopg2 itself: pytest-django lets no test use the owner's connection
    connection = psycopg2.connect(**connections[OWNER].get_connection_params())
    connection.autocommit = True
    connection.cursor().execute(moving.SET, [offset])
    connection.close()
    reading.known.ahead = offset


def within(call: Call) -> None:
    """Move the clock to a moment when the call takes applications, unless it is one."""
    if not call.takes_applications_at(reading.now()):
        move_to(call.closes_at - A_MINUTE)


def after(call: Call) -> None:
    """Move the clock behind the call's closing, unless it is there."""
    if not call.has_closed_at(reading.now()):
        move_to(call.closes_at + A_MINUTE)
