"""Rounds of a race: decisions of one action, all prepared, then all confirmed at once."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.urls import reverse

from budget.models import Account, Action
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role, User
from tests import clock, factories
from tests.soak.client import Answer, Client, Fields
from tests.soak.portal import Portal

ROOM = 3
ASKED = Decimal("100.00")  # what each application asks for, EUR
PAPER = Document("Nr. 1", date(2026, 11, 2))
MINUTES = {"kind": "minutes", "number": "VP-1", "dated": "2026-11-02"}
GUARDS = [
    "action_is_within_ceiling",
    "source_is_within_ceiling",
    "strategy_is_within_ceiling",
    "is_within_quota",
]


@dataclass
class Runner:
    """A call of the raced action, its one undecided application, and who proposes it."""

    call: Call
    client: Client
    fields: Fields = field(default_factory=dict)

    @property
    def path(self) -> str:
        return reverse("selection:ranking", args=[self.call.number])

    def look(self) -> None:
        """Read the page whose form is sent in each round until the application is funded."""
        page = self.client.insist(self.path)
        assert page.status == 200, page.status
        self.fields = {**page.fields, "step": "prepare"}
        for name in page.fields:
            if name.startswith(("outcome-", "reason-")):
                self.fields[name] = "fund" if name.startswith("outcome-") else "Lenktynės"

    def propose(self) -> Answer:
        return self.client.insist(self.path, {**self.fields, "request_key": str(uuid4())})


@dataclass(frozen=True)
class Outcome:
    """The outcome of a round; EUR, seconds."""

    prepared: list[Answer]
    confirmed: list[Answer]
    refused: list[Answer]
    account: Account
    seconds: float

    @property
    def over(self) -> Decimal:
        """EUR reserved and approved beyond the money or the places available."""
        return max(Decimal("0.00"), self.account.used - ROOM * ASKED)


def at_once(step: Callable[[Any], Answer], items: list) -> list[Answer]:
    """Run `step` for all items at the same time."""
    if not items:
        return []
    barrier = threading.Barrier(len(items))

    def run(item: Any) -> Answer:
        barrier.wait()
        return step(item)

    with ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(run, items))


class Race:
    """An action with room for three runners, limited by money or by number of projects."""

    def __init__(self, coordinators: list[Client], managers: list[Client], *, by: str):
        money, places = ("350.00", 100) if by == "money" else ("100000.00", ROOM)
        self.action = factories.make_action(money=money, places=places, code=f"r{uuid4().hex[:6]}")
        self.managers, self.clerk = managers, coordinators[0].user
        self.evaluator = factories.user_with(Role.EVALUATOR)
        self.runners = [Runner(self.new_call(), client) for client in coordinators]
        self.ready(self.runners)

    def new_call(self) -> Call:
        sums = {"amount": Decimal("1000.00"), "max_per_project": ASKED}
        return factories.make_call(self.action, evaluators=1, by=self.clerk, **sums)

    def ready(self, runners: list[Runner]) -> None:
        """Create a scored application for each runner and read its ranking page."""
        for runner in runners:
            factories.scored(
                call=runner.call, requested=str(ASKED), cost="200.00", evaluators=[self.evaluator]
            )
        at_once(Runner.look, runners)

    def round(self) -> Outcome:
        clock.after(max((runner.call for runner in self.runners), key=lambda call: call.closes_at))
        begun = time.monotonic()
        prepared = at_once(Runner.propose, self.runners)
        done = [answer for answer in prepared if answer.status == 303]
        confirmed = at_once(self.confirm, list(enumerate(done)))
        seconds = time.monotonic() - begun
        account = Account.objects.get(action=self.action)
        return Outcome(done, confirmed, [a for a in prepared if a.status != 303], account, seconds)

    def confirm(self, item: tuple[int, Answer]) -> Answer:
        number, answer = item
        path = reverse("selection:confirm", args=[answer.location.strip("/").rpartition("/")[2]])
        return self.managers[number % len(self.managers)].insist(path, MINUTES)

    def begin_anew(self) -> None:
        """Release the money and places, and let the winning calls run again."""
        won = set()
        for project in Project.objects.filter(action=self.action, status="preparing"):
            give_back(project, by=self.clerk)
            won.add(project.call_number)
        self.ready([runner for runner in self.runners if runner.call.number in won])


def give_back(project: Project, *, by: User) -> None:
    projects.terminate(project, factories.press(by), document=PAPER, reason="Kitas ratas")


@contextmanager
def races(
    portal: Portal, sign_in: Callable[[Role, int], list[Client]], at_once: int
) -> Iterator[list[Race]]:
    coordinators, managers = sign_in(Role.COORDINATOR, at_once), sign_in(Role.MANAGER, ROOM + 1)
    yield [Race(coordinators, managers, by=cap) for cap in ("money", "quota")]


def remove_guards(portal: Portal) -> None:
    """As the tables' owner: remove caps, the operation's lock and the posting trigger's lock."""
    connection = portal.as_owner()
    with connection.cursor() as cursor:
        for name in GUARDS:
            cursor.execute(f"ALTER TABLE budget_account DROP CONSTRAINT account_{name}")
        cursor.execute(
            "CREATE OR REPLACE FUNCTION budget_lock(strategy bigint) RETURNS void"
            " LANGUAGE sql SECURITY DEFINER AS 'SELECT'"
        )
        cursor.execute("DROP TRIGGER before_posting ON budget_entry")
        cursor.execute("CREATE SEQUENCE unguarded START 1000000")
        cursor.execute(
            "CREATE OR REPLACE FUNCTION budget_next_seq(strategy bigint) RETURNS bigint"
            " LANGUAGE sql AS $$ SELECT nextval('unguarded') $$"
        )
    connection.close()


def of_action(action: Action) -> str:
    """The wording of the refusal."""
    return f"eiksm[a-z]+ {action.code}"
