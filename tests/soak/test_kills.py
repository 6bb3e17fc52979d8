"""PostgreSQL and web processes are killed during writes: acknowledged acts exist exactly once.

SOAK_KILLS says how many kills of each `make soak` makes.
"""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal

import pytest

from budget.projects import operations as projects
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from tests import factories
from tests.budget.projects import stories
from tests.soak import books
from tests.soak.client import Client
from tests.soak.portal import Portal
from tests.soak.writing import Act, Writer, missing, written_twice

pytestmark = pytest.mark.xdist_group("soak")

KILLS = int(os.environ.get("SOAK_KILLS", "50"))
WRITERS = 8
MOST_FORGETFUL = 20
READY_WITHIN = 30  # seconds


def make_projects(count: int) -> list[Project]:
    """Running projects, each with enough money for everything written on it."""
    sums = {"amount": Decimal("9000000.00"), "max_per_project": Decimal("500000.00")}
    call = factories.make_call(
        factories.make_action(money="9000000.00", places=100), evaluators=1, **sums
    )
    for _number in range(count):
        application = factories.approved(call=call, requested="350000.00", cost="1000000.00")
        project = Project.objects.get(number=application.number)
        projects.sign(project, stories.terms("350000.00"), stories.pressed(project))
    return list(Project.objects.filter(call_number=call.number))


@contextmanager
def writers(clients: list[Client]) -> Iterator[list[Writer]]:
    stopping = threading.Event()
    crew = [
        Writer(client, project, stopping)
        for client, project in zip(clients, make_projects(len(clients)), strict=True)
    ]
    with ThreadPoolExecutor(len(crew)) as pool:
        working = [pool.submit(writer.work) for writer in crew]
        try:
            yield crew
        finally:
            stopping.set()
    for work in working:
        work.result()


def acts_of(crew: list[Writer]) -> list[Act]:
    return [act for writer in crew for act in list(writer.done)]


def kill_under(
    crew: list[Writer], portal: Portal, kill: Callable[[], None]
) -> tuple[float, list[Act]]:
    """Kill during writes; return seconds until ready, and acknowledged acts lost."""
    known = len(acts_of(crew))
    while len(acts_of(crew)) < known + len(crew):
        time.sleep(0.02)
    time.sleep(random.random() / 2)
    acknowledged = acts_of(crew)
    begun = time.monotonic()
    kill()
    portal.wait_until_ready()
    return time.monotonic() - begun, missing(acknowledged)


def run(
    portal: Portal, sign_in, say, *, kills: dict[str, list[Callable[[], None]]], writing: int
) -> None:
    with writers(sign_in(Role.COORDINATOR, writing)) as crew:
        for what, each in kills.items():
            worst = 0.0
            for kill in each:
                seconds, lost = kill_under(crew, portal, kill)
                worst = max(worst, seconds)
                assert lost == []
            say(f"kills of {what}: {len(each)}; ready again within {worst:.1f} s at worst")
            assert worst < READY_WITHIN

    acts = acts_of(crew)
    say(
        f"kills: {len(acts)} acts acknowledged,"
        f" {sum(writer.repeated for writer in crew)} presses repeated, lost {len(missing(acts))};"
        f" answers: {sum((writer.statuses for writer in crew), Counter())}"
    )
    assert missing(acts) == []
    assert [written_twice(writer) for writer in crew] == [0] * writing
    assert [refusal for writer in crew for refusal in writer.refused] == []
    assert books.differences() == []
    assert not (faults := portal.faults()), "\n\n".join(faults[:3])


def run_forgetful(portal: Portal, sign_in, say, *, writing: int) -> None:
    """The negative control: a database that acknowledges before writing loses acts."""
    forgetful = {
        "synchronous_commit": "off",
        "wal_writer_delay": "10s",
        "wal_writer_flush_after": "1GB",
    }
    set_server(portal, [f"SET {name} = '{value}'" for name, value in forgetful.items()])
    with writers(sign_in(Role.COORDINATOR, writing)) as crew:
        kills, lost = 0, []
        while not lost and kills < MOST_FORGETFUL:
            _seconds, lost = kill_under(crew, portal, portal.kill_database)
            kills += 1
    set_server(portal, ["RESET ALL"])
    say(f"kills with synchronous_commit=off: {len(lost)} acknowledged acts lost at kill {kills}")
    assert lost


def set_server(portal: Portal, settings: list[str]) -> None:
    connection = portal.as_owner()
    with connection.cursor() as cursor:
        for setting in settings:
            cursor.execute(f"ALTER SYSTEM {setting}")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()


def kills_of_web(portal: Portal, count: int) -> list[Callable[[], None]]:
    """Kill workers, and occasionally gunicorn's main process."""
    return [portal.kill_web if number % 10 == 9 else portal.kill_worker for number in range(count)]


def test_a_kill_of_each_loses_nothing(portal, sign_in, say):
    kills = {
        "PostgreSQL": [portal.kill_database],
        "web workers": [portal.kill_worker, portal.kill_web],
    }
    run(portal, sign_in, say, kills=kills, writing=3)


def test_without_synchronous_commit_a_kill_loses_something(portal, sign_in, say):
    run_forgetful(portal, sign_in, say, writing=3)


@pytest.mark.soak
def test_kills(portal, sign_in, say):
    kills = {
        "PostgreSQL": [portal.kill_database] * KILLS,
        "web workers": kills_of_web(portal, KILLS),
    }
    run(portal, sign_in, say, kills=kills, writing=WRITERS)


@pytest.mark.soak
def test_kills_without_synchronous_commit_lose_something(portal, sign_in, say):
    run_forgetful(portal, sign_in, say, writing=WRITERS)
