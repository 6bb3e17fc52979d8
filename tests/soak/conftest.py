"""A running portal, and clients signed in to it."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from strategy_portal.accounts.models import Role
from tests import clock, factories
from tests.soak.client import Client
from tests.soak.portal import Pattern, Portal


@pytest.fixture(scope="session")
def new_portal() -> Iterator[Callable[..., Portal]]:
    """Return a function that starts one. Each begins as a copy of a prepared one.

    They do not lie among pytest's folders: another pytest that starts closes those to PostgreSQL's
    own user.
    """
    folder = settings.VAR_DIR / f"soak-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    started: list[Portal] = []
    shutil.rmtree(folder, ignore_errors=True)
    pattern = Pattern.make(folder / "pattern")

    def new_portal(workers: int = 2) -> Portal:
        started.append(Portal(pattern, folder / f"portal-{len(started)}", workers=workers))
        return started[-1]

    yield new_portal
    for portal in started:
        portal.stop()


@pytest.fixture(scope="session")
def shared(new_portal: Callable[..., Portal]) -> Portal:
    return new_portal()


@pytest.fixture
def alone() -> None:
    """A separate portal for a short test that leaves it unusable."""


@pytest.fixture
def portal(
    request: pytest.FixtureRequest, new_portal: Callable[..., Portal], django_db_blocker: Any
) -> Iterator[Portal]:
    """A new portal, or one shared by short tests. This process queries the portal's database."""
    is_soak = request.node.get_closest_marker("soak")
    is_alone = "alone" in request.fixturenames
    if is_soak or is_alone:
        portal = new_portal(workers=4 if is_soak else 2)
    else:
        portal = request.getfixturevalue("shared")
        portal.turn_page()
    with django_db_blocker.unblock(), portal.office():
        yield portal
        clock.set_ahead(timedelta())
    if is_soak or is_alone:
        portal.stop()


@pytest.fixture
def sign_in(portal: Portal) -> Callable[[Role, int], list[Client]]:
    """Return a function that creates people with one role and signs them in."""

    def sign_in(role: Role, count: int) -> list[Client]:
        people = [Client(portal.port, factories.user_with(role)) for _number in range(count)]
        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(Client.sign_in, people))

    return sign_in


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Return a function that prints a figure past pytest's capturing."""

    def say(text: str) -> None:
        with capsys.disabled():
            print(f"\n{text}", flush=True)  # noqa: T201

    return say
