"""Random work on the portal's money by many clerks at once; then the journal is replayed.

SOAK_MINUTES says how long each of SOAK_SEEDS (a number of seeds) runs.
"""

import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.db.models import Count

from applications.models import Application
from applications.selection.operations import deciding
from budget import loading
from budget.models import Entry, Kind, Strategy
from budget.projects import operations as projects
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role
from tests import factories
from tests.budget.projects import stories
from tests.soak import books
from tests.soak.client import NoAnswer
from tests.soak.crowd import NOTHING, Clerk, World

pytestmark = pytest.mark.xdist_group("soak")

MINUTES = float(os.environ.get("SOAK_MINUTES", "10"))
SEEDS = int(os.environ.get("SOAK_SEEDS", "3"))
CLERKS = 32
LOCK_TIMEOUT = "55P03"
BROKEN = -1  # the connection, by a worker that recycles itself
MOST_FORGETFUL = 10
PAUSE = 0.4  # seconds between applications getting scored
Places = tuple[int, int, int]  # planned projects of the three actions
EXPECTED = {BROKEN, NOTHING, 200, 302, 303, 403, 404, 409, 422, 503}
LONG = 600  # seconds in which every kind of entry comes about
STRATEGY = """
code = "{code}"
name = "Bandomoji strategija"
group_name = "Bandomoji VVG"
goal = "Tikslas"
first_year = 2024
last_year = {last_year}
approved_on = 2023-11-30
approved_by = "Susirinkimas"
document = "Protokolas Nr. 1"
quota_is_binding = true
sources = [
    {{code = "es-vb", name = "ES ir valstybės biudžetas", amount = "700000.55"}},
    {{code = "savivaldybe", name = "Savivaldybė", amount = "200000.33"}},
]
[[tasks]]
code = "1"
name = "Uždavinys"
actions = [
    {{code = "{code}.1", name = "Pirmas", amount = "250000.11", projects = {places[0]}}},
    {{code = "{code}.2", name = "Antras", amount = "350000.22", projects = {places[1]}}},
    {{code = "{code}.3", name = "Trečias", amount = "300010.00", projects = {places[2]}}},
]
"""


@dataclass(frozen=True)
class History:
    """The outcome for a strategy: how often each act ended with which status."""

    strategy: Strategy
    done: Counter
    applications: int


def make_calls(random: Random, places: Places) -> list[Call]:
    """Two calls for each action of a new strategy, whose money, places and sources run out."""
    last_year = 2029 + Strategy.objects.count()
    text = STRATEGY.format(code=f"b{uuid4().hex[:5]}", last_year=last_year, places=places)
    strategy, _is_new = loading.load(text)
    clerk = factories.user_with(Role.COORDINATOR)
    sums = {"amount": Decimal("180000.00"), "max_per_project": Decimal("40000.00")}
    return [
        factories.make_call(
            action, evaluators=1, overflow=random.choice(["stop", "skip"]), by=clerk, **sums
        )
        for action in [*strategy.actions.all()] * 2
    ]


def fund_first(call: Call, count: int) -> None:
    """The projects the clerks start with; every other one has a contract."""
    for _number in range(count):
        factories.scored(call=call, requested="9000.00", cost="40000.00")
    decision = factories.prepared(call)
    manager = factories.user_with(Role.MANAGER)
    deciding.confirm(decision, factories.press(manager), paper=factories.paper("1"))
    for project in Project.objects.filter(call_number=call.number).order_by("pk")[::2]:
        projects.sign(project, stories.terms("8500.00"), stories.pressed(project))


def submit(calls: list[Call], random: Random, count: int) -> list[Application]:
    """Applications of the calls, which have closed after them."""
    return [
        factories.submitted(
            call=random.choice(calls),
            requested=str(Decimal(random.randint(100_000, 3_500_000)) / 100),
            cost="40000.00",
        )
        for _number in range(count)
    ]


def score(applications: list[Application], until: float) -> int:
    """Score one after the other while the clerks work; return how many."""
    evaluator, count = factories.user_with(Role.EVALUATOR), 0
    try:
        for application in applications:
            if time.monotonic() > until:
                break
            try:
                factories.scored(application, evaluators=[evaluator])
                count += 1
            except OperationalError as error:
                if error.__cause__.pgcode != LOCK_TIMEOUT:
                    raise
            time.sleep(PAUSE)
    finally:
        connection.close()
    return count


def work(clerk: Clerk, until: float) -> Counter:
    done: Counter = Counter()
    while time.monotonic() < until:
        try:
            done[clerk.act()] += 1
        except NoAnswer:
            done["no answer", BROKEN] += 1
    return done


def live(
    sign_in, *, seed: int, seconds: float, clerks: int, places: Places = (12, 20, 16)
) -> History:
    """Let the clerks work on a new strategy."""
    random = Random(seed)
    calls = make_calls(random, places)
    people = [
        (role, client)
        for role in (Role.COORDINATOR, Role.MANAGER)
        for client in sign_in(role, clerks // 2)
    ]
    for call in calls:
        fund_first(call, clerks // 8)
    applications = submit(calls, random, round(seconds / PAUSE))
    world, until = World([call.number for call in calls]), time.monotonic() + seconds
    crew = [
        Clerk(client, role == Role.COORDINATOR, world, Random(f"{seed}:{number}"))
        for number, (role, client) in enumerate(people)
    ]
    with ThreadPoolExecutor(clerks + 1) as pool:
        fed = pool.submit(score, applications, until)
        done = sum(pool.map(lambda clerk: work(clerk, until), crew), Counter())
    return History(calls[0].action.strategy, done, fed.result())


def run(portal, sign_in, say, *, seed: int, seconds: float, clerks: int) -> None:
    history = live(sign_in, seed=seed, seconds=seconds, clerks=clerks)
    differences, kinds = books.differences(), entries(history.strategy)
    say(
        f"history, seed {seed}: {sum(history.done.values())} acts in {seconds:.0f} s,"
        f" {history.applications} applications\n{figures(history.done)}\n"
        f"  entries: {kinds}\n  differences: {len(differences)}"
    )
    statuses = {status for _act, status in history.done}
    assert statuses <= EXPECTED
    assert 303 in statuses
    assert seconds < LONG or set(kinds) == set(Kind.values)
    assert differences == []
    assert not (faults := portal.faults()), "\n\n".join(faults[:3])


def run_forgetful(portal, sign_in, say, *, clerks: int) -> None:
    """The negative control: accounts forget places taken, and the replay notices."""
    forget_places(portal)
    for seed in range(1, MOST_FORGETFUL + 1):
        live(sign_in, seed=seed, seconds=5, clerks=clerks, places=(1, 1, 1))
        if over := [difference for difference in books.differences() if "over a cap" in difference]:
            say(
                f"history of forgetful accounts, seed {seed}: {len(over)} times over a cap,"
                f" the first: {over[0]}"
            )
            return
    pytest.fail("The replay sees nothing although more places are given than there are.")


def forget_places(portal) -> None:
    """As the tables' owner: make posting ignore the places that projects take."""
    connection = portal.as_owner()
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE OR REPLACE FUNCTION budget_more_places(
                entry budget_entry, last budget_entry, what text
            ) RETURNS integer LANGUAGE sql AS 'SELECT 0'
            """
        )
    connection.close()


def figures(done: Counter) -> str:
    """One line for each kind of act: how often it ended with which status."""
    acts = sorted({act for act, _status in done})
    by_act = {
        act: sorted((status, count) for (name, status), count in done.items() if name == act)
        for act in acts
    }
    return "\n".join(
        f"  {act:<12}"
        + ", ".join(f"{status or 'nothing to do'}: {count}" for status, count in counts)
        for act, counts in by_act.items()
    )


def entries(strategy: Strategy) -> dict[str, int]:
    """Counts by kind."""
    kinds = (
        Entry.objects.filter(strategy=strategy)
        .values_list("kind")
        .annotate(count=Count("pk"))
        .order_by("kind")
    )
    return dict(kinds)


def test_a_short_random_history(portal, sign_in, say):
    run(portal, sign_in, say, seed=1, seconds=8, clerks=8)


@pytest.mark.usefixtures("alone")
def test_a_short_history_of_forgetful_accounts_goes_over(portal, sign_in, say):
    run_forgetful(portal, sign_in, say, clerks=8)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
def test_random_histories(portal, sign_in, say, seed):
    run(portal, sign_in, say, seed=seed, seconds=MINUTES * 60, clerks=CLERKS)


@pytest.mark.soak
def test_a_history_of_forgetful_accounts_goes_over(portal, sign_in, say):
    run_forgetful(portal, sign_in, say, clerks=CLERKS)
