"""The page of a call's ranking, and preparing a decision from it.

If part of the call is closed to the user, order and sums are hidden: they would reveal it.
"""

from django.contrib import messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection import impartiality, permissions
from applications.selection.call_ranking import Ranking, ranking_of
from applications.selection.forms.deciding import ProposalsForm
from applications.selection.impartiality import shows_proposed_to
from applications.selection.models import Decision
from applications.selection.operations import preparing
from applications.selection.pages.ranking import table_of
from calls.models import Call, Phase
from strategy_portal.errors import DomainError, OverBudget
from strategy_portal.http import page, posted, refused, require

TEMPLATE = "applications/selection/ranking.html"
DIVIDING = "saltiniai"  # query parameter of the page that asks how each grant is divided


def ranking(request: HttpRequest, number: str) -> HttpResponse:
    user = request.user
    require(permissions.can_see_ranking(user))
    call = get_object_or_404(calls(), number=number)
    listed = list(impartiality.of_call(call, user))
    sees_all = shows_proposed_to(user)
    ranked = ranking_of(call, proposed=sees_all)
    if any(application.is_barring for application in listed):
        return partial_ranking(request, ranked, listed)
    form = ProposalsForm(ranked, posted(request), divides=DIVIDING in request.GET)
    if form.is_bound:
        require(permissions.can_prepare_decision(user))
        if request.POST.get("step") == "prepare" and form.is_valid():
            return prepare(request, form, listed, sees_all=sees_all)
    if "request_key" in form.errors:
        form.renew()  # or every further press would fail the same way
    return page(request, TEMPLATE, context_of(request, form, listed), form)


def calls() -> QuerySet[Call]:
    """The calls that can be ranked; `standing` is the key of the one decision that stands."""
    standing = Decision.objects.standing().filter(call=OuterRef("pk"))
    return (
        Call.objects.published()
        .with_phase()
        .annotate(standing=Subquery(standing.values("pk")[:1]))
        .select_related("action__strategy")
    )


def prepare(
    request: HttpRequest, form: ProposalsForm, listed: list[Application], *, sees_all: bool
) -> HttpResponse:
    call = form.ranking.call
    reason = form.cleaned_data["unscored_reason"]
    press = form.press(request.user, sees_all=sees_all)
    try:
        decision = preparing.prepare(call, form.proposals, press, unscored_reason=reason)
    except DomainError as error:
        # Ranked again, so that the next press is about what this page shows. A source may have
        # too little for its share while others have money: then people may divide by hand
        lacks_money = isinstance(error, OverBudget)
        ranked = ranking_of(call, proposed=sees_all)
        form = ProposalsForm(ranked, request.POST, divides=lacks_money)
        context = context_of(request, form, listed)
        return refused(request, TEMPLATE, context, form, error)
    messages.success(request, _("The decision is prepared. Another person has to confirm it."))
    return redirect(decision)


def context_of(request: HttpRequest, form: ProposalsForm, listed: list[Application]) -> dict:
    ranked = form.ranking
    may_prepare = permissions.can_prepare_decision(request.user)
    unscored = [application for application in listed if application.is_unscored]
    has_closed = ranked.call.phase == Phase.CLOSED
    standing = ranked.call.standing
    return {
        "call": ranked.call,
        "ranked": ranked,
        "table": table_of(ranked, form),
        "form": form,
        "can_prepare": may_prepare and has_closed and not standing and bool(ranked.rows),
        "unscored": unscored,
    }


def partial_ranking(
    request: HttpRequest, ranked: Ranking, listed: list[Application]
) -> HttpResponse:
    """Show the readable applications only, without order, sums or the form.

    For users to whom part of the call is closed.
    """
    closed = {application.number for application in listed if application.is_closed}
    rows = [
        (ranked.applications[row.number], row) for row in ranked.rows if row.number not in closed
    ]
    context = {
        "call": ranked.call,
        # By number: the order by rank would leave gaps where the closed ones are
        "rows": sorted(rows, key=lambda row: row[0].sequence),
        "closed": [application for application in listed if application.is_closed],
    }
    status = 403 if request.method == "POST" else 200
    return render(request, "applications/selection/ranking_partial.html", context, status=status)
