"""The office's desk: what each person has to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from applications.selection import permissions
from applications.selection.impartiality import shows_proposed_to
from applications.selection.pages import desk as waiting
from budget.figures import current_figures
from strategy_portal.http import require

TO_SCORE_SHOWN = 5


def desk(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    to_score = waiting.first_to_score(user)[:TO_SCORE_SHOWN] if user.is_evaluator else []
    sees_all = shows_proposed_to(user)
    context = {
        "tasks": waiting.tasks(user),
        "to_score": to_score,
        "calls": waiting.calls_at_work(user),
        "figures": current_figures(proposed=sees_all),
        "can_see_ranking": permissions.can_see_ranking(user),
        "offers": waiting.offers(user, proposed=sees_all),
    }
    return render(request, "applications/selection/desk.html", context)
