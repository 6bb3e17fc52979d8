"""The contents of the office's page of an application: answers, history, check, evaluators."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    CharField,
    DecimalField,
    F,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _

from applications import workflow
from applications.funding import total_of
from applications.models import Application, ApplicationVersion, LateAttempt, Status, StatusChange
from applications.selection import impartiality, permissions
from applications.selection.models import Assignment, CheckAnswer, Declaration, ScoreSheet
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.templatetags import ordinal


@dataclass(frozen=True)
class Event:
    """One event in an application's history."""

    at: datetime
    who: str
    label: str
    text: str


def answers_of(application: Application) -> dict:
    """Return the context of _answers.html; `total` in EUR."""
    lines = list(application.cost_lines.all())
    return {"lines": lines, "total": total_of(lines)}


def story(application: Application, *, reasons: bool) -> list[Event]:
    """Return the application's history in order. One query.

    Without `reasons`, those of the board's decision are left out: they reveal how much money
    other applications took.
    """
    changes = told(StatusChange, application, "changed", kind=F("to_status"), text=F("reason"))
    versions = told(
        ApplicationVersion,
        application,
        "submitted",
        kind=Cast("number", CharField()),
        text=Cast("sha256", TextField()),
    )
    attempts = told(
        LateAttempt, application, "attempted", kind=Value("late"), text=Value("", TextField())
    )
    rows = changes.union(versions, attempts, all=True).order_by("at", "order")
    return [event_of(row, reasons=reasons) for row in rows]


def told(model: type[Model], application: Application, participle: str, *, kind, text) -> QuerySet:
    """Return the events of one table, in the columns of story()'s union."""
    person = f"{participle}_by"
    name = NullIf(f"{person}__name", Value(""))
    # No order: the models' default one is not allowed inside a union
    rows = model.objects.filter(application=application).order_by()
    return rows.annotate(
        at=F(f"{participle}_at"),
        order=F("pk"),
        who=Coalesce(name, f"{person}__email", output_field=TextField()),
        kind=Cast(kind, TextField()),
        text=Cast(text, TextField()),
    ).values_list("at", "order", "who", "kind", "text")


def event_of(row: tuple, *, reasons: bool) -> Event:
    at, _order, who, kind, text = row
    if kind == "late":
        return Event(at, who, _("Attempt to submit outside the window"), "")
    # Versions have their number as kind, status changes the new status
    if kind.isdecimal():
        recorded = _("Version %(number)s recorded") % {"number": ordinal(int(kind))}
        return Event(at, who, recorded, f"SHA-256 {text}")
    if kind in Status.decided() and not reasons:
        text = ""
    return Event(at, who, str(Status(kind).label), text)


def steps_of(user: User, application: Application) -> list[tuple[str, str]]:
    """Return (label, URL) of what the user may do with the application now, most urgent first."""
    number, status = application.number, application.status
    found = []
    if permissions.can_score(user, application):
        is_due = status == Status.SCORING
        label = _("Score the application") if is_due else _("Score sheet")
        found.append((label, reverse("selection:score", args=[number])))
    may_check = status == Status.CHECKING or workflow.can(application, "start_check")
    if permissions.can_check(user) and may_check and application.call.has_closed_at(clock.now()):
        label = _("Check the application")
        found.append((label, reverse("selection:check_sheet", args=[number])))
    if permissions.can_assign(user) and status in Status.unscored():
        label = _("Assign evaluators")
        found.append((label, reverse("selection:assign", args=[number])))
    if permissions.can_see_ranking(user) and status == Status.SCORED:
        label = _("Ranking of the call")
        found.append((label, reverse("selection:ranking", args=[application.call.number])))
    return found


def may_read_reasons(user: User, application: Application) -> bool:
    """Whether the user may read the reasons of decisions: nothing of the call is closed to them."""
    if not permissions.can_see_decisions(user):
        return False
    return not impartiality.of_call(application.call, user).filter(is_barring=True).exists()


def late_attempts(call_number: str, user: User) -> QuerySet[LateAttempt]:
    """Late attempts to submit to the call whose application is still a draft, without own ones."""
    late = LateAttempt.objects.filter(
        application__call__number=call_number, application__status=Status.DRAFT
    )
    # Staff see their own organisation's applications as applicants only
    late = late.exclude(application__in=Application.objects.bound_to(user))
    return late.select_related("application__organisation").order_by("attempted_at")


def check_of(application: Application) -> list[CheckAnswer]:
    """Return the answers of the concluded check; empty before that."""
    # A check still being filled in is a draft that only the checker reads
    answers = CheckAnswer.objects.filter(
        sheet__application=application, sheet__concluded_at__isnull=False
    )
    return list(answers.select_related("sheet__checked_by", "item"))


def progress_for(user: User, application: Application) -> QuerySet[Assignment] | None:
    """Return the application's evaluators and their progress; None if the user may not see it.

    `has_conflict` is what they declared (None: nothing yet); `submitted_at` and `total` are of
    the counted sheet. Needs with_reading().
    """
    if not permissions.can_see_progress(user):
        return None
    evaluator = OuterRef("evaluator")
    declaration = Declaration.objects.filter(application=application, person=evaluator)
    sheet = ScoreSheet.objects.counted().filter(application=application, evaluator=evaluator)
    total = Subquery(sheet.values("total"))
    if application.is_given:
        # An evaluator's own scores must not be influenced by the others' totals
        total = Value(None, DecimalField())
    return application.assignments.select_related("evaluator").annotate(
        has_conflict=Subquery(declaration.values("has_conflict")),
        submitted_at=Subquery(sheet.values("submitted_at")),
        total=total,
    )
