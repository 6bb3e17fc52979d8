"""Steps with a project after the decision, as staff record them from documents."""

from budget.projects.operations.claims import approve_claim, register_claim
from budget.projects.operations.contracts import Terms, change_contract, sign
from budget.projects.operations.correcting import correct
from budget.projects.operations.ending import complete, resume, suspend, terminate
from budget.projects.operations.opening import open_project
from budget.projects.operations.payments import pay, recover
from budget.projects.operations.step import preview

__all__ = [
    "Terms",
    "approve_claim",
    "change_contract",
    "complete",
    "correct",
    "open_project",
    "pay",
    "preview",
    "recover",
    "register_claim",
    "resume",
    "sign",
    "suspend",
    "terminate",
]
