"""Assigning evaluators to an application."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection import permissions
from applications.selection.forms.scoring import EvaluatorsForm
from applications.selection.operations import scoring
from applications.selection.pages.assigning import choice_for
from applications.selection.views.gate import reads_content
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require

TEMPLATE = "applications/selection/assign.html"


@reads_content
def assign(request: HttpRequest, application: Application) -> HttpResponse:
    require(permissions.can_assign(request.user))
    choice = choice_for(application)
    form = EvaluatorsForm(choice.free, posted(request))
    context = {
        "application": application,
        "form": form,
        "barred": choice.barred,
        "judges": choice.judges,
    }
    if form.is_valid():
        # Those who have scored stay: they can't be unassigned, so the form doesn't offer them
        evaluators = [*form.chosen, *choice.judges]
        try:
            scoring.assign(application, evaluators, by=request.user)
        except DomainError as error:
            return refused(request, TEMPLATE, context, form, error)
        messages.success(request, _("Evaluators assigned: %d") % len(evaluators))
        return redirect("selection:review", application.number)
    return page(request, TEMPLATE, context, form)
