"""The office's pages of calls: the list of all, and the coordinator's steps from a draft to its publication."""

from decimal import Decimal

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from calls import operations, permissions
from calls.forms import (
    CRITERION_FIELDS,
    MOST_CRITERIA,
    BaseCriteria,
    CallForm,
    CheckItemsForm,
    drawn_criteria,
    rows_of,
    saved_check_items,
    saved_criteria,
    typed_criteria,
    weights_of,
)
from calls.models import Call
from strategy_portal.errors import NotReady
from strategy_portal.http import page, require

ON_A_PAGE = 50


def manage(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_drafts(request.user))
    newest_first = Call.objects.with_phase().select_related("action")
    newest_first = newest_first.order_by(F("published_at").desc(nulls_first=True), "-pk")
    context = {
        "can_manage": permissions.can_manage(request.user),
        "page_obj": Paginator(newest_first, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return page(request, "calls/manage.html", context)


def create(request: HttpRequest) -> HttpResponse:
    require(permissions.can_manage(request.user))
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        call = operations.create(form.instance, by=request.user)
        messages.success(request, _("Call %(number)s is saved. Now add its criteria.") % {"number": call.number})
        return redirect("calls:criteria", call.number)
    return page(request, "calls/form.html", {"form": form}, form)


def edit(request: HttpRequest, number: str) -> HttpResponse:
    call = own_call(request, number)
    if request.method == "POST":
        return save(request, call)
    if call.is_published:
        return frozen(request, call)
    return page(request, "calls/form.html", {"call": call, "form": CallForm(instance=call)})


@transaction.atomic
def save(request: HttpRequest, call: Call) -> HttpResponse:
    # Locked: a form opened before the publication must not change what is published.
    form = CallForm(request.POST, instance=operations.lock_unpublished(call))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved: call %(number)s") % {"number": call.number})
        return redirect("calls:criteria", call.number)
    return page(request, "calls/form.html", {"call": call, "form": form}, form)


def criteria(request: HttpRequest, number: str) -> HttpResponse:
    call = own_call(request, number)
    if request.method == "POST":
        operations.refuse_published(call)
        return redraw(request, call) if {"add", "remove"} & set(request.POST) else save_criteria(request, call)
    if call.is_published:
        return frozen(request, call)
    lines, check_form = saved_criteria(call), saved_check_items(call)
    return page(request, "calls/criteria.html", frame(call, lines, check_form, lines.weights))


def save_criteria(request: HttpRequest, call: Call) -> HttpResponse:
    lines, check_form = typed_criteria(request.POST), CheckItemsForm(request.POST)
    context = frame(call, lines, check_form, lines.weights)
    if "recalculate" in request.POST:
        return page(request, "calls/criteria.html", {**context, "problems_of": [lines]}, lines)
    if lines.is_valid() and check_form.is_valid():
        operations.set_criteria(call, lines.criteria_of(call), check_items=check_form.cleaned_data["check_items"])
        messages.success(request, _("Saved: the criteria of call %(number)s") % {"number": call.number})
        return redirect("calls:publish", call.number)
    return page(request, "calls/criteria.html", {**context, "problems_of": [lines, check_form]}, lines, check_form)


def redraw(request: HttpRequest, call: Call) -> HttpResponse:
    """Add or remove a criterion: nothing is saved, nothing typed is lost, and nothing is held against it yet."""
    rows, more = rows_of(request.POST), {}
    if "add" in request.POST and len(rows) < MOST_CRITERIA:
        rows.append(dict.fromkeys(CRITERION_FIELDS, ""))
        more = {"focus_name": len(rows) - 1}
    elif "remove" in request.POST:
        index = index_in(rows, request.POST["remove"])
        rows.pop(index)
        more = {"focus_line": min(index, max(len(rows) - 1, 0))}
    lines = drawn_criteria(rows)
    if "focus_name" in more:
        lines.forms[more["focus_name"]].fields["name"].widget.attrs["autofocus"] = True
    check_form = CheckItemsForm(initial={"check_items": request.POST.get("check_items", "")})
    context = frame(call, lines, check_form, weights_of(rows))
    return page(request, "calls/criteria.html", {**context, **more})


def index_in(rows: list, text: str) -> int:
    """The position a button names; 404 unless there is such a line."""
    if not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) >= len(rows):
        raise Http404
    return int(text)


def frame(call: Call, lines: BaseCriteria, check_form: CheckItemsForm, weights: Decimal) -> dict:
    return {
        "call": call,
        "lines": lines,
        "check_form": check_form,
        "weights": weights,
        "most_criteria": MOST_CRITERIA,
    }


def publish(request: HttpRequest, number: str) -> HttpResponse:
    call = own_call(request, number)
    problems = None
    if request.method == "POST":
        try:
            operations.publish(call, by=request.user)
        except NotReady as error:
            problems = error.problems
        else:
            messages.success(request, _("Call %(number)s is published.") % {"number": call.number})
            return redirect(call)
    elif call.is_published:
        return frozen(request, call)
    context = rules_of(call) | {"problems": operations.problems(call) if problems is None else problems}
    return render(request, "calls/publish.html", context, status=422 if problems else 200)


def own_call(request: HttpRequest, number: str) -> Call:
    """The call a coordinator may change, whatever its state; 403 for others, 404 if there is none."""
    require(permissions.can_manage(request.user))
    return get_object_or_404(Call.objects.with_phase().select_related("action", "published_by"), number=number)


def frozen(request: HttpRequest, call: Call) -> HttpResponse:
    """The rules of a published call, to be read."""
    return page(request, "calls/frozen.html", rules_of(call))


def rules_of(call: Call) -> dict:
    return {"call": call, "criteria": call.criteria.all(), "check_items": call.check_items.all()}
