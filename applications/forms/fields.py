"""Form fields: quantities, codes with spaces, the revision of a section."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format, number_format
from django.utils.translation import gettext_lazy as _

from strategy_portal.fields import TextFormField as TextFormField
from strategy_portal.numbers import NumberReader

QUANTITIES = NumberReader(largest=Decimal("9999999.999"), decimals=3)


class QuantityInput(forms.TextInput):
    """Show 1.500 as people write it: 1,5 in Lithuanian, without trailing zeros."""

    def __init__(self):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "class": "num"})

    def format_value(self, value):
        if isinstance(value, Decimal):
            return number_format(
                value, max(0, -int(value.normalize().as_tuple().exponent)), use_l10n=True
            )
        return value


class QuantityFormField(forms.Field):
    """A number with at most three decimals.

    The page language's decimal sign is always read as one. The other sign before exactly three
    digits could also separate thousands, so it is rejected as ambiguous.
    """

    widget = QuantityInput
    default_error_messages = {
        "invalid": _("Enter a number, for example 120 or 1.5"),
        "ambiguous": _(
            "It is not clear whether this is %(thousands)s or %(example)s. Write one of these two."
        ),
        "decimals": _("A quantity has at most 3 decimals."),
        "too_large": _("The quantity is too large."),
    }

    def to_python(self, value) -> Decimal | None:
        try:
            return QUANTITIES.read(str(value or ""))
        except ValidationError as refusal:
            message = self.error_messages[refusal.code]
            params = None
            if refusal.code == "ambiguous":
                params = both_readings(**refusal.params)
            raise ValidationError(message, code=refusal.code, params=params) from None


def both_readings(whole: str, fraction: str) -> dict[str, str]:
    """Return both readings of a quantity such as 1.500, for the error message."""
    return {
        "thousands": whole + fraction,
        "example": f"{whole}{get_format('DECIMAL_SEPARATOR')}{fraction}",
    }


class CodeFormField(forms.CharField):
    """A code typed with or without spaces."""

    # max_length is dropped: it would count the spaces. The model checks the code itself
    def __init__(self, *, max_length=None, **kwargs):
        super().__init__(**kwargs)

    def to_python(self, value):
        return "".join(super().to_python(value).split())


class RevisionFormField(forms.Field):
    """The section's revision that the page showed; a malformed one counts as outdated."""

    widget = forms.HiddenInput
    out_of_date = _("The page is out of date. Your text is kept: check it, then save again.")
    default_error_messages = {"required": out_of_date}

    def to_python(self, value) -> int | None:
        if value in self.empty_values:
            return None
        if not re.fullmatch("[0-9]{1,9}", str(value)):
            raise ValidationError(self.out_of_date, code="invalid")
        return int(value)
