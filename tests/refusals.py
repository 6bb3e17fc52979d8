"""Proves that the database refuses something, by which of its guards; weakens these."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import Error, connection, transaction


@contextmanager
def refused(why: str) -> Iterator[None]:
    """What happens in the block is refused, at its commit at the latest.

    `why` is the name of the constraint, or part of the message.
    """
    with pytest.raises(Error) as caught, transaction.atomic():  # noqa: PT012 - a transaction is one
        yield
        connection.check_constraints()
    said = caught.value.__cause__.diag
    assert why in f"{said.constraint_name} {said.message_primary}"


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def weaken(statement: str) -> None:
    """Change the schema in a transaction, as the owner."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)
