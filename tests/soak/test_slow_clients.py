"""Pages answer in time while slow clients send a byte every three seconds, until they are let go.

SOAK_SLOW_SECONDS says how long `make soak` asks for pages before it waits for that.
"""

import os
import time
from collections.abc import Callable

import pytest

from deploy.buffering import PATIENCE
from strategy_portal.accounts.models import Role
from tests import factories
from tests.slow_clients import SlowClient, slow_clients
from tests.soak.client import Client
from tests.soak.portal import Portal, wait_until

pytestmark = pytest.mark.xdist_group("soak")

SECONDS = float(os.environ.get("SOAK_SLOW_SECONDS", "60"))
SLOW = 32
PAGES = ("/", "/en/", "/healthz", "/readyz")


def slowest_page(portal: Portal, seconds: float) -> float:
    """Ask for pages for so many seconds; return how long the slowest took."""
    visitor = Client(portal.port, factories.user_with(Role.AUDITOR))
    end = time.monotonic() + seconds
    slowest = 0.0
    while time.monotonic() < end:
        for page in PAGES:
            begun = time.monotonic()
            assert visitor.get(page).status == 200
            slowest = max(slowest, time.monotonic() - begun)
        time.sleep(0.1)
    return slowest


def are_ended(clients: list[SlowClient]) -> Callable[[], bool]:
    return lambda: all(client.is_ended for client in clients)


@pytest.mark.soak
def test_slow_clients(portal, say):
    slowest_page(portal, 1)  # the first pages fill caches
    with slow_clients(portal.port, SLOW, every=3) as clients:
        slowest = slowest_page(portal, SECONDS)
        waited = wait_until(are_ended(clients))

    say(
        f"slow clients: {SLOW} for {SECONDS:.0f} s, the slowest page took {slowest:.2f} s;"
        f" let go after {SECONDS + waited:.0f} s"
    )
    assert slowest < 1
    assert SECONDS + waited < PATIENCE + 30
    assert not (faults := portal.faults()), "\n\n".join(faults[:3])
