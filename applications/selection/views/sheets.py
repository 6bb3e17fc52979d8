"""The page of all score sheets of an application, for the office and the board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from applications.models import Application
from applications.selection import permissions
from applications.selection.impartiality import sheets_shown_to
from applications.selection.views.gate import reads_content
from strategy_portal.http import require


@reads_content
def sheets(request: HttpRequest, application: Application) -> HttpResponse:
    require(permissions.can_read_sheets(request.user))
    scores = list(sheets_shown_to(application))
    # In the order of the first criterion's scores; every counted sheet has a score for each
    of_sheets = {score.sheet_id: score.sheet for score in scores}
    context = {
        "application": application,
        "sheets": list(of_sheets.values()),
        "scores": scores,
    }
    return render(request, "applications/selection/sheets.html", context)
