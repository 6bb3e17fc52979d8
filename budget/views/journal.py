"""The budget's journal, and whether the money will be spent in time, for the office."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from budget import permissions
from budget.above import Above
from budget.figures import figures_of
from budget.filters import JournalFilter
from budget.models import Entry
from budget.pages import spending, spending_charts
from budget.pages.journal import lines_of, names_of, table_of
from budget.periods import choices, shown_strategy, strategy_or_404
from strategy_portal.clock import reading as clock
from strategy_portal.exports import file_of
from strategy_portal.http import page, require
from strategy_portal.lists import listed


@require_safe
def journal(
    request: HttpRequest, period: str = "", ending: str = "", *, above: Above
) -> HttpResponse:
    """The journal as a page or, with an `ending`, a file; without concealed projects."""
    require(permissions.can_see_journal(request.user))
    strategy = shown_strategy(period)
    figures = figures_of(strategy) if strategy else None
    names = names_of(figures)
    hidden = above.concealed_from(request.user)
    conceals = not permissions.sees_proposed(request.user, hidden)
    entries = Entry.objects.filter(strategy=strategy).exclude(project_number__in=hidden)
    newest_first = entries.select_related("action", "source", "posted_by").order_by("-seq")
    context = listed(request, partial(JournalFilter, strategy=strategy), newest_first)
    if ending and not context["form"].errors:
        return file_of(table_of(context["rows"], names, conceals=conceals), ending)
    context |= {
        "figures": figures,
        "strategies": choices(request, strategy),
        "names": names.values(),
        "lines": lines_of(context["page_obj"], names),
        "conceals": conceals,
    }
    return page(request, "budget/journal.html", context, context["form"])


@require_safe
def spent(request: HttpRequest, period: str = "", *, above: Above) -> HttpResponse:
    """Whether the money will be spent in time: totals, and charts with their tables."""
    require(permissions.can_see_journal(request.user))
    strategy = strategy_or_404(period)
    strategies = choices(request, strategy)
    # Totals by month are of decided money alone, which everybody may see
    figures = figures_of(strategy, proposed=above.shows_proposed_to(request.user))
    pace = spending.pace_of(strategy, clock.today())
    context = {
        "strategies": strategies,
        "figures": figures,
        "pace": pace,
        "bars": spending_charts.bars_of(figures),
        "curve": spending_charts.curve_of(pace),
    }
    return page(request, "budget/spending.html", context)
