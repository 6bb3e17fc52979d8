"""The current ranking of a call: reads the inputs of ranking.py from the database."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from applications.models import Application, Status
from applications.selection.funding_line import Row, rank
from applications.selection.models import Score, ScoreSheet
from applications.selection.ranking import Candidate, Rules, protocol
from applications.selection.waitlist import left_of_call
from budget.figures import figures_of
from budget.models import Action
from calls.models import Call
from strategy_portal.canonical import digest
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class Ranking:
    """The ranked list of a call's scored applications.

    `money` is the EUR and `places` the number of projects available (None: unlimited).
    """

    call: Call
    action: Action
    rows: list[Row]
    applications: dict[str, Application]
    money: Decimal
    places: int | None
    protocol: str

    @property
    def sha256(self) -> str:
        # Sent with the page and back: preparing is refused if the ranking has changed since
        return digest(self.protocol)


def ranking_of(call: Call, *, proposed: bool = True) -> Ranking:
    """Rank the scored, undecided applications of `call`.

    Without `proposed`, money reserved by other calls counts as left: to whom a proposal is
    closed, a line drawn with it would tell its sum.
    """
    action = figures_of(call.action.strategy, proposed=proposed).balance_of(call.action)
    scored = call.applications.filter(status=Status.SCORED).select_related("organisation", "call")
    applications = {application.number: application for application in scored.order_by("sequence")}
    candidates = candidates_of(applications)
    rules = rules_of(call)
    # The smaller one limits: an amendment may have left the action less than its calls promise
    money = max(ZERO, min(left_of_call(call), action.left))
    places = action.places_left if action.account.quota_is_binding else None
    rows = rank(candidates, rules, money=money, places=places)
    return Ranking(call, action, rows, applications, money, places, protocol(candidates, rules))


def rules_of(call: Call) -> Rules:
    criteria = tuple(call.criteria.values_list("max_points", "weight"))
    return Rules(call.pass_mark, criteria, tuple(call.tie_break), call.overflow)


def candidates_of(applications: Mapping[str, Application]) -> list[Candidate]:
    """Return the ranking's inputs, by application number, from the counted sheets."""
    points = points_given(applications.values())
    return [
        Candidate(
            number=number,
            sheets=tuple(points[application.pk].values()),
            requested=application.requested,
            # Text, as in the JSON protocol; ISO timestamps sort chronologically
            submitted_at=application.submitted_at.isoformat(),
        )
        for number, application in applications.items()
    ]


def points_given(
    applications: Collection[Application],
) -> dict[int, dict[int, tuple[Decimal, ...]]]:
    """Return the points by criterion, by application and sheet. One query."""
    # Counted only: void sheets of people with a conflict must not affect the ranking
    counted = ScoreSheet.objects.counted().filter(application__in=applications)
    scores = Score.objects.filter(sheet__in=counted).order_by("sheet", "criterion__position")
    found: dict[int, dict[int, tuple[Decimal, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for application, sheet, points in scores.values_list(
        "sheet__application_id", "sheet_id", "points"
    ):
        found[application][sheet] += (points,)
    return found
