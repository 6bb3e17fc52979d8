"""The applicant's page of a submitted application; strategy_portal/urls.py connects it."""

from django.http import HttpRequest, HttpResponse

from applications import timeline
from applications.models import Application
from applications.selection.pages.progress import decided_item, shown_score, waiting_of
from applications.views.own import may_withdraw
from strategy_portal.http import page


def progress(request: HttpRequest, application: Application) -> HttpResponse:
    changes = list(application.status_changes.all())
    item = decided_item(application)
    context = {
        "application": application,
        "steps": timeline.steps(application, changes),
        "last": changes[-1],
        "item": item,
        "score": shown_score(application, item),
        "waiting": waiting_of(application),
        "can_withdraw": may_withdraw(request, application),
    }
    return page(request, "applications/selection/progress.html", context)
