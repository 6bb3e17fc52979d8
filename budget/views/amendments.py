"""Amendments of the strategy: the public pages, and the office's steps."""

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from budget import permissions
from budget.above import Above
from budget.forms.amendments import AmendmentForm, InForceForm, PublishForm, WithdrawForm
from budget.models import Amendment, Strategy
from budget.operations import amending
from budget.operations.allocations import accounts_of
from budget.pages.amendment import comparison_of
from budget.periods import address, choices, shown_strategy, strategy_or_404
from strategy_portal.caching import public_page
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require

PEOPLE = ("prepared_by", "published_by", "confirmed_by", "withdrawn_by")


def newest_in_force(strategy: Strategy | None) -> int | None:
    """The number of the version in force; None if there is none."""
    in_force = Amendment.objects.filter(strategy=strategy).in_force()
    return in_force.aggregate(newest=Max("number"))["newest"]


@public_page
def amendments(request: HttpRequest, period: str = "") -> HttpResponse:
    strategy = shown_strategy(period)
    context = {
        "strategy": strategy,
        "strategies": choices(request, strategy),
        "amendments": Amendment.objects.filter(strategy=strategy).public(),
        "newest": newest_in_force(strategy),
    }
    return render(request, "budget/amendments.html", context)


@public_page
def amendment(request: HttpRequest, number: int, period: str = "") -> HttpResponse:
    strategy = shown_strategy(period)
    shown = Amendment.objects.public().filter(strategy=strategy)
    found = get_object_or_404(shown, number=number)
    context = {
        "amendment": found,
        "comparison": comparison_of(found),
        "newest": newest_in_force(strategy),
    }
    return render(request, "budget/amendment.html", context)


def office_amendment(request: HttpRequest, number: int, period: str) -> Amendment:
    """The amendment for an office page, drafts included; 403 or 404 if not for this user."""
    require(permissions.can_see_journal(request.user))
    # Number 0 was loaded: nobody prepared it, and no step follows it
    rows = Amendment.objects.filter(strategy=shown_strategy(period), number__gt=0)
    return get_object_or_404(rows.select_related("strategy", *PEOPLE), number=number)


def office_list(request: HttpRequest, period: str = "") -> HttpResponse:
    require(permissions.can_see_journal(request.user))
    strategy = shown_strategy(period)
    rows = Amendment.objects.filter(strategy=strategy).select_related("prepared_by", "confirmed_by")
    pending = next((one for one in rows if one.is_pending), None)
    may_create = permissions.can_amend(request.user) and strategy and not pending
    context = {
        "amendments": rows,
        "strategies": choices(request, strategy),
        "newest": newest_in_force(strategy),
        "may_create": may_create,
        "pending": pending,
    }
    return render(request, "budget/amendments_office.html", context)


def create(request: HttpRequest, period: str = "", *, above: Above) -> HttpResponse:
    require(permissions.can_amend(request.user))
    strategy = strategy_or_404(period)
    sees_all = above.shows_proposed_to(request.user)
    form = AmendmentForm(accounts_of(strategy, proposed=sees_all), posted(request))
    context = {"form": form, "strategy": strategy}
    if form.is_valid():
        press = form.press(request.user, sees_all=sees_all)
        reason = form.cleaned_data["reason"]
        try:
            made = amending.draft(strategy, form.figures, press, reason=reason)
        except DomainError as error:
            return refused(request, "budget/amendment_create.html", context, form, error)
        messages.success(
            request,
            _("The amendment is drafted. Look at the comparison and show it to the public."),
        )
        return redirect(address(request, "budget:amendment_office", number=made.number))
    return page(request, "budget/amendment_create.html", context, form)


def office(request: HttpRequest, number: int, period: str = "") -> HttpResponse:
    """The comparison as the office sees it, with a button to publish a draft."""
    found, user = office_amendment(request, number, period), request.user
    form = PublishForm(posted(request))
    context = {
        "amendment": found,
        "comparison": comparison_of(found),
        "newest": newest_in_force(found.strategy),
        "may_amend": permissions.can_amend(user) and found.is_pending,
        "is_preparer": found.prepared_by_id == user.pk,
        "form": form,
    }
    if form.is_valid():
        require(permissions.can_amend(user))
        try:
            amending.publish(found, form.press(user))
        except DomainError as error:
            return refused(request, "budget/amendment_office.html", context, form, error)
        messages.success(request, _("Everybody can read the comparison now."))
        return redirect(address(request, "budget:amendment_office", number=number))
    return page(request, "budget/amendment_office.html", context, form)


def confirm(request: HttpRequest, number: int, period: str = "", *, above: Above) -> HttpResponse:
    found, user = office_amendment(request, number, period), request.user
    require(permissions.can_amend(user) and found.prepared_by_id != user.pk)
    # Only an old link; a repeated POST goes on, to be answered as the first time
    if request.method == "GET" and not (found.is_pending and found.published_at):
        return redirect(address(request, "budget:amendment_office", number=number))
    form = InForceForm(posted(request))
    context = {"amendment": found, "comparison": comparison_of(found), "form": form}
    if form.is_valid():
        try:
            press = form.press(user, sees_all=above.shows_proposed_to(user))
            amending.confirm(found, press, document=form.paper)
        except DomainError as error:
            return refused(request, "budget/amendment_confirm.html", context, form, error)
        messages.success(request, _("The amendment is in force."))
        return redirect(address(request, "budget:amendment_office", number=number))
    return page(request, "budget/amendment_confirm.html", context, form)


def withdraw(request: HttpRequest, number: int, period: str = "") -> HttpResponse:
    found = office_amendment(request, number, period)
    require(permissions.can_amend(request.user))
    if request.method == "GET" and not found.is_pending:
        return redirect(address(request, "budget:amendment_office", number=number))
    form = WithdrawForm(posted(request))
    context = {"amendment": found, "form": form}
    if form.is_valid():
        press, reason = form.press(request.user), form.cleaned_data["reason"]
        try:
            amending.withdraw(found, press, reason=reason)
        except DomainError as error:
            return refused(request, "budget/amendment_withdraw.html", context, form, error)
        messages.success(request, _("The amendment is withdrawn."))
        return redirect(address(request, "budget:amendment_office", number=number))
    return page(request, "budget/amendment_withdraw.html", context, form)
