"""The office's desk, its queue, and the steps before scoring: reading, checking, assigning evaluators."""

from uuid import uuid4

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection import impartiality, permissions
from applications.selection.forms.assessment import CheckForm, EvaluatorsForm
from applications.selection.models import CheckSheet
from applications.selection.operations import assessing, checking
from applications.selection.pages import desk as waiting
from applications.selection.pages import review as reading
from applications.selection.pages.queue import COLUMNS, QueueForm, searched
from applications.selection.views.gate import numbered_page, reads_content
from budget.models import Action
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require

SHOWN = 50
LONG_TEXTS = ["public_summary", "need", "aim", "change", "continuity"]


def desk(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    context = {
        "tasks": waiting.tasks(user),
        "to_score": waiting.first_to_score(user)[:5] if user.is_evaluator else [],
        "calls": waiting.calls_at_work(user),
        "actions": Action.objects.with_balance().order_by("strategy", "code"),
        "can_see_ranking": permissions.can_see_ranking(user),
        "offers": [
            (line, {"sha256": line.sha256, "request_key": uuid4()}) for line in waiting.offers(user)
        ],
    }
    return render(request, "applications/selection/desk.html", context)


def queue(request: HttpRequest) -> HttpResponse:
    user = request.user
    require(permissions.can_work(user))
    readable = impartiality.readable(user)
    form = QueueForm(request.GET, user=user, readable=readable)
    found = form.sort(form.filter(readable)) if form.is_valid() else readable.none()
    rows = found.select_related("call__action", "organisation").defer(*LONG_TEXTS)
    undeclared = list(undeclared_of(user, form.cleaned_data["q"] if form.is_valid() else ""))
    context = {
        "form": form,
        "page_obj": numbered_page(request, rows),
        "columns": columns(form, request),
        "query": query_without(request, "page"),
        "undeclared": undeclared[:SHOWN],
        "more": len(undeclared[SHOWN:]),
        "conflicted": impartiality.conflicted_for(user).order_by("number"),
    }
    call = form.cleaned_data.get("kvietimas")
    if call and permissions.can_see_progress(user):
        context["late"] = reading.late_attempts(call, user)
    return page(request, "applications/selection/queue.html", context, form)


def undeclared_of(user: User, text: str) -> QuerySet[Application]:
    """What the person has to declare about first: found by applicant and title, in no order that tells more."""
    known = impartiality.with_reading(impartiality.visible_to(user), user).filter(is_readable=False)
    return searched(known.select_related("organisation").defer(*LONG_TEXTS), text).order_by(
        "number"
    )


def query_without(request: HttpRequest, *names: str) -> str:
    """The address's query without `names`, ready for one more parameter."""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    return f"{query.urlencode()}&" if query else ""


def columns(form: QueueForm, request: HttpRequest) -> list[dict]:
    """The head of the queue: what each link sorts by, and which column sorts now."""
    order, rest = form.order if form.is_valid() else "", query_without(request, "page", "rikiuoti")
    return [
        {
            "label": column.label,
            "is_numeric": column.is_numeric,
            "sorts": {column.slug: "ascending", f"-{column.slug}": "descending"}.get(order),
            "url": f"?{rest}rikiuoti={'-' if order == column.slug else ''}{column.slug}",
        }
        for column in COLUMNS
    ]


@reads_content
def review(request: HttpRequest, application: Application) -> HttpResponse:
    user = request.user
    context = {
        "application": application,
        **reading.answers_of(application),
        "events": reading.story(application, reasons=reading.may_read_reasons(user, application)),
        "check": reading.check_of(application),
        "progress": reading.progress_of(application)
        if permissions.can_see_progress(user)
        else None,
        "steps": steps(user, application),
        "can_declare": permissions.can_declare(user, application),
    }
    return render(request, "applications/selection/review.html", context)


def steps(user: User, application: Application) -> list[tuple[str, str]]:
    """What this person may do with the application now: labels and addresses, the most urgent first."""
    found = []
    if permissions.can_score(user, application):
        is_due = application.status == Status.SCORING
        found.append((_("Score the application") if is_due else _("Score sheet"), "score"))
    if permissions.can_check(user) and application.status in (Status.SUBMITTED, Status.CHECKING):
        found.append((_("Check the application"), "check_sheet"))
    if permissions.can_assign(user) and application.status in Status.unscored():
        found.append((_("Assign evaluators"), "assign"))
    urls = [
        (label, reverse(f"selection:{name}", args=[application.number])) for label, name in found
    ]
    if permissions.can_see_ranking(user) and application.status == Status.SCORED:
        urls.append(
            (_("Ranking of the call"), reverse("selection:ranking", args=[application.call.number]))
        )
    return urls


@reads_content
def check_sheet(request: HttpRequest, application: Application) -> HttpResponse:
    require(permissions.can_check(request.user))
    sheet = CheckSheet.objects.select_related("checked_by").filter(application=application).first()
    if sheet is None:
        return start_check(request, application)
    if request.POST.get("step") == "start":
        return redirect(request.path)
    form = CheckForm(
        sheet.answers.select_related("item"), request.POST if request.method == "POST" else None
    )
    context = {"application": application, "sheet": sheet, "form": form}
    is_concluding = request.POST.get("step") == "conclude"
    if form.is_valid() and (not is_concluding or form.demand_all()):
        try:
            done = (
                conclude(sheet, form, request)
                if is_concluding
                else save_check(sheet, form, request)
            )
        except DomainError as error:
            return refused(request, "applications/selection/check_sheet.html", context, form, error)
        return done
    return page(request, "applications/selection/check_sheet.html", context, form)


def start_check(request: HttpRequest, application: Application) -> HttpResponse:
    if request.method == "POST":
        checking.start(application, by=request.user)
        return redirect("selection:check_sheet", application.number)
    context = {
        "application": application,
        "items": application.call.check_items.all(),
        "may_start": workflow.can(application, "start_check"),
    }
    return render(request, "applications/selection/check_sheet.html", context)


def save_check(sheet: CheckSheet, form: CheckForm, request: HttpRequest) -> HttpResponse:
    checking.save(sheet, form.values)
    messages.success(request, _("Saved"))
    return redirect(request.path)


def conclude(sheet: CheckSheet, form: CheckForm, request: HttpRequest) -> HttpResponse:
    application = checking.conclude(sheet, form.values, by=request.user)
    messages.success(
        request,
        _("The check is concluded: %(status)s.") % {"status": application.get_status_display()},
    )
    return redirect("selection:review", application.number)


@reads_content
def assign(request: HttpRequest, application: Application) -> HttpResponse:
    require(permissions.can_assign(request.user))
    listed = list(impartiality.with_ties(permissions.considered_for(application), application))
    barred = [
        (person, obstacle) for person in listed if (obstacle := obstacle_of(person, application))
    ]
    judges = [person for person in listed if person.has_judged]
    free = [
        person
        for person in listed
        if not person.has_judged and not obstacle_of(person, application)
    ]
    form = EvaluatorsForm(free, request.POST if request.method == "POST" else None)
    context = {"application": application, "form": form, "barred": barred, "judges": judges}
    if form.is_valid():
        try:
            assessing.assign(application, [*form.chosen, *judges], by=request.user)
        except DomainError as error:
            return refused(request, "applications/selection/assign.html", context, form, error)
        messages.success(request, _("Evaluators assigned: %d") % (len(form.chosen) + len(judges)))
        return redirect("selection:review", application.number)
    return page(request, "applications/selection/assign.html", context, form)


def obstacle_of(person: User, application: Application) -> str:
    """Why the person can't be asked to score; empty when nothing is in the way. Needs considered_for, with_ties."""
    if person.has_judged:
        return ""
    if person.has_conflict:
        return _("has declared a conflict of interest")
    if person.is_member:
        return _("belongs to the applying organisation in this portal")
    if impartiality.shares_domain(person, application):
        return _("has an e-mail address of the same domain as the applicant")
    return "" if person.is_in_office else _("is not an evaluator now")
