"""Demo data: people, calls and applications in every state, all invented, made by the same operations as real ones."""

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
from applications.selection.operations import assessing, checking, deciding
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
CRITERIA = [
    (
        "Atitiktis strategijos poreikiams",
        30,
        "Ar projektas sprendžia strategijoje įvardytą problemą.",
    ),
    ("Tikslinės grupės dydis", 25, "Kiek žmonių pasieks projektas ir kaip jie pasirinkti."),
    ("Tęstinumas", 25, "Kas veiks pasibaigus finansavimui."),
    ("Partnerystė", 20, "Kas dar prisideda ir kuo."),
]
CHECK_ITEMS = [
    "Paraiška pateikta laiku ir visa užpildyta",
    "Pareiškėjas yra iš kvietime nurodytų",
    "Projektas bus įgyvendinamas Druskininkų mieste",
]
REASON = "Aprašymas konkretus, skaičiai pagrįsti, žr. poreikio ir tęstinumo skyrius."
EVALUATORS = ["vertintojas1@example.org", "vertintojas2@example.org"]
DOCUMENT = "Valdybos posėdžio protokolas Nr. 1 (pavyzdys)"


def sign_ins() -> list[tuple[str, str]]:
    """Every demo account: e-mail and who it is."""
    people = tomllib.loads(DATA.read_text(encoding="utf-8"))["people"]
    return [(person["email"], ", ".join(person.get("roles", ["applicant"]))) for person in people]


def is_loaded() -> bool:
    return User.objects.filter(email=EVALUATORS[0]).exists()


def load() -> None:
    """Make all demo data. The strategy must be loaded."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    organisations = load_people(data)
    calls = {call.number: call for call in map(load_call, data["calls"])}
    for row in data["applications"]:
        application = load_application(row, calls[row["call"]], organisations[row["organisation"]])
        carry_on(application, row)
        if row["state"] == "proposed":
            decide(application.call, confirmed=False)
    decide(calls["2.2-K1"], confirmed=True)
    begin(Project.objects.filter(call_number="2.2-K1").earliest("number"))


@transaction.atomic
def load_people(data: dict[str, Any]) -> dict[str, Organisation]:
    organisations = {key: load_organisation(*facts) for key, facts in data["organisations"].items()}
    for row in data["people"]:
        person = User.objects.create_user(row["email"], PASSWORD, name=row["name"])
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        for role in row.get("roles", []):
            RoleGrant.objects.create(user=person, role=Role(role), document=DOCUMENT)
        for key in row.get("organisations", []):
            Membership.objects.create(
                user=person, organisation=organisations[key], role=MembershipRole.OWNER
            )
    return organisations


def load_organisation(first_eight: str, name: str, legal_form: str) -> Organisation:
    return Organisation.objects.create(
        code=f"{first_eight}{check_digit(first_eight)}",
        name=name,
        legal_form=legal_form,
        address="Pavyzdžio g. 1, 66100 Druskininkai",
    )


@transaction.atomic
def load_call(row: dict[str, Any]) -> Call:
    clerk = User.objects.get(email="administratorius@example.org")
    opens, closes = (timezone.localdate() + timedelta(days=days) for days in row.pop("days"))
    call = Call(
        action=Action.objects.get(code=row.pop("action")),
        opens_at=at(opens, 8),
        closes_at=at(closes, 17),
        what_is_needed="organizacijos kodo ir kontaktų\nprojekto aprašymo\nišlaidų sąmatos",
        intensity=Decimal("92.50"),
        pass_mark=Decimal(50),
        contact_name="Adomas Pavyzdys",
        contact_phone="+370 000 00000",
        contact_email="administratorius@example.org",
        **row,
    )
    call = call_operations.create(call, Press(clerk, uuid4()))
    for position, (name, weight, guidance) in enumerate(CRITERIA, start=1):
        Criterion.objects.create(
            call=call,
            position=position,
            name=name,
            guidance=guidance,
            max_points=weight,
            weight=weight,
        )
    for position, text in enumerate(CHECK_ITEMS, start=1):
        CheckItem.objects.create(call=call, position=position, text=text)
    # Not the operation: it would refuse the calls whose window is over.
    Call.objects.filter(pk=call.pk).update(
        published_at=call.opens_at - timedelta(days=7), published_by=clerk
    )
    return Call.objects.get(pk=call.pk)


def at(day, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


@transaction.atomic
def load_application(row: dict[str, Any], call: Call, organisation: Organisation) -> Application:
    owner = organisation.memberships.get().user
    application = Application.objects.create(call=call, organisation=organisation, created_by=owner)
    if row["state"] == "begun":
        return application
    requested = Decimal(row["requested"])
    total = to_cents(requested / Decimal("0.9"))
    answers: dict[str, Any] = {
        **texts(row["title"]),
        **dict.fromkeys(DECLARATIONS, True),
        "contact_name": owner.name,
        "contact_email": owner.email,
        "signatory_name": owner.name,
        "starts_on": at(timezone.localdate() + timedelta(days=90), 0).date(),
        "ends_on": at(timezone.localdate() + timedelta(days=450), 0).date(),
        "requested": requested,
        "own_funds": total - requested,
    }
    Application.objects.filter(pk=application.pk).update(**answers)
    services = to_cents(total * Decimal("0.7"))
    for position, (name, kind, price) in enumerate(
        [
            ("Specialistų paslaugos", CostKind.SERVICES, services),
            ("Įranga ir priemonės", CostKind.EQUIPMENT, total - services),
        ],
        start=1,
    ):
        CostLine.objects.create(
            application=application,
            position=position,
            name=name,
            kind=kind,
            unit="vnt.",
            quantity=1,
            unit_price=price,
        )
    return Application.objects.get(pk=application.pk)


def texts(title: str) -> dict[str, str]:
    return {
        "title": title,
        "head": "Vadė Pavyzdienė",
        "contact_phone": "+370 600 00000",
        "public_summary": f"Projektas „{title}“ sukurs 24 nuolatines vietas ir suburs 12 savanorių. (Pavyzdys.)",
        "need": "Druskininkuose trūksta dienos užimtumo: jį gauna mažiau kaip trečdalis norinčių. (Pavyzdys.)",
        "aim": "Padėti žmonėms išeiti iš namų, mokytis ir dirbti kartu. (Pavyzdys.)",
        "change": "Per metus 60 žmonių lankys užsiėmimus bent kartą per savaitę. (Pavyzdys.)",
        "continuity": "Pasibaigus projektui paslaugą tęs organizacija ir savivaldybė. (Pavyzdys.)",
        "signatory_office": "Pirmininkas, pagal įstatus",
    }


def carry_on(application: Application, row: dict[str, Any]) -> None:
    """Take the application as far as `row` says."""
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
    clerk = User.objects.get(email="administratorius@example.org")
    sheet = checking.start(application, by=clerk)
    if row["state"] == "checking":
        return
    items = list(application.call.check_items.all())
    answers: dict[int, tuple[bool | None, str]] = {item.pk: (True, "") for item in items}
    if row["state"] == "failed_check":
        answers[items[-1].pk] = (False, "Veiklos numatytos kitoje savivaldybėje. (Pavyzdys.)")
    checking.conclude(sheet, answers, by=clerk)
    if row["state"] == "failed_check":
        return
    evaluators = [User.objects.get(email=email) for email in EVALUATORS]
    assessing.assign(application, evaluators, by=clerk)
    for evaluator, part in zip(evaluators, row["parts"], strict=False):
        assessing.declare(application, by=evaluator, has_conflict=False)
        criteria = application.call.criteria.all()
        scores = {
            criterion.pk: (to_cents(criterion.max_points * Decimal(part)), REASON)
            for criterion in criteria
        }
        assessing.submit_scores(application, scores, by=evaluator)


def decide(call: Call, *, confirmed: bool) -> None:
    ranking = deciding.ranking_of(call)
    proposals = {row.candidate.number: deciding.Proposal(row.outcome) for row in ranking.rows}
    clerk, manager = (
        User.objects.get(email=f"{name}@example.org") for name in ("administratorius", "vadovas")
    )
    decision = deciding.prepare(
        call, proposals, by=clerk, sha256=ranking.sha256, request_key=uuid4()
    )
    if confirmed:
        deciding.confirm(decision, by=manager, document=DOCUMENT)


def begin(project: Project) -> None:
    """Give the project its contract, for what the board awarded, and an advance of a third."""
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
