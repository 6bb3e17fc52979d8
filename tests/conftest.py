"""Fixtures for all tests: a database, its owner, and a browser without network access."""

import gc
import math
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import psycopg2
import pytest
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from budget.models import Entry, Kind, Strategy
from budget.projects import reconcile as projects
from budget.reconcile import replay, versions
from strategy_portal.clock import reading
from strategy_portal.database_roles import OWNER
from tests import chromium, clock

# Playwright's synchronous interface runs an event loop in the tests' thread, where Django
# would forbid queries
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Collecting garbage less often saves an eighth of the tests' time
gc.set_threshold(100_000, 50, 50)

QUIET = [  # no Chromium service may reach for the network
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: Any,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """Create and migrate the test database as its owner, as in production.

    The tests' own connections are the portal's.
    """
    verbosity = request.config.option.verbose
    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        made = setup_databases(
            verbosity, interactive=False, aliases={OWNER}, serialized_aliases=set(), keepdb=keep
        )
        connection.creation.set_as_test_mirror(connections[OWNER].settings_dict)
        connections.close_all()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        if not django_db_keepdb:
            teardown_databases(made, verbosity)


@pytest.fixture(scope="session")
def owner(django_db_setup: None) -> Iterator[Any]:
    """The owner's connection to the test database.

    It commits each statement, outside the test's transaction.
    """
    connection = psycopg2.connect(**connections[OWNER].get_connection_params())
    connection.autocommit = True
    yield connection
    connection.close()


@pytest.fixture
def as_owner(db: None) -> Iterator[None]:
    """Run the rest of the test as the database's owner, who alone can bypass a trigger.

    Everything is rolled back afterwards. Request it before the fixtures that write: what the
    portal's own connection wrote is not visible here, and locked.
    """
    portal = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = type(portal)(connections[OWNER].settings_dict, DEFAULT_DB_ALIAS)
    undone = transaction.atomic()
    undone._from_testcase = (
        True  # as Django's own around a test: what must be the outermost may run in it
    )
    try:
        with undone:
            yield
            transaction.set_rollback(True)
    finally:
        connection.close()
        connections[DEFAULT_DB_ALIAS] = portal


@pytest.fixture(scope="session", autouse=True)
def flush_past_the_guards(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a transactional test empty all tables, although triggers reject TRUNCATE on journals.

    Only the owner's flush bypasses the triggers; inside the tests they hold. The cache's table
    is not a model, so it is emptied here too.
    """

    def past_the_guards(self: DatabaseOperations, sql_list: list[str]) -> None:
        owner = request.getfixturevalue("owner")
        with owner, owner.cursor() as cursor:
            cursor.execute("; ".join(["SET LOCAL session_replication_role = replica", *sql_list]))
        cache.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", past_the_guards)
        yield


@pytest.fixture(autouse=True)
def the_books_are_right(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check the books after every test that moved money, unless it is marked `wrong_books`."""
    asks_database = {"db", "transactional_db", "live_server"} & {*request.fixturenames}
    if not (asks_database or request.node.get_closest_marker("django_db")):
        yield
        return
    request.getfixturevalue("_django_db_helper")
    yield
    if (
        request.node.get_closest_marker("wrong_books")
        or not Entry.objects.exclude(kind=Kind.ALLOCATION).exists()
    ):
        return
    for strategy in Strategy.objects.all():
        found = [*replay.differences_of(strategy), *versions.differences_of(strategy)]
        assert [*found, *projects.differences_of(strategy)] == []


@pytest.fixture(autouse=True)
def the_clock_is_right(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set the portal's clock right after a test that moved it."""
    # Pages read the offset now and then; no test is to count that query by chance
    reading.known.ahead, reading.known.until = timedelta(), math.inf
    yield
    if reading.known.ahead:
        clock.set_ahead(timedelta())


@pytest.fixture(autouse=True)
def in_lithuanian() -> Iterator[None]:
    """Start every test in Lithuanian: an English page leaves English active."""
    with translation.override("lt"):
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.fail(
            "No Chromium found: run `make test`, which gets one, or set CHROMIUM to its path.",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=QUIET,
            chromium_sandbox=os.geteuid() != 0,
            handle_sigterm=False,
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a blank page for a new visitor.

    Addresses are relative to the test's server. A request to another host, a script's error or a
    breach of the content security policy makes the test fail.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(width: int = 1280, *, dark: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale="lt-LT",
            timezone_id="Europe/Vilnius",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        _watch(context, live_server.url, faults)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _watch(context: BrowserContext, origin: str, faults: list[str]) -> None:
    def on_request(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:", "blob:")):
            faults.append(f"request to {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    context.on("request", on_request)
    context.on("console", on_console)
    context.on("weberror", lambda error: faults.append(str(error.error)))
