"""What lists are filtered by in every room: the action."""

from typing import Any

import django_filters
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from budget.models import Action, ProjectStatus


class ActionFilter(django_filters.FilterSet):
    """Rows of one action."""

    action = django_filters.ChoiceFilter(field_name="action__code", label=_("Action"), empty_label=_("All"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # Read once for each page: a callable would be asked again for checking and for drawing
        self.filters["action"].extra["choices"] = [
            (action.code, f"{action.code} {Truncator(action.name).words(7)}")
            for action in Action.objects.order_by("code")
        ]


class ProjectFilter(ActionFilter):
    """Projects of one action, in one state."""

    status = django_filters.ChoiceFilter(choices=ProjectStatus.choices, label=_("State"), empty_label=_("All"))
