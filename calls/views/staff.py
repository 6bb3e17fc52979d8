"""Where a coordinator prepares calls: the list, the rules, the criteria, the publication."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from calls import operations, permissions
from calls.forms import FIELDS, ROWS, NewCallForm, RulesForm, removed_row, rows_of, shown, typed
from calls.models import Call
from strategy_portal.errors import DomainError, NotReady, Stale
from strategy_portal.http import page, refused, require

ON_A_PAGE = 50
PLACE = re.compile(r"(criteria|items)-(\d{1,3})", re.ASCII)


def manage(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_drafts(request.user))
    drafts_first = Call.objects.with_phase().order_by(
        F("published_at").desc(nulls_first=True), "-pk"
    )
    context = {
        "page_obj": Paginator(drafts_first, ON_A_PAGE).get_page(request.GET.get("page")),
        "can_manage": permissions.can_manage(request.user),
    }
    return page(request, "calls/manage.html", context)


def create(request: HttpRequest) -> HttpResponse:
    require(permissions.can_manage(request.user))
    form = NewCallForm(request.POST if request.method == "POST" else None, instance=Call())
    if form.is_valid():
        call = operations.create(
            form.instance, by=request.user, request_key=form.cleaned_data["request_key"]
        )
        messages.success(
            request, _("The draft of call %(number)s is saved.") % {"number": call.number}
        )
        return saved(request, "calls:criteria", call)
    return page(request, "calls/create.html", {"form": form}, form)


def find(request: HttpRequest, number: str) -> Call:
    require(permissions.can_manage(request.user))
    return get_object_or_404(Call.objects.with_phase().select_related("action"), number=number)


def edit(request: HttpRequest, number: str) -> HttpResponse:
    call = find(request, number)
    if request.method == "POST":
        return save_rules(request, call)
    if call.is_published:
        return page(request, "calls/edit.html", rules_of(call))
    return page(
        request,
        "calls/edit.html",
        {"call": call, "form": RulesForm(instance=call), "revision": call.revision},
    )


def revision_in(request: HttpRequest) -> int | None:
    """The revision of the draft that the page showed; what can't be one is as good as an old one."""
    text = request.POST.get("revision")
    return None if text is None else int(text) if re.fullmatch("[0-9]{1,9}", text) else -1


def overtaken(call: Call) -> dict[str, Any]:
    """What a page shows after Stale: whether the rules froze, and the revision that the next press is about."""
    fresh = Call.objects.get(pk=call.pk)
    return {"is_frozen": fresh.is_published, "revision": fresh.revision}


def save_rules(request: HttpRequest, call: Call) -> HttpResponse:
    form = RulesForm(request.POST, instance=call)
    context = {"call": call, "form": form, "revision": call.revision}
    is_valid = form.is_valid()
    try:
        with (
            transaction.atomic()
        ):  # a page left open never changes what was saved or published meanwhile
            fresh = operations.lock_unpublished(call, revision_in(request))
            if is_valid:
                form.instance.revision = fresh.revision + 1
                form.save()
    except Stale as error:
        return refused(request, "calls/edit.html", {**context, **overtaken(call)}, form, error)
    if is_valid:
        messages.success(
            request, _("The rules of call %(number)s are saved.") % {"number": call.number}
        )
        return saved(request, "calls:criteria", call)
    return page(request, "calls/edit.html", context, form)


def saved(request: HttpRequest, following: str, call: Call) -> HttpResponse:
    return redirect("calls:manage") if "list" in request.POST else redirect(following, call.number)


def criteria(request: HttpRequest, number: str) -> HttpResponse:
    call = find(request, number)
    if request.method == "POST":
        if not all(typed(part, request.POST).management_form.is_valid() for part in ROWS):
            raise BadRequest
        if {"add", "remove", "restore"} & set(request.POST):
            return redraw_criteria(request, call)
        return save_criteria(request, call)
    if call.is_published:
        return redirect("calls:edit", call.number)
    context = {
        "criteria": shown("criteria", list(call.criteria.values(*FIELDS["criteria"]))),
        "items": shown("items", list(call.check_items.values(*FIELDS["items"]))),
        "revision": call.revision,
    }
    return page(request, "calls/criteria.html", {"call": call, **context})


def save_criteria(request: HttpRequest, call: Call) -> HttpResponse:
    form, rows = forms.Form(request.POST), {part: typed(part, request.POST) for part in ROWS}
    context = {"call": call, "form": form, "problems_of": [form, *rows.values()], **rows}
    context["revision"] = request.POST.get("revision", call.revision)
    if "recalculate" not in request.POST and all(part.is_valid() for part in rows.values()):
        try:
            parts = (rows["criteria"].values, rows["items"].values)
            operations.save_criteria(call, *parts, revision=revision_in(request))
        except DomainError as error:
            return refused(
                request, "calls/criteria.html", {**context, **overtaken(call)}, form, error
            )
        messages.success(
            request, _("The criteria of call %(number)s are saved.") % {"number": call.number}
        )
        return saved(request, "calls:publish", call)
    return page(request, "calls/criteria.html", context, *rows.values())


def redraw_criteria(request: HttpRequest, call: Call) -> HttpResponse:
    """Add, remove or put back: nothing is saved, nothing is judged and nothing typed is lost."""
    rows: dict[str, list[dict[str, str]]] = {part: rows_of(part, request.POST) for part in ROWS}
    more: dict[str, Any] = {}
    if (part := request.POST.get("add")) in rows:
        rows[part].append({})
        more = {"focus": f"{part}-{len(rows[part]) - 1}"}
    elif "remove" in request.POST:
        part, index = place(request.POST["remove"], rows, 0)
        removed = rows[part].pop(index)
        more = {"removed": removed, "removed_from": part, "removed_index": index}
    elif "restore" in request.POST:
        part, index = place(request.POST["restore"], rows, 1)
        rows[part].insert(index, removed_row(part, request.POST))
        more = {"focus": f"{part}-{index}"}
    drawn = {part: shown(part, rows[part]) for part in rows}
    more["revision"] = request.POST.get("revision", call.revision)
    return page(request, "calls/criteria.html", {"call": call, **drawn, **more})


def place(text: str, rows: dict[str, list], beyond: int) -> tuple[str, int]:
    """The row a button names; 404 unless there is one, or, to put one back, room for it."""
    match = PLACE.fullmatch(text)
    if not match or int(match[2]) >= len(rows[match[1]]) + beyond:
        raise Http404
    return match[1], int(match[2])


def publish(request: HttpRequest, number: str) -> HttpResponse:
    call = find(request, number)
    if request.method == "POST":
        return announce(request, call)
    if call.is_published:
        return redirect(call)
    return page(
        request, "calls/publish.html", {**rules_of(call), "problems": operations.problems(call)}
    )


def announce(request: HttpRequest, call: Call) -> HttpResponse:
    form = forms.Form(request.POST)
    try:
        operations.publish(call, by=request.user, revision=revision_in(request))
    except NotReady as error:
        return refused(request, "calls/publish.html", {**rules_of(call), "form": form}, form, error)
    messages.success(request, _("Call %(number)s is published.") % {"number": call.number})
    return redirect(call)


def rules_of(call: Call) -> dict[str, Any]:
    """What a page needs to show everything that freezes."""
    prefetch_related_objects([call], "criteria", "check_items")
    return {"call": call, "criteria": call.criteria.all(), "check_items": call.check_items.all()}
