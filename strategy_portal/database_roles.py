"""Two database roles: the owner, who migrates, and the portal's, which can't bypass a guard.

database_rights.py finds how the portal's role differs from what it should be:
`manage.py database_roles` fixes it, `manage.py reconcile` and `check --deploy` report it.
Nothing is granted in advance: a table created by a migration is closed to the portal until its
rights are set.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, Error, OperationalError, connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg2 import errors, sql
from psycopg2.extensions import encrypt_password

from strategy_portal.database_rights import differences_of
from strategy_portal.schema import surroundings

APPLICATION = "portal_app"  # its role on the embedded server; elsewhere DATABASE_URL names it
OWNER = "owner"  # the owner's connection in settings, where DATABASE_OWNER_URL is set
SHOWN = 6  # differences in one warning
OWNS_THE_TABLES = """
SELECT pg_get_userbyid(relowner) = current_user
FROM pg_class
WHERE oid = to_regclass('public.django_migrations')
"""


class NotPossible(Exception):
    """The roles can't be set up; the message says why."""


def owner() -> str:
    """Alias of the connection that owns the tables; with a single role it is the portal's."""
    return OWNER if OWNER in settings.DATABASES else DEFAULT_DB_ALIAS


def are_two() -> bool:
    """Whether there are two roles: the tables belong to another role than the portal's."""
    if OWNER in settings.DATABASES:
        return True
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(OWNS_THE_TABLES)
        return cursor.fetchone() != (True,)


def differences() -> Iterator[str]:
    """How the portal's role differs from what it should be, one sentence each."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT current_user")
        (role,) = cursor.fetchone()
        for difference in differences_of(role, cursor):
            yield difference.sentence
    yield from surroundings.differences(role)


@checks.register(checks.Tags.database, deploy=True)
def check_role(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.Warning]:
    """Warn, in `check --deploy --database default`, of a role that could bypass guards."""
    if DEFAULT_DB_ALIAS not in (databases or []):
        return []
    try:
        found = list(differences())
    except OperationalError:
        return []  # said by the check of the server
    if not found:
        return []
    shown = "; ".join(found[:SHOWN])
    if len(found) > SHOWN:
        shown += f"; and {len(found) - SHOWN} more"
    return [
        checks.Warning(
            f"The portal's database role may do more or less than it should: {shown}.",
            hint="Set DATABASE_OWNER_URL to the role that owns the tables and run:"
            " manage.py database_roles",
            id="portal.W001",
        )
    ]


def set_up() -> list[str]:
    """Create the portal's role if there is none and grant it exactly its rights.

    Returns the statements that ran. Raises NotPossible if DATABASE_OWNER_URL or DATABASE_URL does
    not name a role, or the owner may not set some of the rights.
    """
    role, password = role_of_address()
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('database_roles'))")  # one at a time
        done = make_role(role, password, cursor)
        # A list, as the remedies use the same cursor
        for difference in list(differences_of(role, cursor)):
            if difference.remedy:
                cursor.execute(difference.remedy)
                done.append(difference.remedy)
        # PostgreSQL only warns about a REVOKE of what somebody else granted, so look again
        left = [difference.sentence for difference in differences_of(role, cursor)]
        if left:
            why = "The owner may not set these rights; let an administrator do so:"
            raise NotPossible("\n".join([why, *left]))
    return done


def role_of_address() -> tuple[str, str]:
    """Name and password of the portal's role, from DATABASE_URL. Raises NotPossible."""
    if OWNER not in settings.DATABASES:
        raise NotPossible("Set DATABASE_OWNER_URL: the role that owns the tables.")
    address = connections[DEFAULT_DB_ALIAS].settings_dict
    if address["USER"] in ("", connections[OWNER].settings_dict["USER"]):
        raise NotPossible("DATABASE_URL must name a role, and another one than DATABASE_OWNER_URL.")
    return address["USER"], address["PASSWORD"]


def make_role(role: str, password: str, cursor: CursorWrapper) -> list[str]:
    """Create `role` if there is none; return the statement, without the password."""
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
    if cursor.fetchone() is not None:
        return []
    statement = sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role))
    if password:  # hashed here, so that no log of statements shows it
        verifier = encrypt_password(password, role, connections[OWNER].connection, "scram-sha-256")
        statement += sql.SQL(" PASSWORD {}").format(sql.Literal(verifier))
    try:
        # A savepoint: a duplicate must not abort the transaction around it
        with transaction.atomic(using=OWNER):
            cursor.execute(statement)
    except Error as error:
        # Roles belong to the whole server: another database's set-up may have been faster
        if isinstance(error.__cause__, errors.DuplicateObject | errors.UniqueViolation):
            return []
        raise
    return [f"CREATE ROLE {role} LOGIN"]
