"""How an application looks on a page: its status as the applicant knows it, and its answers."""

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
    """The words and the colour of components/tag.html (SCREENS 4.7)."""

    text: Promise
    colour: str


EXPIRED = Tag(_("Not submitted"), "stone")
# As the applicant knows them: that the scores are complete is the office's business
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
    """How far a section is, for the task list."""
    return PROGRESS[state.status]


@register.filter
def standing(application: Application, now: datetime | None = None) -> Tag:
    """Where the application stands. At `now` a draft of a closed call is “Not submitted”."""
    if now and is_expired(application, now):
        return EXPIRED
    return STANDINGS[Status(application.status)]


def is_expired(application: Application, now: datetime) -> bool:
    return application.is_draft and now >= application.call.closes_at


@register.simple_tag
def form_of(application: Application, section: str, field: str) -> str:
    """Where an answer is typed; saved there, one is back at the check."""
    return reverse(
        "applications:section",
        args=[application.reference, section],
        query={"grizti": "patikrinti"},
        fragment=f"id_{field}",
    )


register.filter("answered", answers.answered)
