"""A project's money at one moment, and what a step changes in it. EUR."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import F, Q
from django.utils.translation import gettext as _

from budget.figures import parts_of
from budget.models import Account, Entry, Kind
from budget.projects.models import ClaimStatus, Project
from budget.sources import as_decimals, difference
from strategy_portal.canonical import canonical
from strategy_portal.money import ZERO

Split = Mapping[str, Decimal]
OF_THE_PROJECT = {"status", "entry"}


@dataclass(frozen=True)
class Figure:
    """One sum on a page (EUR); `is_foreign` if its label is in the strategy's language."""

    label: str
    amount: Decimal
    is_foreign: bool = False


class Position:
    """What a project holds and was paid and what its accounts have left, read once.

    Only with `proposed` is what is reserved for others not left; see figures_of().
    """

    def __init__(self, project: Project, *, proposed: bool = False):
        self.project = project
        self.project_status = project.status
        self.last = project.last_entry
        self.accounts = accounts_around(project)
        if not proposed:
            self.accounts = [account.without_proposed() for account in self.accounts]
        self.source_names = {
            account.source.code: str(account) for account in self.accounts if account.source_id
        }
        self.held = self.by_source(self.last.held_split)
        self.paid = self.by_source(self.last.paid_split)

    def by_source(self, split: Mapping[str, str | Decimal]) -> dict[str, Decimal]:
        """`split` with a part for every source, 0,00 where it has none."""
        parts = as_decimals(split)
        return {code: parts.get(code, ZERO) for code in self.source_names}

    @property
    def unpaid(self) -> dict[str, Decimal]:
        """EUR that may still be paid, by source."""
        return difference(self.held, self.paid)

    @property
    def unpaid_sum(self) -> Decimal:
        return self.last.held - self.last.paid

    @property
    def room(self) -> dict[str, Decimal]:
        """EUR each source has for this project: what it has left plus what the project holds."""
        return {
            account.source.code: account.left + self.held[account.source.code]
            for account in self.accounts
            if account.source_id
        }

    @property
    def promised(self) -> Decimal:
        """EUR of claims that are approved and not paid yet."""
        claims = self.project.claims.select_related("payment__undone_by")
        waiting = [claim for claim in claims if claim.status == ClaimStatus.APPROVED]
        return sum((claim.approved for claim in waiting), ZERO)

    @cached_property
    def standing(self) -> Entry | None:
        """The entry that holds the project's money: its award, contract or a partial release."""
        entries = Entry.objects.filter(strategy=self.last.strategy_id)
        return entries.of_project(self.project.number).standing().first()

    @cached_property
    def last_link(self) -> Entry:
        """The last entry that changed what the project holds; the next step closes it."""
        entries = Entry.objects.filter(strategy=self.last.strategy_id)
        return entries.of_project(self.project.number).last_links().latest("seq")

    @cached_property
    def step_in_force(self) -> Entry | None:
        """The step whose sums the project holds now; the next correction undoes it."""
        entries = Entry.objects.filter(strategy=self.last.strategy_id)
        return entries.step_in_force(self.project.number)

    @property
    def figures(self) -> dict[str, Figure]:
        """Every sum a step may change, by code, in the order of the page."""
        around = {code_of(account): figure_of(account) for account in self.accounts}
        return {
            "held": Figure(_("Granted to the project"), self.last.held),
            "paid": Figure(_("Paid to the project"), self.last.paid),
            **around,
        }

    @property
    def seen(self) -> str:
        """The figures as text, which the form sends back to say what its page showed."""
        amounts = {code: figure.amount for code, figure in self.figures.items()}
        return canonical({"status": self.project_status, "entry": self.last.nth(), **amounts})

    def has_moved(self, seen: str, after: "Position") -> bool:
        """Whether the project, or a figure that differs in `after`, is no longer as `seen`.

        Figures that the step does not change may move: others' work elsewhere is no conflict.
        """
        # Ours go through the same text, so that equal amounts compare equal
        then, now, later = read(seen), read(self.seen), read(after.seen)
        changed = {code for code in now if later[code] != now[code]}
        return any(then.get(code) != now[code] for code in changed | OF_THE_PROJECT)


@dataclass(frozen=True)
class Effect:
    """What a step would change: its entries, and all figures before and after them.

    `faults` are papers that only the step would bring into an impossible order, one sentence each.
    """

    before: Position
    after: Position
    entries: list[Entry]
    faults: list[str]

    @property
    def lines(self) -> list[tuple[Figure, Figure]]:
        after = self.after.figures
        return [(figure, after[code]) for code, figure in self.before.figures.items()]

    @property
    def moves(self) -> list[tuple[str, Decimal, list[tuple[str, Decimal | None]]]]:
        """Each entry in words, its sum (EUR), and its parts by the source's name."""
        names = self.before.source_names
        return [
            (in_words(entry), entry.amount, parts_of(entry.split, names)) for entry in self.entries
        ]


def accounts_around(project: Project) -> list[Account]:
    """The accounts a step may move: the action's, the strategy's and the sources'."""
    accounts = Account.objects.filter(strategy=project.action.strategy_id)
    around = accounts.filter(Q(action=project.action) | Q(action=None))
    order = F("source__position").asc(nulls_first=True)
    return list(around.select_related("action", "source").order_by(order, "action__code"))


def code_of(account: Account) -> str:
    if account.source_id:
        return f"source:{account.source.code}"
    if account.action_id:
        return f"action:{account.action.code}"
    return "strategy"


def figure_of(account: Account) -> Figure:
    """What the account has left (EUR)."""
    if account.source_id:
        return Figure(str(account), account.left, is_foreign=True)
    if account.action_id:
        label = _("Left of action %(code)s") % {"code": account.action.code}
        return Figure(label, account.left)
    return Figure(_("Left of the strategy's financing"), account.left)


def in_words(entry: Entry) -> str:
    """The entry's kind; for a correction, also the entry it undoes."""
    if entry.kind != Kind.REVERSAL:
        return entry.get_kind_display()
    undone = entry.undoes
    return f"{entry.get_kind_display()} ({undone.nth()}. {undone.get_kind_display()})"


def read(seen: str) -> dict[str, object]:
    """The figures a form sent back; none if the text was tampered with."""
    try:
        figures = json.loads(seen)
    except (ValueError, RecursionError):
        return {}
    return figures if isinstance(figures, dict) else {}
