"""The office's pages of projects after the decision: one page per step, its effect shown first.

Only a higher room knows who has a conflict of interest with a project: strategy_portal/urls.py
passes `above` down.
"""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from budget.above import Above
from budget.figures import parts_of
from budget.models import Entry
from budget.permissions import can_see_journal
from budget.projects import permissions
from budget.projects.filters import ProjectFilter
from budget.projects.forms import StepForm
from budget.projects.models import Project
from budget.projects.papers import contradictions
from budget.projects.steps import (
    OF_CLAIMS,
    OF_PROJECTS,
    CorrectEntry,
    is_correctable,
    offered,
    offered_with,
)
from strategy_portal.errors import DomainError, Stale
from strategy_portal.http import page, posted, refused, require
from strategy_portal.lists import listed
from strategy_portal.money import ZERO

PAGE = "budget/projects/step.html"


def project_list(request: HttpRequest, *, above: Above) -> HttpResponse:
    require(can_see_journal(request.user))
    context = listed(request, ProjectFilter, Project.objects.with_money())
    context["sums"] = context["rows"].aggregate(
        all_held=Sum("held", default=ZERO), all_paid=Sum("paid", default=ZERO)
    )
    return page(request, "budget/projects/projects_office.html", context)


def visible_project(request: HttpRequest, number: str, above: Above) -> Project:
    """The project; 404 for a person with a conflict of interest, as if it did not exist."""
    require(can_see_journal(request.user))
    projects = Project.objects.with_money().select_related("action__strategy")
    visible = projects.exclude(number__in=above.bound_to(request.user))
    return get_object_or_404(visible, number=number)


def entries_of(project: Project) -> QuerySet[Entry]:
    """The project's entries, oldest first."""
    entries = Entry.objects.filter(strategy=project.action.strategy_id)
    return entries.of_project(project.number).order_by("seq")


def project(request: HttpRequest, number: str, *, above: Above) -> HttpResponse:
    """A project's money, documents and history, with the steps it can take now."""
    found = visible_project(request, number, above)
    entries = list(entries_of(found).select_related("posted_by", "prepared_by", "undone_by"))
    contracts = list(found.contracts.select_related("entry__undone_by"))
    claims = found.claims.select_related("payment__undone_by", "registered_by", "approved_by")
    in_force = entries_of(found).step_in_force(found.number)
    names = dict(found.action.strategy.sources.values_list("code", "name"))
    may_keep = permissions.can_keep_projects(request.user)
    context = {
        "project": found,
        "faults": contradictions(found, contracts, claims),
        "contracts": contracts,
        "claims": [(claim, offered_with(claim, found)) for claim in claims],
        "entries": [(entry, may_keep and is_correctable(entry, in_force)) for entry in entries],
        "parts": parts_of(entries[-1].held_split, names),
        "paid_parts": dict(parts_of(entries[-1].paid_split, names)),
        "changes": found.changes.select_related("changed_by"),
        "may_keep": may_keep,
        "steps": offered(found) if may_keep else [],
    }
    return render(request, "budget/projects/project_office.html", context)


def project_step(request: HttpRequest, number: str, slug: str, *, above: Above) -> HttpResponse:
    if slug not in OF_PROJECTS:
        raise Http404
    found = visible_project(request, number, above)
    return take(request, above, OF_PROJECTS[slug], found)


def claim_step(
    request: HttpRequest, number: str, pk: int, slug: str, *, above: Above
) -> HttpResponse:
    if slug not in OF_CLAIMS:
        raise Http404
    found = visible_project(request, number, above)
    # Among the project's own claims, so that a closed project's claim can't be reached this way
    claim = get_object_or_404(found.claims.select_related("project"), pk=pk)
    return take(request, above, OF_CLAIMS[slug], found, claim)


def correct_entry(request: HttpRequest, number: str, nth: int, *, above: Above) -> HttpResponse:
    found = visible_project(request, number, above)
    entries = dict(enumerate(entries_of(found).select_related("closes", "undone_by"), start=1))
    if nth not in entries:
        raise Http404
    return take(request, above, CorrectEntry, found, entries[nth])


def take(
    request: HttpRequest,
    above: Above,
    step: type[StepForm],
    project: Project,
    subject: Any = None,
) -> HttpResponse:
    """Ask, show the effect on the money, and carry the step out once that is confirmed."""
    require(permissions.can_keep_projects(request.user))
    form = step(project, subject, posted(request))
    form.sees_all = above.shows_proposed_to(request.user)
    context = {"project": project, "form": form, "subject": subject}
    if not form.is_valid():
        return page(request, PAGE, context, form)
    try:
        effect = form.take(request.user)
    except DomainError as error:
        return refused_step(request, context, form, error)
    if effect:
        return page(request, PAGE, {**context, "effect": effect}, form)
    messages.success(request, form.done)
    return redirect("projects_office:detail", project.number)


def refused_step(
    request: HttpRequest, context: dict, form: StepForm, error: DomainError
) -> HttpResponse:
    """The page again with the refusal; if figures changed, with the new effect."""
    if isinstance(error, Stale) and form.moves_money:
        # The step may be impossible by now; then the refusal alone is shown
        with suppress(DomainError):
            context["effect"] = form.show(request.user)
    return refused(request, PAGE, context, form, error)
