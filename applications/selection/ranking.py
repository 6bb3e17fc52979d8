"""The ranking (prioritetinė eilė): a pure function; the same inputs give the same bytes.

Points are given by criterion; totals and means are exact fractions, rounded once, half-up, to
0,01. Ranking uses these displayed scores.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from applications.selection.exact import half_up, weighted
from calls.models import TieBreak
from strategy_portal.canonical import canonical

# Part of every protocol: raise it with a change of the rules, and keep the old ones (ranking_1.py)
RULE_VERSION = 2
# A sort key, see merit()
Merit = tuple[Decimal | str, ...]


@dataclass(frozen=True)
class Candidate:
    """One scored application; `requested` is in EUR.

    `sheets` holds each counted sheet's points as given, by criterion.
    """

    number: str
    sheets: tuple[tuple[Decimal, ...], ...]
    requested: Decimal
    submitted_at: str


@dataclass(frozen=True)
class Rules:
    """The call's rules: pass mark (of 100 points), criteria, tie-breaks in order, overflow rule.

    `criteria` holds each criterion's maximum points and weight, in the order of the sheets.
    """

    pass_mark: Decimal
    criteria: tuple[tuple[Decimal, Decimal], ...]
    tie_break: tuple[str, ...]
    overflow: str


@dataclass(frozen=True)
class Standing:
    """A candidate's rounded score and spread (points of 100), and its sort key."""

    candidate: Candidate
    score: Decimal
    spread: Decimal
    merit: Merit


def standing_of(candidate: Candidate, rules: Rules) -> Standing:
    """Return the candidate's score, spread and sort key."""
    sheets = [weighted_points(sheet, rules) for sheet in candidate.sheets]
    totals = [sum(sheet, Fraction()) for sheet in sheets]
    score = half_up(mean(totals))
    spread = half_up(max(totals) - min(totals))
    return Standing(candidate, score, spread, merit(candidate, score, sheets, rules))


def weighted_points(sheet: Iterable[Decimal], rules: Rules) -> list[Fraction]:
    """Return the sheet's points of 100 by criterion."""
    pairs = zip(sheet, rules.criteria, strict=True)
    return [weighted(given, most, weight) for given, (most, weight) in pairs]


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)


def merit(
    candidate: Candidate, score: Decimal, sheets: Sequence[Sequence[Fraction]], rules: Rules
) -> Merit:
    """Return the sort key of a candidate, best first; equal keys share a place."""
    keys: list[Decimal | str] = [-score]
    for rule in rules.tie_break:
        # Smaller is better in every key, so points are negated
        if rule == TieBreak.SMALLER:
            keys.append(candidate.requested)
        elif rule == TieBreak.EARLIER:
            keys.append(candidate.submitted_at)
        else:
            keys.append(-of_criterion(int(rule.removeprefix("criterion-")), sheets))
    return tuple(keys)


def of_criterion(number: int, sheets: Sequence[Sequence[Fraction]]) -> Decimal:
    """The mean of the weighted points for criterion `number` (from 1); 0 if there is none."""
    # A slice, because a call may have fewer criteria than the tie-break rules name
    return half_up(mean([sum(sheet[number - 1 : number], Fraction()) for sheet in sheets]))


def in_order(candidates: Iterable[Candidate], rules: Rules) -> list[Standing]:
    """Return the candidates' standings, best first."""
    standings = [standing_of(candidate, rules) for candidate in candidates]
    # The number only makes the list of equals reproducible; they share a place
    return sorted(standings, key=lambda standing: (standing.merit, standing.candidate.number))


def by_place(standings: Iterable[Standing]) -> Iterator[tuple[int, list[Standing]]]:
    """Yield each place with those who share it, best first; after two in place 1 comes 3."""
    place = 1
    for _merit, group in groupby(standings, key=lambda standing: standing.merit):
        equals = list(group)
        yield place, equals
        place += len(equals)


def protocol(candidates: Iterable[Candidate], rules: Rules) -> str:
    """Return the inputs and the resulting order as canonical JSON, stored with the decision."""
    # Sorted by number: the order in which the database returns rows must not change the hash
    listed = sorted(candidates, key=lambda candidate: candidate.number)
    order: list[dict[str, object]] = []
    for place, equals in by_place(in_order(listed, rules)):
        order += [in_protocol(standing, place) for standing in equals]
    content = {
        "rule_version": RULE_VERSION,
        "rules": asdict(rules),
        "inputs": [asdict(candidate) for candidate in listed],
        "order": order,
    }
    return canonical(content)


def in_protocol(standing: Standing, place: int) -> dict[str, object]:
    return {
        "number": standing.candidate.number,
        "place": place,
        "score": standing.score,
        "merit": standing.merit,
    }
