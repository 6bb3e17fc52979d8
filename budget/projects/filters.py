"""Filters for lists of projects."""

import django_filters
from django.utils.translation import gettext_lazy as _

from budget.filters import ActionFilter
from budget.projects.models import ProjectStatus


class ProjectFilter(ActionFilter):
    """Projects of one action, with one status."""

    status = django_filters.ChoiceFilter(
        choices=ProjectStatus.choices, label=_("State"), empty_label=_("All")
    )
