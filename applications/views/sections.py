"""The pages on which an applicant fills in an application, section by section."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications import answers, completeness, permissions
from applications.completeness import BY_SLUG, SECTIONS, Section
from applications.forms.costs import BaseCostLines, CostsForm, saved_lines, typed_lines
from applications.forms.lines import redrawn
from applications.forms.sections import FORMS, SectionForm
from applications.models import Application
from applications.operations import drafting
from applications.views.own import own_application, why_locked
from strategy_portal import database
from strategy_portal.errors import DomainError
from strategy_portal.http import page, require

COSTS = BY_SLUG["samata"]


def section(request: HttpRequest, reference: str, section: str) -> HttpResponse:
    part = BY_SLUG.get(section)
    if part is None:
        raise Http404
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_edit(request.user, application))
        return save_section(request, application, part)
    if locked := why_locked(request, application, database.now()):
        return read_only(request, application, part, locked)
    revision = {"revision": application.revisions.get(part.slug, 0)}
    form = FORMS[part.slug](instance=copy(application), initial=revision)
    remaining = remaining_in(application, part)
    return page(request, "applications/section.html", frame(request, application, part, form=form, remaining=remaining))


def save_section(request: HttpRequest, application: Application, part: Section) -> HttpResponse:
    form = FORMS[part.slug](request.POST, instance=copy(application))
    if form.is_valid() and "fill" in request.POST:
        form.fill_own_funds(completeness.total_of(application.cost_lines.all()))
    status = 422
    if form.is_valid():
        try:
            drafting.save_section(application, part.slug, form.values, revision=form.cleaned_data["revision"])
        except DomainError as error:
            form.add_error(None, str(error))
            status = error.status
        else:
            return saved(request, application, part)
    context = frame(request, application, part, form=form)
    if status == 409 or "revision" in form.errors:
        fresh = own_application(request, application.reference)
        context["differences"] = differences(form, fresh)
        form.data = {**form.data.dict(), "revision": fresh.revisions.get(part.slug, 0)}
    return answer(page(request, "applications/section.html", context, form), status)


def costs(request: HttpRequest, reference: str) -> HttpResponse:
    application = own_application(request, reference)
    if request.method == "POST":
        require(permissions.can_edit(request.user, application))
        if {"add", "remove", "restore", "recalculate"} & set(request.POST):
            return redraw_costs(request, application)
        return save_costs(request, application)
    if locked := why_locked(request, application, database.now()):
        return read_only(request, application, COSTS, locked)
    form = CostsForm(initial={"revision": application.revisions.get(COSTS.slug, 0)})
    lines = saved_lines(application.cost_lines.all())
    context = costs_frame(request, application, form, lines)
    return page(request, "applications/costs.html", {**context, "remaining": remaining_in(application, COSTS)})
