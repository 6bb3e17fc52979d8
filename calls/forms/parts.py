"""Parts of the forms about a call: words from the models, and inputs."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.text import capfirst


def words(model: type[Model], name: str) -> dict[str, Any]:
    """The label and hint that the model gives its field."""
    field = model._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


def one_line(**attributes: str) -> forms.TextInput:
    """A line that the browser doesn't fill in: each call has its own."""
    return forms.TextInput(attrs={"autocomplete": "off", **attributes})


def lines(count: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": count})
