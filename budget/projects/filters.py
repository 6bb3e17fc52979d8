"""Filters for lists of projects."""

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from budget.filters import ActionFilter
from budget.projects.models import ProjectStatus

# A context of their own: Lithuanian needs the plural here, the tag of one project the singular
STATES = [
    (ProjectStatus.PREPARING, pgettext_lazy("projects", "Contract being prepared")),
    (ProjectStatus.RUNNING, pgettext_lazy("projects", "Running")),
    (ProjectStatus.SUSPENDED, pgettext_lazy("projects", "Suspended")),
    (ProjectStatus.COMPLETED, pgettext_lazy("projects", "Completed")),
    (ProjectStatus.TERMINATED, pgettext_lazy("projects", "Terminated")),
]


class ProjectFilter(ActionFilter):
    """Projects of one action, with one status."""

    status = django_filters.ChoiceFilter(choices=STATES, label=_("State"), empty_label=_("All"))
