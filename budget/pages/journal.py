"""The journal: every entry with its parts by source, as lines of a page and as a file.

A reader from whom a project is concealed sees no balances either, because the difference of two
lines would reveal its sum, nor numbers of entries, whose gaps would reveal that it has any.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from budget.figures import Figures, parts_of
from budget.models import Entry
from budget.pages import entry_files
from strategy_portal.exports import Column, Table, Type

SourceNames = dict[str, str]  # by code
Line = tuple[Entry, list[tuple[str, Decimal | None]]]


def names_of(figures: Figures | None) -> SourceNames:
    if not figures:
        return {}
    return {account.source.code: account.source.name for account in figures.sources}


def lines_of(entries: Iterable[Entry], names: SourceNames) -> list[Line]:
    """Each entry with its parts by source."""
    return [(entry, parts_of(entry.split, names)) for entry in entries]


def table_of(entries: QuerySet[Entry], names: SourceNames, *, conceals: bool) -> Table:
    """The journal as a table for a file; without balances if it `conceals` projects."""
    columns = [
        *entry_files.facts().values(),
        Column(_("Sum, EUR"), Type.MONEY),
        *(Column(f"{name}, EUR", Type.MONEY) for name in names.values()),
        Column(_("Left after, EUR"), Type.MONEY),
    ]
    rows = rows_of(entries, names, conceals=conceals)
    return Table("lesu-zurnalas", _("Budget ledger"), columns, rows)


def rows_of(entries: QuerySet[Entry], names: SourceNames, *, conceals: bool) -> Iterator[list[Any]]:
    figures = ("amount", "split", "left_after")
    for *facts, amount, split, left in entry_files.rows_of(
        entries, *figures, numbered=not conceals
    ):
        parts = [part for _name, part in parts_of(split, names)]
        if conceals:
            left = None
        yield [*facts, amount, *parts, left]
