"""The contents of the desk: what each person has to do. Counts only what they may read."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import permissions
from applications.selection.impartiality import readable, visible_to, with_reading
from applications.selection.models import Decision, ScoreSheet
from applications.selection.pages.queue import LACKS_EVALUATORS, QueueForm, with_progress
from applications.selection.waitlist import Waitlist, waitlists_of
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock


@dataclass(frozen=True)
class Task:
    """One kind of pending work: how much of it, and its URL."""

    label: str
    count: int
    url: str


def tasks(user: User) -> list[Task]:
    """Return the user's pending work by role, without kinds that have none."""
    counts = counts_of(user)
    declarations = reverse("selection:queue", fragment="deklaracijos")
    found = [Task(_("Declarations of impartiality to sign"), counts["undeclared"], declarations)]
    if user.is_evaluator:
        to_score = queue_of(busena=Status.SCORING)
        found.append(Task(_("Applications to score"), counts["mine"], to_score))
    if permissions.can_check(user):
        found += tasks_of_a_coordinator(counts)
    if permissions.can_confirm_decision(user):
        # Nobody confirms what they prepared themselves
        standing = Decision.objects.standing().exclude(prepared_by=user).count()
        found.append(Task(_("Decisions to confirm"), standing, reverse("selection:decisions")))
    return [task for task in found if task.count]


def tasks_of_a_coordinator(counts: dict[str, int]) -> list[Task]:
    return [
        Task(
            _("New applications to check"),
            counts[Status.SUBMITTED],
            queue_of(busena=Status.SUBMITTED),
        ),
        Task(
            _("Checks to finish"),
            counts[Status.CHECKING],
            queue_of(busena=Status.CHECKING),
        ),
        Task(
            _("Evaluators to assign"),
            counts["lacking"],
            queue_of(vertintojas=QueueForm.LACKS),
        ),
        Task(
            _("Scored, awaiting the ranking"),
            counts[Status.SCORED],
            queue_of(busena=Status.SCORED),
        ),
    ]


def queue_of(**filters: str) -> str:
    """Return the URL of the queue with these filters."""
    return reverse("selection:queue", query=filters)


def counts_of(user: User) -> dict[str, int]:
    """Return the number of applications by kind of work. One query."""
    judged = ScoreSheet.objects.filter(
        application=OuterRef("pk"), evaluator=user, submitted_at__isnull=False
    )
    visible = with_progress(with_reading(visible_to(user), user))
    # On every count but the declarations: a number alone would say something of closed ones
    may_read = Q(is_readable=True)
    to_score = Q(is_given=True, is_judged=False, status=Status.SCORING)
    # An open call's applications may still change: nothing is to be done with them yet
    is_due = may_read & Q(call__closes_at__lte=clock.Now())
    by_status = {
        status: Count("pk", filter=is_due & Q(status=status))
        for status in (Status.SUBMITTED, Status.CHECKING, Status.SCORED)
    }
    return visible.annotate(is_judged=Exists(judged)).aggregate(
        undeclared=Count("pk", filter=Q(is_readable=False)),
        mine=Count("pk", filter=may_read & to_score),
        lacking=Count("pk", filter=may_read & LACKS_EVALUATORS),
        **by_status,
    )


def first_to_score(user: User) -> QuerySet[Application]:
    """Return the applications the user has yet to score, the earliest submitted first."""
    judged = ScoreSheet.objects.filter(evaluator=user, submitted_at__isnull=False)
    mine = readable(user).filter(is_given=True, status=Status.SCORING)
    to_score = mine.exclude(score_sheets__in=judged)
    return to_score.select_related("organisation").order_by("submitted_at")


def calls_at_work(user: User) -> QuerySet[Call]:
    """Return open calls and those with undecided applications.

    `count` is how many of a call's applications the user may read.
    """
    content = readable(user)
    # Exists, not a join: it would multiply the rows that `count` counts
    undecided = content.filter(status__in=Status.undecided(), call=OuterRef("pk"))
    may_read = Q(applications__in=content.values("pk"))
    calls = Call.objects.published().with_phase()
    calls = calls.annotate(
        is_at_work=Exists(undecided),
        count=Count("applications", filter=may_read, distinct=True),
    )
    # Undecided applications count only if the user may read them: a listed call would reveal them
    return calls.filter(Q(phase="open") | Q(is_at_work=True)).order_by("closes_at", "pk")


def offers(user: User, *, proposed: bool) -> list[tuple[Waitlist, UUID]]:
    """Return waitlists whose next application fits now, each with the key of the press for it.

    As waitlists_of() reads them with or without `proposed`.
    Only of calls that are fully open to the user and have no decision awaiting confirmation.
    """
    if not permissions.can_prepare_decision(user):
        return []
    of_call = Application.objects.filter(call=OuterRef("pk"))
    calls = Call.objects.filter(
        Exists(of_call.filter(status=Status.WAITLISTED)),
        ~Exists(of_call.live().exclude(pk__in=readable(user).values("pk"))),
        ~Exists(Decision.objects.standing().filter(call=OuterRef("pk"))),
    )
    # A key each: the desk may show several, each in its own form
    calls = calls.select_related("action__strategy").order_by("number")
    waitlists = waitlists_of(calls, proposed=proposed)
    return [(waitlist, uuid4()) for waitlist in waitlists if waitlist.next]
