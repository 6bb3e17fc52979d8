"""The strategy's money in figures: one reading of the accounts for every page that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import F, Max, Q, Sum, Window

from budget.models import Account, Action, Strategy, Task

# What all actions add up to, as columns of every row
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
    """Accounts of one strategy and what those of actions add up to. EUR."""

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
        """What the sources bring less what the actions add up to (−7,18)."""
        return self.total.ceiling - self.allocated

    @property
    def uncovered(self) -> Decimal:
        """What of the actions' sums no source brings: the gap, in words that need no minus."""
        return -self.gap

    @property
    def tasks(self) -> list[tuple[Task, list[Action]]]:
        """Each task with its actions, which stand in the order of their tasks."""
        groups = groupby(self.actions, key=lambda action: action.task)
        return [(task, list(actions)) for task, actions in groups]


def current_strategy() -> Strategy | None:
    """The newest one, with the moment of its last entry as `updated_at`."""
    last = Max("entries__posted_at")
    return Strategy.objects.annotate(updated_at=last).order_by("-first_year", "-pk").first()


def figures_of(strategy: Strategy) -> Figures:
    """All figures of `strategy` in one query: nothing can be posted between two of them."""
    is_of_action = Q(action__isnull=False)
    sums = {name: Window(Sum(of, filter=is_of_action)) for name, of in SUMS.items()}
    rows = strategy.accounts.annotate(**sums).select_related("action__task", "source")
    position = F("source__position").asc(nulls_first=True)
    accounts = list(rows.order_by("action__task__code", "action__code", position))
    total, *sources = [account for account in accounts if not account.action]
    return Figures(
        strategy=strategy,
        total=total,
        sources=sources,
        actions=[account.action for account in accounts if account.action],
        **{name.removeprefix("all_"): getattr(total, name) for name in SUMS},
    )


def current_figures() -> Figures | None:
    strategy = current_strategy()
    return figures_of(strategy) if strategy else None


def parts_of(
    split: Mapping[str, str | Decimal], names: Mapping[str, str]
) -> list[tuple[str, Decimal | None]]:
    """Whose money a split is: the name of each source and its EUR, None for no part.

    `names` are those of the sources by their codes.
    """
    parts = {code: Decimal(part) for code, part in split.items()}
    return [(name, parts.get(code)) for code, name in names.items()]
