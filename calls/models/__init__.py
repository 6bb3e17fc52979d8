"""Calls for applications (kvietimai), their rules, criteria and check items."""

from calls.models.call import Call
from calls.models.criteria import CheckItem, Criterion
from calls.models.rules import RULES, Channel, Overflow, Phase, TieBreak, default_tie_break

__all__ = [
    "RULES",
    "Call",
    "Channel",
    "CheckItem",
    "Criterion",
    "Overflow",
    "Phase",
    "TieBreak",
    "default_tie_break",
]
