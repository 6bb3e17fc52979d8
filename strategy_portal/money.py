"""Money: euros as Decimal with two places, from what a person typed to what the database stores."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.formats import number_format
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from strategy_portal.templatetags import eur

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
LARGEST = Decimal("999999999999.99")
LONGEST = 200  # characters of an amount; nobody types more, and nothing of it is cut off

SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\t'’"))
CURRENCY = re.compile(r"(eurų|eurai|euro|eur|€)\.?$", re.IGNORECASE)
PLAIN = re.compile(r"\d+(?:[.,](\d+))?")
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d+))?")

MoneyField = partial(models.DecimalField, max_digits=14, decimal_places=2)


def to_cents(amount: Decimal) -> Decimal:
    """EUR rounded half-up to the cent."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def read_money(text: str) -> Decimal:
    """What a person typed as EUR, as a Decimal with two places.

    Reads spaces, apostrophes, a currency word and both decimal signs (SCREENS 4.3). Raises ValidationError with a
    hint when the text can be read in two ways or in none; never guesses.
    """
    if len(text) > LONGEST:
        raise ValidationError(_("Enter an amount, for example 1 250,50"), code="invalid")
    bare = CURRENCY.sub("", text.strip().translate(SPACES)).replace("−", "-")
    negative, digits = bare.startswith("-"), bare.removeprefix("-")
    if not digits.isascii():
        raise ValidationError(_("Enter an amount, for example 1 250,50"), code="invalid")
    amount = read_grouped(digits) if re.search(r"[.,].*[.,]", digits) else read_plain(digits)
    if amount > LARGEST:
        raise ValidationError(_("The amount is too large."), code="too_large")
    return -amount if negative else amount


def read_plain(digits: str) -> Decimal:
    match = PLAIN.fullmatch(digits)
    if not match:
        raise ValidationError(_("Enter an amount, for example 1 250,50"), code="invalid")
    whole = re.split("[.,]", digits)[0]
    if match[1] and len(match[1]) == 3 and 1 <= len(whole) <= 3 and whole.lstrip("0"):
        raise ambiguous(whole, match[1])
    return exact_cents(digits.replace(",", "."), match[1])


def read_grouped(digits: str) -> Decimal:
    match = GROUPED.fullmatch(digits)
    if not match:
        raise ValidationError(_("Enter an amount, for example 1 250,50"), code="invalid")
    return exact_cents(digits.replace(match[1], "").replace(",", "."), match[2])


def exact_cents(number: str, fraction: str | None) -> Decimal:
    if fraction and len(fraction) > 2:
        raise ValidationError(
            _("An amount has at most 2 decimals, for example 1 250,50"), code="decimals"
        )
    return Decimal(number).quantize(CENT) if len(number) < 25 else LARGEST + 1


def ambiguous(whole: str, fraction: str) -> ValidationError:
    thousands = number_format(int(whole + fraction), 2, force_grouping=True, use_l10n=True)
    units = number_format(Decimal(f"{whole}.{fraction}").normalize(), use_l10n=True)
    return ValidationError(
        _(
            "It is not clear whether this is %(thousands)s or %(units)s. "
            "Write the amount with a decimal comma, for example %(example)s"
        ),
        code="ambiguous",
        params={"thousands": thousands, "units": units, "example": f"{whole}{fraction},00"},
    )


class MoneyInput(forms.TextInput):
    """Shows the amount as people write it, so that what was saved is what they see next time."""

    def __init__(self, attrs: dict[str, Any] | None = None):
        super().__init__(
            {"inputmode": "decimal", "autocomplete": "off", "class": "num", **(attrs or {})}
        )

    def format_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return number_format(value, 2, force_grouping=True, use_l10n=True)
        return value


def limited(text: Promise, limit: Decimal) -> str:
    """A sentence about a limit, with the amount as the language of the page writes it."""
    return str(text) % {"limit": eur(limit)}


class MoneyFormField(forms.Field):
    """One amount in EUR, typed in any usual notation."""

    widget = MoneyInput

    def __init__(
        self, *, min_value: Decimal | None = ZERO, max_value: Decimal | None = None, **kwargs: Any
    ):
        super().__init__(**kwargs)
        if min_value is not None:
            text = lazy(limited, str)(_("The amount can't be less than %(limit)s."), min_value)
            self.validators.append(MinValueValidator(min_value, text))
        if max_value is not None:
            text = lazy(limited, str)(_("The amount can't be more than %(limit)s."), max_value)
            self.validators.append(MaxValueValidator(max_value, text))

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        return value if isinstance(value, Decimal) else read_money(str(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
