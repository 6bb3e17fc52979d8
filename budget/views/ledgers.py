"""Ledgers of actions, sources and projects, as far as the reader's impartiality allows; see journal.py."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from budget import permissions
from budget.above import Above
from budget.figures import current_strategy
from budget.filters import EntryFilter
from budget.models import Entry, Strategy
from budget.pages import ledger
from budget.pages.ledger import Ledger
from strategy_portal.exports import Column, Table, Type, file_of
from strategy_portal.http import page, require
from strategy_portal.lists import listed


@require_safe
def action(request: HttpRequest, code: str, ending: str = "", *, above: Above) -> HttpResponse:
    accounts = strategy_shown_to(request).accounts.select_related("action")
    account = get_object_or_404(accounts, action__code=code)
    about = {
        "title": _("Ledger of action %(code)s") % {"code": code},
        "subject": account.action.name,
        "account": account,
        "files": files("action", code),
        "name": f"veiksmas-{code}",
    }
    return show(
        request,
        ledger.of_account(account),
        about,
        ending,
        hidden=above.concealed_from(request.user),
    )


@require_safe
def source(request: HttpRequest, code: str, ending: str = "", *, above: Above) -> HttpResponse:
    accounts = strategy_shown_to(request).accounts.select_related("source")
    account = get_object_or_404(accounts, source__code=code)
    about = {
        "title": _("Ledger of a source"),
        "subject": account.source.name,
        "account": account,
        "files": files("source", code),
        "name": f"saltinis-{code}",
    }
    return show(
        request,
        ledger.of_account(account),
        about,
        ending,
        hidden=above.concealed_from(request.user),
    )


@require_safe
def project(request: HttpRequest, number: str, ending: str = "", *, above: Above) -> HttpResponse:
    """A ledger of its own, so nothing can be worked out from it of what is concealed; such numbers are not found."""
    accounts = get_list_or_404(
        strategy_shown_to(request).accounts.distinct(), action__entries__project_number=number
    )
    hidden, public = above.concealed_from(request.user), above.public_project(number)
    if not public and hidden.filter(number=number).exists():
        raise Http404
    about = {
        "title": _("Ledger of project %(number)s") % {"number": number},
        "subject": public.title if public else "",
        "project": public,
        "files": files("project", number),
        "name": f"projektas-{number}",
    }
    return show(request, ledger.of_project(accounts, number), about, ending, hidden=hidden.none())


def files(kind: str, of: str) -> dict[str, str]:
    """The addresses of a ledger's files."""
    return {
        ending: reverse(f"books:{kind}_ledger_file", args=[of, ending])
        for ending in ("csv", "xlsx")
    }


def strategy_shown_to(request: HttpRequest) -> Strategy:
    require(permissions.can_see_journal(request.user))
    if strategy := current_strategy():
        return strategy
    raise Http404


def show(
    request: HttpRequest,
    book: Ledger,
    about: dict[str, Any],
    ending: str,
    *,
    hidden: QuerySet[Any, Any],
) -> HttpResponse:
    """The ledger without the projects whose numbers are `hidden`: a page, or a file if its address has an `ending`."""
    conceals = hidden.exists()
    entries = book.entries.exclude(project_number__in=hidden).select_related(
        "action", "prepared_by", "posted_by"
    )
    context = listed(request, EntryFilter, entries) | about | {"book": book, "conceals": conceals}
    if ending and not context["form"].errors:
        return file_of(table_of(book, context["rows"], about, conceals=conceals), ending)
    if not conceals and not context["form"].errors:
        context["balances"] = balances_of(book, context["form"].cleaned_data)
    return page(request, "budget/ledger.html", context | lines_of(book, context), context["form"])


def balances_of(book: Ledger, period: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    moments = [_("At the beginning"), _("Moved by the entries shown"), _("At the end")]
    return list(
        zip(moments, book.balances(period["nuo"], period["iki"], period["kind"]), strict=True)
    )


def lines_of(book: Ledger, context: dict[str, Any]) -> dict[str, Any]:
    """`lines`, each an entry, what it says of itself and the balances after it; `opening`, those before the first."""
    entries = list(context["page_obj"])
    hidden = [None] * len(book.shown)

    def standing(entry: Entry, when: str) -> list[Any]:
        return (
            hidden
            if context["conceals"]
            else [getattr(entry, f"{when}_{name}") for name in book.shown]
        )

    own = [[getattr(entry, name) for name in book.own] for entry in entries]
    lines = [
        (entry, values, standing(entry, "after"))
        for entry, values in zip(entries, own, strict=True)
    ]
    return {"lines": lines, "opening": standing(entries[0], "before") if entries else hidden}


def table_of(
    book: Ledger, entries: QuerySet[Entry], about: dict[str, Any], *, conceals: bool
) -> Table:
    money = [
        *book.own.values(),
        *(_("After: %(figure)s") % {"figure": name} for name in book.figures.values()),
    ]
    after = [f"after_{name}" for name in book.figures]
    columns = [*ledger.fact_columns(), *(Column(heading, Type.MONEY) for heading in money)]
    rows = ledger.fact_rows(entries, *book.own, *after)
    if conceals:
        rows = ([*row[: -len(after)], *[None] * len(after)] for row in rows)
    return Table(about["name"], about["title"], columns, rows)
