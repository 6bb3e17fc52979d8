"""The pages on which an applicant fills in an application, section by section."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from applications import answers, completeness, permissions
from applications.completeness import BY_SLUG, SECTIONS, Section
from applications.forms.costs import (
    FIELDS,
    MOST_LINES,
    BaseCostLines,
    CostsForm,
    lines_of,
    removed_row,
    rows_of,
    saved_lines,
    typed_lines,
)
from applications.forms.sections import FORMS, FundingForm, SectionForm
from applications.models import Application
from applications.operations import drafting
from applications.views.own import own_application, why_locked
from strategy_portal import database
from strategy_portal.errors import DomainError
from strategy_portal.http import page, refused, require

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
    return page(
        request,
        "applications/section.html",
        frame(request, application, part, form=form, remaining=remaining),
    )


def save_section(request: HttpRequest, application: Application, part: Section) -> HttpResponse:
    form = FORMS[part.slug](request.POST, instance=copy(application))
    context = frame(request, application, part, form=form)
    if form.is_valid() and isinstance(form, FundingForm) and "fill" in request.POST:
        form.fill_own_funds(context["total"])
    if form.is_valid():
        try:
            drafting.save_section(
                application, part.slug, form.values, revision=form.cleaned_data["revision"]
            )
        except DomainError as error:
            context |= catch_up(request, application, part, form)
            return refused(request, "applications/section.html", context, form, error)
        return saved(request, application, part)
    if "revision" in form.errors:
        context |= catch_up(request, application, part, form)
    return page(request, "applications/section.html", context, form)


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
    return page(
        request,
        "applications/costs.html",
        {**context, "remaining": remaining_in(application, COSTS)},
    )


def save_costs(request: HttpRequest, application: Application) -> HttpResponse:
    form, lines = CostsForm(request.POST), typed_lines(request.POST)
    context = costs_frame(request, application, form, lines) | {"problems_of": [form, lines]}
    if form.is_valid() and lines.is_valid():
        values = [line.values for line in lines.typed]
        try:
            drafting.save_costs(application, values, revision=form.cleaned_data["revision"])
        except DomainError as error:
            context |= catch_up(request, application, COSTS, form)
            return refused(request, "applications/costs.html", context, form, error)
        return saved(request, application, COSTS)
    if "revision" in form.errors:
        context |= catch_up(request, application, COSTS, form)
    return page(request, "applications/costs.html", context, form, lines)


def redraw_costs(request: HttpRequest, application: Application) -> HttpResponse:
    """Add, remove, put back or recalculate: nothing is saved and nothing typed is lost."""
    rows, form, more = rows_of(request.POST), CostsForm(request.POST), {}
    if "add" in request.POST and len(rows) < MOST_LINES:
        rows.append(dict.fromkeys(FIELDS, ""))
        more = {"focus_name": len(rows) - 1}
    elif "remove" in request.POST:
        index = index_in(rows, request.POST["remove"])
        more = {
            "removed": rows.pop(index),
            "removed_index": index,
            "focus_line": min(index, max(len(rows) - 1, 0)),
        }
    elif "restore" in request.POST:
        index = index_in([*rows, None], request.POST["restore"])
        rows.insert(index, removed_row(request.POST))
        more = {"focus_name": index}
    lines = lines_of(rows)
    if "focus_name" in more:
        lines.forms[more["focus_name"]].fields["name"].widget.attrs["autofocus"] = True
    context = costs_frame(request, application, form, lines) | more
    if "recalculate" not in request.POST:
        return page(request, "applications/costs.html", context)
    return page(
        request, "applications/costs.html", {**context, "problems_of": [form, lines]}, form, lines
    )


def index_in(rows: list, text: str) -> int:
    """The position a button names; 404 unless there is such a line."""
    if not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) >= len(rows):
        raise Http404
    return int(text)


def costs_frame(
    request: HttpRequest, application: Application, form: CostsForm, lines: BaseCostLines
) -> dict:
    if lines.is_bound:
        lines.is_valid()  # the sums are made of what was understood
    context = frame(request, application, COSTS, form=form, total=lines.total)
    return {
        **context,
        "lines": lines,
        "most_lines": MOST_LINES,
        "limits": completeness.limits(application, lines.total),
    }


def frame(request: HttpRequest, application: Application, part: Section, **more) -> dict:
    """What the page of any section shows."""
    return {
        "application": application,
        "part": part,
        "number": SECTIONS.index(part) + 1,
        "count": len(SECTIONS),
        "is_last": part is SECTIONS[-1],
        "returns_to_check": returns_to_check(request),
        "total": completeness.total_of(application.cost_lines.all()),
        **more,
    }


def read_only(
    request: HttpRequest, application: Application, part: Section, locked: str
) -> HttpResponse:
    context = frame(
        request, application, part, locked=locked, answers=answers.answers_of(application, part)
    )
    return page(
        request,
        "applications/section_read.html",
        {**context, "lines": application.cost_lines.all()},
    )


def remaining_in(application: Application, part: Section) -> list[completeness.Problem]:
    """What a section somebody has begun still lacks; nothing is held against an untouched one."""
    state = next(state for state in completeness.states(application) if state.section is part)
    return [] if state.status == "untouched" else state.problems


def catch_up(
    request: HttpRequest, application: Application, part: Section, form: SectionForm | CostsForm
) -> dict:
    """Show what somebody saved meanwhile beside what was typed; the next press saves what was typed over it."""
    fresh = own_application(request, application.reference)
    form.data = {**form.data.dict(), "revision": fresh.revisions.get(part.slug, 0)}
    if isinstance(form, CostsForm):
        lines = fresh.cost_lines.all()
        return {"is_stale": True, "saved_lines": lines, "saved_total": completeness.total_of(lines)}
    return {"is_stale": True, "differences": differences(form, fresh)}


def differences(form: SectionForm, fresh: Application) -> list[dict[str, str]]:
    """Where what was typed isn't what is saved now."""
    found = []
    for field in form.answer_fields:
        typed = answers.in_words(form.cleaned_data.get(field.name))
        kept = answers.in_words(getattr(fresh, field.name))
        if field.name in form.cleaned_data and typed != kept:
            found.append({"label": field.label, "typed": typed, "saved": kept})
    return found


def returns_to_check(request: HttpRequest) -> bool:
    return request.GET.get("grizti") == "patikrinti"


def saved(request: HttpRequest, application: Application, part: Section) -> HttpResponse:
    messages.success(request, _("Saved: %(section)s") % {"section": part.title})
    if "fill" in request.POST:
        return redirect(request.get_full_path())
    if "list" in request.POST:
        return redirect("applications:detail", application.reference)
    following = SECTIONS[SECTIONS.index(part) + 1 :]
    if returns_to_check(request) or not following:
        return redirect("applications:check", application.reference)
    return redirect("applications:section", application.reference, following[0].slug)
