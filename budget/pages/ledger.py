"""Ledgers: the entries of one account or one project in booking order, with the balances before and after each.

Every balance and every sum is PostgreSQL's (see Movement); Python only chooses which to show.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from budget.filters import first_moment, last_moment
from budget.models import Account, Entry, Kind
from strategy_portal.exports import Column, Type
from strategy_portal.money import ZERO

COUNTS = ["quota", "projects", "reserved_projects"]
Balances = dict[str, Any]


@dataclass(frozen=True)
class Ledger:
    """`entries` of an account or a project, each with its `part` and, for each of `figures`, `moved_…` and `after_…`.

    `own` names what a row says of the entry itself, `shown` which figures stand behind it, `counts` what is counted
    beside money. All of them by name, with the heading of their column.
    """

    entries: QuerySet[Entry]
    figures: Mapping[str, str]
    own: Mapping[str, str]
    shown: Mapping[str, str]
    counts: list[str]

    def balances(self, since: date | None, until: date | None, kind: str = "") -> list[Balances]:
        """The balances as the period began, what its entries (of one kind) moved, the balances as it ended."""
        beginning, end = first_moment(since or date.min), last_moment(until or date.max)
        ended = Q(posted_at__lte=end)
        shown = ended & Q(posted_at__gte=beginning) & (Q(kind=kind) if kind else Q())
        moments = {"opening": Q(posted_at__lt=beginning), "turnover": shown, "closing": ended}
        zeros = dict.fromkeys(self.figures, ZERO) | dict.fromkeys(self.counts, 0)
        sums = self.entries.aggregate(
            **{
                f"{moment}_{name}": Sum(f"moved_{name}", filter=entries, default=zero)
                for moment, entries in moments.items()
                for name, zero in zeros.items()
            }
        )
        return [{name: sums[f"{moment}_{name}"] for name in zeros} for moment in moments]


def of_account(account: Account) -> Ledger:
    """The ledger of an action or a source."""
    figures = {
        "ceiling": _("Allocated, EUR"),
        "committed": _("Approved, EUR"),
        "reserved": _("Reserved, EUR"),
        "left": _("Left, EUR"),
        "paid": _("Paid out, EUR"),
    }
    counts = COUNTS if account.action_id else []
    own = {
        "part": _("Sum, EUR") if account.action_id else _("Part of the source, EUR"),
        "moved_left": _("Change of what is left, EUR"),
    }
    shown = {"used": _("Reserved and approved after, EUR"), "left": _("Left after, EUR")}
    entries = Entry.objects.of_accounts([account])
    moved = {f"moved_{name}": F(f"movements__{name}") for name in {*figures, *shown, *counts}}
    after = {f"after_{name}": F(f"movements__after_{name}") for name in {*figures, *shown}}
    return Ledger(with_balances(entries, moved, after, shown), figures, own, shown, counts)


def of_project(accounts: list[Account], number: str) -> Ledger:
    """The ledger of a project of the actions with these accounts; what it holds and was paid stands on its entries."""
    figures = {"held": _("Reserved or approved, EUR"), "paid": _("Paid out, EUR")}
    shown = {"held": _("Reserved or approved after, EUR"), "paid": _("Paid out after, EUR")}
    entries = Entry.objects.of_accounts(accounts).of_project(number)
    moved = {"moved_held": F("movements__used"), "moved_paid": F("movements__paid")}
    after = {f"after_{name}": F(name) for name in figures}
    return Ledger(
        with_balances(entries, moved, after, shown), figures, {"part": _("Sum, EUR")}, shown, []
    )


def with_balances(
    entries: QuerySet[Entry], moved: dict[str, F], after: dict[str, F], shown: Iterable[str]
) -> QuerySet[Entry]:
    before = {f"before_{name}": after[f"after_{name}"] - moved[f"moved_{name}"] for name in shown}
    # By source everything stands in the movement already
    by_source = ("split", "held_split", "paid_split", "left_split")
    return entries.annotate(part=F("movements__part"), **moved, **after, **before).defer(*by_source)


# The same for files

FACTS = {
    "seq": Type.NUMBER,
    "posted_at": Type.MOMENT,
    "kind": Type.TEXT,
    "action__code": Type.TEXT,
    "source__name": Type.TEXT,
    "project_number": Type.TEXT,
    "document": Type.TEXT,
    "document_date": Type.DAY,
    "effective_on": Type.DAY,
    "reason": Type.TEXT,
    "preparer": Type.TEXT,
    "poster": Type.TEXT,
}


def fact_columns() -> list[Column]:
    """What a file says of each entry in words."""
    headings = [
        _("No."),
        _("Booked"),
        _("Kind"),
        _("Action"),
        _("Source"),
        _("Project"),
        _("Document"),
        _("Date of the document"),
        _("In effect from"),
        _("Reason"),
        _("Prepared by"),
        _("Confirmed by"),
    ]
    return [Column(heading, kind) for heading, kind in zip(headings, FACTS.values(), strict=True)]


def fact_rows(entries: QuerySet[Entry], *figures: str) -> Iterator[list[Any]]:
    """The values of fact_columns() and after them those of `figures`, for each of `entries`."""
    kinds = dict(Kind.choices)
    named = entries.annotate(preparer=name_of("prepared_by"), poster=name_of("posted_by"))
    for seq, posted_at, kind, *rest in named.values_list(*FACTS, *figures):
        yield [seq, posted_at, str(kinds[kind]), *rest]


def name_of(person: str) -> Coalesce:
    """See also User.__str__."""
    return Coalesce(
        NullIf(f"{person}__name", Value("")), f"{person}__email", output_field=CharField()
    )
