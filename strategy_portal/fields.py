"""Form fields shared by all rooms: long text and dates."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from strategy_portal.clock import reading as clock


class NotTooLong(MaxLengthValidator):
    """Says by how many characters a text is too long, so that people know what to do."""

    message = ngettext_lazy(
        "The text is too long: shorten it by %(excess)d character",
        "The text is too long: shorten it by %(excess)d characters",
        "excess",
    )

    def __call__(self, value):
        excess = len(value) - self.limit_value
        if excess > 0:
            raise ValidationError(self.message, code=self.code, params={"excess": excess})


class TextFormField(forms.CharField):
    """Text with a limit that never cuts what is typed or pasted: too much is an error."""

    def __init__(self, *, max_length=None, **kwargs):
        # Not Django's own max_length: its maxlength attribute makes browsers cut what is pasted
        super().__init__(**kwargs)
        if max_length:
            self.validators.append(NotTooLong(max_length))

    def to_python(self, value):
        # Browsers send a line break as two characters; the page's counter counts one
        return super().to_python(value).replace("\r\n", "\n")


class DayFormField(forms.DateField):
    """A date typed as 2027-03-01; points or spaces between its parts are accepted too."""

    widget = forms.DateInput(
        format="%Y-%m-%d",
        attrs={"class": "w-auto", "autocomplete": "off", "size": "12"},
    )
    default_error_messages = {"invalid": _("Enter a date, for example 2027-03-01")}

    def __init__(self, **kwargs):
        formats = ["%Y-%m-%d", "%Y.%m.%d", "%Y %m %d"]
        super().__init__(**{"input_formats": formats, **kwargs})


def refuse_future(day: date) -> None:
    """Raise ValidationError for a date after today in Vilnius."""
    if day > clock.today():
        raise ValidationError(_("The date can't be in the future."), code="future")


class PastDayFormField(DayFormField):
    """The date of something that has happened: a signed document, a payment."""

    default_validators = [refuse_future]
