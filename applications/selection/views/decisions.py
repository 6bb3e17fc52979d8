"""Pages of decisions: prepared by one person, confirmed or retracted by another.

If part of the call is closed to the user, order and sums are hidden: they would reveal it.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from applications.selection import permissions
from applications.selection.forms.deciding import ConfirmForm, DivideForm, RetractForm
from applications.selection.impartiality import shows_proposed_to
from applications.selection.models import Decision, DecisionItem
from applications.selection.operations import deciding, dividing
from applications.selection.operations.preparing import unscored
from applications.selection.pages.decision import DecisionView, obstacle, view_for
from applications.selection.views.gate import numbered_page
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require


def decisions(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_decisions(request.user))
    listed = Decision.objects.select_related("call", "prepared_by", "confirmed_by", "retracted_by")
    context = {"page_obj": numbered_page(request, listed)}
    return render(request, "applications/selection/decisions.html", context)


def find_decision(request: HttpRequest, pk: int) -> Decision:
    require(permissions.can_see_decisions(request.user))
    people = ("call__action", "prepared_by", "confirmed_by", "retracted_by")
    return get_object_or_404(Decision.objects.select_related(*people), pk=pk)


def decision(request: HttpRequest, pk: int) -> HttpResponse:
    user = request.user
    made = find_decision(request, pk)
    view = view_for(user, made)
    in_the_way = obstacle(user, view)
    may_confirm = permissions.can_confirm_decision(user)
    may_divide = permissions.can_prepare_decision(user) and made.is_standing
    passed_over = made.passed_over.select_related("application") if made.is_promotion else []
    context = {
        "decision": made,
        "view": view,
        "can_confirm": may_confirm and not in_the_way,
        "obstacle": in_the_way if may_confirm else "",
        "can_retract": permissions.can_retract_decision(user, made) and not view.barring,
        "can_divide": may_divide and not view.barring,
        "passed_over": passed_over,
    }
    return render(request, "applications/selection/decision.html", context)


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    user, template = request.user, "applications/selection/confirm.html"
    made = find_decision(request, pk)
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    view = view_for(user, made)
    context = {"decision": made, "view": view, "unscored": unscored(made.call)}
    if in_the_way := obstacle(user, view):
        return render(request, template, {**context, "obstacle": in_the_way}, status=403)
    # After the obstacle, which explains more than a bare 403
    require(permissions.can_confirm_decision(user))
    form = ConfirmForm(posted(request))
    # `seen` fingerprints the movements shown: what is confirmed is what the page listed
    context |= {"form": form, "seen": deciding.moves_of(view.items), "moves": view.moves()}
    if form.is_valid():
        try:
            press = form.press(user, sees_all=shows_proposed_to(user))
            deciding.confirm(made, press, paper=form.paper)
        except DomainError as error:
            return refused(request, template, context, form, error)
        messages.success(request, _("The decision is confirmed."))
        return redirect(made)
    return page(request, template, context, form)


def divide(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """Split one proposed grant between the sources by hand, until the decision is confirmed."""
    made = find_decision(request, pk)
    require(permissions.can_prepare_decision(request.user))
    item = find_funded(view_for(request.user, made), item_pk)
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    form = DivideForm(made.call.action.strategy, item, posted(request))
    context = {"decision": made, "item": item, "form": form}
    if form.is_valid():
        try:
            press = form.press(request.user, sees_all=shows_proposed_to(request.user))
            dividing.divide(item, form.parts, press)
        except DomainError as error:
            return refused(request, "applications/selection/divide.html", context, form, error)
        messages.success(request, _("The division is recorded."))
        return redirect(made)
    return page(request, "applications/selection/divide.html", context, form)


def find_funded(view: DecisionView, pk: int) -> DecisionItem:
    """Return a funded item that the user may see; raise Http404 for any other."""
    # From the view, which leaves out closed items: a query by pk would find them
    for item in view.funded:
        if item.pk == pk:
            return item
    raise Http404


def retract(request: HttpRequest, pk: int) -> HttpResponse:
    user = request.user
    made = find_decision(request, pk)
    require(permissions.can_retract_decision(user, made))
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    form = RetractForm(posted(request))
    context = {"decision": made, "form": form}
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            deciding.retract(made, form.press(user), reason=reason)
        except DomainError as error:
            return refused(request, "applications/selection/retract.html", context, form, error)
        messages.success(request, _("The decision is retracted."))
        return redirect(made)
    return page(request, "applications/selection/retract.html", context, form)
