"""The cost lines as typed: a formset that adds, removes and recalculates on the server and never loses a text."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import QuantityFormField, RevisionFormField
from applications.models import CostKind, CostLine
from strategy_portal.fields import TextFormField
from strategy_portal.money import LARGEST, ZERO, MoneyFormField, to_cents

MOST_LINES = 60
FIELDS = ("name", "kind", "unit", "quantity", "unit_price")
TOO_MANY = _("A budget has at most 60 lines: remove some or join similar ones.")


class CostLineForm(forms.Form):
    name = TextFormField(
        required=False,
        max_length=200,
        label=_("What is paid for"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        required=False, label=_("Kind"), choices=[("", _("Choose")), *CostKind.choices]
    )
    unit = TextFormField(
        required=False,
        max_length=30,
        label=_("Unit"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quantity = QuantityFormField(required=False, label=_("Quantity"))
    unit_price = MoneyFormField(required=False, label=_("Unit price, EUR"))

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in FIELDS}

    @property
    def amount(self) -> Decimal | None:
        """EUR of this line, half-up to the cent; None while it can't be told. See also CostLine.amount."""
        values = getattr(self, "cleaned_data", self.initial)
        quantity, unit_price = values.get("quantity"), values.get("unit_price")
        return None if quantity is None or unit_price is None else to_cents(quantity * unit_price)

    def clean(self):
        if (self.amount or ZERO) > LARGEST:
            self.add_error("quantity", _("The sum of the line is too large."))
        return self.cleaned_data


class BaseCostLines(forms.BaseFormSet):
    default_error_messages = {
        "too_many_forms": TOO_MANY,
        "missing_management_form": RevisionFormField.out_of_date,
    }

    def clean(self):
        """Our page has one line at least: without any, something was lost on the way."""
        if self.total_form_count() < 1:
            raise ValidationError(RevisionFormField.out_of_date)

    @property
    def typed(self) -> list[CostLineForm]:
        """The lines in which something was typed: blank ones are ignored."""
        return [
            form
            for form in self.forms
            if any(value not in (None, "") for value in form.values.values())
        ]

    @property
    def total(self) -> Decimal:
        return sum((form.amount or ZERO for form in self.forms), ZERO)


CostLines = forms.formset_factory(
    CostLineForm,
    formset=BaseCostLines,
    extra=0,
    max_num=MOST_LINES,
    absolute_max=150,
    validate_max=True,
)


class CostsForm(forms.Form):
    """What goes with the lines: how often they were saved when the page was drawn."""

    revision = RevisionFormField()


def saved_lines(lines: list[CostLine]) -> BaseCostLines:
    """What was saved, or one blank line."""
    return CostLines(
        prefix="lines",
        initial=[{name: getattr(line, name) for name in FIELDS} for line in lines] or [{}],
    )


def typed_lines(data: QueryDict | dict[str, str]) -> BaseCostLines:
    return CostLines(data, prefix="lines")


def rows_of(data: QueryDict) -> list[dict[str, str]]:
    """The lines as they were typed, letter for letter."""
    return [
        {name: data.get(f"lines-{index}-{name}", "") for name in FIELDS}
        for index in range(typed_lines(data).total_form_count())
    ]


def removed_row(data: QueryDict) -> dict[str, str]:
    """The line that was removed just now: the page carries it along so that it can be put back."""
    return {name: data.get(f"removed-{name}", "") for name in FIELDS}


def lines_of(rows: list[dict[str, str]]) -> BaseCostLines:
    """The formset as if `rows` had been typed; at least one line."""
    rows = rows or [dict.fromkeys(FIELDS, "")]
    data = {
        f"lines-{index}-{name}": text
        for index, row in enumerate(rows)
        for name, text in row.items()
    }
    return typed_lines({**data, "lines-TOTAL_FORMS": str(len(rows)), "lines-INITIAL_FORMS": "0"})
