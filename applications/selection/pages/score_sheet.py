"""A score sheet as its evaluator sees it: their own scores, and those of the others once theirs are submitted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby

from applications.models import Application
from applications.selection import impartiality
from applications.selection.models import Score, ScoreSheet
from applications.selection.models.assessment import SHORTEST_REASON
from applications.selection.operations.assessing import weighted
from calls.models import Criterion
from strategy_portal.accounts.models import User


@dataclass(frozen=True)
class Line:
    """One criterion: the evaluator's own score (None: not scored yet), and the others' in the order of their sheets."""

    criterion: Criterion
    own: Score | None
    others: list[Score]


@dataclass(frozen=True)
class SheetView:
    """The sheet, criterion by criterion; `others` are the sheets of the other evaluators that may be seen."""

    own: ScoreSheet | None
    others: list[ScoreSheet]
    lines: list[Line]

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
        return [line.own for line in self.lines if line.own and line.own.points is not None]

    @property
    def sum(self) -> Decimal:
        """The weighted points so far, of 100."""
        return sum((weighted(score) for score in self.scored), Decimal(0))

    @property
    def is_complete(self) -> bool:
        reasoned = [score for score in self.scored if len(score.reason.strip()) >= SHORTEST_REASON]
        return len(reasoned) == len(self.lines)


def sheet_for(user: User, application: Application) -> SheetView:
    """Two queries: the criteria, and the scores this person may see."""
    criteria = list(application.call.criteria.all())
    shown = impartiality.scores_shown_to(user, application)
    sheets = [
        (sheet, {score.criterion_id: score for score in scores})
        for sheet, scores in by_sheet(shown)
    ]
    own = next(
        ((sheet, scores) for sheet, scores in sheets if sheet.evaluator_id == user.pk), (None, {})
    )
    others = [(sheet, scores) for sheet, scores in sheets if sheet.evaluator_id != user.pk]
    lines = [
        Line(
            criterion, own[1].get(criterion.pk), [scores[criterion.pk] for _sheet, scores in others]
        )
        for criterion in criteria
    ]
    return SheetView(own[0], [sheet for sheet, _scores in others], lines)


def by_sheet(scores) -> list[tuple[ScoreSheet, list[Score]]]:
    groups = [list(group) for _sheet_id, group in groupby(scores, key=lambda score: score.sheet_id)]
    return [(group[0].sheet, group) for group in groups]
