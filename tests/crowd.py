"""Bulk rows for full pages: without the operations, within the database's constraints."""

from decimal import Decimal
from itertools import product

from applications.models import Application, ApplicationVersion, Status, StatusChange
from applications.selection.models import (
    Assignment,
    CheckAnswer,
    CheckSheet,
    Declaration,
    Score,
    ScoreSheet,
)
from calls.models import Call
from strategy_portal.accounts.models import Role, User
from strategy_portal.canonical import canonical, digest
from strategy_portal.clock import reading
from tests import clock, factories


def submitted(call: Call, count: int) -> list[Application]:
    """`count` submitted applications of one organisation; their call has closed since."""
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
    clock.within(call)
    before, now = call.applications.exclude(sequence=None).count(), reading.now()
    # One by one, as each takes the next number
    for sequence, row in enumerate(rows.order_by("pk"), start=before + 1):
        row.status, row.sequence, row.submitted_at = Status.SUBMITTED, sequence, now
        row.number = f"{call.number}-{sequence:03d}"
        row.save(update_fields=["status", "sequence", "submitted_at", "number"])
    listed = list(rows.select_related("call", "organisation").order_by("pk"))
    tell(listed, "submit", "draft", "submitted", by=owner)
    ApplicationVersion.objects.bulk_create(version_of(row) for row in listed)
    clock.after(call)
    return listed


def version_of(row: Application) -> ApplicationVersion:
    content = canonical({"number": row.number})
    return ApplicationVersion(
        application=row,
        number=1,
        content=content,
        sha256=digest(content),
        submitted_at=row.submitted_at,
        submitted_by=row.created_by,
    )


def move(listed: list[Application], transition: str, origin: str, target: str, *, by: User) -> None:
    """Change the status of all applications, with its story."""
    Application.objects.filter(pk__in=[row.pk for row in listed]).update(status=target)
    tell(listed, transition, origin, target, by=by)


def tell(listed: list[Application], transition: str, origin: str, target: str, *, by: User) -> None:
    StatusChange.objects.bulk_create(
        StatusChange(
            application=row,
            transition=transition,
            from_status=origin,
            to_status=target,
            changed_by=by,
        )
        for row in listed
    )


def check(listed: list[Application], by: User) -> None:
    """Check all applications; everything is passed."""
    sheets = CheckSheet.objects.bulk_create(
        CheckSheet(application=row, checked_by=by) for row in listed
    )
    move(listed, "start_check", "submitted", "checking", by=by)
    items = listed[0].call.check_items.all()
    CheckAnswer.objects.bulk_create(
        CheckAnswer(sheet=sheet, item=item, passed=True) for sheet, item in product(sheets, items)
    )
    CheckSheet.objects.filter(application__in=listed).update(concluded_at=reading.now())
    move(listed, "pass_check", "checking", "scoring", by=by)


def in_scoring(
    call: Call, count: int, evaluators: list[User], *, declared: bool = True
) -> list[Application]:
    """Applications checked and assigned to `evaluators`, by default with no conflict declared."""
    listed = submitted(call, count)
    coordinator = factories.user_with(Role.COORDINATOR)
    check(listed, coordinator)
    pairs = list(product(listed, evaluators))
    Assignment.objects.bulk_create(
        Assignment(application=application, evaluator=evaluator, assigned_by=coordinator)
        for application, evaluator in pairs
    )
    if declared:
        Declaration.objects.bulk_create(
            Declaration(application=application, person=evaluator, has_conflict=False)
            for application, evaluator in pairs
        )
    return again(listed)


def scored(call: Call, count: int, evaluators: list[User]) -> list[Application]:
    """Applications scored by `evaluators`, with different points."""
    listed = in_scoring(call, count, evaluators)
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(application=application, evaluator=evaluator)
        for application, evaluator in product(listed, evaluators)
    )
    criteria = list(call.criteria.all())
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=criterion, points=points_of(sheet), reason=factories.REASON)
        for sheet, criterion in product(sheets, criteria)
    )
    for sheet in sheets:
        # The factory's criteria weigh as much as their points
        total = points_of(sheet) * len(criteria)
        ScoreSheet.objects.filter(pk=sheet.pk).update(submitted_at=reading.now(), total=total)
    move(listed, "finish_scoring", "scoring", "scored", by=evaluators[0])
    return again(listed)


def points_of(sheet: ScoreSheet) -> Decimal:
    return Decimal(20 + sheet.pk % 20)


def again(listed: list[Application]) -> list[Application]:
    """The applications as they are in the database now."""
    rows = Application.objects.filter(pk__in=[row.pk for row in listed])
    return list(rows.select_related("call", "organisation").order_by("pk"))
