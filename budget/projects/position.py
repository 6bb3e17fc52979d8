"""What a step would move, before anybody takes it: shown first, and carried out only if the figures are still those."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import F
from django.utils.translation import gettext as _

from budget.models import Account, Entry, Kind
from budget.projects.models import Project
from budget.sources import as_decimals, difference, divide
from strategy_portal.money import ZERO

Split = Mapping[str, Decimal]


@dataclass(frozen=True)
class Movement:
    """An entry to be: its kind, EUR, EUR by source, places it names, and the entry it ends."""

    kind: Kind
    amount: Decimal
    split: Split
    places: int = 0
    closes: Entry | None = None


@dataclass(frozen=True)
class Line:
    """One figure before and after a step. EUR."""

    label: str
    before: Decimal
    after: Decimal
    is_foreign: bool = False  # the label is a name in the strategy's language

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


class Position:
    """Where a project's money stands now: what it holds and was paid, and what is left around it. EUR."""

    def __init__(self, project: Project):
        self.project = project
        self.last = project.last_entry
        accounts = Account.objects.filter(strategy=self.last.strategy_id).select_related("source")
        # Actions, the strategy, its sources: in one order, for `seen` tells the figures by their place
        self.accounts = list(
            accounts.order_by(F("source__position").asc(nulls_first=True), "action__code", "pk")
        )
        self.codes = [account.source.code for account in self.accounts if account.source_id]
        self.held = self.by_source(self.last.held_split)
        self.paid = self.by_source(self.last.paid_split)

    def by_source(self, split: Mapping[str, str]) -> dict[str, Decimal]:
        parts = as_decimals(split)
        return {code: parts.get(code, ZERO) for code in self.codes}

    @cached_property
    def standing(self) -> Entry | None:
        """The step that holds the project's money: its award, contract or what remained of it."""
        entries = Entry.objects.filter(strategy=self.last.strategy_id).of_project(
            self.project.number
        )
        return entries.standing().first()

    @property
    def unpaid(self) -> dict[str, Decimal]:
        """What may still be paid, by source."""
        return difference(self.held, self.paid)

    @cached_property
    def promised(self) -> Decimal:
        """What claims that were approved and are not paid yet still ask for. EUR."""
        claims = self.project.claims.select_related("payment__closed_by")
        return sum((claim.approved for claim in claims if claim.status == "approved"), ZERO)

    @property
    def room(self) -> dict[str, Decimal]:
        """What each source has for this project: what is left of it and what the project holds already."""
        left = {account.source.code: account.left for account in self.accounts if account.source_id}
        return {code: left[code] + self.held[code] for code in self.codes}

    def contract(self, amount: Decimal, split: Split | None = None) -> Movement:
        """A contract for `amount` in place of what the project holds, in the same proportion unless `split` says."""
        parts = split or divide(amount, self.held, self.room)
        return Movement(Kind.CONTRACT, amount, parts, places=1, closes=self.standing)

    def payment(self, amount: Decimal, split: Split | None = None) -> Movement:
        """A payment, in the proportion of what is not yet paid: the last one ends every source to the cent."""
        return Movement(Kind.PAYMENT, amount, split or divide(amount, self.unpaid, self.unpaid))

    def recovery(self, amount: Decimal, split: Split | None = None) -> Movement:
        """Money that was paid and comes back, in the proportion of what was paid."""
        return Movement(Kind.RECOVERY, amount, split or divide(amount, self.paid, self.paid))

    def closing(self, recovered: Split | None = None) -> Movement | None:
        """The release of everything the project will not be paid, `recovered` money too; None if there is nothing."""
        parts = {
            code: part + (recovered or {}).get(code, ZERO) for code, part in self.unpaid.items()
        }
        amount = sum(parts.values(), ZERO)
        if not amount:
            return None
        places = int(amount == self.last.held)
        return Movement(Kind.RELEASE, amount, parts, places=places, closes=self.standing)

    def correction(self, entry: Entry) -> Movement:
        return Movement(
            Kind.REVERSAL, entry.amount, as_decimals(entry.split), places=entry.places, closes=entry
        )

    def after(self, *movements: Movement | None) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        """What the project would hold and have been paid, by source, after the movements."""
        held, paid = self.held, self.paid
        for movement in filter(None, movements):
            corrected = movement.closes.kind if movement.kind == Kind.REVERSAL else None
            if Kind.PAYMENT in (movement.kind, corrected) or Kind.RECOVERY in (
                movement.kind,
                corrected,
            ):
                back = movement.kind == Kind.RECOVERY or corrected == Kind.PAYMENT
                paid = {
                    code: paid[code] + (-1 if back else 1) * movement.split.get(code, ZERO)
                    for code in self.codes
                }
            elif corrected:
                earlier = movement.closes.closes
                held = self.by_source(earlier.held_split if earlier else {})
            elif movement.kind == Kind.RELEASE:
                held = difference(held, movement.split)
            else:
                held = {code: movement.split.get(code, ZERO) for code in self.codes}
        return held, paid

    def effect(self, *movements: Movement | None) -> list[Line]:
        """Every figure the movements would change, before and after."""
        held, paid = self.after(*movements)
        more = difference(held, self.held)
        total = sum(more.values(), ZERO)
        lines = [
            Line(_("The project holds"), self.last.held, self.last.held + total),
            Line(_("Paid to the project"), self.last.paid, sum(paid.values(), ZERO)),
        ]
        for account in self.accounts:
            if account.source_id:
                code = account.source.code
                lines.append(
                    Line(str(account), account.left, account.left - more[code], is_foreign=True)
                )
            elif account.action_id == self.project.action_id:
                words = _("Left of action %(code)s") % {"code": self.project.action.code}
                lines.append(Line(words, account.left, account.left - total))
            elif not account.action_id:
                lines.append(
                    Line(_("Left of the strategy's financing"), account.left, account.left - total)
                )
        return lines

    @property
    def seen(self) -> str:
        """The figures as a page shows them, for the form to bring back."""
        return "|".join(
            [self.project.status, str(self.last.pk), *(str(line.before) for line in self.effect())]
        )

    def has_moved(self, seen: str, *movements: Movement | None) -> bool:
        """Whether the project, or a figure that the movements would change, is no longer as it was `seen`.

        What others do elsewhere in the strategy disturbs nobody who changes none of their figures.
        """
        then, now = seen.split("|"), self.seen.split("|")
        touched = [
            2 + number for number, line in enumerate(self.effect(*movements)) if line.difference
        ]
        return len(then) != len(now) or any(
            then[number] != now[number] for number in (0, 1, *touched)
        )
