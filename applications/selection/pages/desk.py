"""What waits for whom in the group's work: the desk. Counts only what the person may read."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import permissions
from applications.selection.impartiality import readable, visible_to, with_reading
from applications.selection.models import Decision, ScoreSheet
from applications.selection.pages.queue import QueueForm, with_progress
from applications.selection.waitlist import Line, lines_of
from calls.models import Call
from strategy_portal.accounts.models import User


@dataclass(frozen=True)
class Task:
    """One kind of work that waits: how much of it, and where."""

    label: str
    count: int
    url: str


def tasks(user: User) -> list[Task]:
    """What waits for this person, by role; what does not wait is left out."""
    counts = counts_of(user)
    queue = reverse("selection:queue")
    found = [
        Task(
            _("Declarations of impartiality to sign"), counts["undeclared"], f"{queue}#deklaracijos"
        )
    ]
    if user.is_evaluator:
        found.append(
            Task(_("Applications to score"), counts["mine"], f"{queue}?busena={Status.SCORING}")
        )
    if permissions.can_check(user):
        found += [
            Task(
                _("New applications to check"),
                counts["submitted"],
                f"{queue}?busena={Status.SUBMITTED}",
            ),
            Task(_("Checks to finish"), counts["checking"], f"{queue}?busena={Status.CHECKING}"),
            Task(
                _("Evaluators to assign"),
                counts["lacking"],
                f"{queue}?vertintojas={QueueForm.LACKS}",
            ),
            Task(
                _("Scored, awaiting the ranking"),
                counts["scored"],
                f"{queue}?busena={Status.SCORED}",
            ),
        ]
    if permissions.can_confirm_decision(user):
        standing = Decision.objects.standing().exclude(prepared_by=user).count()
        found.append(Task(_("Decisions to confirm"), standing, reverse("selection:decisions")))
    return [task for task in found if task.count]


def counts_of(user: User) -> dict[str, int]:
    judged = ScoreSheet.objects.filter(
        application=OuterRef("pk"), evaluator=user, submitted_at__isnull=False
    )
    visible = with_progress(with_reading(visible_to(user), user))
    of_status = {
        status: Count("pk", filter=Q(is_readable=True, status=status))
        for status in (Status.SUBMITTED, Status.CHECKING, Status.SCORED)
    }
    return visible.annotate(is_judged=Exists(judged)).aggregate(
        undeclared=Count("pk", filter=Q(is_readable=False)),
        mine=Count(
            "pk", filter=Q(is_readable=True, is_given=True, is_judged=False, status=Status.SCORING)
        ),
        lacking=Count(
            "pk",
            filter=Q(
                is_readable=True, status__in=Status.unscored(), given__lt=F("call__evaluators")
            ),
        ),
        **of_status,
    )


def first_to_score(user: User) -> QuerySet[Application]:
    """The applications this person has yet to score, the earliest submitted first."""
    judged = ScoreSheet.objects.filter(evaluator=user, submitted_at__isnull=False)
    mine = (
        readable(user).filter(is_given=True, status=Status.SCORING).exclude(score_sheets__in=judged)
    )
    return mine.select_related("organisation").order_by("submitted_at")


def calls_at_work(user: User) -> QuerySet[Call]:
    """Open calls and those with something undecided, with the `count` of applications this person may read."""
    content = readable(user)
    undecided = content.filter(status__in=Status.undecided(), call=OuterRef("pk"))
    count = Count("applications", filter=Q(applications__in=content.values("pk")), distinct=True)
    calls = (
        Call.objects.published().with_phase().annotate(is_at_work=Exists(undecided), count=count)
    )
    return calls.filter(Q(phase="open") | Q(is_at_work=True)).order_by("closes_at", "pk")


def offers(user: User) -> list[Line]:
    """Reserve lists whose next application now fits, of calls that nothing is closed of and no decision awaits."""
    if not permissions.can_prepare_decision(user):
        return []
    of_call = Application.objects.filter(call=OuterRef("pk"))
    calls = Call.objects.filter(
        Exists(of_call.filter(status=Status.WAITLISTED)),
        ~Exists(of_call.submitted().exclude(pk__in=readable(user).values("pk"))),
        ~Exists(Decision.objects.standing().filter(call=OuterRef("pk"))),
    )
    return [line for line in lines_of(calls.order_by("number")) if line.next]
