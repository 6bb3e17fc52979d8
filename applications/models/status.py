"""Statuses and transitions. A trigger generated from them rejects every other transition."""

import pgtrigger
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
    def live(cls) -> frozenset["Status"]:
        """Submitted, and something can still become of it."""
        return cls.undecided() | {cls.WAITLISTED}

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
    "withdraw": (Status.live(), Status.WITHDRAWN),
}


def told(
    name: str, operation: pgtrigger.Operation, *, application: str, also: str = ""
) -> pgtrigger.Trigger:
    """Trigger at commit: the status of `application` (SQL) is where its last StatusChange led."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=f"""
            IF (
                SELECT to_status FROM public.applications_statuschange
                WHERE application_id = {application} ORDER BY id DESC LIMIT 1
            ) IS DISTINCT FROM (
                SELECT status FROM public.applications_application WHERE id = {application}
            ) THEN
                RAISE EXCEPTION 'a status and its story change together'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            {also}
            RETURN NULL;
        """,  # noqa: S608 - tables and columns of our own
    )


def moves() -> list[tuple[str, str]]:
    """Return every (from, to) that TRANSITIONS allows."""
    found = set()
    for origins, target in TRANSITIONS.values():
        found |= {(origin.value, target.value) for origin in origins}
    # Sorted, because the trigger's text is generated from it: an unstable order would look
    # like a change of the schema
    return sorted(found)
