"""Statuses of projects and claims, and the one table of which step leads where."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProjectStatus(models.TextChoices):
    PREPARING = "preparing", _("Contract being prepared")
    RUNNING = "running", _("Running")
    SUSPENDED = "suspended", _("Suspended")
    COMPLETED = "completed", _("Completed")
    TERMINATED = "terminated", _("Terminated")


class ClaimStatus(models.TextChoices):
    CHECKED = "checked", pgettext_lazy("claim", "Being checked")
    APPROVED = "approved", pgettext_lazy("claim", "Approved")
    REJECTED = "rejected", pgettext_lazy("claim", "Rejected")
    PAID = "paid", pgettext_lazy("claim", "Paid out")


PREPARING = ProjectStatus.PREPARING
RUNNING = ProjectStatus.RUNNING
SUSPENDED = ProjectStatus.SUSPENDED
COMPLETED = ProjectStatus.COMPLETED
TERMINATED = ProjectStatus.TERMINATED

ENDED = {COMPLETED, TERMINATED}
ANY = set(ProjectStatus)


@dataclass(frozen=True)
class Rule:
    """From which statuses a step may be taken, and which it leads to (None: no change)."""

    origins: set[ProjectStatus]
    target: ProjectStatus | None = None
    claim: ClaimStatus | None = None  # required status of the claim it concerns


# The database trigger, the operations and the office's pages all use this table
STEPS = {
    "contract": Rule({PREPARING}, RUNNING),
    "contract_change": Rule({RUNNING, SUSPENDED}),
    "claim": Rule({RUNNING}),
    "approve_claim": Rule({RUNNING, SUSPENDED}, claim=ClaimStatus.CHECKED),
    "pay": Rule({RUNNING}, claim=ClaimStatus.APPROVED),
    "recover": Rule(ANY),
    "suspend": Rule({RUNNING}, SUSPENDED),
    "resume": Rule({SUSPENDED}, RUNNING),
    "complete": Rule({RUNNING}, COMPLETED),
    "terminate": Rule({PREPARING, RUNNING, SUSPENDED}, TERMINATED),
    "correct": Rule(ANY),  # leads back; operations/correcting.py says where
}


def steps_forth() -> set[tuple[str, str]]:
    """Every status change that a step of the table makes."""
    return {
        (str(origin), str(rule.target))
        for rule in STEPS.values()
        if rule.target
        for origin in rule.origins
    }


def corrections() -> list[tuple[str, str]]:
    """Every status change of a correction, which undoes a step: each one reversed."""
    return sorted((target, origin) for origin, target in steps_forth())


def transitions() -> list[tuple[str, str]]:
    """Every status change the database allows: the steps', and each one reversed."""
    return sorted({*steps_forth(), *corrections()})
