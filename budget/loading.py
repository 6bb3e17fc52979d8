"""Loads a strategy's TOML file into tables and first entries; refuses changed figures."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from budget import operations
from budget.models import Action, Entry, FundingSource, Kind, Strategy, Task
from budget.operations.allocations import Allocation, Allocations
from strategy_portal.errors import DomainError
from strategy_portal.money import CENT, ZERO

FACTS = ("name", "group_name", "goal", "first_year", "last_year", "approved_on", "approved_by")


def load(text: str) -> tuple[Strategy, bool]:
    """Load the TOML `text`; return its strategy and whether it is new.

    Raises ValueError for a malformed file, DomainError if a loaded figure would change.
    """
    data = tomllib.loads(text)
    try:
        figures = dict(read_figures(data))
        return load_new_or_same(data, figures)
    except (KeyError, TypeError, InvalidOperation) as error:
        raise ValueError(f"not a strategy: {error!r}") from error


def read_figures(data: dict[str, Any]) -> Iterator[tuple[str, Allocation]]:
    """The code and allocation of every source and action in the file."""
    rows = [*data["sources"]]
    for task in data["tasks"]:
        rows += task["actions"]
    for row in rows:
        yield row["code"], Allocation(read_amount(row), row.get("projects", 0))


def read_amount(row: dict[str, Any]) -> Decimal:
    """The row's amount in EUR; raises TypeError unless it is positive and in whole cents."""
    # Text, because TOML would read a bare number as a float and lose cents
    if not isinstance(row["amount"], str):
        raise TypeError(f'{row["code"]}: write the amount as text, "123.45"')
    amount = Decimal(row["amount"])
    if not amount.is_finite() or amount <= ZERO or amount != amount.quantize(CENT):
        raise TypeError(f"{row['code']}: {amount} is not an amount in EUR and cents")
    return amount


@transaction.atomic
def load_new_or_same(data: dict[str, Any], figures: Allocations) -> tuple[Strategy, bool]:
    """Create the strategy, or raise DomainError if the loaded one has other figures."""
    strategy = Strategy.objects.filter(code=data["code"]).first()
    if strategy:
        refuse_changes(strategy, figures)
        return strategy, False
    refuse_same_years(data["first_year"], data["last_year"])
    strategy = create(data)
    operations.open_accounts(strategy, quota_is_binding=data["quota_is_binding"])
    version = operations.open_versions(strategy, data["document"])
    for target in [*strategy.sources.all(), *strategy.actions.all()]:
        figure = figures[target.code]
        operations.allocate(
            target,
            amount=figure.amount,
            places=figure.places,
            version=version,
            request_key=f"load:{strategy.code}:{target.code}",
        )
    # Last, because the lines of a published version are frozen
    operations.put_in_force(version)
    return strategy, True


def refuse_same_years(first_year: int, last_year: int) -> None:
    """Raise DomainError if another strategy has the same years, which name it in addresses."""
    other = Strategy.objects.filter(first_year=first_year, last_year=last_year).first()
    if other:
        raise DomainError(
            _("Strategy “%(code)s” has the years %(years)s already.")
            % {"code": other.code, "years": other.years}
        )


def create(data: dict[str, Any]) -> Strategy:
    """Create the strategy with its sources, tasks and actions, still without money."""
    facts = {name: data[name] for name in FACTS}
    strategy = Strategy.objects.create(code=data["code"], **facts)
    for position, row in enumerate(data["sources"], start=1):
        FundingSource.objects.create(
            strategy=strategy, code=row["code"], name=row["name"], position=position
        )
    for row in data["tasks"]:
        task = Task.objects.create(strategy=strategy, code=row["code"], name=row["name"])
        for action in row["actions"]:
            Action.objects.create(
                strategy=strategy, task=task, code=action["code"], name=action["name"]
            )
    return strategy


def refuse_changes(strategy: Strategy, figures: Allocations) -> None:
    """Raise DomainError if the file's figures differ from those first loaded."""
    loaded = loaded_figures(strategy)
    codes = loaded.keys() | figures.keys()
    changed = sorted(code for code in codes if loaded.get(code) != figures.get(code))
    if changed:
        raise DomainError(
            _(
                "The figures of %(codes)s differ from those loaded. "
                "A strategy changes only by an amendment."
            )
            % {"codes": ", ".join(changed)}
        )


def loaded_figures(strategy: Strategy) -> dict[str, Allocation]:
    """Allocations as first loaded: the journal's, as amendments have moved the accounts since."""
    entries = Entry.objects.filter(strategy=strategy, kind=Kind.ALLOCATION)
    figures = {}
    for entry in entries.select_related("action", "source"):
        target = entry.action or entry.source
        figures[target.code] = Allocation(entry.amount, entry.places)
    return figures
