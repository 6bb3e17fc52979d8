"""Bulk rows for full pages: without the operations, within the database's constraints."""

from decimal import Decimal

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from applications.models import Application, Status
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from calls.models import Call
from strategy_portal import database
from strategy_portal.accounts.models import User
from tests import factories


def submitted(call: Call, count: int) -> list[Application]:
    """`count` submitted applications of one organisation."""
    organisation = factories.OrganisationFactory()
    owner = factories.member_of(organisation)
    Application.objects.bulk_create(
        Application(
            call=call, organisation=organisation, created_by=owner, requested=Decimal(1000 + index),
            own_funds=Decimal("100.00"), **factories.ANSWERS,
        )
        for index in range(count)
    )  # fmt: skip
    rows = Application.objects.filter(call=call, organisation=organisation)
    rows.update(
        status=Status.SUBMITTED,
        sequence=F("pk"),
        number=Concat(Value(f"{call.number}-"), Cast("pk", CharField())),
        submitted_at=database.now(),
    )
    return list(rows.select_related("call", "organisation").order_by("pk"))


def in_scoring(
    call: Call, count: int, evaluators: list[User], *, declared: bool = True
) -> list[Application]:
    """Applications checked and assigned to `evaluators`, by default with no conflict declared."""
    listed = submitted(call, count)
    rows = Application.objects.filter(pk__in=[application.pk for application in listed])
    for status in (Status.CHECKING, Status.SCORING):
        rows.update(status=status)
    pairs = [(application, evaluator) for application in listed for evaluator in evaluators]
    Assignment.objects.bulk_create(
        Assignment(application=application, evaluator=evaluator, assigned_by=evaluator)
        for application, evaluator in pairs
    )
    if declared:
        Declaration.objects.bulk_create(
            Declaration(application=application, person=evaluator, has_conflict=False)
            for application, evaluator in pairs
        )
    return list(rows.select_related("call", "organisation").order_by("pk"))


def scored(call: Call, count: int, evaluators: list[User]) -> list[Application]:
    """Applications scored by `evaluators`, with different points."""
    listed = in_scoring(call, count, evaluators)
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(application=application, evaluator=evaluator)
        for application in listed
        for evaluator in evaluators
    )
    criteria = list(call.criteria.all())
    Score.objects.bulk_create(
        Score(
            sheet=sheet,
            criterion=criterion,
            points=Decimal(20 + sheet.pk % 20),
            reason=factories.REASON,
        )
        for sheet in sheets
        for criterion in criteria
    )
    ScoreSheet.objects.filter(application__in=listed).update(
        submitted_at=database.now(), total=Decimal(40)
    )
    rows = Application.objects.filter(pk__in=[application.pk for application in listed])
    rows.update(status=Status.SCORED)
    return list(rows.select_related("call", "organisation").order_by("pk"))
