"""Shared by the applicant's pages: find an own application, and why it is locked."""

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from applications import permissions, workflow
from applications.models import Application
from strategy_portal.templatetags import long_moment


def own_application(request: HttpRequest, reference: str) -> Application:
    """Return an application of the user's organisations, with related rows.

    Raises Http404 for anybody else's: a 403 would reveal that it exists.
    """
    own = Application.objects.of_applicant(request.user)
    own = own.select_related("call", "organisation").prefetch_related("cost_lines")
    return get_object_or_404(own.referred_to(reference))


def why_locked(request: HttpRequest, application: Application, now: datetime) -> str:
    """Return why the user can't edit the application at `now`; empty if they can.

    `now` is database time.
    """
    call = application.call
    if not application.is_draft:
        return _("The application is submitted, so its answers no longer change.")
    if call.has_closed_at(now):
        text = _(
            "The call closed on %(when)s and the application was not submitted. "
            "Your answers are kept."
        )
        return text % {"when": long_moment(call.closes_at)}
    if not call.is_filed_here:
        return _(
            "Applications to this call are submitted through DMS, not here. Your answers are kept."
        )
    if not permissions.can_edit(request.user, application):
        return _(
            "You may read this application. The organisation's account managers and "
            "editors fill it in."
        )
    return ""


def may_withdraw(request: HttpRequest, application: Application) -> bool:
    """Whether to offer the user a link to withdraw the application."""
    is_possible = workflow.can(application, "withdraw")
    return is_possible and permissions.can_submit(request.user, application)
