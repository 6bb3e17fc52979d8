"""The pages of an evaluator's score sheet: fill in, confirm, submit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import permissions
from applications.selection.forms.scoring import ScoresForm
from applications.selection.operations import scoring
from applications.selection.pages.review import answers_of
from applications.selection.pages.score_sheet import neighbours, sheet_for
from applications.selection.views.gate import reads_content
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require

TEMPLATE = "applications/selection/score.html"
CONFIRMING = "patvirtinti"  # query parameter of the confirmation page


@reads_content
def score(request: HttpRequest, application: Application) -> HttpResponse:
    user = request.user
    require(permissions.can_score(user, application))
    sheet = sheet_for(user, application)
    criteria = [line.criterion for line in sheet.lines]
    form = ScoresForm(criteria, posted(request), sheet.saved)
    is_open = application.status == Status.SCORING and not sheet.submitted_at
    context = {
        "application": application,
        "sheet": sheet,
        "form": form,
        "is_open": is_open,
        **answers_of(application),
        **neighbours(user, application),
    }
    # A form sent from the confirmation page is not a request to show it again
    is_confirming = CONFIRMING in request.GET and not form.is_bound
    if is_confirming and is_open and sheet.is_complete:
        return page(request, "applications/selection/score_confirm.html", context)
    if form.is_valid():
        try:
            if answer := take(request, application, form):
                return answer
        except DomainError as error:
            return refused(request, TEMPLATE, context, form, error)
    return page(request, TEMPLATE, context, form)


def take(request: HttpRequest, application: Application, form: ScoresForm) -> HttpResponse | None:
    """Save the draft, check it, or submit it, depending on the button.

    Returns None if a checked sheet is incomplete; the form then has the errors.
    """
    step = request.POST.get("step")
    if step == "submit":
        scoring.submit_scores(application, form.values, form.press(request.user))
        messages.success(request, _("The score sheet is submitted."))
        return redirect(request.path)
    # Saved before it is checked, so that an incomplete sheet is not lost
    scoring.save_scores(application, form.values, by=request.user)
    if step != "check":
        messages.success(request, _("Saved"))
        return redirect(request.path)
    if not form.demand_all():
        return None
    query = {CONFIRMING: 1}
    return redirect(reverse("selection:score", args=[application.number], query=query))
