"""What the office reads about one application beside its answers: its story, its check, who judges it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext as _

from applications.models import Application, ApplicationVersion, LateAttempt, Status, StatusChange
from applications.selection import impartiality, permissions
from applications.selection.models import Assignment, CheckAnswer, Declaration, ScoreSheet
from strategy_portal.accounts.models import User
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Event:
    """One thing that happened to an application."""

    at: datetime
    who: str
    label: str
    text: str


def answers_of(application: Application) -> dict:
    """What the partial _answers.html needs."""
    lines = list(application.cost_lines.all())
    return {"lines": lines, "total": sum((line.amount or ZERO for line in lines), ZERO)}


def story(application: Application, *, reasons: bool) -> list[Event]:
    """All that happened to the application, in order. One query.

    Without `reasons` those of the board's decision are left out: they tell how much money others took.
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
    return [
        event_of(*row, reasons=reasons)
        for row in changes.union(versions, attempts, all=True).order_by("at", "order")
    ]


def told(model, application: Application, participle: str, **columns) -> QuerySet:
    person = f"{participle}_by"
    return (
        model.objects.filter(application=application)
        .order_by()
        .annotate(
            at=F(f"{participle}_at"),
            order=F("pk"),
            who=Coalesce(
                NullIf(f"{person}__name", Value("")), f"{person}__email", output_field=TextField()
            ),
            **{name: Cast(column, TextField()) for name, column in columns.items()},
        )
        .values_list("at", "order", "who", "kind", "text")
    )


def event_of(at: datetime, _order: int, who: str, kind: str, text: str, *, reasons: bool) -> Event:
    if kind == "late":
        return Event(at, who, _("Attempt to submit outside the window"), "")
    if kind.isdecimal():
        return Event(at, who, _("Version %(number)s frozen") % {"number": kind}, f"SHA-256 {text}")
    return Event(
        at, who, str(Status(kind).label), text if reasons or kind not in Status.decided() else ""
    )


def may_read_reasons(user: User, application: Application) -> bool:
    """Whether nothing of the whole call is closed to the person."""
    may = permissions.can_see_decisions(user)
    return may and not impartiality.of_call(application.call, user).filter(is_closed=True).exists()


def late_attempts(call_number: str, user: User) -> QuerySet[LateAttempt]:
    """Who came too late for the call and stayed with a draft; not of the person's own organisations."""
    late = LateAttempt.objects.filter(
        application__call__number=call_number, application__status=Status.DRAFT
    )
    late = late.exclude(application__in=Application.objects.of_applicant(user))
    return late.select_related("application__organisation").order_by("attempted_at")


def check_of(application: Application) -> list[CheckAnswer]:
    """The answers of the concluded check; none before."""
    answers = CheckAnswer.objects.filter(
        sheet__application=application, sheet__concluded_at__isnull=False
    )
    return list(answers.select_related("sheet__checked_by", "item"))


def progress_of(application: Application) -> QuerySet[Assignment]:
    """The evaluators; `has_conflict` (None: undeclared), `submitted_at` and `total` of the sheet that stands."""
    own = {"application": application, "evaluator": OuterRef("evaluator")}
    sheet = ScoreSheet.objects.filter(**own, submitted_at__isnull=False, voided_at=None)
    declaration = Declaration.objects.filter(application=application, person=OuterRef("evaluator"))
    return application.assignments.select_related("evaluator").annotate(
        has_conflict=Subquery(declaration.values("has_conflict")),
        submitted_at=Subquery(sheet.values("submitted_at")),
        total=Subquery(sheet.values("total")),
    )
