"""The strategy, its money, and the projects that money went to."""

from budget.models.account import Account
from budget.models.amendment import Amendment, AmendmentLine
from budget.models.claim import Claim, ClaimKind
from budget.models.entry import Entry, Hold, Kind
from budget.models.movement import Movement
from budget.models.project import Contract, Project, ProjectChange, ProjectStatus
from budget.models.strategy import Action, FundingSource, Strategy, Task

__all__ = [
    "Account",
    "Action",
    "Amendment",
    "AmendmentLine",
    "Claim",
    "ClaimKind",
    "Contract",
    "Entry",
    "FundingSource",
    "Hold",
    "Kind",
    "Movement",
    "Project",
    "ProjectChange",
    "ProjectStatus",
    "Strategy",
    "Task",
]
