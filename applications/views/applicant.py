"""The applicant's pages around the sections: the list, organisations, starting, checking, submitting, afterwards."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _

from applications import completeness, permissions, timeline, workflow
from applications.forms.organisation import MemberForm, OrganisationForm, RemovalForm
from applications.forms.submitting import StartForm, SubmitForm, WithdrawForm
from applications.models import Application, MembershipRole, Organisation, Status
from applications.operations import drafting, membership, submitting
from applications.views.own import may_withdraw, own_application, why_locked
from calls.models import Call, Phase
from strategy_portal import database
from strategy_portal.errors import DomainError, NotReady
from strategy_portal.http import page, refused, require

ON_A_PAGE = 50
MOST_WAITING = 5


def mine(request: HttpRequest) -> HttpResponse:
    own = Application.objects.of_applicant(request.user).select_related("call", "organisation")
    memberships = list(
        request.user.memberships.select_related("organisation").order_by("organisation__name")
    )
    waiting = own.filter(
        organisation__in=Organisation.objects.editable_by(request.user)
    ).unfinished()
    try:
        page_obj = Paginator(own.prefetch_related("cost_lines"), ON_A_PAGE).page(
            request.GET.get("page", 1)
        )
    except InvalidPage as error:
        raise Http404 from error
    now = database.now()
    context = {
        "now": now,
        "rows": [(application, timeline.next_step(application, now)) for application in page_obj],
        "waiting": waiting[:MOST_WAITING],
        "memberships": memberships,
        "page_obj": page_obj,
    }
    return page(request, "applications/mine.html", context)


def organisation_create(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(typed(request))
    context = {"form": form, "next": next_of(request)}
    if form.is_valid():
        try:
            organisation = drafting.found(form.instance, by=request.user)
        except DomainError as error:
            return refused(request, "applications/organisation_create.html", context, form, error)
        messages.success(request, _("The organisation is registered and you are its owner."))
        return redirect(
            context["next"] or reverse("applications:organisation", args=[organisation.pk])
        )
    return page(request, "applications/organisation_create.html", context, form)


def next_of(request: HttpRequest) -> str:
    """Where the person was going, if that is on this site."""
    address = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else ""


def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.of_member(request.user), pk=pk)
    if request.method == "POST":
        require(permissions.can_manage(request.user, organisation))
        return change_members(request, organisation)
    leaving = None
    if "salinti" in request.GET:
        require(permissions.can_manage(request.user, organisation))
        removal = RemovalForm(organisation, {"member": request.GET["salinti"]})
        leaving = removal.cleaned_data["member"] if removal.is_valid() else None
        if leaving is None:
            raise Http404
    return page(
        request,
        "applications/organisation.html",
        members_frame(request, organisation, leaving=leaving),
    )


def change_members(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    is_removal = "member" in request.POST
    form = RemovalForm(organisation, request.POST) if is_removal else MemberForm(request.POST)
    context = members_frame(request, organisation, form=form)
    if not form.is_valid():
        return page(request, "applications/organisation.html", context, form)
    try:
        if is_removal:
            membership.remove(form.cleaned_data["member"])
            messages.success(request, _("The person no longer acts for the organisation."))
        else:
            membership.add(organisation, **form.cleaned_data)
            messages.success(request, _("The person may act for the organisation now."))
    except DomainError as error:
        return refused(request, "applications/organisation.html", context, form, error)
    is_gone = not organisation.memberships.filter(user=request.user).exists()
    return (
        redirect("applications:mine")
        if is_gone
        else redirect("applications:organisation", organisation.pk)
    )


def members_frame(request: HttpRequest, organisation: Organisation, **more) -> dict:
    form = more.get("form")
    return {
        "organisation": organisation,
        "memberships": organisation.memberships.select_related("user").order_by("since", "pk"),
        "can_manage": permissions.can_manage(request.user, organisation),
        "member_form": form if isinstance(form, MemberForm) else MemberForm(),
        **more,
    }


def start(request: HttpRequest, number: str) -> HttpResponse:
    call = get_object_or_404(Call.objects.published().with_phase(), number=number)
    form = StartForm(request.user, typed(request))
    drafts = Application.objects.of_applicant(request.user).unfinished().filter(call=call)
    context = {"call": call, "form": form, "drafts": drafts.select_related("organisation")}
    if request.method == "POST" and form.is_valid():
        try:
            application = drafting.start(call, form.cleaned_data["organisation"], by=request.user)
        except DomainError as error:
            return refused(request, "applications/start.html", context, form, error)
        return redirect(application)
    if call.phase == Phase.OPEN and not request.user.memberships.exists():
        return redirect(
            f"{reverse('applications:organisation_create')}?{urlencode({'next': request.path})}"
        )
    return page(request, "applications/start.html", context, form)


def detail(
    request: HttpRequest, reference: str, *, after_submission: Callable[..., HttpResponse]
) -> HttpResponse:
    """The task list of a draft; once it is submitted, the page `after_submission` that a higher room hands down."""
    application = own_application(request, reference)
    if not application.is_draft:
        return after_submission(request, application)
    now = database.now()
    states = completeness.states(application)
    context = {
        "application": application,
        "now": now,
        "locked": why_locked(request, application, now),
        "states": states,
        "done": sum(1 for state in states if not state.problems),
        "following": next((state.section for state in states if state.problems), None),
    }
    return page(request, "applications/detail.html", context)


def answers(request: HttpRequest, reference: str) -> HttpResponse:
    return page(request, "applications/answers.html", whole(own_application(request, reference)))


def check(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    if not application.is_draft:
        return redirect("applications:answers", application.reference)
    return check_page(request, application)


def check_page(request: HttpRequest, application: Application, code: int = 200) -> HttpResponse:
    now = database.now()
    context = {
        **whole(application),
        "now": now,
        "locked": why_locked(request, application, now),
        "problems": completeness.problems(application),
        "is_refused": code != 200,
    }
    response = page(request, "applications/check.html", context)
    response.status_code = code
    return response


def whole(application: Application) -> dict:
    """What _answers.html needs."""
    lines = application.cost_lines.all()
    return {"application": application, "lines": lines, "total": completeness.total_of(lines)}


def submit(request: HttpRequest, reference: str) -> HttpResponse:
    at = database.now()  # before anything else: this is when the request arrived
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_submit(request.user, application))
        return submit_posted(request, application, at)
    if not application.is_draft:
        return redirect("applications:receipt", application.reference)
    if completeness.problems(application):
        return redirect("applications:check", application.reference)
    context = submit_frame(request, application, at, SubmitForm(initial={"request_key": uuid4()}))
    return page(request, "applications/submit.html", context)


def submit_posted(request: HttpRequest, application: Application, at: datetime) -> HttpResponse:
    form = SubmitForm(request.POST)
    context = submit_frame(request, application, at, form)
    if not form.is_valid():
        return page(request, "applications/submit.html", context, form)
    try:
        submitting.submit(
            application, by=request.user, at=at, request_key=form.cleaned_data["request_key"]
        )
    except NotReady as error:
        return check_page(request, application, error.status)
    except DomainError as error:
        return refused(request, "applications/submit.html", context, form, error)
    return redirect("applications:receipt", application.reference)


def submit_frame(
    request: HttpRequest, application: Application, at: datetime, form: SubmitForm
) -> dict:
    owners = application.organisation.memberships.filter(role=MembershipRole.OWNER).select_related(
        "user"
    )
    return {
        "application": application,
        "at": at,
        "form": form,
        "owners": [owner.user for owner in owners],
        "can_submit": any(owner.user_id == request.user.pk for owner in owners),
        "is_open": application.call.takes_applications_at(at),
    }


def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    version = get_object_or_404(application.versions.select_related("submitted_by"), number=1)
    steps = timeline.steps(application, application.status_changes.all())
    context = {"application": application, "version": version, "steps": steps}
    context["can_withdraw"] = may_withdraw(request, application)
    return page(request, "applications/receipt.html", context)


def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    require(permissions.can_submit(request.user, application))
    form = WithdrawForm(typed(request))
    is_possible = workflow.can(application, "withdraw")
    context = {"application": application, "form": form, "is_possible": is_possible}
    if request.method == "POST" and application.status == Status.WITHDRAWN:
        return redirect(application)  # pressed twice
    if form.is_valid():
        try:
            submitting.withdraw(
                application,
                by=request.user,
                reason=form.cleaned_data["reason"],
                request_key=form.key,
            )
        except DomainError as error:
            return refused(request, "applications/withdraw.html", context, form, error)
        messages.success(request, _("The application is withdrawn."))
        return redirect(application)
    return page(request, "applications/withdraw.html", context, form)


def typed(request: HttpRequest) -> QueryDict | None:
    """What was posted, even if that is nothing."""
    return request.POST if request.method == "POST" else None
