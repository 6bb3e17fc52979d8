"""One snapshot for everything that `reconcile` reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Read everything as of one moment, so that an entry posted meanwhile is no difference."""
    # PostgreSQL allows it only before a transaction's first query
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            # READ COMMITTED would take a new snapshot for every statement
            connection.cursor().execute(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
            )
        yield
