"""What people ask for: organisations, applications and the versions they submitted."""

from applications.models.application import (
    Application,
    ApplicationVersion,
    LateAttempt,
    StatusChange,
)
from applications.models.costs import CostKind, CostLine
from applications.models.organisation import LegalForm, Membership, MembershipRole, Organisation
from applications.models.status import TRANSITIONS, Status

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
    "Status",
    "StatusChange",
]
