"""The strategy's figures as open data (lesos.csv, .xlsx, .json), the same as on the public page.

They have no column for what is reserved: see budget/figures.py.
"""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from budget.figures import Figures
from budget.models import Account
from strategy_portal.exports import Column, Table, Type, plain

MONEY = ["allocated", "approved", "left", "paid"]
PROJECTS = ["projects_planned", "projects_approved"]
Row = dict[str, Any]


def table_of(figures: Figures) -> Table:
    """One row per action and source, then the totals.

    The codes of levels are the same in every language.
    """
    columns = [
        Column(_("Level")),
        Column(_("Code")),
        Column(_("Name")),
        *(Column(heading, Type.MONEY) for heading in money_headings()),
        Column(_("Projects planned"), Type.NUMBER),
        Column(_("Projects approved"), Type.NUMBER),
    ]
    names = ["level", "code", "name", *MONEY, *PROJECTS]
    rows = [list(map(row.get, names)) for row in rows_of(figures)]
    return Table("lesos", _("Money by actions"), columns, rows, as_of=figures.strategy.updated_at)


def money_headings() -> list[str]:
    return [
        _("Allocated, EUR"),
        _("Approved, EUR"),
        _("Left, EUR"),
        _("Paid out, EUR"),
    ]


def json_of(figures: Figures) -> dict[str, Any]:
    """The figures as JSON data; EUR are strings with a point, so that no reader rounds them.

    `updated_at` is when they last changed.
    """
    levels: dict[str, list[Row]] = {}
    for row in rows_of(figures):
        level = row.pop("level")
        levels.setdefault(level, []).append(with_money_as_text(row))
    updated = figures.strategy.updated_at
    return {
        "strategy": levels["strategy"][0],
        "currency": "EUR",
        "updated_at": timezone.localtime(updated).isoformat() if updated else None,
        "gap": plain(figures.gap),
        "actions": levels.get("action", []),
        "actions_total": levels["actions"][0],
        "sources": levels.get("source", []),
    }


def with_money_as_text(row: Row) -> Row:
    return row | {name: plain(row[name]) for name in MONEY if name in row}


def rows_of(figures: Figures) -> Iterator[Row]:
    """One dictionary per row of the open data, with EUR as Decimal."""
    for action in figures.actions:
        named = {"level": "action", "code": action.code, "name": action.name}
        yield named | money_of(action.account) | projects_of(action.account)
    for account in figures.sources:
        named = {"level": "source", "code": account.source.code, "name": account.source.name}
        yield named | money_of(account)
    together = figures.together
    yield {"level": "actions"} | money_of(together) | projects_of(together)
    yield {"level": "gap", "allocated": figures.gap, "left": figures.gap}
    strategy = figures.strategy
    named = {"level": "strategy", "code": strategy.code, "name": strategy.name}
    yield named | money_of(figures.total)


def money_of(account: Account) -> Row:
    return {
        "allocated": account.ceiling,
        "approved": account.committed,
        "left": account.left,
        "paid": account.paid,
    }


def projects_of(account: Account) -> Row:
    return {
        "projects_planned": account.quota,
        "projects_approved": account.projects,
    }
