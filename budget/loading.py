"""Reads a strategy's TOML file into tables and first entries; refuses figures that differ from what is loaded."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from budget import operations
from budget.models import Action, Entry, FundingSource, Kind, Strategy, Task
from strategy_portal.errors import DomainError
from strategy_portal.money import CENT, ZERO

FACTS = ("name", "group_name", "goal", "first_year", "last_year", "approved_on", "approved_by")


@dataclass(frozen=True)
class Figure:
    """One amount (EUR) of the text, with the number of projects planned for it."""

    amount: Decimal
    projects: int = 0


def load(text: str) -> tuple[Strategy, bool]:
    """The strategy of the TOML `text` and whether it is new.

    Raises ValueError where the file can't be understood, DomainError where a loaded figure would change.
    """
    data = tomllib.loads(text)
    try:
        figures = dict(read_figures(data))
        return load_new_or_same(data, figures)
    except (KeyError, TypeError, InvalidOperation) as error:
        raise ValueError(f"not a strategy: {error!r}") from error


def read_figures(data: dict[str, Any]) -> Iterator[tuple[str, Figure]]:
    """Each figure of the file by its code: sources and actions."""
    actions = [action for task in data["tasks"] for action in task["actions"]]
    for row in [*data["sources"], *actions]:
        if not isinstance(row["amount"], str):
            raise TypeError(f'{row["code"]}: write the amount as text, "123.45"')
        amount = Decimal(row["amount"])
        if not amount.is_finite() or amount <= ZERO or amount != amount.quantize(CENT):
            raise TypeError(f"{row['code']}: {amount} is not an amount in EUR and cents")
        yield row["code"], Figure(amount, row.get("projects", 0))


@transaction.atomic
def load_new_or_same(data: dict[str, Any], figures: dict[str, Figure]) -> tuple[Strategy, bool]:
    strategy = Strategy.objects.filter(code=data["code"]).first()
    if strategy:
        refuse_changes(strategy, figures)
        return strategy, False
    strategy = Strategy.objects.create(code=data["code"], **{fact: data[fact] for fact in FACTS})
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
    operations.open_accounts(strategy, quota_is_binding=data["quota_is_binding"])
    version = operations.open_versions(strategy, data["document"])
    for target in [*strategy.sources.all(), *strategy.actions.all()]:
        figure = figures[target.code]
        operations.allocate(
            target,
            amount=figure.amount,
            places=figure.projects,
            version=version,
            request_key=f"load:{strategy.code}:{target.code}",
        )
    operations.put_in_force(version)
    return strategy, True


def refuse_changes(strategy: Strategy, figures: dict[str, Figure]) -> None:
    """Raise DomainError if the file's figures are not those first loaded: only an amendment may change them."""
    entries = Entry.objects.filter(strategy=strategy, kind=Kind.ALLOCATION).select_related(
        "action", "source"
    )
    loaded = {
        (entry.action or entry.source).code: Figure(entry.amount, entry.places) for entry in entries
    }
    changed = sorted(
        code for code in loaded.keys() | figures.keys() if loaded.get(code) != figures.get(code)
    )
    if changed:
        raise DomainError(
            _(
                "The figures of %(codes)s differ from those loaded. A strategy changes only by an amendment."
            )
            % {"codes": ", ".join(changed)}
        )
