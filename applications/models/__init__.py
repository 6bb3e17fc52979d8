"""What people ask for, and what becomes of it."""

from applications.models.application import Application, ApplicationVersion, LateAttempt, StatusChange
from applications.models.assessment import (
    Assignment,
    CheckAnswer,
    CheckSheet,
    Declaration,
    Relation,
    Score,
    ScoreSheet,
)
from applications.models.costs import CostKind, CostLine
from applications.models.decision import Decision, DecisionItem, ItemSplit, Outcome, PassedOver
from applications.models.organisation import LegalForm, Membership, MembershipRole, Organisation
from applications.models.status import TRANSITIONS, Status

__all__ = [
    "TRANSITIONS",
    "Application",
    "ApplicationVersion",
    "Assignment",
    "CheckAnswer",
    "CheckSheet",
    "CostKind",
    "CostLine",
    "Decision",
    "DecisionItem",
    "Declaration",
    "LateAttempt",
    "LegalForm",
    "Membership",
    "MembershipRole",
    "Organisation",
    "ItemSplit",
    "Outcome",
    "PassedOver",
    "Relation",
    "Score",
    "ScoreSheet",
    "Status",
    "StatusChange",
]
