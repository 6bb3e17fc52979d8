"""Money: euros as Decimal with two places, from what a person typed to what is stored."""

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

from strategy_portal.numbers import NumberReader
from strategy_portal.templatetags import eur

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
LARGEST = Decimal("999999999999.99")

CURRENCY = re.compile(r"(eurų|eurai|euro|eur|€)\.?$", re.IGNORECASE)
EUROS = NumberReader(smallest=-LARGEST, largest=LARGEST, grouping=True, unit=CURRENCY)
REFUSALS = {
    "invalid": _("Enter an amount, for example 1,250.50"),
    "ambiguous": _(
        "It is not clear whether this is %(thousands)s or %(units)s. Write the amount "
        "with two decimals, for example %(example)s"
    ),
    "decimals": _("An amount has at most 2 decimals, for example 1,250.50"),
    "too_large": _("The amount is too large."),
}

MoneyField = partial(models.DecimalField, max_digits=14, decimal_places=2)


def to_cents(amount: Decimal) -> Decimal:
    """EUR rounded half-up to the cent, as the office does; Python's default rounds to even."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def read_money(text: str) -> Decimal:
    """What a person typed as EUR, with a currency word or without, as a Decimal to the cent.

    Raises ValidationError with a hint if it can be read in two ways or in none.
    """
    try:
        amount = EUROS.read(text)
    except ValidationError as refusal:
        raise in_words(refusal) from None
    if amount is None:
        raise ValidationError(REFUSALS["invalid"], code="invalid")
    return amount.quantize(CENT)


def in_words(refusal: ValidationError) -> ValidationError:
    params = None
    if refusal.code == "ambiguous":
        params = both_readings(**refusal.params)
    return ValidationError(REFUSALS[refusal.code], code=refusal.code, params=params)


def both_readings(whole: str, fraction: str) -> dict[str, str]:
    """What an amount such as 3.250 may mean, as the page's language writes it."""
    thousands = int(whole + fraction)
    units = Decimal(f"{whole}.{fraction}").normalize()
    return {
        "thousands": number_format(thousands, 2, force_grouping=True, use_l10n=True),
        "units": number_format(units, use_l10n=True),
        "example": number_format(thousands, 2, use_l10n=True),
    }


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
        # 12 500,00 and 12500 are the same amount, though not the same text
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True
