"""The pages of an administrative check: start, fill in, conclude."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application
from applications.selection import permissions
from applications.selection.forms.checking import CheckForm
from applications.selection.models import CheckSheet
from applications.selection.operations import checking
from applications.selection.views.gate import reads_content
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError
from strategy_portal.http import page, posted, refused, require

TEMPLATE = "applications/selection/check_sheet.html"


@reads_content
def check_sheet(request: HttpRequest, application: Application) -> HttpResponse:
    require(permissions.can_check(request.user))
    sheet = CheckSheet.objects.select_related("checked_by").filter(application=application).first()
    if sheet is None:
        return start(request, application)
    step = request.POST.get("step")
    if step == "start":
        # A colleague was quicker: this form is empty, and their draft must not be overwritten
        return redirect(request.path)
    form = CheckForm(sheet.answers.select_related("item"), posted(request))
    context = {"application": application, "sheet": sheet, "form": form}
    is_concluding = step == "conclude"
    # A draft may have gaps; only concluding demands all answers
    if form.is_valid() and (not is_concluding or form.demand_all()):
        take = conclude if is_concluding else save
        try:
            return take(request, sheet, form)
        except DomainError as error:
            return refused(request, TEMPLATE, context, form, error)
    return page(request, TEMPLATE, context, form)


def start(request: HttpRequest, application: Application) -> HttpResponse:
    if request.method == "POST":
        checking.start(application, by=request.user)
        return redirect("selection:check_sheet", application.number)
    context = {
        "application": application,
        "items": application.call.check_items.all(),
        "may_start": workflow.can(application, "start_check"),
        "is_open": not application.call.has_closed_at(clock.now()),
    }
    return render(request, TEMPLATE, context)


def save(request: HttpRequest, sheet: CheckSheet, form: CheckForm) -> HttpResponse:
    checking.save(sheet, form.values)
    messages.success(request, _("Saved"))
    return redirect(request.path)


def conclude(request: HttpRequest, sheet: CheckSheet, form: CheckForm) -> HttpResponse:
    application = checking.conclude(sheet, form.values, form.press(request.user))
    status = application.get_status_display()
    messages.success(request, _("The check is concluded: %(status)s.") % {"status": status})
    return redirect("selection:review", application.number)
