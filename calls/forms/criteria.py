"""Formsets of a call's criteria and check items.

The server adds, removes and restores rows, so the page works without JavaScript.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from calls.fields import NumberFormField
from calls.forms.parts import lines, one_line, words
from calls.models import CheckItem, Criterion
from strategy_portal.fields import TextFormField
from strategy_portal.money import CENT, ZERO

MOST_POINTS = Decimal("999.99")  # the most that Criterion.max_points can hold


class CriterionForm(forms.Form):
    name = TextFormField(
        max_length=200,
        widget=one_line(),
        **words(Criterion, "name"),
    )
    guidance = TextFormField(
        max_length=3000,
        required=False,
        widget=lines(3),
        **words(Criterion, "guidance"),
    )
    max_points = NumberFormField(
        smallest=CENT, largest=MOST_POINTS, **words(Criterion, "max_points")
    )
    weight = NumberFormField(smallest=CENT, largest=100, **words(Criterion, "weight"))
    optional = frozenset({"guidance"})

    @property
    def weight_understood(self) -> Decimal:
        """The weight as typed so far; 0 if it can't be read."""
        # Cleaned here, not from cleaned_data: the sum is shown for unvalidated forms too
        try:
            return self.fields["weight"].clean(self["weight"].value())
        except ValidationError:
            return ZERO


class CheckItemForm(forms.Form):
    text = TextFormField(
        max_length=300,
        widget=one_line(),
        **words(CheckItem, "text"),
    )


class Rows(forms.BaseFormSet):
    """Rows saved together, in page order. Blank rows are ignored."""

    def initial_form_count(self) -> int:
        """Return 0 for submitted data, so that any row may be left blank."""
        # Django demands the initial rows; here a blanked row is a removed one
        if self.is_bound:
            return 0
        return super().initial_form_count()

    @property
    def values(self) -> list[dict[str, Any]]:
        return [form.cleaned_data for form in self.forms if form.cleaned_data]


class Criteria(Rows):
    default_error_messages = {"too_many_forms": _("A call has at most 20 criteria.")}

    @property
    def sum_of_weights(self) -> Decimal:
        return sum((form.weight_understood for form in self.forms), ZERO)


class CheckItems(Rows):
    default_error_messages = {
        "too_many_forms": _("The administrative check has at most 40 questions.")
    }


def rows_of(form: type[forms.Form], formset: type[Rows], *, most: int) -> type[Rows]:
    # absolute_max: a few rows too many come back with an error; thousands are never rendered
    return forms.formset_factory(
        form, formset, extra=0, max_num=most, validate_max=True, absolute_max=100
    )


# The page's two formsets, keyed by field prefix, which is also the value of their buttons
PARTS = {
    "criteria": rows_of(CriterionForm, Criteria, most=20),
    "items": rows_of(CheckItemForm, CheckItems, most=40),
}


def names_in(part: str) -> list[str]:
    """Return the field names of one row of the part."""
    return list(PARTS[part].form.base_fields)


def typed(part: str, data: QueryDict) -> Rows:
    """Return the submitted rows, to be validated."""
    return PARTS[part](data, prefix=part)


def shown(part: str, rows: list[dict[str, Any]]) -> Rows:
    """Return rows that are not validated: saved or still being typed. At least one row."""
    # Unbound, so that adding or removing a row shows no errors in the others
    return PARTS[part](prefix=part, initial=rows or [{}])


def bound(part: str, rows: list[dict[str, str]]) -> Rows:
    """Return rows to be validated, as if they had been submitted. At least one row."""
    rows = rows or [{}]
    data = {f"{part}-TOTAL_FORMS": str(len(rows)), f"{part}-INITIAL_FORMS": "0"}
    for index, row in enumerate(rows):
        data |= {f"{part}-{index}-{name}": text for name, text in row.items()}
    return PARTS[part](data, prefix=part)


def texts_of(part: str, data: QueryDict) -> list[dict[str, str]]:
    """Return the rows exactly as typed."""
    count = typed(part, data).total_form_count()
    return [row_at(f"{part}-{index}", part, data) for index in range(count)]


def removed_row(part: str, data: QueryDict) -> dict[str, str]:
    """Return the row removed last; the page carries it in hidden fields for undo."""
    return row_at("removed", part, data)


def row_at(prefix: str, part: str, data: QueryDict) -> dict[str, str]:
    return {name: data.get(f"{prefix}-{name}", "") for name in names_in(part)}
