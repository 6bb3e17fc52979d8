"""Histories that differ in nothing but one application, and the portal as people see it then."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from applications.models import Application, CostLine
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision
from applications.selection.operations import deciding, declaring, preparing
from budget.models import Action
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role, User
from strategy_portal.clock import reading
from tests import factories, sheets
from tests.budget.projects import stories
from tests.house import world as worlds

# What differs between two answers about the same facts: tokens, keys and moments
CHANCE = [
    re.compile(r'name="csrfmiddlewaretoken" value="\w+"'),
    re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    re.compile(r"(\d{4}-\d\d-\d\d[ T])?\b\d\d:\d\d(:\d\d)?(\.\d+)?([+-]\d\d:\d\d)?\b"),
]


@dataclass
class History:
    """An approved project, and a call with the application (`secret`) that variants differ in.

    `bystander` applied to another call, where a conflict of `people` touches nothing.
    """

    people: dict[str, User | None]
    action: Action
    call: Call
    planned: Call
    secret: Application
    bystander: Application
    project: str
    evaluators: list[User]


@dataclass(frozen=True)
class Variant:
    """What `secret` asks for (EUR), the part of the points it gets, and what is proposed."""

    requested: str = "9000.00"
    part: str = "0.80"
    outcome: str = "fund"


CONFLICTED = ["coordinator", "manager", "board", "auditor"]
OUTSIDE = ["anonymous", "applicant", "evaluator", "undeclared"]


def make() -> History:
    people: dict[str, User | None] = {"anonymous": None}
    people |= {role: factories.user_with(Role(role)) for role in CONFLICTED}
    people["evaluator"] = factories.user_with(Role.EVALUATOR)
    people["undeclared"] = factories.user_with(Role.BOARD)
    people["clerk"] = factories.user_with(Role.COORDINATOR)
    people["chief"] = factories.user_with(Role.MANAGER)
    action = factories.make_action(places=5)
    dates = {"closes_at": reading.now() + timedelta(days=10, hours=12)}
    project = factories.approved(call=factories.make_call(action, **dates)).number
    call = factories.make_call(action, **dates)
    bystander = factories.submitted(call=factories.make_call(action, **dates))
    people["applicant"] = bystander.created_by
    evaluators = [factories.user_with(Role.EVALUATOR) for _number in range(call.evaluators)]
    # Between what the variants leave: whether it could be published differs
    more = {"amount": Decimal("85000.00"), "planned_projects": 1}
    return History(
        people=people,
        action=action,
        call=call,
        planned=factories.make_call(action, published=False, **dates, **more),
        secret=factories.make_application(call),
        bystander=bystander,
        project=project,
        evaluators=evaluators,
    )


def score(history: History, variant: Variant) -> None:
    """Take the secret application to its scores; `people` with a conflict declare it."""
    secret, requested = history.secret, Decimal(variant.requested)
    rows = Application.objects.filter(pk=secret.pk)
    rows.update(requested=requested, own_funds=Decimal("10000.00") - requested)
    assert CostLine.objects.filter(application=secret).exists()
    draft, evaluators = factories.again(secret), history.evaluators
    application = factories.scored(draft, part=variant.part, evaluators=evaluators)
    for role in CONFLICTED:
        press = factories.press(history.people[role])
        declaring.declare(application, press, has_conflict=True, relation="family")


def propose(history: History, variant: Variant) -> Decision:
    seen = ranking_of(history.call).sha256
    proposal = preparing.Proposal(variant.outcome, reason=factories.REASON)
    press = factories.press(history.people["clerk"], seen)
    return preparing.prepare(history.call, {f"{history.call.number}-001": proposal}, press)


def confirm(history: History, decision: Decision) -> None:
    deciding.confirm(decision, factories.press(history.people["chief"]), paper=factories.paper("2"))


def go_on(history: History) -> None:
    """An entry after the decision: numbers and balances of entries would tell what came before."""
    project = Project.objects.get(number=history.project)
    by = history.people["clerk"]
    stories.projects.sign(project, stories.terms("8000.00"), stories.pressed(project, by))


def retract(history: History, decision: Decision) -> None:
    deciding.retract(decision, factories.press(history.people["clerk"]), reason="Persigalvota")


@contextmanager
def undone(owner: Any) -> Iterator[None]:
    """Roll back what is written inside, and let keys and names be given again as the first time."""
    at_first = sequences(owner)
    first = factories.UserFactory._meta.next_sequence()
    inside = transaction.atomic()
    inside._from_testcase = True  # as Django's own around a test: operations are durable
    with inside:
        yield
        transaction.set_rollback(True)
    factories.UserFactory.reset_sequence(first, force=True)
    restore(owner, at_first)


def sequences(owner: Any) -> list[tuple[str, int, bool]]:
    with owner.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, 1),"
            " last_value IS NOT NULL FROM pg_sequences"
        )
        return cursor.fetchall()


def restore(owner: Any, at_first: list[tuple[str, int, bool]]) -> None:
    with owner.cursor() as cursor:
        for name, value, is_called in at_first:
            cursor.execute("SELECT setval(%s, %s, %s)", [name, value, is_called])


def addresses(history: History, decision: Decision) -> dict[str, str]:
    """Every address by its name, of the secret application where there is one; and some filters."""
    project = Project.objects.get(number=history.project)
    world = worlds.World(
        people=history.people,
        call=history.call,
        planned=history.planned,
        draft=history.bystander,
        scoring=factories.again(history.secret),
        submitted=history.bystander,
        decision=decision,
        project=project,
        amendment=None,
    )
    world.arguments = {
        **worlds.of_budget(world),
        **worlds.of_calls(world),
        **worlds.of_applications(world),
        **of_selection(history, decision),
        **of_projects(history),
    }
    named = [name for name in worlds.names() if not name.startswith(ELSEWHERE)]
    found = {name: world.url(name) for name in named}
    found |= {f"{name} (en)": f"/en{found[name]}" for name in PUBLIC}
    found["lesos.xlsx"] = "/strategija/lesos.xlsx"
    found["journal.xlsx"] = "/darbas/biudzetas/irasai.xlsx"
    found["reservations"] = "/darbas/biudzetas/?kind=reservation"
    # What is left of the action is of interest to another call as well
    other = history.bystander.call.number
    found |= {f"{name} elsewhere": reverse(f"selection:{name}", args=[other]) for name in RANKED}
    found["secret_ledger"] = f"/darbas/biudzetas/projektai/{history.call.number}-001/"
    return found


# Pages of accounts and of one's own drafts, which show nothing of others
ELSEWHERE = (
    "account_",
    "accounts:",
    "pages:",
    "healthz",
    "readyz",
    "applications:section",
    "applications:costs",
)
RANKED = ["ranking", "waitlist"]
PUBLIC = ["calls:home", "calls:list", "calls:detail", "budget:strategy", "budget:strategy_table"]


def of_selection(history: History, decision: Decision) -> dict[str, dict]:
    secret, call = {"number": f"{history.call.number}-001"}, {"number": history.call.number}
    of_an_application = ("review", "assign", "declare", "recuse", "score", "sheets", "check_sheet")
    return {
        **{f"selection:{name}": secret for name in of_an_application},
        **{f"selection:{name}": call for name in ("ranking", "waitlist")},
        **{f"selection:{name}": {"pk": decision.pk} for name in ("decision", "confirm", "retract")},
        "selection:divide": {"pk": decision.pk, "item_pk": decision.items.get().pk},
    }


def of_projects(history: History) -> dict[str, dict]:
    project = {"number": history.project}
    return {
        "projects:detail": project,
        "projects_office:detail": project,
        "projects_office:step": {**project, "slug": "keitimas"},
        "projects_office:claim_step": {**project, "pk": 1, "slug": "tvirtinti"},
        "projects_office:correct_entry": {**project, "nth": 3},
    }


def seen_by(person: User | None, found: dict[str, str]) -> dict[str, str]:
    """Each address's answer to this person: status, headers and content, without CHANCE."""
    client = Client()
    if person:
        client.force_login(person)
    return {name: text_of(client.get(address)) for name, address in found.items()}


def text_of(answer: HttpResponse) -> str:
    content = body_of(answer)
    for chance in CHANCE:
        content = chance.sub("*", content)
    kept = {name: answer.get(name, "") for name in ("Content-Type", "Location", "Cache-Control")}
    return f"{answer.status_code} {kept}\n{content}"


def body_of(answer: HttpResponse) -> str:
    if answer.get("Content-Type", "").endswith("sheet"):
        return "\n".join(" ".join(map(str, row)) for row in sheets.in_xlsx(answer))
    return answer.content.decode()


def different(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The names of addresses that answer differently."""
    return sorted(name for name in one if one[name] != other[name])
