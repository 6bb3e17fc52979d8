"""Checks that a server can keep the portal's guarantees."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections
from django.db.backends.postgresql.psycopg_any import is_psycopg3
from psycopg2.extensions import ISOLATION_LEVEL_READ_COMMITTED

# As PostgreSQL's server_version_num: 15.0
OLDEST_SERVER = 150000
SERVER = """
SELECT current_setting('default_transaction_isolation'), current_setting('server_version_num')::int
"""


def is_lost() -> bool:
    """Whether a query of this request has found its connection broken."""
    found = connection.connection
    return found is not None and found.closed != 0


def assert_server(using: str = DEFAULT_DB_ALIAS) -> None:
    """Raise ImproperlyConfigured for a database that can't keep the portal's guarantees."""
    problems = [*problems_of_settings(), *problems_of_server(using)]
    if problems:
        raise ImproperlyConfigured("\n".join(problems))


@checks.register
def check_settings(**kwargs: Any) -> list[checks.Error]:
    return [checks.Error(problem, id="portal.E001") for problem in problems_of_settings()]


@checks.register(checks.Tags.database)
def check_server(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.Error]:
    problems: list[str] = []
    for alias in databases or []:
        problems += problems_of_server(alias)
    return [checks.Error(problem, id="portal.E002") for problem in problems]


def problems_of_settings() -> list[str]:
    """Problems with the engine, driver and isolation level in the settings, one sentence each."""
    database = settings.DATABASES[DEFAULT_DB_ALIAS]
    isolation = database.get("OPTIONS", {}).get("isolation_level")
    problems = []
    if database["ENGINE"] != "django.db.backends.postgresql":
        problems.append(
            f"The portal runs on PostgreSQL only; DATABASE_URL names {database['ENGINE']}."
        )
    # Django silently uses psycopg 3 wherever it can be imported
    if is_psycopg3:
        problems.append(
            "psycopg 3 is installed and would replace psycopg2, the driver of this portal;"
            " uninstall it."
        )
    # After waiting for a lock we must read what was committed meanwhile; REPEATABLE READ
    # would show the balance from before the wait and let us overspend
    if isolation not in (None, ISOLATION_LEVEL_READ_COMMITTED):
        problems.append(
            "The isolation level in DATABASES must stay READ COMMITTED:"
            " the money's locks count on it."
        )
    return problems


def problems_of_server(alias: str) -> list[str]:
    """Problems with the server's version and default isolation level, one sentence each."""
    if connections[alias].vendor != "postgresql":
        return []  # named by the check of the settings
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(SERVER)
            isolation, version = cursor.fetchone()
    except OperationalError as error:
        return [f"The database does not answer: {error}"]
    problems = []
    if version < OLDEST_SERVER:
        problems.append(
            f"The portal needs PostgreSQL 15 or newer; this server is {version // 10000}."
        )
    # A default set for the server, database or role applies where our settings say nothing
    if isolation != "read committed":
        problems.append(
            f"The server's default_transaction_isolation is “{isolation}”; set it to"
            " “read committed” for this database: the money's locks count on it."
        )
    return problems
