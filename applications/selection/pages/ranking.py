"""The ranking as its page shows it: each line with the proposal chosen so far, and what all of them would take."""

from dataclasses import dataclass
from decimal import Decimal

from django.forms import BoundField

from applications.models import Application
from applications.selection import ranking
from applications.selection.forms.deciding import ProposalsForm
from applications.selection.models import Outcome
from applications.selection.operations.deciding import Ranking
from applications.selection.ranking import Row, Tally, in_words
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Line:
    """One application of the ranking as it would be decided now; `begins` names the line drawn above it, if any."""

    row: Row
    application: Application
    outcome: str
    tally: Tally | None
    words: str
    fields: tuple[BoundField, BoundField] | None
    begins: str

    @property
    def departs(self) -> bool:
        """Whether the proposal is not the ranking's own, or a reason was written or is wrong."""
        return self.outcome != self.row.outcome or bool(
            self.fields and (self.fields[1].value() or self.fields[1].errors)
        )

    @property
    def outcome_label(self) -> str:
        return str(Outcome(self.outcome).label)


@dataclass(frozen=True)
class Sheet:
    """The whole ranking page."""

    ranked: Ranking
    lines: list[Line]

    @property
    def proposed(self) -> Decimal:
        return sum((line.row.candidate.requested for line in self.lines if line.tally), ZERO)

    @property
    def left_after(self) -> Decimal:
        """EUR that would be left in the action."""
        return self.ranked.action.left - self.proposed

    @property
    def left_of_line(self) -> Decimal:
        """EUR that would be left of what there is for this call."""
        return self.ranked.money - self.proposed

    @property
    def projects(self) -> int:
        """How many of the action's places would be taken."""
        return self.ranked.action.account.places_taken + sum(
            line.tally is not None for line in self.lines
        )

    @property
    def has_shared_places(self) -> bool:
        return any(line.row.is_shared for line in self.lines)

    @property
    def ends_with_the_line(self) -> bool:
        """Whether all that passed the mark fit, so that the funding line stands below everything."""
        return all(line.row.why == "passes" for line in self.lines)


def sheet(ranked: Ranking, form: ProposalsForm) -> Sheet:
    """The ranking with the proposals as they stand in `form`."""
    outcomes = {row.candidate.number: form.outcome_of(row) for row in ranked.rows}
    sums = ranking.tally(ranked.rows, outcomes, money=ranked.money, places=ranked.places)
    begins = beginnings(ranked.rows)
    return Sheet(
        ranked,
        [
            Line(
                row=row,
                application=ranked.applications[row.candidate.number],
                outcome=outcomes[row.candidate.number],
                tally=sums.get(row.candidate.number),
                words=in_words(row, ranked.call.pass_mark),
                fields=form.fields_of(row),
                begins=begins.get(row.candidate.number, ""),
            )
            for row in ranked.rows
        ],
    )


def beginnings(rows: list[Row]) -> dict[str, str]:
    """Above which application the funding line stands, and above which those below the pass mark begin.

    Where all that passed the mark fit, the first below it stands under both: "both".
    """
    unfunded = next((row for row in rows if row.why not in ("passes", "mark")), None)
    failed = next((row for row in rows if row.why == "mark"), None)
    found = {unfunded.candidate.number: "funding"} if unfunded else {}
    if failed:
        found[failed.candidate.number] = "mark" if unfunded or failed is rows[0] else "both"
    return found
