"""What the applicant's pages share: finding one's own application, and saying why it can't be filled in now."""

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from applications import permissions, workflow
from applications.models import Application
from strategy_portal.templatetags import long_moment


def own_application(request: HttpRequest, reference: str) -> Application:
    """The application of one's organisation with its call, organisation and cost lines; 404 for anybody else."""
    applications = Application.objects.of_applicant(request.user).select_related(
        "call", "organisation"
    )
    return get_object_or_404(applications.prefetch_related("cost_lines").referred_to(reference))


def why_locked(request: HttpRequest, application: Application, now: datetime) -> str:
    """Why this person can't fill the application in at `now`; empty when they can."""
    if not application.is_draft:
        return _("The application is submitted, so its answers no longer change.")
    if now >= application.call.closes_at:
        return _(
            "The call closed on %(when)s and the application was not submitted. Your answers are kept."
        ) % {"when": long_moment(application.call.closes_at)}
    if not permissions.can_edit(request.user, application):
        return _(
            "You may read this application. Owners and editors of the organisation fill it in."
        )
    return ""


def may_withdraw(request: HttpRequest, application: Application) -> bool:
    """Whether the page offers this person a link to withdraw."""
    return workflow.can(application, "withdraw") and permissions.can_submit(
        request.user, application
    )
