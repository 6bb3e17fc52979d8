"""Form fields for what a coordinator types: times in Vilnius, points, percentages, counts."""

import re
from datetime import datetime
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strategy_portal.numbers import NumberReader
from strategy_portal.templatetags import moment, quantity

# Any usual separator; ASCII, because \d alone matches digits of other scripts too
MOMENT = re.compile(r"(20\d\d)[-. ](\d\d?)[-. ](\d\d?)[ T]+(\d\d?):(\d\d)", re.ASCII)
PERCENT = re.compile("%$")


class MomentFormField(forms.CharField):
    """A moment typed as Vilnius time, 2027-01-18 08:00; rejects skipped and repeated hours."""

    widget = forms.TextInput(attrs={"class": "w-auto", "autocomplete": "off", "size": 18})
    default_error_messages = {
        "invalid": _("Enter a date and a time, for example 2027-01-18 08:00"),
        "skipped": _(
            "There is no %(time)s on %(day)s: the clock goes forward then. Choose another time."
        ),
        "repeated": _(
            "%(time)s comes twice on %(day)s: the clock goes back then. Choose another time."
        ),
    }

    def to_python(self, value) -> datetime | None:
        text = super().to_python(value)
        if not text:
            return None
        local = self.read(text)
        self.refuse_change_of_clock(local)
        return local

    def read(self, text: str) -> datetime:
        match = MOMENT.fullmatch(text)
        if match is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        numbers = [int(number) for number in match.groups()]
        try:
            return datetime(*numbers, tzinfo=timezone.get_default_timezone())
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def refuse_change_of_clock(self, local: datetime) -> None:
        """Raise ValidationError for an hour skipped in spring or repeated in autumn."""
        # A deadline in such an hour would be ambiguous. fold=1 reads the other side of the change
        offset = local.utcoffset()
        other = local.replace(fold=1).utcoffset()
        if offset == other:
            return
        code = "skipped" if offset < other else "repeated"
        words = {"time": f"{local:%H:%M}", "day": f"{local:%Y-%m-%d}"}
        raise ValidationError(self.error_messages[code], code=code, params=words)

    def prepare_value(self, value):
        return moment(value) if isinstance(value, datetime) else value


class NumberFormField(forms.CharField):
    """A number from `smallest` to `largest` with at most two decimals, optionally followed by %."""

    decimals = 2
    default_error_messages = {
        "invalid": _("Enter a number from %(smallest)s to %(largest)s, with at most 2 decimals"),
    }
    inputmode = "decimal"

    def __init__(self, *, smallest: Decimal | int, largest: Decimal | int, **kwargs):
        attributes = {"class": "num", "inputmode": self.inputmode, "autocomplete": "off", "size": 8}
        super().__init__(**{"widget": forms.TextInput(attributes), **kwargs})
        self.limits = {"smallest": Decimal(smallest), "largest": Decimal(largest)}
        self.reader = NumberReader(**self.limits, decimals=self.decimals, unit=PERCENT)

    def to_python(self, value) -> Decimal | None:
        try:
            return self.reader.read(super().to_python(value))
        except ValidationError:
            limits = {name: quantity(limit) for name, limit in self.limits.items()}
            message = self.error_messages["invalid"]
            raise ValidationError(message, code="invalid", params=limits) from None

    def prepare_value(self, value):
        return quantity(value) if isinstance(value, Decimal) else value


class CountFormField(NumberFormField):
    """A whole number from `smallest` to `largest`."""

    decimals = 0
    default_error_messages = {"invalid": _("Enter a whole number from %(smallest)s to %(largest)s")}
    inputmode = "numeric"

    def to_python(self, value) -> int | None:
        number = super().to_python(value)
        return None if number is None else int(number)
