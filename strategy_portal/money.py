"""Money: EUR as Decimal with two places, from typed text to the stored column."""

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
# What the 14 digits of MoneyField hold
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
    """EUR rounded half-up to the cent, as the office does; Decimal rounds half to even."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def read_money(text: str) -> Decimal:
    """Parse typed EUR, with or without a currency word, into a Decimal with two places.

    Raises ValidationError with a hint if the text is ambiguous or not an amount.
    """
    try:
        amount = EUROS.read(text)
    except ValidationError as refusal:
        raise in_words(refusal) from None
    if amount is None:
        raise ValidationError(REFUSALS["invalid"], code="invalid")
    # Always two places: presses are compared as text, where 5 and 5.00 would differ
    return amount.quantize(CENT)


def in_words(refusal: ValidationError) -> ValidationError:
    """The reader's refusal as a sentence about amounts."""
    params = None
    if refusal.code == "ambiguous":
        params = both_readings(**refusal.params)
    return ValidationError(REFUSALS[refusal.code], code=refusal.code, params=params)


def both_readings(whole: str, fraction: str) -> dict[str, str]:
    """Both meanings of an amount such as 3.250, in the page's number format."""
    thousands = int(whole + fraction)
    units = Decimal(f"{whole}.{fraction}").normalize()
    return {
        "thousands": number_format(thousands, 2, force_grouping=True, use_l10n=True),
        "units": number_format(units, use_l10n=True),
        "example": number_format(thousands, 2, use_l10n=True),
    }


class MoneyInput(forms.TextInput):
    """Shows the amount in the page's number format, as people type it."""

    def __init__(self, attrs: dict[str, Any] | None = None):
        super().__init__(
            {"inputmode": "decimal", "autocomplete": "off", "class": "num", **(attrs or {})}
        )

    def format_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return number_format(value, 2, force_grouping=True, use_l10n=True)
        return value


def limited(text: Promise, limit: Decimal) -> str:
    """A sentence about a limit (EUR), in the page's number format."""
    return str(text) % {"limit": eur(limit)}


class MoneyFormField(forms.Field):
    """One amount in EUR, typed in any usual notation; not negative unless `min_value` allows."""

    widget = MoneyInput

    def __init__(
        self, *, min_value: Decimal | None = ZERO, max_value: Decimal | None = None, **kwargs: Any
    ):
        super().__init__(**kwargs)
        # Lazy, as fields are made at import, before any page has a language
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
