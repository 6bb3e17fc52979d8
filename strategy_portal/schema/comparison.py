"""Compares the database with a schema built beside it from the models and SQL files."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from strategy_portal import database_roles
from strategy_portal.schema import installing
from strategy_portal.schema.printed import Printed, Thing, read

NOT_COMPARED = "The schema was not compared with the code: "
MAY_CREATE = """
SELECT has_database_privilege(relowner, current_database(), 'CREATE')
FROM pg_class
WHERE oid = to_regclass('public.django_migrations')
"""

CHECKS = """
SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid)
FROM pg_constraint
WHERE connamespace = current_schema()::regnamespace AND contype = 'c'
"""


class Expected(NamedTuple):
    """The guards the code declares, as PostgreSQL prints them in two kinds of database."""

    built: dict[Thing, Printed]
    # pg_dump writes what PostgreSQL prints, and PostgreSQL prints that in turn with other casts
    restored: dict[Thing, Printed]


def obstacle() -> str:
    """Why the schema can't be compared here and what to do; empty if it can."""
    if database_roles.OWNER not in settings.DATABASES and database_roles.are_two():
        return f"{NOT_COMPARED}only the tables' owner can. Set DATABASE_OWNER_URL."
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(MAY_CREATE)
        if cursor.fetchone() == (False,):
            return f"{NOT_COMPARED}the tables' owner needs the right CREATE on the database."
    return ""


def differences() -> Iterator[str]:
    """Every guard that is missing, unexpected, disabled or different, one sentence each.

    Nothing where there is an obstacle; the caller reports that.
    """
    if not obstacle():
        yield from compared(expected(), present())


def present() -> dict[Thing, Printed]:
    """The guards of the portal's own database."""
    with transaction.atomic(), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        found = read(cursor, "public")
        transaction.set_rollback(True)  # restores the search path
    return found


@cache
def expected() -> Expected:
    """The guards the code declares; cached, as building them takes most of a second."""
    # A connection of its own, because the caller may be in a read-only transaction. Closed
    # without a commit, it leaves nothing behind.
    owner = connections[database_roles.owner()].copy(DEFAULT_DB_ALIAS)
    try:
        owner.set_autocommit(False)
        return built(owner, schema=f"expected_{uuid4().hex}")
    finally:
        owner.close()


def built(owner: BaseDatabaseWrapper, schema: str) -> Expected:
    """Create everything in the new `schema` and read it back."""
    with owner.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {schema}")
        cursor.execute(f"SET LOCAL search_path = {schema}")
        models = [model for model in apps.get_models() if model._meta.managed]
        # Not atomic: the transaction is ours and never commits
        with owner.schema_editor(atomic=False) as editor:
            for model in models:
                editor.create_model(model)
        for model in models:
            install_triggers(model, cursor)
        installing.run_texts(cursor)
        first = read(cursor, schema)
        restore_checks(cursor)
        return Expected(built=first, restored=read(cursor, schema))


def restore_checks(cursor: CursorWrapper) -> None:
    """Replace each CHECK by what PostgreSQL prints of it, as restoring a dump would."""
    cursor.execute(CHECKS)
    for table, name, text in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {text}")


def install_triggers(model: type[Model], cursor: CursorWrapper) -> None:
    """Create the django-pgtrigger triggers that `model` declares."""
    for trigger in getattr(model._meta, "triggers", []):
        text = trigger.compile(model).install_sql
        # Its first statement replaces a function of `public` that all these triggers call
        _shared, _end, own = text.partition("LANGUAGE plpgsql;")
        cursor.execute(own)


def compared(code: Expected, database: dict[Thing, Printed]) -> Iterator[str]:
    """How `database` differs from `code`, one sentence per guard."""
    things = code.built.keys() | database.keys()
    for thing in sorted(things - renamed(code.built, database)):
        if thing not in database:
            yield f"{thing} is missing"
        elif thing not in code.built:
            yield f"{thing} is not expected"
        elif database[thing].fault:
            yield f"{thing} {database[thing].fault}"
        elif database[thing] not in (code.built[thing], code.restored[thing]):
            yield f"{thing} is not as in the code"


def renamed(code: dict[Thing, Printed], database: dict[Thing, Printed]) -> set[Thing]:
    """Keys that differ by name alone: each was named after its field's name at the time.

    Not CHECKs: we name those ourselves, and refusals are told apart by their names.
    """
    missing = {(thing.table, code[thing]): thing for thing in code.keys() - database.keys()}
    found: set[Thing] = set()
    for thing in database.keys() - code.keys():
        twin = missing.get((thing.table, database[thing]))
        if twin and database[thing].text.startswith(("FOREIGN KEY", "PRIMARY KEY", "UNIQUE")):
            found |= {thing, twin}
    return found
