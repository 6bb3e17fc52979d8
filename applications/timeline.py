"""An application's progress in the applicant's words: timeline and next step."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from applications import completeness
from applications.models import Application, Status, StatusChange
from calls.timeline import Step, mark
from strategy_portal.templatetags import long_moment

# How many of the four stages are done in each status
STAGES_DONE = {
    Status.SUBMITTED: 1,
    Status.CHECKING: 1,
    Status.SCORING: 2,
    Status.SCORED: 2,
    Status.PROPOSED: 3,
    Status.APPROVED: 4,
    Status.WAITLISTED: 4,
    Status.REJECTED: 4,
}

NEXT = {
    Status.SUBMITTED: gettext_lazy("The local action group will check it."),
    Status.CHECKING: gettext_lazy("The local action group is checking it."),
    Status.SCORING: gettext_lazy("Evaluators are scoring it."),
    Status.SCORED: gettext_lazy("Evaluators are scoring it."),
    Status.PROPOSED: gettext_lazy("The board will decide."),
    Status.APPROVED: gettext_lazy("Funding is granted."),
    Status.WAITLISTED: gettext_lazy("Funded if money becomes available."),
    Status.REJECTED: gettext_lazy("Not funded; the reason is on its page."),
    Status.WITHDRAWN: gettext_lazy("You withdrew it."),
}

# Transitions that end an application before the board decides
EARLY_ENDS = {
    "withdraw": gettext_lazy("Withdrawn by the applicant"),
    "fail_check": gettext_lazy("Administrative check: not passed"),
}


def steps(application: Application, changes: Iterable[StatusChange]) -> list[Step]:
    """Return the stages of the selection; `changes` are all its status changes, in order."""
    # The last of each kind counts: scoring may have been resumed and finished again
    last = {change.transition: change for change in changes}
    found = stages(application, last)
    end = last.get("withdraw") or last.get("fail_check")
    if end:
        return steps_until(end, found)
    done = STAGES_DONE[Status(application.status)]
    mark(found, done)
    for step in found[done:]:
        # Reached once and taken back since
        step.date_text = ""
    for step in found[done : done + 1]:
        step.text = _(
            "The local action group is processing the application. You don't need to do anything."
        )
    return found


def steps_until(end: StatusChange, found: list[Step]) -> list[Step]:
    # By the status before the end: how far it had come
    done = STAGES_DONE[Status(end.from_status)]
    last = Step(str(EARLY_ENDS[end.transition]), day_of(end))
    steps = [*found[:done], last]
    mark(steps, len(steps))
    return steps


def stages(application: Application, last: dict[str, StatusChange]) -> list[Step]:
    """Return the four stages, each dated by the change that completed it."""
    decision = last.get("approve") or last.get("waitlist") or last.get("reject")
    return [
        Step(_("Application received"), day(application.submitted_at)),
        Step(_("Administrative check"), day_of(last.get("pass_check"))),
        Step(_("Scoring of benefit and quality"), day_of(last.get("finish_scoring"))),
        Step(_("Decision of the board"), day_of(decision)),
    ]


def day_of(change: StatusChange | None) -> str:
    return day(change.changed_at) if change else ""


def day(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()


def next_step(application: Application, now: datetime) -> str:
    """Return one sentence: what happens next and by when. `now` is database time."""
    if not application.is_draft:
        return str(NEXT[Status(application.status)])
    when = long_moment(application.call.closes_at)
    if application.call.has_closed_at(now):
        return _("Not submitted: the call closed on %(when)s.") % {"when": when}
    if not application.call.is_filed_here:
        return _("It can't be submitted here: apply through DMS.")
    left = [state for state in completeness.states(application) if state.problems]
    if not left:
        return _("Check and submit by %(when)s.") % {"when": when}
    text = ngettext(
        "%(count)d section to fill in by %(when)s.",
        "%(count)d sections to fill in by %(when)s.",
        len(left),
    )
    return text % {"count": len(left), "when": when}
