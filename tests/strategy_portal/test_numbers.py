"""Numbers as people type them, in any field; see test_money.py for amounts."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from strategy_portal.numbers import NumberReader

COUNTS = NumberReader(largest=Decimal(9999), decimals=0)
POINTS = NumberReader(smallest=Decimal(1), largest=Decimal(100), unit=re.compile("%$"))
QUANTITIES = NumberReader(largest=Decimal(10_000), decimals=3)
SUMS = NumberReader(smallest=Decimal(-9999), largest=Decimal(9999), grouping=True)


@pytest.mark.parametrize(
    ("reader", "typed", "number"),
    [
        (COUNTS, "1 000", "1000"),
        (COUNTS, "007", "7"),
        (POINTS, "92.5", "92.5"),
        (POINTS, "92,5 %", "92.5"),
        (POINTS, "%", None),
        (QUANTITIES, "1,125", "1.125"),
        (SUMS, "−1.234,56", "-1234.56"),
        (SUMS, " ", None),
    ],
)
def test_a_number_is_read(reader, typed, number):
    with override("lt"):
        assert reader.read(typed) == (number and Decimal(number))


@pytest.mark.parametrize(
    ("reader", "typed", "code"),
    [
        (COUNTS, "1.000", "ambiguous"),
        (COUNTS, "1,0", "decimals"),
        (COUNTS, "-1", "invalid"),
        (POINTS, "0,5", "too_small"),
        (POINTS, "101", "too_large"),
        (POINTS, "5 %%", "invalid"),
        (QUANTITIES, "1.125", "ambiguous"),
        (QUANTITIES, "1.234,5", "invalid"),
        (SUMS, "1.234,567", "decimals"),
        (SUMS, "-10000", "too_large"),
    ],
)
def test_a_number_nobody_can_be_sure_of_is_refused(reader, typed, code):
    with override("lt"), pytest.raises(ValidationError) as refusal:
        reader.read(typed)

    assert refusal.value.code == code
