"""Reads the portal's clock: moments and days for Python, expressions for queries."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core import checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection
from django.db.models import DateField, DateTimeField, Func

SECONDS_KNOWN = 60  # how long a process takes the offset for unchanged when it draws a page
NONE = timedelta()


class Now(Func):
    """The portal's time, the same for all rows of a query."""

    # A subquery: PostgreSQL evaluates it once, not once for each row
    template = "(SELECT public.portal_now())"
    output_field = DateTimeField()


class Today(Func):
    """Today in Vilnius by the portal's clock."""

    template = "(SELECT public.portal_today())"
    output_field = DateField()


def now() -> datetime:
    """The portal's time, the only clock that decides deadlines."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.portal_now()")
        return cursor.fetchone()[0]


def today() -> date:
    """Today in Vilnius by the portal's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.portal_today()")
        return cursor.fetchone()[0]


def ahead() -> timedelta:
    """How far the portal's clock is ahead of the database's; negative if it is behind."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ahead FROM public.clock_clock")
        row = cursor.fetchone()
    return row[0] if row else NONE


@dataclass
class Known:
    """The offset as this process read it last, and until when it believes that."""

    ahead: timedelta = NONE
    until: float = 0.0


known = Known()


def ahead_lately() -> timedelta:
    """The offset as of a minute ago or less: pages need no query of their own for it."""
    if time.monotonic() > known.until:
        known.ahead = ahead()
        known.until = time.monotonic() + SECONDS_KNOWN
    return known.ahead


def differences() -> Iterator[str]:
    """A sentence if the clock is moved; for `reconcile` and `check --deploy`."""
    if offset := ahead():
        yield f"the portal's clock is moved by {offset}: no deadline is when it was announced"


@checks.register(checks.Tags.database, deploy=True)
def check_clock(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.Warning]:
    """Warn, in `check --deploy --database default`, of a clock that is moved."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        found = list(differences())
    except DatabaseError:
        return []  # said by the check of the server, or by that of the migrations
    return [checks.Warning(problem, id="portal.W002") for problem in found]
