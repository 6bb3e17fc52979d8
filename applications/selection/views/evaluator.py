"""The evaluator's steps: declare impartiality before any content, score, step aside when a conflict comes to light."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import impartiality, permissions
from applications.selection.forms.assessment import ConflictForm, DeclarationForm, ScoresForm
from applications.selection.operations import assessing
from applications.selection.pages import review as reading
from applications.selection.pages.score_sheet import sheet_for
from applications.selection.views.gate import find, reads_content
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require


def declare(request: HttpRequest, number: str) -> HttpResponse:
    """Shows nothing of the application but applicant and title."""
    user = request.user
    if request.method == "POST" and has_recused(user, number):
        return redirect("selection:queue")
    application = find(request, number)
    require(permissions.can_declare(user, application))
    if request.method == "GET" and impartiality.declaration_of(user, application):
        return redirect("selection:review", number)
    found = impartiality.links(user, application)
    form = DeclarationForm(
        request.POST if request.method == "POST" else None,
        initial={"has_conflict": "yes"} if found else None,
    )
    if form.is_valid():
        assessing.declare(application, by=user, **form.cleaned_data)
        if form.cleaned_data["has_conflict"]:
            return recused(request, application)
        messages.success(request, _("The declaration is signed."))
        return redirect("selection:score" if application.is_given else "selection:review", number)
    context = {"application": application, "form": form, "links": found}
    return page(request, "applications/selection/declare.html", context, form)


def recuse(request: HttpRequest, number: str) -> HttpResponse:
    """A conflict found later: the person's part ends at once. Shows nothing but applicant and title."""
    user = request.user
    if request.method == "POST" and has_recused(user, number):
        return redirect("selection:queue")
    application = find(request, number)
    require(permissions.can_declare(user, application))
    form = ConflictForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        assessing.declare(application, by=user, has_conflict=True, **form.cleaned_data)
        return recused(request, application)
    return page(
        request,
        "applications/selection/recuse.html",
        {"application": application, "form": form},
        form,
    )


def has_recused(user: User, number: str) -> bool:
    """Whether the form was sent twice: the second press answers as the first."""
    return impartiality.conflicted_for(user).filter(number=number).exists()


def recused(request: HttpRequest, application: Application) -> HttpResponse:
    text = _("You have recused yourself from %(number)s. Its content is closed to you.")
    messages.success(request, text % {"number": application.number})
    return redirect("selection:queue")


@reads_content
def score(request: HttpRequest, application: Application) -> HttpResponse:
    user = request.user
    require(permissions.can_score(user, application))
    sheet = sheet_for(user, application)
    criteria = [line.criterion for line in sheet.lines]
    form = ScoresForm(criteria, request.POST if request.method == "POST" else None, sheet.saved)
    context = {
        "application": application,
        "sheet": sheet,
        "form": form,
        "is_open": application.status == Status.SCORING and not sheet.submitted_at,
        **reading.answers_of(application),
        **neighbours(application, user),
    }
    if (
        context["is_open"]
        and sheet.is_complete
        and "patvirtinti" in request.GET
        and not form.is_bound
    ):
        return page(request, "applications/selection/score_confirm.html", context)
    if form.is_valid():
        try:
            if answer := take(request, application, form):
                return answer
        except DomainError as error:
            return refused(request, "applications/selection/score.html", context, form, error)
    return page(request, "applications/selection/score.html", context, form)


def take(request: HttpRequest, application: Application, form: ScoresForm) -> HttpResponse | None:
    """Save the draft, or look whether it is complete, or submit what the confirmation page showed."""
    step = request.POST.get("step")
    if step == "submit":
        assessing.submit_scores(application, form.values, by=request.user)
        messages.success(request, _("The score sheet is submitted."))
        return redirect(request.path)
    assessing.save_scores(application, form.values, by=request.user)
    if step != "check":
        messages.success(request, _("Saved"))
        return redirect(request.path)
    return redirect(f"{request.path}?patvirtinti=1") if form.demand_all() else None


def neighbours(application: Application, user: User) -> dict:
    """Where the application stands among those the person was given: position, previous, next."""
    given = impartiality.visible_to(user).filter(assignments__evaluator=user)
    numbers = list(given.order_by("call", "sequence").values_list("number", flat=True))
    place = numbers.index(application.number)
    return {
        "position": place + 1,
        "count": len(numbers),
        "previous": numbers[place - 1] if place else None,
        "next": numbers[place + 1] if place + 1 < len(numbers) else None,
    }
