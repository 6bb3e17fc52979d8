"""Test data: the smallest valid rows, taken further by the real operations."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import factory
from django.db import connection
from factory.django import DjangoModelFactory

from applications.models import (
    Application,
    CostKind,
    CostLine,
    LegalForm,
    Membership,
    MembershipRole,
    Organisation,
    Status,
)
from applications.models.organisation import check_digit
from applications.operations import keeping, submitting
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision, Outcome, PaperKind
from applications.selection.operations import (
    checking,
    deciding,
    declaring,
    preparing,
    scoring,
)
from applications.selection.operations.deciding import Paper
from budget import loading
from budget.models import Action, Strategy
from calls import operations as call_operations
from calls.models import Call, CheckItem, Criterion
from strategy_portal.accounts.models import Role, RoleGrant, User
from strategy_portal.clock import reading
from strategy_portal.requests.press import Press
from tests import clock

NUMBERS = itertools.count(1)
PASSWORD = "labai-slaptas-zodis"  # noqa: S105
REASON = "Pagrindimas pakankamai ilgas, kad tiktų."
STRATEGY = """
code = "{code}"
name = "Bandomoji strategija"
group_name = "Bandomoji VVG"
goal = "Tikslas"
first_year = {first_year}
last_year = {last_year}
approved_on = 2023-11-30
approved_by = "Susirinkimas"
document = "Protokolas Nr. 1"
quota_is_binding = true
[[sources]]
code = "es-vb"
name = "ES ir valstybės biudžetas"
amount = "{first}"
[[sources]]
code = "savivaldybe"
name = "Savivaldybė"
amount = "{second}"
[[tasks]]
code = "1"
name = "Uždavinys"
[[tasks.actions]]
code = "{action}"
name = "Veiksmas"
amount = "{money}"
projects = {places}
"""


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"asmuo{n}@example.org")
    name = factory.Sequence(lambda n: f"Vardė Pavardenė {n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        role = kwargs.pop("role", None)
        user = model_class.objects.create_user(password=PASSWORD, **kwargs)
        user.emailaddress_set.create(email=user.email, verified=True, primary=True)
        if role:
            RoleGrant.objects.create(user=user, role=role)
        return user


def user_with(role: Role) -> User:
    return UserFactory(role=role)


@contextmanager
def past_the_triggers() -> Iterator[None]:
    """Write what the guards of today would refuse; only in a test `as_owner`."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = origin")


def press(by: User, seen: str = "", *, sees_all: bool = True) -> Press:
    """A press of its own, by default of a person from whom nothing is concealed."""
    return Press(by, uuid4(), seen, sees_all)


def make_action(
    *,
    money: str = "100000.00",
    places: int = 10,
    code: str = "",
    first: str | None = None,
    second: str = "0.01",
    years: tuple[int, int] | None = None,
) -> Action:
    """An action of a new strategy, whose sources cover `money` (EUR) by default."""
    first = first or str(Decimal(money) * 4)
    # No two strategies have the same years
    first_year, last_year = years or (2024, 2029 + Strategy.objects.count())
    name = f"bandomoji-{uuid4().hex[:8]}"
    text = STRATEGY.format(
        code=name,
        first_year=first_year,
        last_year=last_year,
        money=money,
        places=places,
        action=code or f"9.{next(NUMBERS)}",
        first=first,
        second=second,
    )
    strategy, _is_new = loading.load(text)
    return strategy.actions.get()


def make_call(
    action: Action | None = None, *, published: bool = True, by: User | None = None, **fields
) -> Call:
    """A call with two criteria (60 + 40) and two check items; open for ten days by default."""
    now = reading.now()
    values = {
        "title": "Bandomasis kvietimas",
        "summary": "Parama bandymams.",
        "eligible_applicants": "nevyriausybinės organizacijos",
        "opens_at": now - timedelta(days=10),
        # In the afternoon, as calls do: a minute before or after it is the same day
        "closes_at": (now + timedelta(days=10)).replace(hour=15, minute=0, second=0, microsecond=0),
        "amount": Decimal("50000.00"),
        "max_per_project": Decimal("10000.00"),
        "intensity": Decimal("92.50"),
        "planned_projects": 1,
        "pass_mark": Decimal("50"),
        "channel": "portal",
        "contact_name": "Rasa Rasaitė",
        "contact_phone": "+370 600 00000",
        "contact_email": "kvietimai@example.org",
        **fields,
    }
    by = by or user_with(Role.COORDINATOR)
    call = call_operations.create(Call(action=action or make_action(), **values), press(by))
    for position, weight in enumerate((60, 40), start=1):
        Criterion.objects.create(
            call=call,
            position=position,
            name=f"Kriterijus {position}",
            max_points=weight,
            weight=weight,
        )
    for position, text in enumerate(("Pateikta laiku", "Pareiškėjas tinkamas"), start=1):
        CheckItem.objects.create(call=call, position=position, text=text)
    if published:
        Call.objects.filter(pk=call.pk).update(published_at=now, published_by=by)
    return Call.objects.with_phase().get(pk=call.pk)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Bandomoji bendrija {n}")
    legal_form = LegalForm.ASSOCIATION
    address = "Išgalvotoji g. 1, Druskininkai"

    @factory.sequence
    def code(n: int) -> str:  # noqa: N805
        first = f"{30000000 + n:08d}"
        return f"{first}{check_digit(first)}"


def kept_by(by: User, organisation: Organisation) -> Press:
    """A press on the page of the organisation as it is now."""
    return press(by, keeping.fingerprint(Organisation.objects.get(pk=organisation.pk)))


def verified(organisation: Organisation) -> Organisation:
    by = user_with(Role.COORDINATOR)
    return keeping.verify(organisation, kept_by(by, organisation), reason="JAR išrašas")


def member_of(organisation: Organisation, role: str = MembershipRole.OWNER) -> User:
    user = UserFactory()
    Membership.objects.create(organisation=organisation, user=user, role=role)
    return user


ANSWERS = {
    "head": "Vadė Vadovė",
    "contact_name": "Kontė Kontaktė",
    "contact_phone": "+370 600 00001",
    "contact_email": "kontaktai@example.org",
    "title": "Šeimos ratas",
    "public_summary": "Vieša santrauka.",
    "need": "Poreikis.",
    "aim": "Tikslas.",
    "change": "Pokytis.",
    "continuity": "Tęstinumas.",
    "starts_on": "2027-03-01",
    "ends_on": "2027-12-31",
    "is_truthful": True,
    "is_solvent": True,
    "is_not_funded_twice": True,
    "secures_own_funds": True,
    "knows_of_publication": True,
    "signatory_name": "Vadė Vadovė",
    "signatory_office": "Pirmininkė, pagal įstatus",
}


def make_application(
    call: Call | None = None,
    *,
    complete: bool = True,
    requested: str = "9000.00",
    cost: str = "10000.00",
    **answers,
) -> Application:
    """A draft of a new organisation; complete by default."""
    call = call or make_call()
    organisation = answers.pop("organisation", None) or OrganisationFactory()
    owner = member_of(organisation)
    application = Application.objects.create(call=call, organisation=organisation, created_by=owner)
    if complete:
        sums = {"requested": Decimal(requested), "own_funds": Decimal(cost) - Decimal(requested)}
        Application.objects.filter(pk=application.pk).update(**{**ANSWERS, **sums, **answers})
        CostLine.objects.create(
            application=application,
            position=1,
            name="Paslaugos",
            kind=CostKind.SERVICES,
            unit="vnt.",
            quantity=1,
            unit_price=Decimal(cost),
        )
    return Application.objects.select_related("call", "organisation", "created_by").get(
        pk=application.pk
    )


def submitted(
    application: Application | None = None, *, still_open: bool = False, **kwargs
) -> Application:
    """An application submitted in time, even if its call has closed since; now it has."""
    application = application or make_application(**kwargs)
    clock.within(application.call)
    submitting.submit(application, press(application.created_by), at=reading.now())
    if not still_open:
        clock.after(application.call)
    return again(application)


def in_scoring(
    application: Application | None = None, *, evaluators: list[User] | None = None, **kwargs
) -> Application:
    """An application submitted, checked and assigned to evaluators who declared no conflict."""
    if application is None or application.status == Status.DRAFT:
        application = submitted(application, **kwargs)
    coordinator = user_with(Role.COORDINATOR)
    sheet = checking.start(application, by=coordinator)
    answers = {item.pk: (True, "") for item in application.call.check_items.all()}
    checking.conclude(sheet, answers, press(coordinator))
    if evaluators is None:
        evaluators = [user_with(Role.EVALUATOR) for _number in range(application.call.evaluators)]
    scoring.assign(application, evaluators, by=coordinator)
    for evaluator in evaluators:
        declaring.declare(application, press(evaluator), has_conflict=False)
    return again(application)


def scores_for(application: Application, part: str = "0.80") -> dict[int, tuple[Decimal, str]]:
    """Scores that give `part` of the maximum points for each criterion of the call."""
    return {
        criterion.pk: (criterion.max_points * Decimal(part), REASON)
        for criterion in application.call.criteria.all()
    }


def scored(application: Application | None = None, *, part: str = "0.80", **kwargs) -> Application:
    application = in_scoring(application, **kwargs)
    for assignment in application.assignments.select_related("evaluator"):
        scores = scores_for(application, part)
        scoring.submit_scores(application, scores, press(assignment.evaluator))
    return again(application)


def prepared(call: Call, *, by: User | None = None) -> Decision:
    """Prepare the decision that the ranking proposes, without the applications not scored yet."""
    by = by or user_with(Role.COORDINATOR)
    seen = press(by, ranking_of(call).sha256)
    return preparing.prepare(call, {}, seen, unscored_reason="Kitos vertinamos toliau.")


def paper(number: str = "1") -> Paper:
    """Minutes of the board of today."""
    return Paper(PaperKind.MINUTES, number, reading.today())


def approved(application: Application | None = None, **kwargs) -> Application:
    application = scored(application, **kwargs)
    decision = prepared(application.call)
    assert decision.items.get(application=application).outcome == Outcome.FUND
    manager = user_with(Role.MANAGER)
    deciding.confirm(decision, press(manager), paper=paper())
    return again(application)


def again(application: Application) -> Application:
    """The application as it is in the database now."""
    return Application.objects.select_related("call", "organisation", "created_by").get(
        pk=application.pk
    )
