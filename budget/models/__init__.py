"""The strategy and its money: figures, accounts, the journal, amendments."""

from budget.models.account import Account
from budget.models.amendment import Amendment, AmendmentLine
from budget.models.entry import Entry, Hold, Kind
from budget.models.movement import Movement
from budget.models.strategy import Action, FundingSource, InCodeOrder, Strategy, Task

__all__ = [
    "Account",
    "Action",
    "Amendment",
    "AmendmentLine",
    "Entry",
    "FundingSource",
    "Hold",
    "InCodeOrder",
    "Kind",
    "Movement",
    "Strategy",
    "Task",
]
