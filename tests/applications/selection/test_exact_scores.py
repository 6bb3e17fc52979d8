"""Scores agree with exact fractions, in Python and in the database, at every boundary."""

import random
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.urls import reverse

from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision
from applications.selection.ranking import Candidate, Rules, standing_of
from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading
from tests import factories
from tests.applications.selection.test_scoring_pages import typed

CASES = 20_000
WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
CHECK = (
    "SELECT count(*) FROM unnest(%s::numeric[], %s::numeric[], %s::numeric[]) AS c (n, d, shown)"
)
# Each weighs more or less than its points; no quotient of them ends
MAX_POINTS = Decimal(6)
WEIGHTS = [Decimal(25), Decimal(35), Decimal(40)]


def boundary_case(dice: random.Random) -> tuple[Candidate, Rules]:
    """A candidate whose exact score is in most cases just between two hundredths."""
    most = Decimal(dice.choice([3, 6, 7, 9, 11, 13, 30, 60]))
    first = dice.randint(1, 98)
    weights = [first, dice.randint(1, 99 - first)]
    weights.append(100 - sum(weights))
    criteria = tuple((most, Decimal(weight)) for weight in weights)
    sheets = tuple(sheet_of(dice, most) for _sheet in range(dice.choice([1, 2, 2, 3])))
    rules = Rules(Decimal(50), criteria, ("criterion-1",), "stop")
    return Candidate("1", sheets, Decimal(1), ""), rules


def sheet_of(dice: random.Random, most: Decimal) -> tuple[Decimal, ...]:
    given = (dice.randint(0, int(most * 100)) for _criterion in range(3))
    return tuple(Decimal(points) / 100 for points in given)


def exact_score(candidate: Candidate, rules: Rules) -> Fraction:
    """Told anew from the rule: the mean of the sums of share × weight."""
    parts = []
    for sheet in candidate.sheets:
        for points, (most, weight) in zip(sheet, rules.criteria, strict=True):
            parts.append(Fraction(str(points)) / Fraction(str(most)) * Fraction(str(weight)))
    return sum(parts, Fraction()) / len(candidate.sheets)


def rounded(exact: Fraction) -> Decimal:
    """By decimals of 200 digits, where the code uses whole numbers."""
    wide = WIDE.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return wide.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP, context=WIDE)


def at_the_boundary(exact: Fraction) -> bool:
    """Whether the third decimal is a five with nothing behind it."""
    return (exact * 1000).denominator == 1 and exact * 1000 % 10 == 5


def test_20_000_scores_agree_with_exact_fractions():
    dice = random.Random(53_625)
    boundaries = 0
    for _case in range(CASES):
        candidate, rules = boundary_case(dice)
        exact = exact_score(candidate, rules)
        boundaries += at_the_boundary(exact)
        assert standing_of(candidate, rules).score == rounded(exact)

    assert boundaries > 20


@pytest.mark.django_db
def test_the_database_rounds_the_same_and_takes_no_neighbour():
    dice = random.Random(1)
    exact = [
        Fraction(dice.randint(0, 10**7), dice.choice([7, 13, 200, 999, 40_000]))
        for _ in range(CASES)
    ]
    shown = [rounded(one) for one in exact]
    for step, agreeing in ((0, CASES), (1, 0), (-1, 0)):
        claimed = [score + step * Decimal("0.01") for score in shown]
        with connection.cursor() as cursor:
            cursor.execute(
                f"{CHECK} WHERE selection_rounds_to(n, d, shown)",
                [[one.numerator for one in exact], [one.denominator for one in exact], claimed],
            )
            assert cursor.fetchone() == (agreeing,)


def call_of_sixths(**fields) -> Call:
    """A call with three criteria of six points each."""
    call = factories.make_call(published=False, evaluators=1, **fields)
    call.criteria.all().delete()
    for position, weight in enumerate(WEIGHTS, start=1):
        call.criteria.create(
            position=position, name=f"Kriterijus {position}", max_points=MAX_POINTS, weight=weight
        )
    Call.objects.filter(pk=call.pk).update(published_at=reading.now(), published_by=call.created_by)
    return Call.objects.with_phase().get(pk=call.pk)


@pytest.mark.django_db
def test_what_is_exactly_the_pass_mark_passes(client):
    """2,51 · 3,58 · 3,44 of six make 54,275: 28 digits of each quotient made 54,27 of it."""
    call = call_of_sixths(pass_mark=Decimal("54.28"))
    evaluator = factories.user_with(Role.EVALUATOR)
    application = factories.in_scoring(call=call, evaluators=[evaluator])
    client.force_login(evaluator)
    given = [(points, factories.REASON) for points in ("2,51", "3,58", "3,44")]
    address = reverse("selection:score", args=[application.number])

    assert client.post(address, typed(application, *given, step="submit")).status_code == 303

    sheet = client.get(address).content.decode()
    client.force_login(factories.user_with(Role.COORDINATOR))
    page = client.get(reverse("selection:ranking", args=[call.number]))
    assert "54,28" in sheet
    assert "54,28" in page.content.decode()
    assert "54,27" not in sheet + page.content.decode()
    (row,) = ranking_of(call).rows
    assert row.is_funded
    factories.prepared(call)
    assert Decision.objects.get().items.get().score == Decimal("54.28")
