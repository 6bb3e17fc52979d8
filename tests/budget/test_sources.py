"""Splitting a sum between sources: the parts always add up to the sum."""

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget.sources import ROUNDING_ROOM, divide
from strategy_portal.money import CENT, to_cents

cents = st.integers(0, 200_000_000).map(lambda value: Decimal(value).scaleb(-2))
CODES = ["pirmas", "antras", "trecias", "ketvirtas", "penktas"]


@st.composite
def sums(draw):
    codes = CODES[: draw(st.integers(1, len(CODES)))]
    room = {code: draw(cents) for code in codes}
    shares = {code: draw(st.one_of(cents, st.just(Decimal("92.5")))) for code in codes}
    total = int(sum(room.values()) * 100)
    return Decimal(draw(st.integers(0, total))).scaleb(-2), shares, room


def test_ten_thousand_random_splits_are_the_whole_to_the_cent():
    dice = random.Random(20261123)

    for _time in range(10_000):
        codes = CODES[: dice.randint(1, 5)]
        room = {
            code: Decimal(dice.randint(0, 10 ** dice.randint(0, 8))).scaleb(-2) for code in codes
        }
        shares = {
            code: Decimal(dice.randint(0, 10 ** dice.randint(0, 8))).scaleb(-2) for code in codes
        }
        assert_whole(sum(room.values()) * dice.randint(0, 100) / 100, shares, room)


@settings(max_examples=500, deadline=None)
@given(sums())
def test_the_parts_are_the_whole_to_the_cent(case):
    assert_whole(*case)


def assert_whole(amount, shares, room):
    amount = to_cents(amount)

    parts = divide(amount, shares, room)

    assert sum(parts.values()) == amount
    assert list(parts) == list(shares)
    assert all(part == part.quantize(CENT) for part in parts.values())
    assert min(parts.values()) >= 0


@settings(max_examples=500, deadline=None)
@given(sums())
def test_each_source_but_the_last_is_within_the_rounding_room_of_its_share(case):
    amount, shares, room = case
    total = sum(shares.values())

    for code, part in list(divide(amount, shares, room).items())[:-1]:
        share = to_cents(amount * shares[code] / total) if total else 0
        assert abs(part - share) <= ROUNDING_ROOM


@settings(max_examples=500, deadline=None)
@given(sums())
def test_in_the_proportion_of_what_is_there_no_source_gives_more_than_it_has(case):
    amount, _shares, room = case

    parts = divide(amount, room, room)

    assert all(0 <= parts[code] <= room[code] for code in room)


@pytest.mark.parametrize(
    ("amount", "first", "second"),
    [("100.00", "79.90", "20.10"), ("0.01", "0.01", "0.00"), ("38836.84", "31030.63", "7806.21")],
)
def test_by_the_strategys_shares(amount, first, second):
    shares = {"es-vb": Decimal("952303.76"), "savivaldybe": Decimal("239566.09")}

    assert divide(Decimal(amount), shares, shares) == {
        "es-vb": Decimal(first),
        "savivaldybe": Decimal(second),
    }
