"""Organisations, their applications, and the versions they submitted."""

from applications.models.application import Application
from applications.models.costs import CostKind, CostLine
from applications.models.organisation import LegalForm, Membership, MembershipRole, Organisation
from applications.models.organisation_change import OrganisationAct, OrganisationChange
from applications.models.status import TRANSITIONS, Status
from applications.models.story import ApplicationVersion, LateAttempt, StatusChange

__all__ = [
    "TRANSITIONS",
    "Application",
    "ApplicationVersion",
    "CostKind",
    "CostLine",
    "LateAttempt",
    "LegalForm",
    "Membership",
    "MembershipRole",
    "Organisation",
    "OrganisationAct",
    "OrganisationChange",
    "Status",
    "StatusChange",
]
