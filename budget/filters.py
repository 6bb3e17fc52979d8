"""Filters of lists in several rooms: by action, and entries by period and kind."""

from datetime import date, datetime, time
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from budget.models import Action, Kind
from strategy_portal.fields import DayFormField


class ActionFilter(django_filters.FilterSet):
    """Rows of one action."""

    action = django_filters.ChoiceFilter(
        field_name="action__code", label=_("Action"), empty_label=_("All")
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # Read once per page: a callable would be called for validation and again for rendering
        self.filters["action"].extra["choices"] = action_choices()


def action_choices() -> list[tuple[str, str]]:
    """Code and shortened name of every action."""
    actions = Action.objects.order_by("code")
    return [(action.code, f"{action.code} {Truncator(action.name).words(7)}") for action in actions]


class PeriodForm(forms.Form):
    def clean(self) -> dict[str, Any]:
        chosen = super().clean() or self.cleaned_data
        since, until = chosen.get("nuo"), chosen.get("iki")
        if since and until and until < since:
            raise ValidationError(
                _("The day in “To” is earlier than the day in “From”. Swap them or leave one out.")
            )
        return chosen


def first_moment(day: date) -> datetime:
    """When the day begins in Vilnius; an index serves moments, not dates computed per row."""
    return timezone.make_aware(datetime.combine(day, time.min))


def last_moment(day: date) -> datetime:
    """When the day ends in Vilnius."""
    return timezone.make_aware(datetime.combine(day, time.max))


class DayFilter(django_filters.DateFilter):
    """From the day on (`gte`) or until the day (`lte`), both inclusive."""

    field_class = DayFormField

    def filter(self, qs: QuerySet, value: date | None) -> QuerySet:
        if value:
            value = first_moment(value) if self.lookup_expr == "gte" else last_moment(value)
        return super().filter(qs, value)


class EntryFilter(django_filters.FilterSet):
    """Entries booked in a period (dates in Vilnius, both inclusive), of one kind."""

    # Named as they appear in the address
    nuo = DayFilter(field_name="posted_at", lookup_expr="gte", label=_("From (YYYY-MM-DD)"))
    iki = DayFilter(field_name="posted_at", lookup_expr="lte", label=_("To (YYYY-MM-DD)"))
    kind = django_filters.ChoiceFilter(
        choices=Kind.choices, label=_("Kind"), empty_label=_("All kinds")
    )

    class Meta:
        form = PeriodForm


class JournalFilter(ActionFilter, EntryFilter):
    """Entries of one action, too."""
