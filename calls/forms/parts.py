"""Shared parts of the call forms: labels from the models, and widgets."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.text import capfirst


def words(model: type[Model], name: str) -> dict[str, Any]:
    """Return the label and hint of the model's field, as form field arguments."""
    field = model._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


def one_line(**attributes: str) -> forms.TextInput:
    """A text input without browser autofill: values of an earlier call would be wrong."""
    return forms.TextInput(attrs={"autocomplete": "off", **attributes})


def lines(count: int) -> forms.Textarea:
    """A text area of `count` lines."""
    return forms.Textarea(attrs={"rows": count})
