"""The selection: checks, declarations of impartiality, score sheets, decisions."""

from applications.selection.models.checking import CheckAnswer, CheckSheet
from applications.selection.models.decision import (
    Decision,
    DecisionItem,
    ItemSplit,
    Outcome,
    PaperKind,
    PassedOver,
)
from applications.selection.models.impartiality import Declaration, Relation
from applications.selection.models.scoring import Assignment, Score, ScoreSheet

__all__ = [
    "Assignment",
    "CheckAnswer",
    "CheckSheet",
    "Decision",
    "DecisionItem",
    "Declaration",
    "ItemSplit",
    "Outcome",
    "PaperKind",
    "PassedOver",
    "Relation",
    "Score",
    "ScoreSheet",
]
