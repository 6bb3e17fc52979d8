"""What the public reads about calls, and the home page, which joins calls and money."""

import django_filters
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from budget.figures import figures_of
from budget.models import Action, Project, Strategy
from calls.models import Call, Phase
from strategy_portal.caching import public_page
from strategy_portal.http import page

ON_A_PAGE = 20
MOST_ON_HOME = 3
SHOWN = [
    (Phase.OPEN, Phase.OPEN.label),
    (Phase.PLANNED, Phase.PLANNED.label),
    (Phase.CLOSED, Phase.CLOSED.label),
]


class CallFilter(django_filters.FilterSet):
    """Which calls: in which state of time, for which action."""

    state = django_filters.ChoiceFilter(choices=SHOWN, field_name="phase", label=_("State"), empty_label=_("All"))
    action = django_filters.ModelChoiceFilter(
        queryset=Action.objects.order_by("code"), label=_("Action"), empty_label=_("All"), to_field_name="code"
    )

    class Meta:
        model = Call
        fields = ["state", "action"]


def published() -> QuerySet[Call]:
    return Call.objects.published().with_phase().select_related("action")


@public_page
def home(request: HttpRequest) -> HttpResponse:
    strategy = Strategy.objects.order_by("-first_year").first()
    context = {
        "calls": list(published().open()[:MOST_ON_HOME]),
        "planned": list(published().planned()[:MOST_ON_HOME]),
        "figures": figures_of(strategy) if strategy else None,
        "projects": Project.objects.with_award()[:MOST_ON_HOME],
    }
    return page(request, "calls/home.html", context)


@public_page
def calls(request: HttpRequest) -> HttpResponse:
    listed = CallFilter(request.GET, queryset=published())
    context = {
        "form": listed.form,
        "page_obj": Paginator(listed.qs, ON_A_PAGE).get_page(request.GET.get("page")),
        "is_filtered": any(request.GET.get(name) for name in ("state", "action")),
        "query": "".join(f"{name}={value}&" for name, value in chosen(listed).items()),
    }
    return page(request, "calls/list.html", context)


def chosen(listed: CallFilter) -> dict[str, str]:
    """The filters in force, as they stand in the address."""
    if not listed.form.is_valid():
        return {}
    values = listed.form.cleaned_data
    found = {"state": values.get("state"), "action": getattr(values.get("action"), "code", "")}
    return {name: value for name, value in found.items() if value}


@public_page
def call(request: HttpRequest, number: str) -> HttpResponse:
    call = get_object_or_404(published(), number=number)
    context = {
        "call": call,
        "criteria": call.criteria.all(),
        "action": Action.objects.with_balance().get(pk=call.action_id),
    }
    return page(request, "calls/detail.html", context)
