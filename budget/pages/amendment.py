"""A version of the strategy as a table: all figures and totals, before and after. EUR."""

from dataclasses import dataclass
from decimal import Decimal

from budget.models import Amendment, AmendmentLine
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Total:
    """One total of the table, before and after."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True)
class Comparison:
    """The lines of an amendment, by actions and by sources, with their totals."""

    actions: list[AmendmentLine]
    sources: list[AmendmentLine]

    @property
    def planned(self) -> Total:
        return total_of(self.actions)

    @property
    def financed(self) -> Total:
        return total_of(self.sources)

    @property
    def uncovered(self) -> Total:
        """EUR of the actions' total that no source covers."""
        planned, financed = self.planned, self.financed
        return Total(planned.before - financed.before, planned.after - financed.after)

    @property
    def places(self) -> Total:
        before = sum(line.places_before for line in self.actions)
        after = sum(line.places_after for line in self.actions)
        return Total(before, after)


def total_of(lines: list[AmendmentLine]) -> Total:
    before = sum((line.before for line in lines), ZERO)
    after = sum((line.after for line in lines), ZERO)
    return Total(before, after)


def comparison_of(amendment: Amendment) -> Comparison:
    """Read an amendment's lines and split them into actions and sources."""
    lines = amendment.lines.select_related("action", "source")
    actions = [line for line in lines if line.action_id]
    sources = [line for line in lines if line.source_id]
    return Comparison(actions, sources)
