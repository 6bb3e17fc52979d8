"""Funded projects: their status, contracts, payment claims and history."""

from budget.projects.models.change import ProjectChange, ProjectStep
from budget.projects.models.claim import Claim, ClaimKind
from budget.projects.models.contract import Contract
from budget.projects.models.project import Project
from budget.projects.models.status import STEPS, ClaimStatus, ProjectStatus, Rule

__all__ = [
    "STEPS",
    "Claim",
    "ClaimKind",
    "ClaimStatus",
    "Contract",
    "Project",
    "ProjectChange",
    "ProjectStatus",
    "ProjectStep",
    "Rule",
]
