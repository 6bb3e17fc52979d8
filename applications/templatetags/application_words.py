"""Template filters for applications: status tags in the applicant's words, and answers."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications import answers
from applications.completeness import SectionState
from applications.models import Application, Status

register = template.Library()


@dataclass(frozen=True)
class Tag:
    """Text and colour for components/tag.html."""

    text: Promise
    colour: str


EXPIRED = Tag(_("Not submitted"), "stone")
# In the applicant's words: that the scores are complete concerns the office only
STANDINGS = {
    Status.DRAFT: Tag(Status.DRAFT.label, "stone"),
    Status.SUBMITTED: Tag(Status.SUBMITTED.label, "teal"),
    Status.CHECKING: Tag(Status.CHECKING.label, "teal"),
    Status.SCORING: Tag(Status.SCORING.label, "teal"),
    Status.SCORED: Tag(Status.SCORING.label, "teal"),
    Status.PROPOSED: Tag(Status.PROPOSED.label, "amber"),
    Status.APPROVED: Tag(Status.APPROVED.label, "green"),
    Status.WAITLISTED: Tag(Status.WAITLISTED.label, "amber"),
    Status.REJECTED: Tag(Status.REJECTED.label, "clay"),
    Status.WITHDRAWN: Tag(Status.WITHDRAWN.label, "stone"),
}
PROGRESS = {
    # The usual case needs no colour
    "done": Tag(_("Filled in"), ""),
    "started": Tag(_("In progress"), "teal"),
    "untouched": Tag(_("Not started"), "stone"),
    "faulty": Tag(_("Has errors"), "clay"),
}


@register.filter
def progress(state: SectionState) -> Tag:
    """Return the tag of a section's progress, for the task list."""
    return PROGRESS[state.status]


@register.filter
def standing(application: Application, now: datetime | None = None) -> Tag:
    """Return the tag of the application's status.

    With `now` (database time) a draft of a closed call is “Not submitted”.
    """
    # Computed, not a status: nothing has to change the row when a call closes
    if now and is_expired(application, now):
        return EXPIRED
    return STANDINGS[Status(application.status)]


def is_expired(application: Application, now: datetime) -> bool:
    return application.is_draft and application.call.has_closed_at(now)


@register.simple_tag
def form_of(application: Application, section: str, field: str) -> str:
    """Return the URL of an answer's form; saving it there leads back to the check page."""
    return reverse(
        "applications:section",
        args=[application.reference, section],
        query={"grizti": "patikrinti"},
        fragment=f"id_{field}",
    )


register.filter("answered", answers.answered)
