"""Where an application is on its way, and whose turn it is, as the applicant reads it."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from applications import completeness
from applications.models import Application, Status, StatusChange
from strategy_portal.templatetags import long_moment

# How many of the four stages lie behind an application of this status
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


def steps(application: Application, changes: Iterable[StatusChange]) -> list[dict[str, str]]:
    """The stages of the selection for components/timeline.html, from the application's whole story."""
    last = {change.transition: change for change in changes}
    withdrawal, failure = last.get("withdraw"), last.get("fail_check")
    ended = withdrawal or failure
    done = STAGES_DONE[ended.from_status if ended else application.status]
    stages = [
        stage(_("Application received"), last.get("submit")),
        stage(_("Administrative check"), last.get("pass_check")),
        stage(_("Scoring of benefit and quality"), last.get("finish_scoring")),
        stage(
            _("Decision of the board"),
            last.get("approve") or last.get("waitlist") or last.get("reject"),
        ),
    ]
    stages[0]["date_text"] = day(application.submitted_at)
    for index, step in enumerate(stages):
        step["state"] = "done" if index < done else "next"
        step["date_text"] = step["date_text"] if index < done else ""
    if withdrawal:
        return [
            *stages[:done],
            {**stage(_("Withdrawn by the applicant"), withdrawal), "state": "done"},
        ]
    if failure:
        return [
            *stages[:done],
            {**stage(_("Administrative check: not passed"), failure), "state": "done"},
        ]
    if done < len(stages):
        stages[done] |= {
            "state": "current",
            "text": _("The local action group acts now. You need not do anything."),
        }
    return stages


def stage(label: str, change: StatusChange | None) -> dict[str, str]:
    return {
        "label": label,
        "date_text": day(change.changed_at) if change else "",
        "text": "",
    }


def day(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()


def next_step(application: Application, now: datetime) -> str:
    """One sentence for the list: what happens next and by when."""
    if not application.is_draft:
        return str(NEXT[Status(application.status)])
    closes = long_moment(application.call.closes_at)
    if now >= application.call.closes_at:
        return _("Not submitted: the call closed on %(when)s.") % {"when": closes}
    left = sum(1 for state in completeness.states(application) if state.problems)
    if not left:
        return _("Check and submit by %(when)s.") % {"when": closes}
    text = ngettext(
        "%(count)d section to fill in by %(when)s.",
        "%(count)d sections to fill in by %(when)s.",
        left,
    )
    return text % {"count": left, "when": closes}
