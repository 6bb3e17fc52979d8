"""Amounts as people type them: parsed correctly or refused with a hint."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from strategy_portal.money import MoneyFormField, read_money
from strategy_portal.templatetags import eur

AMOUNTS = st.decimals(min_value=0, max_value=Decimal("999999999.99"), places=2)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 191 869,85", "1191869.85"),
        ("1\u00a0191\u202f869,85", "1191869.85"),
        ("1191869,85", "1191869.85"),
        ("1191869.85", "1191869.85"),
        ("1.191.869,85", "1191869.85"),
        ("1,191,869.85", "1191869.85"),
        ("1.191.869", "1191869.00"),
        ("1'191'869,85", "1191869.85"),
        ("12 500 EUR", "12500.00"),
        ("12 500,00 Eur", "12500.00"),
        ("5 €", "5.00"),
        ("100 eurų", "100.00"),
        ("3250,5", "3250.50"),
        ("0,5", "0.50"),
        ("0", "0.00"),
        ("-7,18", "-7.18"),
        ("−7,18", "-7.18"),
    ],
)
def test_amounts_are_read(typed, read):
    assert read_money(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3.250", "ambiguous"),
        ("3,250", "ambiguous"),
        ("999,999", "ambiguous"),
        ("3250,505", "decimals"),
        ("0,505", "decimals"),
        ("1.191.869,855", "decimals"),
        ("abc", "invalid"),
        ("1.2.3", "invalid"),
        (",50", "invalid"),
        ("5,", "invalid"),
        ("1,19,869.85", "invalid"),
        ("1.191,869,85", "invalid"),
        ("NaN", "invalid"),
        ("Infinity", "invalid"),
        ("1e5", "invalid"),
        ("٣٢٥", "invalid"),
        ("EUR", "invalid"),
        ("--5", "invalid"),
        ("9" * 13, "too_large"),
        ("9" * 200, "too_large"),
    ],
)
def test_amounts_that_are_not_clear_are_refused(typed, code):
    with pytest.raises(ValidationError) as refusal:
        read_money(typed)

    assert refusal.value.code == code


def test_the_hint_of_an_ambiguous_amount_shows_both_readings():
    with translation.override("lt"), pytest.raises(ValidationError) as refusal:
        read_money("3.250")

    assert "3\u00a0250,00" in refusal.value.messages[0]
    assert "3,25" in refusal.value.messages[0]
    assert "3250,00" in refusal.value.messages[0]


@given(AMOUNTS)
def test_what_is_shown_is_read_back_the_same(amount):
    for language in ("lt", "en"):
        with translation.override(language):
            assert read_money(eur(amount)) == amount


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_a_refusal(text):
    with suppress(ValidationError):
        assert read_money(text) == read_money(text).quantize(Decimal("0.01"))


def test_the_field_keeps_the_empty_and_shows_what_was_saved():
    field = MoneyFormField(required=False)

    assert field.clean("  ") is None
    with translation.override("lt"):
        assert field.widget.format_value(Decimal("3250.00")) == "3\u00a0250,00"
        assert field.widget.format_value("3.250") == "3.250"


def test_the_field_refuses_less_than_nothing():
    with pytest.raises(ValidationError):
        MoneyFormField().clean("-1")
