"""What the applicant's pages share: one's own application, and why it can't be filled in now."""

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from applications import permissions, workflow
from applications.models import Application
from strategy_portal.templatetags import long_moment


def own_application(request: HttpRequest, reference: str) -> Application:
    """The application of one's organisation, with what its pages show; 404 for anybody else."""
    own = Application.objects.of_applicant(request.user)
    own = own.select_related("call", "organisation").prefetch_related("cost_lines")
    return get_object_or_404(own.referred_to(reference))


def why_locked(request: HttpRequest, application: Application, now: datetime) -> str:
    """Why this person can't fill the application in at `now`; empty when they can."""
    closes_at = application.call.closes_at
    if not application.is_draft:
        return _("The application is submitted, so its answers no longer change.")
    if now >= closes_at:
        text = _(
            "The call closed on %(when)s and the application was not submitted. "
            "Your answers are kept."
        )
        return text % {"when": long_moment(closes_at)}
    if not permissions.can_edit(request.user, application):
        return _(
            "You may read this application. The organisation's account managers and "
            "editors fill it in."
        )
    return ""


def may_withdraw(request: HttpRequest, application: Application) -> bool:
    """Whether the page offers this person a link to withdraw."""
    is_possible = workflow.can(application, "withdraw")
    return is_possible and permissions.can_submit(request.user, application)
