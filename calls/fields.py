"""Fields that read what a coordinator types: moments in Vilnius time, percentages and points."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from strategy_portal.money import SPACES
from strategy_portal.templatetags import moment

MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T]+(\d{1,2}):(\d{2})", re.ASCII)
NUMBER = re.compile(r"\d{1,9}(?:[.,]\d+)?", re.ASCII)


class MomentFormField(forms.Field):
    """A minute of Vilnius time, typed as 2027-01-18 08:00. Never guesses at a change of the clocks."""

    default_error_messages = {
        "invalid": _("Enter a date and time, for example 2027-01-18 08:00"),
        "nonexistent": _("The clocks are put forward then: there is no %(time)s on %(day)s. Choose another time"),
        "ambiguous": _("The clocks are put back then: %(time)s comes twice on %(day)s. Choose another time"),
    }

    def __init__(self, **kwargs: Any):
        attrs = {"class": "num", "autocomplete": "off", "inputmode": "numeric", "size": 18}
        super().__init__(**{"widget": forms.TextInput(attrs), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return moment(value) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values or isinstance(value, datetime):
            return value or None
        match = MOMENT.fullmatch(str(value).strip()[:40])
        try:
            bare = datetime(*map(int, match.groups()))  # type: ignore[union-attr]  # noqa: DTZ001 - made aware below
        except (AttributeError, ValueError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        return self.in_vilnius(bare)

    def in_vilnius(self, bare: datetime) -> datetime:
        zone = timezone.get_default_timezone()
        found, later = bare.replace(tzinfo=zone), bare.replace(tzinfo=zone, fold=1)
        if found.utcoffset() == later.utcoffset():
            return found
        # Two offsets: the hour is skipped (going to UTC and back lands elsewhere) or comes twice.
        is_real = found.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) == bare
        code = "ambiguous" if is_real else "nonexistent"
        params = {"time": f"{bare:%H:%M}", "day": f"{bare:%Y-%m-%d}"}
        raise ValidationError(self.error_messages[code], code=code, params=params)


class NumberInput(forms.TextInput):
    """Shows 92,5 for 92.50: as people write it, without zeros nobody typed."""

    def __init__(self) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", "class": "num", "size": 8})

    def format_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return number_format(value, max(0, -int(value.normalize().as_tuple().exponent)), use_l10n=True)
        return value


class NumberFormField(forms.DecimalField):
    """A number with at most two decimals, after a comma or a point: points, weights, percentages."""

    widget = NumberInput
    default_error_messages = {
        "invalid": _("Enter a number, for example 92,5"),
        "max_decimal_places": _("At most 2 decimals, for example 92,5"),
        "min_value": _("The number must be more than zero"),
    }

    def __init__(self, **kwargs: Any):
        super().__init__(**{"max_digits": 5, "decimal_places": 2, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal):
            return value
        text = str(value or "")[:40].translate(SPACES).removesuffix("%")
        if text and not NUMBER.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text.replace(",", "."))


class CountFormField(forms.IntegerField):
    """A whole number, typed as text."""

    default_error_messages = {"invalid": _("Enter a whole number, for example 12")}

    def __init__(self, **kwargs: Any):
        attrs = {"class": "num", "autocomplete": "off", "inputmode": "numeric", "size": 8}
        super().__init__(**{"widget": forms.TextInput(attrs), **kwargs})

    def to_python(self, value: Any) -> int | None:
        text = str("" if value is None else value)[:40].translate(SPACES)
        if text and not re.fullmatch(r"\d{1,9}", text, re.ASCII):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text)
