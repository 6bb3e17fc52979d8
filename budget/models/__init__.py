"""The strategy, its money, and the projects that money went to."""

from budget.models.ledger import Account, Entry, Kind
from budget.models.project import Project
from budget.models.strategy import Action, FundingSource, Strategy, Task

__all__ = ["Account", "Action", "Entry", "FundingSource", "Kind", "Project", "Strategy", "Task"]
