"""The projects that money went to: their status, contracts and payment claims."""

from budget.projects.models.claim import Claim, ClaimKind
from budget.projects.models.project import Contract, Project, ProjectChange, ProjectStatus

__all__ = ["Claim", "ClaimKind", "Contract", "Project", "ProjectChange", "ProjectStatus"]
