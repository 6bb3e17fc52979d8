"""The page of the cost lines: a section of the application that is a table."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from applications import funding, permissions
from applications.forms.costs import (
    EMPTY,
    MOST_LINES,
    BaseCostLines,
    CostsForm,
    lines_of,
    removed_line,
    saved_lines,
    texts_of,
    typed_lines,
)
from applications.models import Application
from applications.operations import drafting
from applications.sections import COSTS
from applications.views import sections
from applications.views.own import own_application, why_locked
from strategy_portal import database
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require

Texts = list[dict[str, str]]  # the lines as they were typed


def costs(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_edit(request.user, application))
        return change(request, application)
    if locked := why_locked(request, application, database.now()):
        return sections.read_only(request, application, COSTS, locked)
    form = CostsForm(initial={"revision": application.revisions.get(COSTS.slug, 0)})
    lines = saved_lines(application.cost_lines.all())
    context = frame(request, application, form, lines)
    context["remaining"] = sections.remaining_in(application, COSTS)
    return page(request, "applications/costs.html", context)


def change(request: HttpRequest, application: Application) -> HttpResponse:
    for button, press in BUTTONS.items():
        if button in request.POST:
            return redraw(request, application, press)
    if "recalculate" in request.POST:
        return recalculate(request, application)
    return save(request, application)


def save(request: HttpRequest, application: Application) -> HttpResponse:
    form = CostsForm(request.POST)
    lines = typed_lines(request.POST)
    context = frame(request, application, form, lines)
    context["problems_of"] = [form, lines]
    if "revision" in form.errors:
        context |= catch_up(request, application, form)
    if not form.is_valid() or not lines.is_valid():
        return page(request, "applications/costs.html", context, form, lines)
    values = [line.values for line in lines.typed]
    try:
        drafting.save_costs(application, values, revision=form.cleaned_data["revision"])
    except DomainError as error:
        context |= catch_up(request, application, form)
        return refused(request, "applications/costs.html", context, form, error)
    return sections.saved(request, application, COSTS)


def recalculate(request: HttpRequest, application: Application) -> HttpResponse:
    """The sums of what is typed, and what is wrong with it; nothing is saved."""
    form = CostsForm(request.POST)
    lines = lines_of(texts_of(request.POST))
    context = frame(request, application, form, lines)
    context["problems_of"] = [form, lines]
    return page(request, "applications/costs.html", context, form, lines)


def redraw(
    request: HttpRequest,
    application: Application,
    press: Callable[[Texts, QueryDict], dict[str, Any]],
) -> HttpResponse:
    """Add, remove or put back: nothing is saved, nothing is judged and nothing typed is lost."""
    texts = texts_of(request.POST)
    more = press(texts, request.POST)
    lines = lines_of(texts)
    # So that typing, and a screen reader, goes on where the row appeared
    if "focus_name" in more:
        name = lines.forms[more["focus_name"]].fields["name"]
        name.widget.attrs["autofocus"] = True
    context = frame(request, application, CostsForm(request.POST), lines)
    return page(request, "applications/costs.html", context | more)


def add(texts: Texts, _data: QueryDict) -> dict[str, Any]:
    if len(texts) >= MOST_LINES:
        return {}
    texts.append(EMPTY)
    return {"focus_name": len(texts) - 1}


def remove(texts: Texts, data: QueryDict) -> dict[str, Any]:
    index = index_in(data["remove"], len(texts) - 1)
    removed = texts.pop(index)
    # To the line that moved up, or the last one
    nearest = max(min(index, len(texts) - 1), 0)
    return {"removed": removed, "removed_index": index, "focus_line": nearest}


def put_back(texts: Texts, data: QueryDict) -> dict[str, Any]:
    index = index_in(data["restore"], len(texts))
    texts.insert(index, removed_line(data))
    return {"focus_name": index}


BUTTONS = {"add": add, "remove": remove, "restore": put_back}


def index_in(text: str, largest: int) -> int:
    """The position a button names; 404 unless there is such a line."""
    if not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) > largest:
        raise Http404
    return int(text)


def frame(
    request: HttpRequest, application: Application, form: CostsForm, lines: BaseCostLines
) -> dict:
    if lines.is_bound:
        # The sums are made of what was understood
        lines.is_valid()
    return {
        **sections.frame(request, application, COSTS),
        "form": form,
        "lines": lines,
        "total": lines.total,
        "most_lines": MOST_LINES,
        "limits": funding.limits(application, lines.total),
    }


def catch_up(request: HttpRequest, application: Application, form: CostsForm) -> dict:
    """Show the lines somebody saved meanwhile; the next press saves what is typed over them."""
    fresh = own_application(request, application.reference)
    sections.renew_revision(form, fresh, COSTS)
    lines = fresh.cost_lines.all()
    return {"is_stale": True, "saved_lines": lines, "saved_total": funding.total_of(lines)}
