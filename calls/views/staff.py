"""The coordinator's pages of calls: list, rules, publication."""

import re
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from budget.above import Above
from budget.figures import all_figures
from calls import operations, permissions
from calls.forms.rules import NewCallForm, RulesForm
from calls.models import Call
from strategy_portal.errors import DomainError, NotReady, Stale
from strategy_portal.http import page, posted, refused, require
from strategy_portal.requests.forms import KeyedForm

ON_A_PAGE = 50
REVISION = re.compile("[0-9]{1,9}")
NEVER = -1  # no draft has this revision


def manage(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_drafts(request.user))
    drafts_first = F("published_at").desc(nulls_first=True)
    calls = Call.objects.with_phase().order_by(drafts_first, "-pk")
    context = {
        "page_obj": Paginator(calls, ON_A_PAGE).get_page(request.GET.get("page")),
        "can_manage": permissions.can_manage(request.user),
    }
    return page(request, "calls/manage.html", context)


def create(request: HttpRequest, *, above: Above) -> HttpResponse:
    require(permissions.can_manage(request.user))
    figures = all_figures(proposed=above.shows_proposed_to(request.user))
    form = NewCallForm(posted(request), instance=Call(), figures=figures)
    context = {"form": form}
    if not form.is_valid():
        return page(request, "calls/create.html", context, form)
    try:
        call = operations.create(form.instance, form.press(request.user))
    except DomainError as error:
        return refused(request, "calls/create.html", context, form, error)
    text = _("The draft of call %(number)s is saved.") % {"number": call.number}
    messages.success(request, text)
    return saved(request, "calls:criteria", call)


def managed_call(request: HttpRequest, number: str) -> Call:
    require(permissions.can_manage(request.user))
    calls = Call.objects.with_phase().select_related("action__strategy")
    return get_object_or_404(calls, number=number)


def edit(request: HttpRequest, number: str) -> HttpResponse:
    call = managed_call(request, number)
    if request.method == "POST":
        return save_rules(request, call)
    if call.is_published:
        return page(request, "calls/edit.html", frozen_rules(call))
    context = {"call": call, "form": RulesForm(instance=call), "revision": call.revision}
    return page(request, "calls/edit.html", context)


def save_rules(request: HttpRequest, call: Call) -> HttpResponse:
    revision = revision_in(request)
    form = RulesForm(request.POST, instance=call)
    context = {"call": call, "form": form, "revision": call.revision}
    try:
        if not form.is_valid():
            # Stale comes first: nobody should correct a form that can't be saved anyway
            operations.refuse_overtaken(call, revision)
            return page(request, "calls/edit.html", context, form)
        operations.save_rules(call, revision=revision)
    except Stale as error:
        return refused(request, "calls/edit.html", context | overtaken(call), form, error)
    text = _("The rules of call %(number)s are saved.") % {"number": call.number}
    messages.success(request, text)
    return saved(request, "calls:criteria", call)


def revision_in(request: HttpRequest) -> int | None:
    """Return the draft's revision that the page showed; None if the form sent none.

    A malformed revision counts as an outdated one.
    """
    text = request.POST.get("revision")
    if text is None:
        return None
    return int(text) if REVISION.fullmatch(text) else NEVER


def overtaken(call: Call) -> dict[str, Any]:
    """Return the context of a page after Stale: are the rules frozen, and the current revision."""
    # With the current revision on the page, saving again overwrites knowingly
    fresh = Call.objects.get(pk=call.pk)
    return {"is_frozen": fresh.is_published, "revision": fresh.revision}


def saved(request: HttpRequest, following: str, call: Call) -> HttpResponse:
    """Redirect to the next step or back to the list, depending on the button."""
    if "list" in request.POST:
        return redirect("calls:manage")
    return redirect(following, call.number)


def publish(request: HttpRequest, number: str, *, above: Above) -> HttpResponse:
    call, sees_all = managed_call(request, number), above.shows_proposed_to(request.user)
    if request.method == "POST":
        return announce(request, call, sees_all=sees_all)
    if call.is_published:
        return redirect(call)
    context = {
        **frozen_rules(call),
        "form": KeyedForm(),
        "problems": operations.problems(call, proposed=sees_all),
    }
    return page(request, "calls/publish.html", context)


def announce(request: HttpRequest, call: Call, *, sees_all: bool) -> HttpResponse:
    form = KeyedForm(request.POST)
    context = {**frozen_rules(call), "form": form}
    if not form.is_valid():
        return page(request, "calls/publish.html", context, form)
    try:
        press = form.press(request.user, sees_all=sees_all)
        operations.publish(call, press, revision=revision_in(request))
    except NotReady as error:
        return refused(request, "calls/publish.html", context, form, error)
    text = _("Call %(number)s is published.") % {"number": call.number}
    messages.success(request, text)
    return redirect(call)


def frozen_rules(call: Call) -> dict[str, Any]:
    """Return the context for showing everything that freezes at publication."""

    prefetch_related_objects([call], "criteria", "check_items")
    return {"call": call, "criteria": call.criteria.all(), "check_items": call.check_items.all()}
