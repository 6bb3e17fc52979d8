"""The contents of a score sheet's page: own scores, and others' once the sheet is submitted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from applications.models import Application
from applications.selection import impartiality
from applications.selection.exact import half_up
from applications.selection.models import Score, ScoreSheet
from calls.models import Criterion
from strategy_portal.accounts.models import User

# The scores of one sheet by criterion
ByCriterion = dict[int, Score]


@dataclass(frozen=True)
class SheetLine:
    """One criterion: the evaluator's own score (None: none yet), and the others' by sheet."""

    criterion: Criterion
    own: Score | None
    others: list[Score]


@dataclass(frozen=True)
class SheetView:
    """The evaluator's sheet, criterion by criterion.

    `others` are the other counted sheets; empty until the evaluator has submitted their own.
    """

    own: ScoreSheet | None
    others: list[ScoreSheet]
    lines: list[SheetLine]

    @property
    def saved(self) -> dict[int, tuple[Decimal | None, str]]:
        """Points and reason by criterion, as ScoresForm takes them."""
        return {
            line.criterion.pk: (line.own.points, line.own.reason) for line in self.lines if line.own
        }

    @property
    def submitted_at(self) -> datetime | None:
        return self.own.submitted_at if self.own else None

    @property
    def scored(self) -> list[Score]:
        # By None, not by truth: 0 points is a score
        return [line.own for line in self.lines if line.own and line.own.points is not None]

    @property
    def sum(self) -> Decimal:
        """Weighted points so far, of 100."""
        return half_up(sum((score.weighted for score in self.scored), Fraction()))

    @property
    def is_complete(self) -> bool:
        reasoned = [score for score in self.scored if score.has_reason]
        return len(reasoned) == len(self.lines)


def sheet_for(user: User, application: Application) -> SheetView:
    """Return the user's view of the score sheet. Two queries."""
    sheets: dict[int, ScoreSheet] = {}
    scores: dict[int, ByCriterion] = {}
    for score in impartiality.scores_shown_to(user, application):
        sheets[score.sheet_id] = score.sheet
        scores.setdefault(score.sheet_id, {})[score.criterion_id] = score
    own = next((sheet for sheet in sheets.values() if sheet.evaluator_id == user.pk), None)
    others = [sheet for sheet in sheets.values() if sheet.evaluator_id != user.pk]
    own_scores = scores[own.pk] if own else {}
    lines = lines_of(
        application.call.criteria.all(), own_scores, [scores[one.pk] for one in others]
    )
    return SheetView(own, others, lines)


def lines_of(
    criteria: Iterable[Criterion], own: ByCriterion, others: list[ByCriterion]
) -> list[SheetLine]:
    lines = []
    for criterion in criteria:
        of_others = [scores[criterion.pk] for scores in others]
        lines.append(SheetLine(criterion, own.get(criterion.pk), of_others))
    return lines


def neighbours(user: User, application: Application) -> dict[str, int | str | None]:
    """Return the application's position among those assigned to the user, previous and next."""
    given = impartiality.visible_to(user).filter(assignments__evaluator=user)
    numbers = list(given.order_by("call", "sequence").values_list("number", flat=True))
    place = numbers.index(application.number)
    # None at both ends: the first has no previous, the last no next
    around = [None, *numbers, None]
    return {
        "position": place + 1,
        "count": len(numbers),
        "previous": around[place],
        "next": around[place + 2],
    }
