"""Public pages: the home page, the list of calls, one call."""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from budget.figures import current_figures, figures_of
from budget.filters import ActionFilter
from budget.projects.models import Project
from calls.models import Call, Phase
from calls.timeline import steps_of
from strategy_portal.caching import public_page
from strategy_portal.http import page
from strategy_portal.lists import listed

MOST_ON_HOME = 3
# A context of their own: Lithuanian needs the plural here, the tag of one call the singular
SHOWN = [
    (Phase.OPEN.value, pgettext_lazy("calls", "Open")),
    (Phase.PLANNED.value, pgettext_lazy("calls", "Planned")),
    (Phase.CLOSED.value, pgettext_lazy("calls", "Closed")),
]


class CallFilter(ActionFilter):
    """Filter public calls by phase and action."""

    # Drafts are no choice: the public doesn't know of them
    state = django_filters.ChoiceFilter(
        choices=SHOWN,
        field_name="phase",
        label=_("State"),
        empty_label=_("All"),
    )


def published() -> QuerySet[Call]:
    """The calls that the public may see, with phase and action."""
    return Call.objects.published().with_phase().select_related("action")


@public_page
def home(request: HttpRequest) -> HttpResponse:
    context = {
        "calls": list(published().open()[:MOST_ON_HOME]),
        "planned": list(published().planned()[:MOST_ON_HOME]),
        "figures": current_figures(),
        "projects": Project.objects.public()[:MOST_ON_HOME],
    }
    return page(request, "calls/home.html", context)


@public_page
def calls(request: HttpRequest) -> HttpResponse:
    return page(request, "calls/list.html", listed(request, CallFilter, published().open_first()))


@public_page
def call(request: HttpRequest, number: str) -> HttpResponse:
    call = get_object_or_404(published().select_related("action__strategy"), number=number)
    context = {
        "call": call,
        "criteria": call.criteria.all(),
        "action": figures_of(call.action.strategy).balance_of(call.action),
        "dates": steps_of(call),
    }
    return page(request, "calls/detail.html", context)
