"""Formatting of values in both languages, with Lithuanian plural forms."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from strategy_portal import templatetags as tags

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "lithuanian", "english"),
    [
        ("1191869.85", "1\u00a0191\u00a0869,85\u00a0EUR", "1,191,869.85\u00a0EUR"),
        ("3250", "3\u00a0250,00\u00a0EUR", "3,250.00\u00a0EUR"),
        ("-7.18", "\u22127,18\u00a0EUR", "\u22127.18\u00a0EUR"),
        ("0", "0,00\u00a0EUR", "0.00\u00a0EUR"),
    ],
)
def test_euros(value, lithuanian, english):
    with translation.override("lt"):
        assert tags.eur(Decimal(value)) == lithuanian
    with translation.override("en"):
        assert tags.eur(Decimal(value)) == english


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(days=25), "liko 25 dienos"),
        (timedelta(days=21), "liko 21 diena"),
        (timedelta(days=10), "liko 10 dienų"),
        (timedelta(days=2), "liko 2 dienos"),
        (timedelta(hours=47), "liko 47 valandos"),
        (timedelta(hours=3, minutes=20), "liko 3 valandos 20 minučių"),
        (timedelta(hours=1, minutes=1), "liko 1 valanda 1 minutė"),
        (timedelta(minutes=12), "liko 12 minučių"),
        (timedelta(seconds=5), "liko 1 minutė"),
        (timedelta(0), "terminas baigėsi"),
    ],
)
def test_time_left(left, text):
    with translation.override("lt"):
        assert tags.time_left(NOW + left, NOW).replace("\u00a0", " ") == text


def test_moments_are_of_vilnius():
    moment = datetime(2026, 12, 18, 15, 0, tzinfo=UTC)

    with translation.override("lt"):
        assert tags.moment(moment) == "2026-12-18 17:00"
        assert tags.long_moment(moment).replace("\u00a0", " ") == "2026 m. gruodžio 18 d. 17:00"


def test_numbers_lose_the_zeros_nobody_typed():
    with translation.override("lt"):
        shown = [tags.quantity(Decimal(n)) for n in ("120.000", "1.500", "0.125", "1200")]
        assert shown == ["120", "1,5", "0,125", "1\u00a0200"]
        assert tags.percent(Decimal("92.50")) == "92,5\u00a0%"


@pytest.mark.parametrize(
    ("query", "second_page", "file"),
    [
        ("", "?page=2", "/f.csv"),
        ("action=2.2&q=a%26b&", "?action=2.2&q=a%26b&page=2", "/f.csv?action=2.2&q=a%26b"),
    ],
)
def test_a_list_keeps_its_filters_from_page_to_page_and_in_its_file(query, second_page, file):
    assert (tags.page(query, 2), tags.filtered("/f.csv", query)) == (second_page, file)


def test_a_link_says_what_it_asks_for():
    address = tags.link("selection:queue", kvietimas="2.2-K1", fragment="found")

    assert address.endswith("?kvietimas=2.2-K1#found")


def test_what_only_listeners_need_is_escaped():
    assert tags.unseen("A & B") == '<span class="visually-hidden">: A &amp; B</span>'
