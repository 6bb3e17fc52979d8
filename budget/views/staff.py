"""The journal as the office reads it."""

import django_filters
from django.db.models import Exists, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from budget import permissions
from budget.figures import current_strategy, figures_of, parts_of
from budget.filters import ActionFilter
from budget.models import Entry, Kind
from strategy_portal.http import page, require
from strategy_portal.lists import listed


class JournalFilter(ActionFilter):
    """Which entries: of one action, of one kind."""

    kind = django_filters.ChoiceFilter(choices=Kind.choices, label=_("Kind"), empty_label=_("All kinds"))


def journal(request: HttpRequest, concealed: QuerySet) -> HttpResponse:
    """The journal without the projects whose numbers are `concealed` from the reader (a query of one column).

    What is left after an entry is concealed with them: the difference of two lines would give a sum away.
    """
    require(permissions.can_see_journal(request.user))
    strategy = current_strategy()
    figures = figures_of(strategy) if strategy else None
    names = {account.source.code: account.source.name for account in figures.sources} if figures else {}
    entries = Entry.objects.filter(strategy=strategy).exclude(project_number__in=concealed)
    entries = entries.select_related("action", "source", "posted_by", "project").order_by("-seq")
    context = listed(request, JournalFilter, entries.annotate(conceals=Exists(concealed)))
    lines = [(entry, parts_of(entry.split, names)) for entry in context["page_obj"]]
    context |= {"figures": figures, "names": names.values(), "lines": lines}
    context["conceals"] = any(entry.conceals for entry, _parts in lines)
    return page(request, "budget/journal.html", context)
