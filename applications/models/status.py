"""What leads where. The database refuses every other way (the trigger is made from this table)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    CHECKING = "checking", _("Being checked")
    SCORING = "scoring", _("Being scored")
    SCORED = "scored", _("Scored")
    PROPOSED = "proposed", _("Awaiting the decision")
    APPROVED = "approved", _("Funded")
    RESERVE = "reserve", _("On the reserve list")
    REJECTED = "rejected", _("Not funded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# transition: (from which statuses, to which status)
TRANSITIONS: dict[str, tuple[set[Status], Status]] = {
    "submit": ({Status.DRAFT}, Status.SUBMITTED),
    "start_check": ({Status.SUBMITTED}, Status.CHECKING),
    "pass_check": ({Status.CHECKING}, Status.SCORING),
    "fail_check": ({Status.CHECKING}, Status.REJECTED),
    "finish_scoring": ({Status.SCORING}, Status.SCORED),
    "resume_scoring": ({Status.SCORED}, Status.SCORING),
    "propose": ({Status.SCORED}, Status.PROPOSED),
    "retract": ({Status.PROPOSED}, Status.SCORED),
    "promote": ({Status.RESERVE}, Status.PROPOSED),
    "approve": ({Status.PROPOSED}, Status.APPROVED),
    "put_in_reserve": ({Status.PROPOSED}, Status.RESERVE),
    "reject": ({Status.PROPOSED}, Status.REJECTED),
    "withdraw": (
        {Status.SUBMITTED, Status.CHECKING, Status.SCORING, Status.SCORED, Status.PROPOSED, Status.RESERVE},
        Status.WITHDRAWN,
    ),
}
