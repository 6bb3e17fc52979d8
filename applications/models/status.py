"""Statuses and transitions. A trigger generated from them rejects every other transition."""

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
    WAITLISTED = "waitlisted", _("On the waitlist")
    REJECTED = "rejected", _("Not funded")
    WITHDRAWN = "withdrawn", _("Withdrawn")

    @classmethod
    def unscored(cls) -> frozenset["Status"]:
        """Submitted and not fully scored: evaluators may still be assigned."""
        return frozenset({cls.SUBMITTED, cls.CHECKING, cls.SCORING})

    @classmethod
    def undecided(cls) -> frozenset["Status"]:
        """Submitted and not yet decided by the board."""
        return cls.unscored() | {cls.SCORED, cls.PROPOSED}

    @classmethod
    def decided(cls) -> frozenset["Status"]:
        """Where a board decision leads; a failed check leads to REJECTED too."""
        return frozenset({cls.APPROVED, cls.WAITLISTED, cls.REJECTED})

    @classmethod
    def ended(cls) -> frozenset["Status"]:
        """Final statuses. WAITLISTED is not one: it may still be promoted."""
        return frozenset({cls.APPROVED, cls.REJECTED, cls.WITHDRAWN})


# transition: (from which statuses, to which status)
TRANSITIONS: dict[str, tuple[frozenset[Status], Status]] = {
    "submit": (frozenset({Status.DRAFT}), Status.SUBMITTED),
    "start_check": (frozenset({Status.SUBMITTED}), Status.CHECKING),
    "pass_check": (frozenset({Status.CHECKING}), Status.SCORING),
    "fail_check": (frozenset({Status.CHECKING}), Status.REJECTED),
    "finish_scoring": (frozenset({Status.SCORING}), Status.SCORED),
    "resume_scoring": (frozenset({Status.SCORED}), Status.SCORING),
    "propose": (frozenset({Status.SCORED}), Status.PROPOSED),
    "retract": (frozenset({Status.PROPOSED}), Status.SCORED),
    "promote": (frozenset({Status.WAITLISTED}), Status.PROPOSED),
    "approve": (frozenset({Status.PROPOSED}), Status.APPROVED),
    "waitlist": (frozenset({Status.PROPOSED}), Status.WAITLISTED),
    "reject": (frozenset({Status.PROPOSED}), Status.REJECTED),
    "withdraw": (Status.undecided() | {Status.WAITLISTED}, Status.WITHDRAWN),
}


def moves() -> list[tuple[str, str]]:
    """Return every (from, to) that TRANSITIONS allows."""
    found = set()
    for origins, target in TRANSITIONS.values():
        found |= {(origin.value, target.value) for origin in origins}
    # Sorted, because the trigger's text is generated from it: an unstable order would look
    # like a change of the schema
    return sorted(found)
