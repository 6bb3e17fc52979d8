"""The cost lines: the section of an application that is a table."""

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
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require
from strategy_portal.requests import typed

Texts = list[dict[str, str]]  # the lines as typed


def costs(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_edit(request.user, application))
        return change(request, application)
    if locked := why_locked(request, application, clock.now()):
        return sections.read_only(request, application, COSTS, locked)
    if content := typed.kept(request):
        return draw(request, application, content)
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
    # A missing or malformed revision counts as outdated: show what is saved now
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
    typed.forget(request)
    return sections.saved(request, application, COSTS)


def recalculate(request: HttpRequest, application: Application) -> HttpResponse:
    """Show the sums and errors of what is typed; saves nothing."""
    content = content_of(request, texts_of(request.POST)) | {"is_checked": True}
    # While typing htmx takes the sums alone, which leave the page's address as it is
    if "HX-Request" in request.headers:
        return draw(request, application, content)
    return typed.keep(request, content) or draw(request, application, content)


def redraw(
    request: HttpRequest,
    application: Application,
    press: Callable[[Texts, QueryDict], dict[str, Any]],
) -> HttpResponse:
    """Add, remove or restore a line. Validates and saves nothing; keeps everything typed."""
    texts = texts_of(request.POST)
    more = press(texts, request.POST)
    content = content_of(request, texts) | more
    return typed.keep(request, content) or draw(request, application, content)


def content_of(request: HttpRequest, texts: Texts) -> dict[str, Any]:
    """Return what the page shows of lines not saved yet; the page's own revision, see save()."""
    return {"texts": texts, "revision": request.POST.get("revision", "")}


def draw(request: HttpRequest, application: Application, content: dict[str, Any]) -> HttpResponse:
    """Show lines that are not saved yet."""
    form = CostsForm({"revision": content["revision"]})
    lines = lines_of(content["texts"])
    # Focus the new row, so that typing and screen readers continue there
    if "focus_name" in content:
        name = lines.forms[content["focus_name"]].fields["name"]
        name.widget.attrs["autofocus"] = True
    context = frame(request, application, form, lines) | content
    if "is_checked" not in content:
        return page(request, "applications/costs.html", context)
    context["problems_of"] = [form, lines]
    return page(request, "applications/costs.html", context, form, lines)


def add(texts: Texts, _data: QueryDict) -> dict[str, Any]:
    if len(texts) >= MOST_LINES:
        return {}
    texts.append(EMPTY)
    return {"focus_name": len(texts) - 1}


def remove(texts: Texts, data: QueryDict) -> dict[str, Any]:
    index = index_in(data["remove"], len(texts) - 1)
    removed = texts.pop(index)
    # Focus the line that moved up, or the last one
    nearest = max(min(index, len(texts) - 1), 0)
    return {"removed": removed, "removed_index": index, "focus_line": nearest}


def put_back(texts: Texts, data: QueryDict) -> dict[str, Any]:
    index = index_in(data["restore"], len(texts))
    texts.insert(index, removed_line(data))
    return {"focus_name": index}


BUTTONS = {"add": add, "remove": remove, "restore": put_back}


def index_in(text: str, largest: int) -> int:
    """Return the line index that a button names; raise Http404 if there is no such line."""
    # isdigit() accepts digits of other scripts too
    if not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) > largest:
        raise Http404
    return int(text)


def frame(
    request: HttpRequest, application: Application, form: CostsForm, lines: BaseCostLines
) -> dict:
    if lines.is_bound:
        # Fills cleaned_data: the sums count the values that could be read
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
    """Return the context that shows lines saved by somebody else; saving again overwrites them."""
    fresh = own_application(request, application.reference)
    sections.renew_revision(form, fresh, COSTS)
    lines = fresh.cost_lines.all()
    return {"is_stale": True, "saved_lines": lines, "saved_total": funding.total_of(lines)}
