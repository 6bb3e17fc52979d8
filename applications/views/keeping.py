"""The office's pages of organisations: the list, one with its history, a page for each act.

Only a higher room knows who has a conflict of interest with an application: strategy_portal/urls.py
passes `above` down.
"""

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from applications import permissions
from applications.filters import OrganisationFilter
from applications.forms.keeping import ACTS, offered
from applications.models import Organisation, Status
from budget.above import Above
from strategy_portal.accounts.models import User
from strategy_portal.alphabet import alphabetic
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require
from strategy_portal.lists import listed

ACT = "applications/organisation_act.html"
IS_DRAFT = Q(applications__status=Status.DRAFT)


def organisations() -> QuerySet[Organisation]:
    """All organisations, each with its number of `drafts` and of applications `sent`."""
    counted = Organisation.objects.select_related("founded_by").annotate(
        drafts=Count("applications", filter=IS_DRAFT), sent=Count("applications", filter=~IS_DRAFT)
    )
    return counted.order_by(alphabetic("name"), "pk")


def organisation_list(request: HttpRequest, *, above: Above) -> HttpResponse:
    require(permissions.can_see_organisations(request.user))
    context = listed(request, OrganisationFilter, organisations())
    return page(request, "applications/organisations_office.html", context)


def organisation(request: HttpRequest, pk: int, *, above: Above) -> HttpResponse:
    require(permissions.can_see_organisations(request.user))
    found = get_object_or_404(organisations(), pk=pk)
    may_keep = permissions.can_keep_organisations(request.user)
    is_closed = is_closed_to(request.user, found, above)
    acts = offered(found, has_submitted=found.sent > 0) if may_keep and not is_closed else []
    memberships = found.memberships.select_related("user").order_by("since", "pk")
    context = {
        "organisation": found,
        "memberships": memberships,
        "changes": found.changes.select_related("changed_by"),
        "acts": acts,
        "is_closed": may_keep and is_closed,
    }
    return render(request, "applications/organisation_office.html", context)


def organisation_act(request: HttpRequest, pk: int, slug: str, *, above: Above) -> HttpResponse:
    if slug not in ACTS:
        raise Http404
    require(permissions.can_keep_organisations(request.user))
    found = get_object_or_404(Organisation, pk=pk)
    require(not is_closed_to(request.user, found, above))
    form = ACTS[slug](found, posted(request))
    context = {"organisation": found, "form": form}
    if not form.is_valid():
        return page(request, ACT, context, form)
    try:
        form.act(form.press(request.user))
    except DomainError as error:
        return refused(request, ACT, context, form, error)
    messages.success(request, form.done)
    return redirect("organisations:detail", pk)


def is_closed_to(user: User, organisation: Organisation, above: Above) -> bool:
    """Whether the user worked with the organisation or has a conflict of interest with it."""
    conflicted = organisation.applications.filter(number__in=above.bound_to(user))
    return organisation.is_tied_to(user) or conflicted.exists()
