"""The ranking's rules of version 1, so that decisions made under them can be recomputed.

They rounded the weighted points to 28 digits before adding them up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal

from calls.models import TieBreak
from strategy_portal.canonical import canonical

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Candidate:
    """One scored application; `requested` is in EUR.

    `sheets` holds each counted sheet's weighted points (of 100) by criterion.
    """

    number: str
    sheets: tuple[tuple[Decimal, ...], ...]
    requested: Decimal
    submitted_at: str

    @property
    def score(self) -> Decimal:
        return mean([sum(sheet, Decimal(0)) for sheet in self.sheets])

    def criterion(self, number: int) -> Decimal:
        of_sheets = [sheet[number - 1 : number] for sheet in self.sheets]
        return mean([sum(part, Decimal(0)) for part in of_sheets])


@dataclass(frozen=True)
class Rules:
    pass_mark: Decimal
    tie_break: tuple[str, ...]
    overflow: str


def mean(values: Sequence[Decimal]) -> Decimal:
    exact = sum(values, Decimal(0)) / len(values)
    return exact.quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def merit(candidate: Candidate, rules: Rules) -> tuple[Decimal | str, ...]:
    """Return the sort key of a candidate, best first."""
    keys: list[Decimal | str] = [-candidate.score]
    for rule in rules.tie_break:
        if rule == TieBreak.SMALLER:
            keys.append(candidate.requested)
        elif rule == TieBreak.EARLIER:
            keys.append(candidate.submitted_at)
        else:
            keys.append(-candidate.criterion(int(rule.removeprefix("criterion-"))))
    return tuple(keys)


def protocol(candidates: Iterable[Candidate], rules: Rules) -> str:
    """Return the inputs and the resulting order as canonical JSON."""
    listed = sorted(candidates, key=lambda candidate: candidate.number)
    ordered = sorted(listed, key=lambda candidate: (merit(candidate, rules), candidate.number))
    content = {
        "rule_version": 1,
        "rules": asdict(rules),
        "inputs": [asdict(candidate) for candidate in listed],
        "order": [in_protocol(candidate, rules) for candidate in ordered],
    }
    return canonical(content)


def in_protocol(candidate: Candidate, rules: Rules) -> dict[str, object]:
    return {
        "number": candidate.number,
        "score": candidate.score,
        "merit": merit(candidate, rules),
    }
