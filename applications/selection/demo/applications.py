"""Applications of the demo data, each taken to its state."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from applications.models import Application, CostKind, CostLine, Organisation
from applications.models.application import DECLARATIONS
from applications.operations import submitting
from applications.selection.demo import days
from applications.selection.demo.people import CLERK, EVALUATORS, person, press
from applications.selection.operations import checking, declaring, scoring
from calls.models import Call
from strategy_portal.clock import moving
from strategy_portal.clock import reading as clock
from strategy_portal.money import to_cents
from strategy_portal.requests.press import Press

REASON = "Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius."


def begin_application(call: Call, organisation: Organisation) -> Application:
    owner = organisation.memberships.get().user
    return Application.objects.create(call=call, organisation=organisation, created_by=owner)


@transaction.atomic
def fill_in(application: Application, row: dict[str, Any], texts: dict[str, str]) -> Application:
    owner = application.created_by
    requested = Decimal(row["requested"])
    total = to_cents(requested / Decimal("0.9"))
    closing = timezone.localtime(application.call.closes_at).date()
    Application.objects.filter(pk=application.pk).update(
        **{name: text.format(title=row["title"]) for name, text in texts.items()},
        title=row["title"],
        **dict.fromkeys(DECLARATIONS, True),
        contact_name=owner.name,
        contact_email=owner.email,
        signatory_name=owner.name,
        starts_on=closing + timedelta(days=60),
        ends_on=closing + timedelta(days=420),
        requested=requested,
        own_funds=total - requested,
    )
    load_costs(application, total)
    return Application.objects.get(pk=application.pk)


def load_costs(application: Application, total: Decimal) -> None:
    """Create two cost lines that add up to `total` (EUR)."""
    services = to_cents(total * Decimal("0.7"))
    costs = [
        ("Specialistų paslaugos", CostKind.SERVICES, services),
        ("Įranga ir priemonės", CostKind.EQUIPMENT, total - services),
    ]
    for position, (name, kind, price) in enumerate(costs, start=1):
        CostLine.objects.create(
            application=application,
            position=position,
            name=name,
            kind=kind,
            unit="vnt.",
            quantity=1,
            unit_price=price,
        )


def carry_on(application: Application, row: dict[str, Any]) -> None:
    """Take the application to the state in `row`."""
    if row["state"] in ("begun", "draft", "expired"):
        return
    owner = application.created_by
    moving.move_to(application.call.opens_at + timedelta(days=5, minutes=application.pk))
    submitting.submit(application, Press(owner, uuid4()), at=clock.now())
    if row["state"] == "withdrawn":
        submitting.withdraw(
            application, Press(owner, uuid4()), reason="Persigalvojome. (Pavyzdys.)"
        )
    elif row["state"] != "submitted":
        assess(application, row)


def assess(application: Application, row: dict[str, Any]) -> None:
    days.move_to(application.call.closes_at + timedelta(days=3))
    sheet = checking.start(application, by=person(CLERK))
    if row["state"] == "checking":
        return
    fails = row["state"] == "failed_check"
    checking.conclude(sheet, answers(application.call, fails=fails), press(CLERK))
    if not fails:
        score(application, row["parts"])


def answers(call: Call, *, fails: bool) -> dict[int, tuple[bool | None, str]]:
    """Return answers that pass every check item, or all but the last."""
    items = list(call.check_items.all())
    found: dict[int, tuple[bool | None, str]] = {item.pk: (True, "") for item in items}
    if fails:
        found[items[-1].pk] = (False, "Veiklos numatytos kitoje savivaldybėje. (Pavyzdys.)")
    return found


def score(application: Application, parts: list[str]) -> None:
    """Assign the evaluators; one for each of `parts` submits that share of the maximum points."""
    evaluators = [person(email) for email in EVALUATORS]
    days.move_to(application.call.closes_at + timedelta(days=10))
    scoring.assign(application, evaluators, by=person(CLERK))
    for email, part in zip(EVALUATORS, parts, strict=False):
        declaring.declare(application, press(email), has_conflict=False)
        scores = {
            criterion.pk: (to_cents(criterion.max_points * Decimal(part)), REASON)
            for criterion in application.call.criteria.all()
        }
        scoring.submit_scores(application, scores, press(email))
