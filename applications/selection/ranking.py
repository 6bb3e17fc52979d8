"""The ranking (prioritetinė eilė): a pure function of frozen inputs. The same inputs give the same bytes.

Scores are means of the submitted sheets, rounded half-up to two decimals: what people see is what ranks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from strategy_portal.canonical import canonical
from strategy_portal.templatetags import eur, points

RULE_VERSION = 1
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Candidate:
    """One scored application. `sheets` holds, for each submitted sheet, its weighted points by criterion (of 100)."""

    number: str
    sheets: tuple[tuple[Decimal, ...], ...]
    requested: Decimal
    submitted_at: str

    @property
    def score(self) -> Decimal:
        """The mean of the sheets' totals, of 100 points."""
        return mean([sum(sheet, Decimal(0)) for sheet in self.sheets])

    @property
    def spread(self) -> Decimal:
        """How far the highest and the lowest total are apart."""
        totals = [sum(sheet, Decimal(0)) for sheet in self.sheets]
        return max(totals) - min(totals)

    def criterion(self, number: int) -> Decimal:
        """The mean of the weighted points for criterion `number` (from 1)."""
        return mean(
            [sheet[number - 1] if number <= len(sheet) else Decimal(0) for sheet in self.sheets]
        )


@dataclass(frozen=True)
class Rules:
    """What the call says: pass mark, order of equal scores, what happens when the next does not fit."""

    pass_mark: Decimal
    tie_break: tuple[str, ...]
    overflow: str


@dataclass(frozen=True)
class Row:
    """One line of the ranked list.

    `outcome` is fund, waitlist or reject; `why` is passes, money, places, stopped or mark.
    """

    place: int
    is_shared: bool
    candidate: Candidate
    outcome: str
    why: str
    cumulative: Decimal | None
    short: Decimal | None


def mean(values: Sequence[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def merit(candidate: Candidate, rules: Rules) -> tuple[Decimal | str, ...]:
    """The key candidates are sorted by, the best first; equal keys share a place."""
    keys: list[Decimal | str] = [-candidate.score]
    for rule in rules.tie_break:
        if rule == "smaller":
            keys.append(candidate.requested)
        elif rule == "earlier":
            keys.append(candidate.submitted_at)
        else:
            keys.append(-candidate.criterion(int(rule.removeprefix("criterion-"))))
    return tuple(keys)


def rank(
    candidates: Iterable[Candidate], rules: Rules, *, money: Decimal, places: int | None
) -> list[Row]:
    """The ranked list with each line's proposal.

    `money` is the EUR and `places` the number of projects there is room for (None: any number). Whoever reaches the
    pass mark is proposed for funding while both last, the others for the reserve list; the rest are not funded.
    """
    ordered = sorted(candidates, key=lambda candidate: (merit(candidate, rules), candidate.number))
    rows: list[Row] = []
    spent, funded, has_stopped = Decimal("0.00"), 0, False
    for _merit, equals in groupby(ordered, key=lambda candidate: merit(candidate, rules)):
        group = list(equals)
        place = len(rows) + 1
        for candidate in group:
            why = reason(
                candidate,
                rules,
                money - spent,
                None if places is None else places - funded,
                has_stopped,
            )
            if why == "passes":
                spent, funded = spent + candidate.requested, funded + 1
            elif why != "mark":
                has_stopped = has_stopped or rules.overflow == "stop"
            rows.append(
                Row(
                    place=place,
                    is_shared=len(group) > 1,
                    candidate=candidate,
                    outcome={"passes": "fund", "mark": "reject"}.get(why, "waitlist"),
                    why=why,
                    cumulative=spent if why == "passes" else None,
                    short=candidate.requested - (money - spent) if why == "money" else None,
                )
            )
    return rows


def reason(
    candidate: Candidate, rules: Rules, money: Decimal, places: int | None, has_stopped: bool
) -> str:
    """Why a candidate stands where it does, given what is left when its turn comes."""
    if candidate.score < rules.pass_mark:
        return "mark"
    if has_stopped:
        return "stopped"
    if candidate.requested > money:
        return "money"
    if places is not None and places < 1:
        return "places"
    return "passes"


def in_words(row: Row, pass_mark: Decimal) -> str:
    """Why the ranking puts an application where it does, for the applicant and the minutes."""
    if row.why == "mark":
        return _("Scored %(score)s, below the pass mark of %(mark)s.") % {
            "score": points(row.candidate.score),
            "mark": points(pass_mark),
        }
    if row.why == "money":
        return _("The money of the call ran out: %(short)s short.") % {"short": eur(row.short)}
    if row.why == "places":
        return _("All planned projects of the action are taken.")
    if row.why == "stopped":
        return _("Stands below the funding line.")
    return ""


@dataclass(frozen=True)
class Tally:
    """One line of a list as somebody would decide it: EUR funded so far with it, EUR short, no place left."""

    cumulative: Decimal
    short: Decimal | None
    lacks_place: bool


def tally(
    rows: Iterable[Row], outcomes: Mapping[str, str], *, money: Decimal, places: int | None
) -> dict[str, Tally]:
    """What funding the applications as `outcomes` say (by number) would take; only those to be funded are listed."""
    found: dict[str, Tally] = {}
    spent = Decimal("0.00")
    for row in rows:
        number = row.candidate.number
        if outcomes[number] == "fund":
            spent += row.candidate.requested
            short = spent - money if spent > money else None
            found[number] = Tally(spent, short, places is not None and len(found) >= places)
    return found


def protocol(candidates: Iterable[Candidate], rules: Rules) -> str:
    """The inputs and the resulting order as canonical JSON: what a decision keeps, and what a stale page differs in."""
    listed = sorted(candidates, key=lambda candidate: candidate.number)
    order = sorted(listed, key=lambda candidate: (merit(candidate, rules), candidate.number))
    content = {
        "rule_version": RULE_VERSION,
        "rules": asdict(rules),
        "inputs": [asdict(candidate) for candidate in listed],
        "order": [
            {"number": candidate.number, "score": candidate.score, "merit": merit(candidate, rules)}
            for candidate in order
        ],
    }
    return canonical(content)
