"""The office's page of one application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from applications.models import Application
from applications.selection import permissions
from applications.selection.pages import review as reading
from applications.selection.views.gate import reads_content


@reads_content
def review(request: HttpRequest, application: Application) -> HttpResponse:
    user = request.user
    reasons = reading.may_read_reasons(user, application)
    context = {
        "application": application,
        **reading.answers_of(application),
        "events": reading.story(application, reasons=reasons),
        "check": reading.check_of(application),
        "progress": reading.progress_for(user, application),
        "steps": reading.steps_of(user, application),
        "can_read_sheets": permissions.can_read_sheets(user),
        "can_declare": permissions.can_declare(user, application),
    }
    return render(request, "applications/selection/review.html", context)
