"""The journal of the budget and whether it will be spent in time, as far as the reader's impartiality allows.

Whoever something is concealed from reads no balance either: the difference of two lines would give a sum away.
"""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from budget import permissions
from budget.above import Above
from budget.figures import Figures, current_strategy, figures_of, parts_of
from budget.filters import JournalFilter
from budget.models import Entry
from budget.pages import ledger, spending, spending_charts
from strategy_portal.exports import Column, Table, Type, file_of
from strategy_portal.http import page, require
from strategy_portal.lists import listed


@require_safe
def journal(request: HttpRequest, ending: str = "", *, above: Above) -> HttpResponse:
    require(permissions.can_see_journal(request.user))
    strategy = current_strategy()
    figures = figures_of(strategy) if strategy else None
    hidden = above.concealed_from(request.user)
    entries = (
        Entry.objects.filter(strategy=strategy).exclude(project_number__in=hidden).order_by("-seq")
    )
    context = listed(
        request, JournalFilter, entries.select_related("action", "source", "posted_by")
    )
    conceals = hidden.exists()
    if ending and not context["form"].errors:
        return file_of(journal_table(context["rows"], figures, conceals=conceals), ending)
    names = names_of(figures)
    lines = [(entry, parts_of(entry.split, names)) for entry in context["page_obj"]]
    context |= {"figures": figures, "names": names.values(), "lines": lines, "conceals": conceals}
    return page(request, "budget/journal.html", context, context["form"])


def names_of(figures: Figures | None) -> dict[str, str]:
    """The names of the sources by their codes."""
    return (
        {account.source.code: account.source.name for account in figures.sources} if figures else {}
    )


def journal_table(entries: QuerySet[Entry], figures: Figures | None, *, conceals: bool) -> Table:
    names = names_of(figures)
    columns = [
        *ledger.fact_columns(),
        Column(_("Sum, EUR"), Type.MONEY),
        *(Column(f"{name}, EUR", Type.MONEY) for name in names.values()),
        Column(_("Left after, EUR"), Type.MONEY),
    ]
    rows = (
        [
            *facts,
            amount,
            *(part for _name, part in parts_of(split, names)),
            None if conceals else left,
        ]
        for *facts, amount, split, left in ledger.fact_rows(
            entries, "amount", "split", "left_after"
        )
    )
    return Table("lesu-zurnalas", _("Budget ledger"), columns, rows)


@require_safe
def spent(request: HttpRequest, *, above: Above) -> HttpResponse:
    require(permissions.can_see_journal(request.user))
    strategy = current_strategy()
    if not strategy:
        raise Http404
    context = {"conceals": above.concealed_from(request.user).exists()}
    if not context["conceals"]:
        figures, pace = figures_of(strategy), spending.pace_of(strategy, timezone.localdate())
        context |= {"figures": figures, "pace": pace}
        context |= {
            "bars": spending_charts.bars_of(figures),
            "curve": spending_charts.curve_of(pace),
        }
    return page(request, "budget/spending.html", context)
