"""Demo data: invented people, calls and applications in every state.

Created by the same operations as real ones.
"""

import tomllib
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from applications.models import (
    Application,
    CostKind,
    CostLine,
    Membership,
    MembershipRole,
    Organisation,
)
from applications.models.application import DECLARATIONS
from applications.models.organisation import check_digit
from applications.operations import submitting
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision
from applications.selection.operations import checking, deciding, declaring, scoring
from budget.models import Action
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import ClaimKind, Project
from budget.projects.operations import Terms
from calls import operations as call_operations
from calls.models import Call, CheckItem, Criterion
from strategy_portal.accounts.models import Role, RoleGrant, User
from strategy_portal.money import to_cents
from strategy_portal.requests.press import Press

PASSWORD = "druskininkai-2029"  # noqa: S105 - printed by `make run` and in the README
DATA = Path(__file__).with_name("demo.toml")
REASON = "Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius."
CLERK = "administratorius@example.org"
MANAGER = "vadovas@example.org"
EVALUATORS = ["vertintojas1@example.org", "vertintojas2@example.org"]
DOCUMENT = "Valdybos posėdžio protokolas Nr. 1 (pavyzdys)"


def read() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def sign_ins() -> list[tuple[str, str]]:
    """Return e-mail address and roles of every demo account."""
    people = read()["people"]
    return [(person["email"], ", ".join(person.get("roles", ["applicant"]))) for person in people]


def is_loaded() -> bool:
    return User.objects.filter(email=EVALUATORS[0]).exists()


def load() -> None:
    """Create all demo data. The strategy must be loaded."""
    data = read()
    organisations = load_people(data)
    calls = {}
    for row in data["calls"]:
        call = load_call(row, data["criteria"], data["check_items"])
        calls[call.number] = call
    for row in data["applications"]:
        application = begin_application(calls[row["call"]], organisations[row["organisation"]])
        if row["state"] != "begun":
            application = fill_in(application, row, data["texts"])
        carry_on(application, row)
        if row["state"] == "proposed":
            prepare(application.call)
    decision = prepare(calls["2.2-K1"])
    deciding.confirm(decision, press(MANAGER), document=DOCUMENT)
    begin(Project.objects.filter(call_number="2.2-K1").earliest("number"))


def person(email: str) -> User:
    return User.objects.get(email=email)


def press(email: str) -> Press:
    """A new press by this person."""
    return Press(person(email), uuid4())


@transaction.atomic
def load_people(data: dict[str, Any]) -> dict[str, Organisation]:
    organisations = {key: load_organisation(*facts) for key, facts in data["organisations"].items()}
    for row in data["people"]:
        user = load_person(row)
        for key in row.get("organisations", []):
            Membership.objects.create(
                user=user, organisation=organisations[key], role=MembershipRole.OWNER
            )
    return organisations


def load_person(row: dict[str, Any]) -> User:
    user = User.objects.create_user(row["email"], PASSWORD, name=row["name"])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for role in row.get("roles", []):
        RoleGrant.objects.create(user=user, role=Role(role), document=DOCUMENT)
    return user


def load_organisation(first_eight: str, name: str, legal_form: str) -> Organisation:
    return Organisation.objects.create(
        code=f"{first_eight}{check_digit(first_eight)}",
        name=name,
        legal_form=legal_form,
        address="Pavyzdžio g. 1, 66100 Druskininkai",
    )


@transaction.atomic
def load_call(
    row: dict[str, Any], criteria: list[dict[str, Any]], check_items: list[dict[str, Any]]
) -> Call:
    clerk = person(CLERK)
    call = call_operations.create(unpublished(row), Press(clerk, uuid4()))
    for position, facts in enumerate(criteria, start=1):
        Criterion.objects.create(call=call, position=position, max_points=facts["weight"], **facts)
    for position, facts in enumerate(check_items, start=1):
        CheckItem.objects.create(call=call, position=position, **facts)
    # Not operations.publish: it refuses calls that have closed already
    Call.objects.filter(pk=call.pk).update(
        published_at=call.opens_at - timedelta(days=7), published_by=clerk
    )
    return Call.objects.get(pk=call.pk)


def unpublished(row: dict[str, Any]) -> Call:
    today = timezone.localdate()
    opens_in, closes_in = row.pop("days")
    return Call(
        action=Action.objects.get(code=row.pop("action")),
        opens_at=at(today + timedelta(days=opens_in), 8),
        closes_at=at(today + timedelta(days=closes_in), 17),
        what_is_needed="organizacijos kodo ir kontaktų\nprojekto aprašymo\nišlaidų sąmatos",
        intensity=Decimal("92.50"),
        pass_mark=Decimal(50),
        contact_name="Adomas Pavyzdys",
        contact_phone="+370 000 00000",
        contact_email=CLERK,
        **row,
    )


def at(day, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def begin_application(call: Call, organisation: Organisation) -> Application:
    owner = organisation.memberships.get().user
    return Application.objects.create(call=call, organisation=organisation, created_by=owner)


@transaction.atomic
def fill_in(application: Application, row: dict[str, Any], texts: dict[str, str]) -> Application:
    owner = application.created_by
    requested = Decimal(row["requested"])
    total = to_cents(requested / Decimal("0.9"))
    today = timezone.localdate()
    Application.objects.filter(pk=application.pk).update(
        **{name: text.format(title=row["title"]) for name, text in texts.items()},
        title=row["title"],
        **dict.fromkeys(DECLARATIONS, True),
        contact_name=owner.name,
        contact_email=owner.email,
        signatory_name=owner.name,
        starts_on=today + timedelta(days=90),
        ends_on=today + timedelta(days=450),
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
    moment = application.call.opens_at + timedelta(days=5, minutes=application.pk)
    submitting.submit(application, Press(owner, uuid4()), at=moment)
    if row["state"] == "withdrawn":
        submitting.withdraw(
            application, Press(owner, uuid4()), reason="Persigalvojome. (Pavyzdys.)"
        )
    elif row["state"] != "submitted":
        assess(application, row)


def assess(application: Application, row: dict[str, Any]) -> None:
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
    scoring.assign(application, evaluators, by=person(CLERK))
    for email, part in zip(EVALUATORS, parts, strict=False):
        declaring.declare(application, press(email), has_conflict=False)
        scores = {
            criterion.pk: (to_cents(criterion.max_points * Decimal(part)), REASON)
            for criterion in application.call.criteria.all()
        }
        scoring.submit_scores(application, scores, press(email))


def prepare(call: Call) -> Decision:
    """Prepare the decision that the ranking proposes."""
    seen = ranking_of(call).sha256
    return deciding.prepare(call, {}, Press(person(CLERK), uuid4(), seen))


def begin(project: Project) -> None:
    """Sign the project's contract for the awarded sum and pay an advance of a third."""
    clerk, today = User.objects.get(email="administratorius@example.org"), timezone.localdate()
    granted = project.award.amount
    terms = Terms(
        Document("VP-001 (pavyzdys)", today),
        granted,
        project.total_cost,
        project.starts_on,
        project.ends_on,
    )
    projects.sign(project, terms, Press(clerk, uuid4()))
    advance = to_cents(granted / 3)
    claim = projects.register_claim(
        project,
        Press(clerk, uuid4()),
        kind=ClaimKind.ADVANCE,
        number="MP-1",
        received_on=today,
        claimed=advance,
    )
    claim = projects.approve_claim(
        claim, Press(clerk, uuid4()), approved=advance, approved_on=today
    )
    projects.pay(
        claim, Press(clerk, uuid4()), amount=advance, document=Document("MN-1 (pavyzdys)", today)
    )
