"""Ledgers of actions, sources and projects, without what the reader's conflicts conceal."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from budget import permissions
from budget.above import Above
from budget.filters import EntryFilter
from budget.models import Account, Strategy
from budget.pages import ledger
from budget.pages.ledger import Ledger
from budget.periods import address, shown_strategy, strategy_or_404
from strategy_portal.exports import Table, file_of
from strategy_portal.http import page, require
from strategy_portal.lists import listed


@require_safe
def action(
    request: HttpRequest, code: str, period: str = "", ending: str = "", *, above: Above
) -> HttpResponse:
    accounts = strategy_shown_to(request, period).accounts.select_related("action")
    account = get_object_or_404(accounts, action__code=code)
    book = ledger.of_account(account).without(above.concealed_from(request.user))
    about = {
        "title": _("Ledger of action %(code)s") % {"code": code},
        "subject": account.action.name,
        "account": account,
        "files": files(request, "action", code=code),
        "name": f"veiksmas-{code}",
    }
    return show(request, book, about, ending)


@require_safe
def source(
    request: HttpRequest, code: str, period: str = "", ending: str = "", *, above: Above
) -> HttpResponse:
    accounts = strategy_shown_to(request, period).accounts.select_related("source")
    account = get_object_or_404(accounts, source__code=code)
    book = ledger.of_account(account).without(above.concealed_from(request.user))
    about = {
        "title": _("Ledger of a source"),
        "subject": account.source.name,
        "account": account,
        "files": files(request, "source", code=code),
        "name": f"saltinis-{code}",
    }
    return show(request, book, about, ending)


@require_safe
def project(
    request: HttpRequest, number: str, period: str = "", ending: str = "", *, above: Above
) -> HttpResponse:
    """A project's own ledger reveals nothing of others; a concealed project is 404.

    Without a period it is found in whichever strategy it is: numbers never repeat.
    """
    require(permissions.can_see_journal(request.user))
    accounts = Account.objects.filter(action__entries__project_number=number)
    if period:
        accounts = accounts.filter(strategy=shown_strategy(period))
    accounts = get_list_or_404(accounts.distinct())
    public = above.public_project(number)
    concealed = above.concealed_from(request.user)
    # What the public may read needs no concealing
    if number in {row["number"] for row in concealed} and not public:
        raise Http404
    about = {
        "title": _("Ledger of project %(number)s") % {"number": number},
        "subject": public.title if public else "",
        "project": public,
        "files": files(request, "project", number=number),
        "name": f"projektas-{number}",
    }
    # The journal's numbers would tell how many entries other projects have
    numbered = permissions.sees_proposed(request.user, concealed)
    book = replace(ledger.of_project(accounts, number), numbered=numbered)
    return show(request, book, about, ending)


def files(request: HttpRequest, kind: str, **of: str) -> dict[str, str]:
    """The addresses of a ledger's files."""
    name = f"books:{kind}_ledger_file"
    return {ending: address(request, name, ending=ending, **of) for ending in ("csv", "xlsx")}


def strategy_shown_to(request: HttpRequest, period: str) -> Strategy:
    require(permissions.can_see_journal(request.user))
    return strategy_or_404(period)


def show(request: HttpRequest, book: Ledger, about: dict[str, Any], ending: str) -> HttpResponse:
    """The ledger as a page or, with an `ending`, a file."""
    entries = book.entries.select_related("action", "prepared_by", "posted_by")
    context = listed(request, EntryFilter, entries) | about
    context |= {"book": book, "conceals": book.conceals}
    form = context["form"]
    if form.errors:
        return page(request, "budget/ledger.html", context, form)
    if ending:
        rows = book.rows(context["rows"])
        return file_of(Table(about["name"], about["title"], book.columns(), rows), ending)
    if not book.conceals:
        context["balances"] = balances_of(book, form.cleaned_data)
    shown = list(context["page_obj"])
    context |= {"lines": book.lines(shown), "opening": book.opening(shown)}
    return page(request, "budget/ledger.html", context, form)


def balances_of(book: Ledger, period: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    moments = [_("At the beginning"), _("Moved by the entries shown"), _("At the end")]
    balances = book.balances(period["nuo"], period["iki"], period["kind"])
    return list(zip(moments, balances, strict=True))
