"""The contents of the ranking's page: each row with its chosen proposal, and all sums."""

from dataclasses import dataclass
from decimal import Decimal

from django.forms import BoundField

from applications.models import Application
from applications.selection.call_ranking import Ranking
from applications.selection.forms.deciding import ProposalsForm
from applications.selection.funding_line import Row, Tally, in_words, tally
from applications.selection.models import Outcome
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class ProposalRow:
    """One application of the ranking with the proposal chosen for it.

    `begins` names the line drawn above it (funding, mark or both), if any.
    """

    ranked: Row
    application: Application
    outcome: Outcome | None
    tally: Tally | None
    words: str
    fields: tuple[BoundField, BoundField] | None
    parts: list[BoundField]
    begins: str

    @property
    def departs(self) -> bool:
        """Whether the proposal needs a reason, or has one (or an invalid one)."""
        if self.ranked.is_tied or self.outcome != self.ranked.outcome:
            return True
        if self.fields is None:
            return False
        _outcome, reason = self.fields
        return bool(reason.value() or reason.errors)

    @property
    def outcome_label(self) -> str:
        return str(self.outcome.label) if self.outcome else ""


@dataclass(frozen=True)
class ProposalTable:
    """All rows, and the money and places that the proposals would take."""

    ranking: Ranking
    rows: list[ProposalRow]

    @property
    def funded(self) -> list[ProposalRow]:
        """The rows that would be funded now."""
        return [row for row in self.rows if row.tally]

    @property
    def proposed(self) -> Decimal:
        return sum((row.ranked.candidate.requested for row in self.funded), ZERO)

    @property
    def left_after(self) -> Decimal:
        """EUR that would be left in the action."""
        return self.ranking.action.left - self.proposed

    @property
    def left_of_call(self) -> Decimal:
        """EUR that would be left of the money available to this call."""
        return self.ranking.money - self.proposed

    @property
    def projects(self) -> int:
        """How many of the action's places would be taken."""
        return self.ranking.action.account.places_taken + len(self.funded)

    @property
    def has_shared_places(self) -> bool:
        return any(row.ranked.is_shared for row in self.rows)

    @property
    def ends_with_the_line(self) -> bool:
        """Whether the ranking funds everybody, so that the funding line comes last."""
        return all(row.ranked.is_funded for row in self.rows)


def table_of(ranked: Ranking, form: ProposalsForm) -> ProposalTable:
    """Return the ranking with the proposals chosen in `form`."""
    # Sums follow the choices, lines the ranking, so that departures are visible
    outcomes = {row.number: form.outcome_of(row) for row in ranked.rows}
    sums = tally(ranked.rows, outcomes, money=ranked.money, places=ranked.places)
    begins = beginnings(ranked.rows)
    rows = [
        ProposalRow(
            ranked=row,
            application=ranked.applications[row.number],
            outcome=outcomes[row.number],
            tally=sums.get(row.number),
            words=in_words(row, ranked.call.pass_mark),
            fields=form.fields_of(row),
            parts=form.part_fields_of(row),
            begins=begins.get(row.number, ""),
        )
        for row in ranked.rows
    ]
    return ProposalTable(ranked, rows)


def beginnings(rows: list[Row]) -> dict[str, str]:
    """Return by application number which line is drawn above it.

    "funding" above the first unfunded one, "mark" above the first below the pass mark; "both" if
    these are the same.
    """
    failed = [row for row in rows if row.is_below_mark]
    unfunded = [row for row in rows if not row.is_funded and not row.is_below_mark]
    found = {}
    if unfunded:
        found[unfunded[0].number] = "funding"
    if failed:
        # No funding line if nobody passed the mark
        has_line_of_its_own = unfunded or failed[0] is rows[0]
        found[failed[0].number] = "mark" if has_line_of_its_own else "both"
    return found
