"""The journal as the office reads it."""

import django_filters
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from budget import permissions
from budget.figures import figures_of
from budget.models import Action, Entry, Kind, Strategy
from strategy_portal.http import page, require

ON_A_PAGE = 50


class JournalFilter(django_filters.FilterSet):
    """Which entries: of one action, of one kind."""

    action = django_filters.ModelChoiceFilter(
        queryset=Action.objects.order_by("code"), label=_("Action"), empty_label=_("All"), to_field_name="code"
    )
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("Kind"), empty_label=_("All kinds"))

    class Meta:
        model = Entry
        fields = ["action", "kind"]


def journal(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_journal(request.user))
    strategy = Strategy.objects.order_by("-first_year").first()
    entries = Entry.objects.filter(strategy=strategy).select_related("action", "source", "posted_by").order_by("-seq")
    listed = JournalFilter(request.GET, queryset=entries)
    context = {
        "figures": figures_of(strategy) if strategy else None,
        "form": listed.form,
        "page_obj": Paginator(listed.qs, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query_of(request.GET),
    }
    return page(request, "budget/journal.html", context)


def query_of(data: QueryDict) -> str:
    """The chosen filters as the beginning of a query string."""
    kept = QueryDict(mutable=True)
    kept.update({name: data[name] for name in ("action", "kind") if data.get(name)})
    return f"{kept.urlencode()}&" if kept else ""
