"""Filters of lists in several rooms: by action, and entries by period and kind."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from budget.models import Action, Kind, Strategy
from strategy_portal.fields import DayFormField


class ActionFilter(django_filters.FilterSet):
    """Rows of one action, of any strategy unless the filter is of one."""

    action = django_filters.ChoiceFilter(
        method="of_action", label=_("Action"), empty_label=_("All")
    )

    def __init__(self, *args: Any, strategy: Strategy | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # Read once per page: a callable would be called for validation and again for rendering
        self.actions = actions_by_value(strategy)
        self.filters["action"].extra["choices"] = action_choices(self.actions)

    def of_action(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        return rows.filter(action=self.actions[value])


def actions_by_value(strategy: Strategy | None) -> dict[str, Action]:
    """Every action (of `strategy`, if given) by its value in an address, the current ones first.

    The value is the action's code; if an earlier one has the same, its strategy's years, too.
    """
    if strategy:
        return {action.code: action for action in strategy.actions.select_related("strategy")}
    strategies = Strategy.objects.current_first().prefetch_related("actions")
    found: dict[str, Action] = {}
    for one in strategies:
        for action in one.actions.all():
            action.strategy = one  # known already
            value = f"{one.period}/{action.code}" if action.code in found else action.code
            found[value] = action
    return found


def action_choices(actions: Mapping[str, Action]) -> list[tuple[str, Any]]:
    """Value, code and shortened name of every action, grouped if they are of several strategies."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for value, action in actions.items():
        label = f"{action.code} {Truncator(action.name).words(7)}"
        groups.setdefault(action.strategy.years, []).append((value, label))
    if len(groups) > 1:
        return list(groups.items())
    return [choice for group in groups.values() for choice in group]


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
