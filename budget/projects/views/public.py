"""Public pages of funded projects."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from budget.figures import parts_of
from budget.projects.filters import ProjectFilter
from budget.projects.models import Project
from strategy_portal.caching import public_page
from strategy_portal.http import page
from strategy_portal.lists import listed
from strategy_portal.money import ZERO


@public_page
def projects(request: HttpRequest) -> HttpResponse:
    context = listed(request, ProjectFilter, Project.objects.public().with_terms())
    context |= context["rows"].aggregate(total=Sum("held", default=ZERO))
    return page(request, "budget/projects/projects.html", context)


@public_page
def project(request: HttpRequest, number: str) -> HttpResponse:
    found = get_object_or_404(Project.objects.public().with_terms(), number=number)
    names = dict(found.award.strategy.sources.values_list("code", "name"))
    parts = parts_of(found.last_entry.held_split, names)
    return page(request, "budget/projects/project.html", {"project": found, "parts": parts})
