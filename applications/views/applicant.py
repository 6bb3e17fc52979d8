"""The applicant's pages around the sections: list, start, task list, check."""

from collections.abc import Callable

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from applications import completeness, funding, timeline
from applications.forms.submitting import StartForm
from applications.models import Application, Organisation
from applications.operations import drafting
from applications.views.own import own_application, why_locked
from calls.models import Call, Phase
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused

ON_A_PAGE = 50
MOST_WAITING = 5


def mine(request: HttpRequest) -> HttpResponse:
    own = Application.objects.of_applicant(request.user).select_related("call", "organisation")
    editable = Organisation.objects.editable_by(request.user)
    memberships = request.user.memberships.current().select_related("organisation")
    page_obj = page_of(request, own)
    now = clock.now()
    context = {
        "now": now,
        "rows": [(application, timeline.next_step(application, now)) for application in page_obj],
        "waiting": own.filter(organisation__in=editable).unfinished()[:MOST_WAITING],
        "memberships": list(memberships.order_by("organisation__name")),
        "page_obj": page_obj,
    }
    return page(request, "applications/mine.html", context)


def page_of(request: HttpRequest, own: QuerySet[Application]) -> Page:
    pages = Paginator(own.prefetch_related("cost_lines"), ON_A_PAGE)
    try:
        return pages.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error


def start(request: HttpRequest, number: str) -> HttpResponse:
    call = get_object_or_404(Call.objects.published().with_phase(), number=number)
    form = StartForm(request.user, posted(request))
    own = Application.objects.of_applicant(request.user)
    drafts = own.unfinished().filter(call=call).select_related("organisation")
    context = {"call": call, "form": form, "drafts": drafts}
    if not call.is_filed_here:
        return render(request, "applications/start.html", context, status=409)
    if form.is_valid():
        try:
            application = drafting.start(call, form.cleaned_data["organisation"], by=request.user)
        except DomainError as error:
            return refused(request, "applications/start.html", context, form, error)
        return redirect(application)
    if call.phase == Phase.OPEN and not request.user.memberships.current().exists():
        # An organisation first; `next` leads back to this page
        onward = {"next": request.path}
        return redirect(reverse("applications:organisation_create", query=onward))
    return page(request, "applications/start.html", context, form)


def detail(
    request: HttpRequest, reference: str, *, after_submission: Callable[..., HttpResponse]
) -> HttpResponse:
    """Show the task list of a draft; after submission, the view `after_submission`."""
    # Passed in by the root URLs: the selection is a higher room, which this one can't import
    application = own_application(request, reference)
    if not application.is_draft:
        return after_submission(request, application)
    now = clock.now()
    states = completeness.states(application)
    unfinished = [state.section for state in states if state.problems]
    context = {
        "application": application,
        "now": now,
        "locked": why_locked(request, application, now),
        "states": states,
        "done": len(states) - len(unfinished),
        "following": unfinished[0] if unfinished else None,
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
    now = clock.now()
    context = {
        **whole(application),
        "now": now,
        "locked": why_locked(request, application, now),
        "problems": completeness.problems(application),
        "is_refused": code != 200,
    }
    response = page(request, "applications/check.html", context)
    # 422 when it answers a refused submission, whose own form is not at fault
    response.status_code = code
    return response


def whole(application: Application) -> dict:
    """Return the context of _answers.html."""
    lines = application.cost_lines.all()
    return {"application": application, "lines": lines, "total": funding.total_of(lines)}
