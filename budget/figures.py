"""The strategy's money in figures: one reading of the accounts for the public page, the home page and the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import F, Max

from budget.models import Account, Action, Strategy, Task
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Figures:
    """Accounts of one strategy. EUR. `gap` is what the sources bring less what the actions add up to (−7,18)."""

    strategy: Strategy
    total: Account
    sources: list[Account]
    tasks: list[tuple[Task, list[Action]]]
    allocated: Decimal
    committed: Decimal
    reserved: Decimal
    left: Decimal
    planned: int
    projects: int
    proposed: int

    @property
    def gap(self) -> Decimal:
        return self.total.ceiling - self.allocated


def current_strategy() -> Strategy | None:
    """The newest one, with the moment of its last entry as `updated_at`."""
    last = Max("entries__posted_at")
    return Strategy.objects.annotate(updated_at=last).order_by("-first_year", "-pk").first()


def figures_of(strategy: Strategy) -> Figures:
    """All figures of `strategy` in two queries."""
    actions = list(strategy.actions.with_balance().select_related("task").order_by("task__code", "code"))
    accounts = [action.account for action in actions]
    others = (
        strategy.accounts.filter(action=None)
        .select_related("source")
        .order_by(F("source__position").asc(nulls_first=True))
    )
    total, *sources = others
    return Figures(
        strategy=strategy,
        total=total,
        sources=sources,
        tasks=[(task, list(group)) for task, group in groupby(actions, key=lambda action: action.task)],
        allocated=sum((account.ceiling for account in accounts), ZERO),
        committed=sum((account.committed for account in accounts), ZERO),
        reserved=sum((account.reserved for account in accounts), ZERO),
        left=sum((account.left for account in accounts), ZERO),
        planned=sum(account.quota for account in accounts),
        projects=sum(account.projects for account in accounts),
        proposed=sum(account.reserved_projects for account in accounts),
    )


def parts_of(split: Mapping[str, str | Decimal], names: Mapping[str, str]) -> list[tuple[str, Decimal | None]]:
    """Whose money a split is: each source's name and EUR. `names` are those of the sources by their codes."""
    return [(name, Decimal(split[code]) if code in split else None) for code, name in names.items()]
