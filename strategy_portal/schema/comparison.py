"""The database against the code: what files and models say is built beside it, and compared."""

from collections.abc import Iterator
from functools import cache
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from strategy_portal import roles
from strategy_portal.schema import installing
from strategy_portal.schema.printed import Printed, Thing, read

NOT_COMPARED = "The schema was not compared with the code: "
MAY_CREATE = """
SELECT has_database_privilege(relowner, current_database(), 'CREATE')
FROM pg_class
WHERE oid = to_regclass('public.django_migrations')
"""


def obstacle() -> str:
    """Why nothing can be compared here, and what to do; empty where it can."""
    if roles.OWNER not in settings.DATABASES and roles.are_two():
        return f"{NOT_COMPARED}only the tables' owner can. Set DATABASE_OWNER_URL."
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(MAY_CREATE)
        if cursor.fetchone() == (False,):
            return f"{NOT_COMPARED}the tables' owner needs the right CREATE on the database."
    return ""


def differences() -> Iterator[str]:
    """Every guard that is missing, unexpected, off or otherwise than in the code, a sentence each.

    Nothing where there is an obstacle, which the caller says.
    """
    if not obstacle():
        yield from compared(expected(), present())


def present() -> dict[Thing, Printed]:
    """What the portal's own database has."""
    with transaction.atomic(), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        found = read(cursor, "public")
        transaction.set_rollback(True)  # the search path is as before
    return found


@cache
def expected() -> dict[Thing, Printed]:
    """What the code says. It can't change while the process runs, and takes most of a second."""
    # A connection of its own: whoever asks may be inside a transaction that only reads. Closed
    # without a commit, it leaves nothing behind.
    owner = connections[roles.owner()].copy(DEFAULT_DB_ALIAS)
    try:
        owner.set_autocommit(False)
        return built(owner, schema=f"expected_{uuid4().hex}")
    finally:
        owner.close()


def built(owner: BaseDatabaseWrapper, schema: str) -> dict[Thing, Printed]:
    """Build everything in `schema`, empty as a new database, and read it."""
    with owner.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {schema}")
        cursor.execute(f"SET LOCAL search_path = {schema}")
        # Bodies name the tables of `public`, whatever these look like by now
        cursor.execute("SET LOCAL check_function_bodies = off")
        models = [model for model in apps.get_models() if model._meta.managed]
        with owner.schema_editor(atomic=False) as editor:
            for model in models:
                editor.create_model(model)
        for model in models:
            install_triggers(model, cursor)
        installing.run_texts(cursor)
        return read(cursor, schema)


def install_triggers(model: type[Model], cursor: CursorWrapper) -> None:
    """Install what `model` declares of django-pgtrigger."""
    for trigger in getattr(model._meta, "triggers", []):
        text = trigger.compile(model).install_sql
        # Its first statement is for `public`: the function that all these triggers ask
        _shared, _end, own = text.partition("LANGUAGE plpgsql;")
        cursor.execute(own)


def compared(code: dict[Thing, Printed], database: dict[Thing, Printed]) -> Iterator[str]:
    """How `database` differs from `code`, a sentence for each thing."""
    things = code.keys() | database.keys()
    for thing in sorted(things - renamed(code, database)):
        if thing not in database:
            yield f"{thing} is missing"
        elif thing not in code:
            yield f"{thing} is not expected"
        elif database[thing].fault:
            yield f"{thing} {database[thing].fault}"
        elif database[thing] != code[thing]:
            yield f"{thing} is not as in the code"


def renamed(code: dict[Thing, Printed], database: dict[Thing, Printed]) -> set[Thing]:
    """Keys that differ by name alone: each was named after what its field was called back then.

    A CHECK was given its name by us, and refusals are told apart by it.
    """
    missing = {(thing.table, code[thing]): thing for thing in code.keys() - database.keys()}
    found: set[Thing] = set()
    for thing in database.keys() - code.keys():
        twin = missing.get((thing.table, database[thing]))
        if twin and database[thing].text.startswith(("FOREIGN KEY", "PRIMARY KEY", "UNIQUE")):
            found |= {thing, twin}
    return found
