"""The strategy's money in figures: the one reading of the accounts that all pages share."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import F, Q, Sum, Window

from budget.models import Account, Action, InCodeOrder, Strategy, Task
from budget.periods import shown_strategy

# Totals of all actions, as columns of every row
SUMS = {
    "all_allocated": F("ceiling"),
    "all_committed": F("committed"),
    "all_reserved": F("reserved"),
    "all_left": F("ceiling") - F("reserved") - F("committed"),
    "all_paid": F("paid"),
    "all_planned": F("quota"),
    "all_projects": F("projects"),
    "all_proposed": F("reserved_projects"),
}


@dataclass(frozen=True)
class Figures:
    """The accounts of one strategy, and the totals of its actions. EUR."""

    strategy: Strategy
    total: Account
    sources: list[Account]
    actions: list[Action]
    allocated: Decimal
    committed: Decimal
    reserved: Decimal
    left: Decimal
    paid: Decimal
    planned: int
    projects: int
    proposed: int

    @property
    def gap(self) -> Decimal:
        """EUR the sources provide minus the actions' total; negative if they fall short (−7,18)."""
        return self.total.ceiling - self.allocated

    @property
    def uncovered(self) -> Decimal:
        """EUR of the actions' total that no source covers: the gap without its minus."""
        return -self.gap

    @property
    def tasks(self) -> list[tuple[Task, list[Action]]]:
        """Each task with its actions."""
        # figures_of() sorts actions by task, as groupby needs
        groups = groupby(self.actions, key=lambda action: action.task)
        return [(task, list(actions)) for task, actions in groups]


def figures_of(strategy: Strategy) -> Figures:
    """All figures of `strategy` in one query, so that nothing can be posted between two of them."""
    is_of_action = Q(action__isnull=False)
    sums = {name: Window(Sum(of, filter=is_of_action)) for name, of in SUMS.items()}
    rows = strategy.accounts.annotate(**sums).select_related("action__task", "source")
    in_code_order = InCodeOrder("action__code")
    # Nulls first: of the accounts without an action, the strategy's own comes before its sources'
    position = F("source__position").asc(nulls_first=True)
    accounts = list(rows.order_by(InCodeOrder("action__task__code"), in_code_order, position))
    total, *sources = [account for account in accounts if not account.action]
    return Figures(
        strategy=strategy,
        total=total,
        sources=sources,
        actions=[account.action for account in accounts if account.action],
        **{name.removeprefix("all_"): getattr(total, name) for name in SUMS},
    )


def current_figures(period: str = "") -> Figures | None:
    """The figures of the strategy of `period`, by default the current one; None if none is loaded.

    404 if no strategy has the period.
    """
    strategy = shown_strategy(period)
    return figures_of(strategy) if strategy else None


def parts_of(
    split: Mapping[str, str | Decimal], names: Mapping[str, str]
) -> list[tuple[str, Decimal | None]]:
    """The parts of a split: the name of each source and its EUR, None where it has no part.

    `names` are the sources' names by code; their order is the order of the parts.
    """
    parts = {code: Decimal(part) for code, part in split.items()}
    return [(name, parts.get(code)) for code, name in names.items()]
