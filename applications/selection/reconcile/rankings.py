"""Reconciles decisions with their protocols, and protocols with the score sheets."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import F

from applications.selection import protocols
from applications.selection.exact import weighted
from applications.selection.models import Decision, DecisionItem, Score
from calls.models import Call
from strategy_portal.canonical import digest

# A sheet's weighted points of 100, by criterion, so exact that no rounding of old rules shows
Points = tuple[int, ...]
EXACT = 10**12


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    given = points_given()
    decisions = Decision.objects.select_related("call").order_by("pk")
    for decision in decisions.prefetch_related("items__application", "call__criteria"):
        if digest(decision.protocol) != decision.sha256:
            yield f"decision {decision.pk} does not have its protocol's hash"
        if decision.is_promotion:
            yield from of_promotion(decision)
        elif faults := [*of_ranking(decision), *of_sheets(decision, given)]:
            yield from faults
    yield from of_numbers()


def of_ranking(decision: Decision) -> Iterator[str]:
    """The protocol follows from its inputs, these from the rows, and the items from it."""
    try:
        is_recomputed = protocols.recomputed(decision.protocol) == decision.protocol
        content = json.loads(decision.protocol)
    except (ValueError, ArithmeticError, LookupError, TypeError):
        is_recomputed, content = False, {"inputs": [], "order": [], "rules": {}}
    if not is_recomputed:
        yield f"decision {decision.pk}: its protocol does not follow from its inputs"
    if not are_rules_of(decision.call, content["rules"]):
        yield f"decision {decision.pk}: its protocol has other rules than its call"
    if inputs_of(content) != inputs_of_rows(decision):
        yield f"decision {decision.pk}: its protocol is about other applications"
    for order, (item, row) in enumerate(zip(in_order(decision), content["order"], strict=False), 1):
        number = item.application.number
        # Equals had no shared places under the first rules
        ranked = (row["number"], Decimal(row["score"]), order, row.get("place", order))
        if (number, item.score, item.order, item.place) != ranked:
            yield f"decision {decision.pk}: {number} is not where its protocol ranks it"


def in_order(decision: Decision) -> list[DecisionItem]:
    return sorted(decision.items.all(), key=lambda item: item.order)


def inputs_of(content: dict[str, Any]) -> set[tuple[Any, ...]]:
    return {
        (facts["number"], Decimal(facts["requested"]), facts["submitted_at"])
        for facts in content["inputs"]
    }


def inputs_of_rows(decision: Decision) -> set[tuple[Any, ...]]:
    applications = [item.application for item in decision.items.all()]
    return {(row.number, row.requested, row.submitted_at.isoformat()) for row in applications}


def are_rules_of(call: Call, rules: dict[str, Any]) -> bool:
    """Whether the rules in a protocol are the call's; the first protocols had no criteria."""
    criteria = [(row.max_points, row.weight) for row in call.criteria.all()]
    read = [tuple(map(Decimal, pair)) for pair in rules.get("criteria", criteria)]
    said = (Decimal(rules.get("pass_mark", -1)), rules.get("tie_break"), rules.get("overflow"))
    return read == criteria and said == (call.pass_mark, call.tie_break, call.overflow)


def of_sheets(decision: Decision, given: dict[int, list[tuple[bool, Points]]]) -> Iterator[str]:
    """Each sheet in the protocol was submitted, and all that count now are in it."""
    applications = {item.application.number: item.application for item in decision.items.all()}
    for number, sheets in sheets_of(decision).items():
        listed = Counter(sheets)
        application = applications.get(number)
        rows = given[application.pk] if application else []
        submitted = Counter(points for _counts, points in rows)
        # After a retraction scoring may go on
        is_kept = decision.retracted_at is None
        counted = Counter(points for counts, points in rows if counts and is_kept)
        if not counted <= listed <= submitted:
            yield f"decision {decision.pk}: {number} was ranked by other points than its sheets'"


def sheets_of(decision: Decision) -> dict[str, list[Points]]:
    """The sheets in the protocol, by application number; none if it can't be read."""
    try:
        content = json.loads(decision.protocol)
        # The first rules kept weighted points
        pairs = content["rules"].get("criteria")
        return {
            facts["number"]: [as_points(sheet, pairs) for sheet in facts["sheets"]]
            for facts in content["inputs"]
        }
    except (ValueError, ArithmeticError, LookupError, TypeError):
        return {}  # said by of_ranking


def as_points(sheet: Sequence[str], criteria: Sequence[Sequence[str]] | None) -> Points:
    pairs = criteria or [("1", "1")] * len(sheet)
    points = [
        weighted(Decimal(given), Decimal(most), Decimal(weight))
        for given, (most, weight) in zip(sheet, pairs, strict=True)
    ]
    return in_units(points)


def in_units(points: Sequence[Fraction]) -> Points:
    return tuple(round(EXACT * one) for one in points)


def points_given() -> dict[int, list[tuple[bool, Points]]]:
    """Each application's submitted sheets: whether it counts, and its points. One query."""
    scores = Score.objects.filter(sheet__submitted_at__isnull=False, points__isnull=False)
    rows = scores.order_by("sheet", "criterion__position").values_list(
        "sheet", "sheet__application", "sheet__voided_at", "points", "criterion__max_points",
        "criterion__weight",
    )  # fmt: skip
    sheets: defaultdict[tuple[Any, ...], list[Fraction]] = defaultdict(list)
    for sheet, application, voided_at, *numbers in rows:
        sheets[sheet, application, voided_at is None].append(weighted(*numbers))
    found: defaultdict[int, list[tuple[bool, Points]]] = defaultdict(list)
    for (_sheet, application, counts), points in sheets.items():
        found[application].append((counts, in_units(points)))
    return found


def of_promotion(decision: Decision) -> Iterator[str]:
    """Everybody promoted stood on the waitlist, with that score."""
    try:
        line = json.loads(decision.protocol)["line"]
        scores = {row["number"]: Decimal(row["score"]) for row in line}
    except (ValueError, ArithmeticError, LookupError, TypeError):
        scores = {}
    for item in decision.items.all():
        if scores.get(item.application.number) != item.score:
            yield f"decision {decision.pk}: {item.application.number} is not on its waitlist"


def of_numbers() -> Iterator[str]:
    """Confirmed decisions are numbered from 1, without gaps, as they were confirmed."""
    confirmed = Decision.objects.filter(confirmed_at__isnull=False)
    numbers = confirmed.order_by(F("number")).values_list("pk", "number")
    for expected, (pk, number) in enumerate(numbers, start=1):
        if number != expected:
            yield f"decision {pk} has number {number}, not {expected}"
            return
