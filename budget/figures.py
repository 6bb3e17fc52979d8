"""The strategy's money in figures: the one reading of the accounts that all pages share.

Outside, what is proposed and not yet decided does not exist: the only reservation in an action
would tell what one applicant asked for. permissions.sees_proposed() says who sees it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import F, QuerySet

from budget.models import Account, Action, InCodeOrder, Strategy, Task
from budget.periods import shown_strategy

SUMMED = ["ceiling", "reserved", "committed", "paid", "quota", "reserved_projects", "projects"]


@dataclass(frozen=True)
class Figures:
    """The accounts of one strategy; `together` adds up those of its actions. EUR.

    Each of `actions` has its balance: `left` (EUR) and `places_left`.
    Unless `shows_proposed`, none of the accounts holds anything reserved.
    """

    strategy: Strategy
    total: Account
    sources: list[Account]
    actions: list[Action]
    together: Account
    shows_proposed: bool

    @property
    def gap(self) -> Decimal:
        """EUR the sources provide minus the actions' total; negative if they fall short (−7,18)."""
        return self.total.ceiling - self.together.ceiling

    @property
    def uncovered(self) -> Decimal:
        """EUR of the actions' total that no source covers: the gap without its minus."""
        return -self.gap

    def balance_of(self, action: Action) -> Action:
        """The same action, with its balance."""
        return next(one for one in self.actions if one.pk == action.pk)

    @property
    def tasks(self) -> list[tuple[Task, list[Action]]]:
        """Each task with its actions."""
        # figures_of() sorts actions by task, as groupby needs
        groups = groupby(self.actions, key=lambda action: action.task)
        return [(task, list(actions)) for task, actions in groups]


def figures_of(strategy: Strategy, *, proposed: bool = False) -> Figures:
    """All figures of `strategy` in one query, so that nothing can be posted between two of them.

    Only with `proposed` (see permissions.sees_proposed) do they include what is reserved.
    """
    return figures_from(strategy, in_order(strategy.accounts.all()), proposed=proposed)


def in_order(accounts: QuerySet[Account]) -> list[Account]:
    """The accounts: actions by task and code, then the strategy's own, then its sources."""
    rows = accounts.select_related("action__task", "source")
    # Nulls first: of the accounts without an action, the strategy's own comes before its sources'
    position = F("source__position").asc(nulls_first=True)
    in_code_order = InCodeOrder("action__task__code"), InCodeOrder("action__code")
    return list(rows.order_by(*in_code_order, position))


def figures_from(strategy: Strategy, accounts: list[Account], *, proposed: bool) -> Figures:
    if not proposed:
        accounts = [account.without_proposed() for account in accounts]
    total, *sources = [account for account in accounts if not account.action]
    of_actions = [account for account in accounts if account.action]
    return Figures(
        strategy=strategy,
        total=total,
        sources=sources,
        actions=[with_balance(account, total) for account in of_actions],
        together=together(of_actions),
        shows_proposed=proposed,
    )


def with_balance(account: Account, total: Account) -> Action:
    """The account's action with its balance; the strategy's `total` binds, too."""
    action = account.action
    action.left = min(account.left, total.left)
    action.places_left = account.quota - account.places_taken
    return action


def together(accounts: list[Account]) -> Account:
    """The sums of `accounts`, as an account that is not in the database."""
    whole = Account()
    for account in accounts:
        for name in SUMMED:
            setattr(whole, name, getattr(whole, name) + getattr(account, name))
    return whole


def current_figures(period: str = "", *, proposed: bool = False) -> Figures | None:
    """The figures of the strategy of `period`, by default the current one; None if none is loaded.

    As figures_of() gives them; 404 if no strategy has the period.
    """
    strategy = shown_strategy(period)
    return figures_of(strategy, proposed=proposed) if strategy else None


def all_figures(*, proposed: bool = False) -> list[Figures]:
    """The figures of every strategy, the current one first. Two queries."""
    accounts: dict[int, list[Account]] = defaultdict(list)
    for account in in_order(Account.objects.all()):
        accounts[account.strategy_id].append(account)
    strategies = Strategy.objects.current_first()
    return [figures_from(one, accounts[one.pk], proposed=proposed) for one in strategies]


def parts_of(
    split: Mapping[str, str | Decimal], names: Mapping[str, str]
) -> list[tuple[str, Decimal | None]]:
    """The parts of a split: the name of each source and its EUR, None where it has no part.

    `names` are the sources' names by code; their order is the order of the parts.
    """
    parts = {code: Decimal(part) for code, part in split.items()}
    return [(name, parts.get(code)) for code, name in names.items()]
