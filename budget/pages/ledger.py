"""Ledgers: the entries of one account or project as booked, with balances before and after.

PostgreSQL computes every balance and sum (see Movement); Python only selects what to show.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from budget.filters import first_moment, last_moment
from budget.models import Account, Entry
from budget.pages import entry_files
from strategy_portal.exports import Column, Type
from strategy_portal.money import ZERO

COUNTS = ["quota", "projects", "reserved_projects"]
BY_SOURCE = ["split", "held_split", "paid_split", "left_split"]
Balances = dict[str, Any]
Headings = Mapping[str, str]
Line = tuple[Entry, list[Any], list[Any]]


@dataclass(frozen=True)
class Ledger:
    """`entries`, each annotated with `part` and, per figure, with `moved_…` and `after_…`.

    `figures`, `own` (what a line says of the entry itself) and `shown` (the balances beside it)
    map names to column headings. `counts` names what is counted besides money. If it `conceals`
    projects, it has no balances, and none of its entries is `numbered`.
    """

    entries: QuerySet[Entry]
    figures: Headings
    own: Headings
    shown: Headings
    counts: list[str]
    conceals: bool = False
    numbered: bool = True

    def without(self, hidden: QuerySet[Any, Any]) -> "Ledger":
        """This ledger without the projects whose numbers are `hidden`.

        If there are any, balances are concealed, too, as the difference of two would reveal a sum,
        and the numbers of entries, as a gap would reveal that there is one.
        """
        if not hidden.exists():
            return self
        entries = self.entries.exclude(project_number__in=hidden)
        return replace(self, entries=entries, conceals=True, numbered=False)

    def balances(self, since: date | None, until: date | None, kind: str = "") -> list[Balances]:
        """Opening balances of the period, its turnover (of one `kind`), its closing balances."""
        beginning, end = first_moment(since or date.min), last_moment(until or date.max)
        ended = Q(posted_at__lte=end)
        turnover = ended & Q(posted_at__gte=beginning)
        if kind:
            turnover &= Q(kind=kind)
        moments = {"opening": Q(posted_at__lt=beginning), "turnover": turnover, "closing": ended}
        # One query for all of them, so that nothing can be posted between two sums
        sums = self.entries.aggregate(**self.sums_at(moments))
        return [self.named(sums, moment) for moment in moments]

    def sums_at(self, moments: Mapping[str, Q]) -> dict[str, Sum]:
        """For every figure, the sum of its movements up to or within each moment."""
        zeros = dict.fromkeys(self.figures, ZERO) | dict.fromkeys(self.counts, 0)
        sums = {}
        for moment, passed in moments.items():
            for name, zero in zeros.items():
                sums[f"{moment}_{name}"] = Sum(f"moved_{name}", filter=passed, default=zero)
        return sums

    def named(self, sums: Mapping[str, Any], moment: str) -> Balances:
        return {name: sums[f"{moment}_{name}"] for name in [*self.figures, *self.counts]}

    def lines(self, entries: Iterable[Entry]) -> list[Line]:
        """Each entry, what it says of itself, and the balances after it."""
        return [(entry, self.said_by(entry), self.beside(entry, "after")) for entry in entries]

    def said_by(self, entry: Entry) -> list[Any]:
        return [getattr(entry, name) for name in self.own]

    def opening(self, entries: list[Entry]) -> list[Any]:
        """The balances before the first of `entries`, the carry-over of a page."""
        if not entries:
            return [None] * len(self.shown)
        return self.beside(entries[0], "before")

    def beside(self, entry: Entry, when: str) -> list[Any]:
        if self.conceals:
            return [None] * len(self.shown)
        return [getattr(entry, f"{when}_{name}") for name in self.shown]

    # The same as a file

    def columns(self) -> list[Column]:
        after = [_("After: %(figure)s") % {"figure": name} for name in self.figures.values()]
        money = [Column(heading, Type.MONEY) for heading in [*self.own.values(), *after]]
        return [*entry_files.facts().values(), *money]

    def rows(self, entries: QuerySet[Entry]) -> Iterator[list[Any]]:
        after = [f"after_{name}" for name in self.figures]
        if not self.conceals:
            yield from entry_files.rows_of(entries, *self.own, *after, numbered=self.numbered)
            return
        for row in entry_files.rows_of(entries, *self.own, numbered=self.numbered):
            yield [*row, *[None] * len(after)]


def of_account(account: Account) -> Ledger:
    """The ledger of an action or a source."""
    figures = {
        "ceiling": _("Allocated, EUR"),
        "committed": _("Approved, EUR"),
        "reserved": _("Reserved, EUR"),
        "left": _("Left, EUR"),
        "paid": _("Paid out, EUR"),
    }
    shown = {"used": _("Reserved and approved after, EUR"), "left": _("Left after, EUR")}
    counts, part = [], _("Part of the source, EUR")
    if account.action_id:
        counts, part = COUNTS, _("Sum, EUR")
    own = {"part": part, "moved_left": _("Change of what is left, EUR")}
    moved = {f"moved_{name}": F(f"movements__{name}") for name in {*figures, *shown, *counts}}
    after = {f"after_{name}": F(f"movements__after_{name}") for name in {*figures, *shown}}
    entries = with_balances(Entry.objects.of_accounts([account]), moved, after, shown)
    return Ledger(entries, figures, own, shown, counts)


def of_project(accounts: list[Account], number: str) -> Ledger:
    """The ledger of one project, whose money is in `accounts` of actions.

    Its balances are those its entries record: what it holds and was paid.
    """
    figures = {"held": _("Reserved or approved, EUR"), "paid": _("Paid out, EUR")}
    shown = {"held": _("Reserved or approved after, EUR"), "paid": _("Paid out after, EUR")}
    own = {"part": _("Sum, EUR")}
    moved = {"moved_held": F("movements__used"), "moved_paid": F("movements__paid")}
    after = {f"after_{name}": F(name) for name in figures}
    entries = Entry.objects.of_accounts(accounts).of_project(number)
    return Ledger(with_balances(entries, moved, after, shown), figures, own, shown, counts=[])


def with_balances(
    entries: QuerySet[Entry], moved: dict[str, F], after: dict[str, F], shown: Iterable[str]
) -> QuerySet[Entry]:
    """Annotate entries with `part`, what they moved, and the balances after and before."""
    # Not the entry before, which is on another page or outside the filter
    before = {f"before_{name}": after[f"after_{name}"] - moved[f"moved_{name}"] for name in shown}
    annotated = entries.annotate(part=F("movements__part"), **moved, **after, **before)
    return annotated.defer(*BY_SOURCE)  # the movement has its account's part already
