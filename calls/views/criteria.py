"""The page where a coordinator edits a call's criteria and check items, row by row."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from calls import operations
from calls.forms.criteria import PARTS, Rows, bound, names_in, removed_row, shown, texts_of, typed
from calls.models import Call
from calls.views.staff import managed_call, overtaken, revision_in, saved
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused
from strategy_portal.requests.typed import forget, keep, kept

# ASCII: \d alone matches digits of other scripts too
PLACE = re.compile(r"(criteria|items)-(\d{1,3})", re.ASCII)
Texts = dict[str, list[dict[str, str]]]  # part: its rows as typed


def criteria(request: HttpRequest, number: str) -> HttpResponse:
    call = managed_call(request, number)
    if request.method == "POST":
        return change(request, call)
    if call.is_published:
        return redirect("calls:edit", call.number)
    if content := kept(request):
        return draw(request, call, content)
    context = {
        "call": call,
        "criteria": shown("criteria", list(call.criteria.values(*names_in("criteria")))),
        "items": shown("items", list(call.check_items.values(*names_in("items")))),
        "revision": call.revision,
    }
    return page(request, "calls/criteria.html", context)


def change(request: HttpRequest, call: Call) -> HttpResponse:
    rows = {part: typed(part, request.POST) for part in PARTS}
    # Without the formset's counts the page can't be rendered again
    if not all(part.management_form.is_valid() for part in rows.values()):
        raise BadRequest
    for button, press in BUTTONS.items():
        if button in request.POST:
            return redraw(request, call, press)
    return save(request, call, rows)


def save(request: HttpRequest, call: Call, rows: dict[str, Rows]) -> HttpResponse:
    form = forms.Form(request.POST)
    context = {
        "call": call,
        **rows,
        "form": form,
        "problems_of": [form, *rows.values()],
        "revision": request.POST.get("revision", call.revision),
    }
    is_valid = all(part.is_valid() for part in rows.values())
    if not is_valid:
        return page(request, "calls/criteria.html", context, *rows.values())
    try:
        operations.save_criteria(
            call,
            rows["criteria"].values,
            rows["items"].values,
            revision=revision_in(request),
        )
    except DomainError as error:
        return refused(request, "calls/criteria.html", context | overtaken(call), form, error)
    forget(request)
    text = _("The criteria of call %(number)s are saved.") % {"number": call.number}
    messages.success(request, text)
    return saved(request, "calls:publish", call)


def redraw(
    request: HttpRequest, call: Call, press: Callable[[Texts, QueryDict], dict[str, Any]]
) -> HttpResponse:
    """Add, remove, restore or check rows. Saves nothing; keeps everything typed."""
    texts = {part: texts_of(part, request.POST) for part in PARTS}
    more = press(texts, request.POST)
    # The page's own revision: a fresh one would hide that somebody else has saved since
    revision = request.POST.get("revision", call.revision)
    content = {"texts": texts, "revision": revision, **more}
    return keep(request, content) or draw(request, call, content)


def draw(request: HttpRequest, call: Call, content: dict[str, Any]) -> HttpResponse:
    """Show rows that are not saved yet."""
    is_checked = "is_checked" in content
    form_rows = bound if is_checked else shown
    rows = {part: form_rows(part, texts) for part, texts in content["texts"].items()}
    context = {"call": call, **content, **rows}
    if not is_checked:
        return page(request, "calls/criteria.html", context)
    context["problems_of"] = [*rows.values()]
    return page(request, "calls/criteria.html", context, *rows.values())


def check(_texts: Texts, _data: QueryDict) -> dict[str, Any]:
    return {"is_checked": True}


def add(texts: Texts, data: QueryDict) -> dict[str, Any]:
    part = data["add"]
    if part not in texts:
        return {}
    texts[part].append({})
    return {"focus": f"{part}-{len(texts[part]) - 1}"}


def remove(texts: Texts, data: QueryDict) -> dict[str, Any]:
    part, index = place(data["remove"])
    if index >= len(texts[part]):
        raise Http404
    removed = texts[part].pop(index)
    return {"removed": removed, "removed_from": part, "removed_index": index}


def put_back(texts: Texts, data: QueryDict) -> dict[str, Any]:
    part, index = place(data["restore"])
    if index > len(texts[part]):
        raise Http404
    texts[part].insert(index, removed_row(part, data))
    return {"focus": f"{part}-{index}"}


def place(text: str) -> tuple[str, int]:
    """Return the part and row index that a button names; raise Http404 if it names none."""
    match = PLACE.fullmatch(text)
    if not match:
        raise Http404
    return match[1], int(match[2])


BUTTONS = {"add": add, "remove": remove, "restore": put_back, "recalculate": check}
