"""What a call is judged by as a coordinator types it: rows of criteria, rows of check items.

The server adds, removes and puts back rows, so the page works without any script.
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

MOST_POINTS = Decimal("999.99")


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
        """0 while it can't be told."""
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
    """Rows that are saved all together in the order on the page. Blank ones are ignored."""

    def initial_form_count(self) -> int:
        """None that must be filled: each may be left blank, whether it was saved before or not."""
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
    # absolute_max: a few too many are drawn again with the complaint, thousands never
    return forms.formset_factory(
        form, formset, extra=0, max_num=most, validate_max=True, absolute_max=100
    )


# The two parts of the page, by the prefix of their fields and the value of their buttons
PARTS = {
    "criteria": rows_of(CriterionForm, Criteria, most=20),
    "items": rows_of(CheckItemForm, CheckItems, most=40),
}


def names_in(part: str) -> list[str]:
    """The fields of one row of the part."""
    return list(PARTS[part].form.base_fields)


def typed(part: str, data: QueryDict) -> Rows:
    """The rows as they were sent, to be judged."""
    return PARTS[part](data, prefix=part)


def shown(part: str, rows: list[dict[str, Any]]) -> Rows:
    """Rows not judged yet: what was saved, or what is being typed. At least one."""
    return PARTS[part](prefix=part, initial=rows or [{}])


def texts_of(part: str, data: QueryDict) -> list[dict[str, str]]:
    """The rows as they were typed, letter for letter."""
    count = typed(part, data).total_form_count()
    return [row_at(f"{part}-{index}", part, data) for index in range(count)]


def removed_row(part: str, data: QueryDict) -> dict[str, str]:
    """The row removed just now: the page carries it along so that it can be put back."""
    return row_at("removed", part, data)


def row_at(prefix: str, part: str, data: QueryDict) -> dict[str, str]:
    return {name: data.get(f"{prefix}-{name}", "") for name in names_in(part)}
