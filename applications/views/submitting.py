"""Pages for submitting an application, its receipt, and withdrawing it."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from applications import completeness, permissions, timeline, workflow
from applications.forms.submitting import SubmitForm, WithdrawForm
from applications.models import Application, MembershipRole
from applications.operations import submitting
from applications.views.applicant import check_page
from applications.views.own import may_withdraw, own_application
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, NotReady
from strategy_portal.http import page, posted, refused, require


def submit(request: HttpRequest, reference: str) -> HttpResponse:
    # First of all: the time of arrival decides, not how long the request takes to process
    at = clock.now()
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_submit(request.user, application))
        return submit_posted(request, application, at)
    if not application.is_draft:
        return redirect("applications:receipt", application.reference)
    # Don't offer a button that would be refused
    if completeness.problems(application) or not application.call.is_filed_here:
        return redirect("applications:check", application.reference)
    context = frame(request, application, at, SubmitForm())
    return page(request, "applications/submit.html", context)


def submit_posted(request: HttpRequest, application: Application, at: datetime) -> HttpResponse:
    form = SubmitForm(request.POST)
    context = frame(request, application, at, form)
    if not form.is_valid():
        return page(request, "applications/submit.html", context, form)
    try:
        submitting.submit(application, form.press(request.user), at=at)
    except NotReady as error:
        # The check page lists what is missing, with links to the fields
        return check_page(request, application, error.status)
    except DomainError as error:
        return refused(request, "applications/submit.html", context, form, error)
    return redirect("applications:receipt", application.reference)


def frame(request: HttpRequest, application: Application, at: datetime, form: SubmitForm) -> dict:
    memberships = application.organisation.memberships.current().select_related("user")
    owners = [owner.user for owner in memberships.filter(role=MembershipRole.OWNER)]
    return {
        "application": application,
        "at": at,
        "form": form,
        "owners": owners,
        "can_submit": request.user in owners,
        "is_open": application.call.takes_applications_at(at),
    }


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    version = get_object_or_404(application.versions.select_related("submitted_by"), number=1)
    context = {
        "application": application,
        "version": version,
        "steps": timeline.steps(application, application.status_changes.all()),
        "can_withdraw": may_withdraw(request, application),
    }
    return page(request, "applications/receipt.html", context)


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    require(permissions.can_submit(request.user, application))
    form = WithdrawForm(posted(request))
    context = {
        "application": application,
        "form": form,
        "is_possible": workflow.can(application, "withdraw"),
    }
    if not form.is_valid():
        return page(request, "applications/withdraw.html", context, form)
    reason = form.cleaned_data["reason"]
    try:
        submitting.withdraw(application, form.press(request.user), reason=reason)
    except DomainError as error:
        return refused(request, "applications/withdraw.html", context, form, error)
    messages.success(request, _("The application is withdrawn."))
    return redirect(application)
