"""A version of the strategy as a table: every figure before and after, the sums, and the gap. EUR."""

from dataclasses import dataclass
from decimal import Decimal

from budget.models import Amendment, AmendmentLine
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Sum:
    """One sum of the table before and after."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        return self.after - self.before

    def __sub__(self, other: "Sum") -> "Sum":
        return Sum(self.before - other.before, self.after - other.after)


@dataclass(frozen=True)
class Comparison:
    actions: list[AmendmentLine]
    sources: list[AmendmentLine]

    @property
    def planned(self) -> Sum:
        return total(self.actions)

    @property
    def financed(self) -> Sum:
        return total(self.sources)

    @property
    def gap(self) -> Sum:
        """What the sources bring less what the actions add up to."""
        return self.financed - self.planned

    @property
    def places(self) -> Sum:
        before = sum(line.places_before for line in self.actions)
        return Sum(before, sum(line.places_after for line in self.actions))


def total(lines: list[AmendmentLine]) -> Sum:
    return Sum(
        sum((line.before for line in lines), ZERO), sum((line.after for line in lines), ZERO)
    )


def comparison_of(amendment: Amendment) -> Comparison:
    lines = list(amendment.lines.select_related("action", "source"))
    return Comparison(
        [line for line in lines if line.action_id], [line for line in lines if line.source_id]
    )
