"""Projects after the decision as the office keeps them: one page a step, its effect shown before it is written.

Whose conflict of interest a project is, a higher room knows: strategy_portal/urls.py hands `closed_to` down.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from budget.figures import parts_of
from budget.models import Entry
from budget.permissions import can_see_journal
from budget.projects import permissions
from budget.projects.filters import ProjectFilter
from budget.projects.forms import StepForm
from budget.projects.models import Project
from budget.projects.position import Position
from budget.projects.steps import (
    OF_A_SUBJECT,
    STEPS,
    Step,
    is_correctable,
    offered,
    refuse_not_offered,
)
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, Stale
from strategy_portal.http import page, refused, require
from strategy_portal.lists import listed
from strategy_portal.money import ZERO

# The numbers of the projects that are closed to a person, for a subquery
ClosedTo = Callable[[User], QuerySet[Any, Any]]


def project_list(request: HttpRequest, *, closed_to: ClosedTo) -> HttpResponse:
    require(can_see_journal(request.user))
    context = listed(request, ProjectFilter, Project.objects.with_money())
    sums = context["rows"].aggregate(
        all_held=Sum("held", default=ZERO), all_paid=Sum("paid", default=ZERO)
    )
    return page(request, "budget/projects/projects_office.html", {**context, "sums": sums})


def find(request: HttpRequest, number: str, closed_to: ClosedTo) -> Project:
    """The project, unless it is closed to the person (a conflict of interest): then it is not there for them."""
    require(can_see_journal(request.user))
    projects = (
        Project.objects.with_money()
        .exclude(number__in=closed_to(request.user))
        .select_related("action__strategy")
    )
    return get_object_or_404(projects, number=number)


def project(request: HttpRequest, number: str, *, closed_to: ClosedTo) -> HttpResponse:
    found = find(request, number, closed_to)
    entries = (
        Entry.objects.filter(strategy=found.action.strategy_id).of_project(number).order_by("seq")
    )
    entries = list(entries.select_related("posted_by", "prepared_by", "closed_by"))
    names = dict(found.action.strategy.sources.values_list("code", "name"))
    may_keep = permissions.can_keep_projects(request.user)
    context = {
        "project": found,
        "contracts": list(found.contracts.select_related("entry__closed_by")),
        "claims": list(found.claims.select_related("payment__closed_by")),
        "lines": [(entry, is_correctable(entry) and may_keep) for entry in entries],
        "parts": parts_of(entries[-1].held_split, names),
        "paid_parts": dict(parts_of(entries[-1].paid_split, names)),
        "changes": found.changes.select_related("changed_by"),
        "may_keep": may_keep,
        "steps": [(slug, STEPS[slug]) for slug in offered(found)] if may_keep else [],
    }
    return render(request, "budget/projects/project_office.html", context)


def project_step(
    request: HttpRequest, number: str, slug: str, *, closed_to: ClosedTo
) -> HttpResponse:
    if slug not in STEPS or slug in OF_A_SUBJECT:
        raise Http404
    return take(request, find(request, number, closed_to), slug)


def claim_step(
    request: HttpRequest, number: str, pk: int, slug: str, *, closed_to: ClosedTo
) -> HttpResponse:
    if slug not in ("tvirtinti", "ismoketi"):
        raise Http404
    found = find(request, number, closed_to)
    claim = get_object_or_404(found.claims.select_related("project", "payment__closed_by"), pk=pk)
    return take(request, found, slug, claim)


def correct_entry(
    request: HttpRequest, number: str, seq: int, *, closed_to: ClosedTo
) -> HttpResponse:
    found = find(request, number, closed_to)
    entries = Entry.objects.filter(strategy=found.action.strategy_id).of_project(number)
    return take(
        request, found, "istaisyti", get_object_or_404(entries.select_related("closes"), seq=seq)
    )


def take(request: HttpRequest, project: Project, slug: str, subject: Any = None) -> HttpResponse:
    """Ask, show the effect of just that on the money, and only then, pressed below it, carry it out."""
    require(permissions.can_keep_projects(request.user))
    step, position = STEPS[slug], Position(project)
    form = step.form(
        position,
        request.POST if request.method == "POST" else None,
        step.initial(position, subject),
    )
    context = {"project": project, "step": step, "slug": slug, "form": form, "subject": subject}
    if form.is_valid():
        try:
            if step.plan is None or form.is_shown:
                step.act(project, form.asked(request.user), form, subject)
                messages.success(request, step.done)
                return redirect("projects_office:detail", project.number)
            show_effect(context, step, form, subject)
        except DomainError as error:
            return refused_step(request, context, step, form, error)
    return page(request, "budget/projects/step.html", context, form)


def show_effect(context: dict, step: Step, form: StepForm, subject: Any) -> None:
    """Put what the step would move, and every figure before and after it, on the page."""
    refuse_not_offered(form.position.project, context["slug"])
    movements = step.plan(form.position, form, subject)
    form.show()
    names = {
        account.source.code: str(account) for account in form.position.accounts if account.source_id
    }
    context["effect"] = form.position.effect(*movements)
    context["moves"] = [(move, parts_of(move.split, names)) for move in movements]


def refused_step(
    request: HttpRequest, context: dict, step: Step, form: StepForm, error: DomainError
) -> HttpResponse:
    """The page once more; of figures that moved the new ones are shown."""
    if isinstance(error, Stale) and step.plan:
        form.position = Position(Project.objects.with_money().get(pk=context["project"].pk))
        with suppress(DomainError):
            show_effect(context, step, form, context["subject"])
    return refused(request, "budget/projects/step.html", context, form, error)
