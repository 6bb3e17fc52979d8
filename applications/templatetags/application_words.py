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
class Standing:
    """The words and the colour of a status (SCREENS 4.7)."""

    text: Promise
    colour: str


EXPIRED = Standing(_("Not submitted"), "stone")
STANDINGS = {
    Status.DRAFT: Standing(Status.DRAFT.label, "stone"),
    Status.SUBMITTED: Standing(Status.SUBMITTED.label, "teal"),
    Status.CHECKING: Standing(Status.CHECKING.label, "teal"),
    Status.SCORING: Standing(Status.SCORING.label, "teal"),
    Status.SCORED: Standing(Status.SCORING.label, "teal"),
    Status.PROPOSED: Standing(Status.PROPOSED.label, "amber"),
    Status.APPROVED: Standing(Status.APPROVED.label, "green"),
    Status.WAITLISTED: Standing(Status.WAITLISTED.label, "amber"),
    Status.REJECTED: Standing(Status.REJECTED.label, "clay"),
    Status.WITHDRAWN: Standing(Status.WITHDRAWN.label, "stone"),
}


PROGRESS = {
    "done": Standing(_("Filled in"), ""),  # the usual case needs no colour
    "started": Standing(_("In progress"), "teal"),
    "untouched": Standing(_("Not started"), "stone"),
    "faulty": Standing(_("Has errors"), "clay"),
}


@register.filter
def progress(state: SectionState) -> Standing:
    """How far a section is, for the task list."""
    return PROGRESS[state.status]


@register.filter
def standing(application: Application, now: datetime | None = None) -> Standing:
    """Where the application stands. At `now` (the database's clock) a draft of a closed call is “Not submitted”."""
    if application.is_draft and now and now >= application.call.closes_at:
        return EXPIRED
    return STANDINGS[Status(application.status)]


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
