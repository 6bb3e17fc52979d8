"""The strategy's figures as open data: the same reading as the public page, for CSV, XLSX and JSON."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from budget.figures import Figures
from budget.models import Account
from strategy_portal.exports import Column, Table, Type, plain

MONEY = ["allocated", "approved", "reserved", "left", "paid"]
PROJECTS = ["projects_planned", "projects_approved", "projects_reserved"]
Row = dict[str, Any]


def table_of(figures: Figures) -> Table:
    """A row for each action and source, then what they add up to. Its codes are the same in every language."""
    columns = [
        Column(_("Level")),
        Column(_("Code")),
        Column(_("Name")),
        *(Column(heading, Type.MONEY) for heading in money_headings()),
        Column(_("Projects planned"), Type.NUMBER),
        Column(_("Projects approved"), Type.NUMBER),
        Column(_("Projects proposed"), Type.NUMBER),
    ]
    names = ["level", "code", "name", *MONEY, *PROJECTS]
    rows = [[row.get(name) for name in names] for row in rows_of(figures)]
    return Table("lesos", _("Money by actions"), columns, rows, as_of=figures.strategy.updated_at)


def money_headings() -> list[str]:
    return [
        _("Allocated, EUR"),
        _("Approved, EUR"),
        _("Reserved, EUR"),
        _("Left, EUR"),
        _("Paid out, EUR"),
    ]


def json_of(figures: Figures) -> dict[str, Any]:
    """EUR as texts with a point, so that no reader rounds them; `updated_at` is the moment of the last entry."""
    rows = [{name: as_text(name, value) for name, value in row.items()} for row in rows_of(figures)]
    levels = {
        level: [without_level(row) for row in rows if row["level"] == level]
        for level in ("action", "source")
    }
    [whole] = [without_level(row) for row in rows if row["level"] == "strategy"]
    [actions] = [without_level(row) for row in rows if row["level"] == "actions"]
    updated = figures.strategy.updated_at
    return {
        "strategy": whole,
        "currency": "EUR",
        "updated_at": timezone.localtime(updated).isoformat() if updated else None,
        "gap": plain(figures.gap),
        "actions": levels["action"],
        "actions_total": actions,
        "sources": levels["source"],
    }


def as_text(name: str, value: Any) -> Any:
    return plain(value) if name in MONEY else value


def without_level(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "level"}


def rows_of(figures: Figures) -> Iterator[Row]:
    for action in figures.actions:
        named = {"level": "action", "code": action.code, "name": action.name}
        yield named | money_of(action.account) | projects_of(action.account)
    for account in figures.sources:
        yield {
            "level": "source",
            "code": account.source.code,
            "name": account.source.name,
        } | money_of(account)
    yield {
        "level": "actions",
        "allocated": figures.allocated,
        "approved": figures.committed,
        "reserved": figures.reserved,
        "left": figures.left,
        "paid": figures.paid,
        "projects_planned": figures.planned,
        "projects_approved": figures.projects,
        "projects_reserved": figures.proposed,
    }
    yield {"level": "gap", "allocated": figures.gap, "left": figures.gap}
    strategy = figures.strategy
    yield {"level": "strategy", "code": strategy.code, "name": strategy.name} | money_of(
        figures.total
    )


def money_of(account: Account) -> Row:
    return {
        "allocated": account.ceiling,
        "approved": account.committed,
        "reserved": account.reserved,
        "left": account.left,
        "paid": account.paid,
    }


def projects_of(account: Account) -> Row:
    return {
        "projects_planned": account.quota,
        "projects_approved": account.projects,
        "projects_reserved": account.reserved_projects,
    }
