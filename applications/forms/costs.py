"""The cost lines as typed: the server adds, removes and recalculates, and loses no text."""

from collections.abc import Mapping
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
# Up to so many are drawn again with the complaint that they are too many
MOST_DRAWN = 150
FIELDS = ("name", "kind", "unit", "quantity", "unit_price")
EMPTY = dict.fromkeys(FIELDS, "")


class CostLineForm(forms.Form):
    """Draft lines may be incomplete; see completeness.py."""

    name = TextFormField(
        required=False,
        max_length=200,
        label=_("What is paid for"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        required=False,
        label=_("Kind"),
        choices=[("", _("Choose")), *CostKind.choices],
    )
    unit = TextFormField(
        required=False,
        max_length=30,
        label=_("Unit"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quantity = QuantityFormField(required=False, label=_("Quantity"))
    unit_price = MoneyFormField(required=False, label=_("Unit price, EUR"))

    def clean(self):
        # The database would refuse the product without saying which field is wrong
        if (self.amount or ZERO) > LARGEST:
            self.add_error("quantity", _("The sum of the line is too large."))
        return self.cleaned_data

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name) for name in FIELDS}

    @property
    def is_blank(self) -> bool:
        return all(value in (None, "") for value in self.values.values())

    @property
    def amount(self) -> Decimal | None:
        """EUR of this line; None while it can't be told. See also CostLine.amount."""
        values = getattr(self, "cleaned_data", self.initial)
        quantity = values.get("quantity")
        unit_price = values.get("unit_price")
        if quantity is None or unit_price is None:
            return None
        # Half-up, as the database rounds it
        return to_cents(quantity * unit_price)


class BaseCostLines(forms.BaseFormSet):
    default_error_messages = {
        "too_many_forms": _("A budget has at most 60 lines: remove some or join similar ones."),
        "missing_management_form": RevisionFormField.out_of_date,
    }

    def clean(self):
        """Our page has one line at least: without any, something was lost on the way."""
        if self.total_form_count() < 1:
            raise ValidationError(RevisionFormField.out_of_date)

    @property
    def typed(self) -> list[CostLineForm]:
        """The lines in which something was typed: blank ones are ignored."""
        return [form for form in self.forms if not form.is_blank]

    @property
    def total(self) -> Decimal:
        return sum((form.amount or ZERO for form in self.forms), ZERO)


CostLines = forms.formset_factory(
    CostLineForm,
    formset=BaseCostLines,
    extra=0,
    max_num=MOST_LINES,
    absolute_max=MOST_DRAWN,
    validate_max=True,
)


class CostsForm(forms.Form):
    """What goes with the lines: how often they were saved when the page was drawn."""

    revision = RevisionFormField()


def saved_lines(lines: list[CostLine]) -> BaseCostLines:
    """What was saved, or one blank line."""
    values = [values_of(line) for line in lines]
    return CostLines(prefix="lines", initial=values or [{}])


def values_of(line: CostLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in FIELDS}


def typed_lines(data: Mapping[str, str]) -> BaseCostLines:
    return CostLines(data, prefix="lines")


def texts_of(data: QueryDict) -> list[dict[str, str]]:
    """The lines as they were typed, letter for letter."""
    count = typed_lines(data).total_form_count()
    return [line_at(f"lines-{index}", data) for index in range(count)]


def removed_line(data: QueryDict) -> dict[str, str]:
    """The line removed just now: the page carries it along so that it can be put back."""
    return line_at("removed", data)


def line_at(prefix: str, data: QueryDict) -> dict[str, str]:
    return {name: data.get(f"{prefix}-{name}", "") for name in FIELDS}


def lines_of(texts: list[dict[str, str]]) -> BaseCostLines:
    """The formset as if `texts` had been typed; at least one line."""
    texts = texts or [EMPTY]
    data = {"lines-TOTAL_FORMS": str(len(texts)), "lines-INITIAL_FORMS": "0"}
    for index, line in enumerate(texts):
        data |= {f"lines-{index}-{name}": text for name, text in line.items()}
    return typed_lines(data)
