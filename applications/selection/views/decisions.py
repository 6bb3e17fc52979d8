"""The ranking of a call and the decision made from it: prepared by one person, confirmed or retracted by another.

Whoever something of the call is closed to sees neither the order nor sums that would tell what it is.
"""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import impartiality, permissions
from applications.selection.forms.deciding import (
    ConfirmForm,
    DivideForm,
    ProposalsForm,
    RetractForm,
    proposals_again,
)
from applications.selection.models import Decision, DecisionItem
from applications.selection.operations import deciding, dividing
from applications.selection.pages import decision as decided
from applications.selection.pages import ranking as proposing
from applications.selection.views.gate import numbered_page
from budget.figures import parts_of
from calls.models import Call
from strategy_portal.errors import DomainError, KeyReused
from strategy_portal.http import page, refused, require


def ranking(request: HttpRequest, number: str) -> HttpResponse:
    user = request.user
    require(permissions.can_see_ranking(user))
    call = get_object_or_404(Call.objects.published().with_phase(), number=number)
    listed = list(impartiality.of_call(call, user))
    ranked = deciding.ranking_of(call)
    if any(application.is_closed for application in listed):
        return partial_ranking(request, ranked, listed)
    form = ProposalsForm(ranked, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(permissions.can_prepare_decision(user))
        if request.POST.get("step") == "prepare" and form.is_valid():
            return prepare(request, form, listed)
    return page(
        request, "applications/selection/ranking.html", ranking_context(request, form, listed), form
    )


def prepare(request: HttpRequest, form: ProposalsForm, listed: list[Application]) -> HttpResponse:
    call, data = form.ranking.call, form.cleaned_data
    earlier = call.decisions.filter(request_key=data["request_key"]).first()
    proposals = proposals_again(earlier, request.POST) if earlier else form.proposals
    try:
        decision = deciding.prepare(
            call, proposals, by=request.user, sha256=data["sha256"], request_key=data["request_key"]
        )
    except DomainError as error:
        form = ProposalsForm(deciding.ranking_of(call), request.POST)
        context = ranking_context(request, form, listed)
        if isinstance(error, KeyReused):
            context["request_key"] = uuid4()
        return refused(request, "applications/selection/ranking.html", context, form, error)
    messages.success(request, _("The decision is prepared. Another person has to confirm it."))
    return redirect(decision)


def ranking_context(request: HttpRequest, form: ProposalsForm, listed: list[Application]) -> dict:
    ranked = form.ranking
    standing = Decision.objects.standing().filter(call=ranked.call).first()
    sent = form.cleaned_data.get("request_key") if form.is_bound and form.is_valid() else None
    return {
        "call": ranked.call,
        "ranked": ranked,
        "sheet": proposing.sheet(ranked, form),
        "form": form,
        "request_key": sent or uuid4(),
        "can_prepare": permissions.can_prepare_decision(request.user)
        and not standing
        and bool(ranked.rows),
        "standing": standing,
        "unscored": [
            application for application in listed if application.status in Status.unscored()
        ],
    }


def partial_ranking(
    request: HttpRequest, ranked: deciding.Ranking, listed: list[Application]
) -> HttpResponse:
    """No order and no sums for whoever something of the call is closed to; nor may they prepare the decision."""
    open_numbers = {application.number for application in listed if not application.is_closed}
    rows = [row for row in ranked.rows if row.candidate.number in open_numbers]
    context = {
        "call": ranked.call,
        "rows": sorted(
            ((ranked.applications[row.candidate.number], row.candidate) for row in rows),
            key=lambda row: row[0].sequence,
        ),
        "closed": [application for application in listed if application.is_closed],
    }
    return render(
        request,
        "applications/selection/ranking_partial.html",
        context,
        status=403 if request.method == "POST" else 200,
    )


def decisions(request: HttpRequest) -> HttpResponse:
    require(permissions.can_see_decisions(request.user))
    listed = Decision.objects.select_related("call", "prepared_by", "confirmed_by", "retracted_by")
    return render(
        request,
        "applications/selection/decisions.html",
        {"page_obj": numbered_page(request, listed)},
    )


def decision(request: HttpRequest, pk: int) -> HttpResponse:
    user, made = request.user, find(request, pk)
    view = decided.view_for(user, made)
    context = {
        "decision": made,
        "view": view,
        "can_confirm": permissions.can_confirm_decision(user) and not decided.obstacle(user, view),
        "obstacle": decided.obstacle(user, view) if permissions.can_confirm_decision(user) else "",
        "can_retract": permissions.can_retract_decision(user, made) and not view.closed,
        "can_divide": permissions.can_prepare_decision(user)
        and made.is_standing
        and not view.closed,
        "passed_over": made.passed_over.select_related("application") if made.is_promotion else [],
    }
    return render(request, "applications/selection/decision.html", context)


def find(request: HttpRequest, pk: int) -> Decision:
    require(permissions.can_see_decisions(request.user))
    people = ("call__action", "prepared_by", "confirmed_by", "retracted_by")
    return get_object_or_404(Decision.objects.select_related(*people), pk=pk)


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    user, made = request.user, find(request, pk)
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    view = decided.view_for(user, made)
    context = {"decision": made, "view": view}
    if obstacle := decided.obstacle(user, view):
        return render(
            request,
            "applications/selection/confirm.html",
            {**context, "obstacle": obstacle},
            status=403,
        )
    require(permissions.can_confirm_decision(user))
    seen = deciding.moves_of(view.items)
    form = context["form"] = ConfirmForm(
        request.POST if request.method == "POST" else None, initial={"seen": seen}
    )
    context |= {"seen": seen, "moves": with_parts(made, view.funded)}
    if form.is_valid():
        data = form.cleaned_data
        try:
            press = {"by": user, "seen": data["seen"] or None, "request_key": form.key}
            deciding.confirm(made, document=data["document"], **press)
        except DomainError as error:
            return refused(request, "applications/selection/confirm.html", context, form, error)
        messages.success(request, _("The decision is confirmed."))
        return redirect(made)
    return page(request, "applications/selection/confirm.html", context, form)


def with_parts(decision: Decision, items: list[DecisionItem]) -> list[tuple[DecisionItem, list]]:
    """Each item with the names of its sources and EUR of each."""
    names = dict(decision.call.action.strategy.sources.values_list("code", "name"))
    return [(item, parts_of(item.split, names)) for item in items]


def divide(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The sources of one proposed grant, by hand, until the decision is confirmed."""
    made = find(request, pk)
    require(permissions.can_prepare_decision(request.user))
    item = next(
        (item for item in decided.view_for(request.user, made).funded if item.pk == item_pk), None
    )
    if item is None:
        raise Http404
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    form = DivideForm(
        made.call.action.strategy, item, request.POST if request.method == "POST" else None
    )
    context = {"decision": made, "item": item, "form": form}
    if form.is_valid():
        try:
            dividing.divide(item, form.parts, by=request.user, request_key=form.key)
        except DomainError as error:
            return refused(request, "applications/selection/divide.html", context, form, error)
        messages.success(request, _("The division is recorded."))
        return redirect(made)
    return page(request, "applications/selection/divide.html", context, form)


def retract(request: HttpRequest, pk: int) -> HttpResponse:
    user, made = request.user, find(request, pk)
    require(permissions.can_retract_decision(user, made))
    if request.method == "GET" and not made.is_standing:
        return redirect(made)
    form = RetractForm(request.POST if request.method == "POST" else None)
    context = {"decision": made, "form": form}
    if form.is_valid():
        try:
            deciding.retract(
                made, by=user, reason=form.cleaned_data["reason"], request_key=form.key
            )
        except DomainError as error:
            return refused(request, "applications/selection/retract.html", context, form, error)
        messages.success(request, _("The decision is retracted."))
        return redirect(made)
    return page(request, "applications/selection/retract.html", context, form)
