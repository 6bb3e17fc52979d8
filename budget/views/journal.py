"""The budget's journal, and whether the money will be spent in time, for the office."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from budget import permissions
from budget.above import Above
from budget.figures import current_strategy, figures_of
from budget.filters import JournalFilter
from budget.models import Entry
from budget.pages import spending, spending_charts
from budget.pages.journal import lines_of, names_of, table_of
from strategy_portal.exports import file_of
from strategy_portal.http import page, require
from strategy_portal.lists import listed


@require_safe
def journal(request: HttpRequest, ending: str = "", *, above: Above) -> HttpResponse:
    """The journal as a page or, with an `ending`, a file; without concealed projects."""
    require(permissions.can_see_journal(request.user))
    strategy = current_strategy()
    figures = figures_of(strategy) if strategy else None
    names = names_of(figures)
    hidden = above.concealed_from(request.user)
    conceals = not permissions.sees_proposed(request.user, hidden)
    entries = Entry.objects.filter(strategy=strategy).exclude(project_number__in=hidden)
    newest_first = entries.select_related("action", "source", "posted_by").order_by("-seq")
    context = listed(request, JournalFilter, newest_first)
    if ending and not context["form"].errors:
        return file_of(table_of(context["rows"], names, conceals=conceals), ending)
    context |= {
        "figures": figures,
        "names": names.values(),
        "lines": lines_of(context["page_obj"], names),
        "conceals": conceals,
    }
    return page(request, "budget/journal.html", context, context["form"])


@require_safe
def spent(request: HttpRequest, *, above: Above) -> HttpResponse:
    """Whether the money will be spent in time: totals, and charts with their tables."""
    require(permissions.can_see_journal(request.user))
    strategy = current_strategy()
    if not strategy:
        raise Http404
    # Totals by month would reveal a concealed project's sum as well
    if not above.shows_proposed_to(request.user):
        return page(request, "budget/spending.html", {"conceals": True})
    figures = figures_of(strategy, proposed=True)
    pace = spending.pace_of(strategy, timezone.localdate())
    context = {
        "conceals": False,
        "figures": figures,
        "pace": pace,
        "bars": spending_charts.bars_of(figures),
        "curve": spending_charts.curve_of(pace),
    }
    return page(request, "budget/spending.html", context)
