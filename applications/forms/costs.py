"""Formset of the cost lines. The server adds, removes and recalculates; no text is lost."""

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
# Up to this many come back with an error; more are never rendered
MOST_DRAWN = 150
FIELDS = ("name", "kind", "unit", "quantity", "unit_price")
EMPTY = dict.fromkeys(FIELDS, "")


class CostLineForm(forms.Form):
    """One cost line. Incomplete is fine in a draft; see completeness.py."""

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
        # The database would reject the product without naming the field
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
        """EUR of this line; None while quantity or price is unknown. See also CostLine.amount."""
        # A new line has no cleaned_data: saved values are in `initial`
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
        """Reject a form without lines."""
        # The page always sends one: none at all means that part of the request was lost
        if self.total_form_count() < 1:
            raise ValidationError(RevisionFormField.out_of_date)

    @property
    def typed(self) -> list[CostLineForm]:
        """The lines that are not blank."""
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
    """The revision of the costs that the page showed."""

    revision = RevisionFormField()


def saved_lines(lines: list[CostLine]) -> BaseCostLines:
    """Return the saved lines, or one blank line."""
    values = [values_of(line) for line in lines]
    return CostLines(prefix="lines", initial=values or [{}])


def values_of(line: CostLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in FIELDS}


def typed_lines(data: Mapping[str, str]) -> BaseCostLines:
    return CostLines(data, prefix="lines")


def texts_of(data: QueryDict) -> list[dict[str, str]]:
    """Return the lines exactly as typed."""
    count = typed_lines(data).total_form_count()
    return [line_at(f"lines-{index}", data) for index in range(count)]


def removed_line(data: QueryDict) -> dict[str, str]:
    """Return the line removed last; the page carries it in hidden fields for undo."""
    return line_at("removed", data)


def line_at(prefix: str, data: QueryDict) -> dict[str, str]:
    return {name: data.get(f"{prefix}-{name}", "") for name in FIELDS}


def lines_of(texts: list[dict[str, str]]) -> BaseCostLines:
    """Return a bound formset as if `texts` had been submitted; at least one line."""
    # Bound, so that sums are computed from what was typed
    texts = texts or [EMPTY]
    data = {"lines-TOTAL_FORMS": str(len(texts)), "lines-INITIAL_FORMS": "0"}
    for index, line in enumerate(texts):
        data |= {f"lines-{index}-{name}": text for name, text in line.items()}
    return typed_lines(data)
