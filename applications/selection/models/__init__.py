"""What becomes of applications: checks, declarations of impartiality, score sheets, decisions."""

from applications.selection.models.assessment import (
    Assignment,
    CheckAnswer,
    CheckSheet,
    Declaration,
    Relation,
    Score,
    ScoreSheet,
)
from applications.selection.models.decision import (
    Decision,
    DecisionItem,
    ItemSplit,
    Outcome,
    PassedOver,
)

__all__ = [
    "Assignment",
    "CheckAnswer",
    "CheckSheet",
    "Decision",
    "DecisionItem",
    "Declaration",
    "ItemSplit",
    "Outcome",
    "PassedOver",
    "Relation",
    "Score",
    "ScoreSheet",
]
