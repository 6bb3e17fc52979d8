"""What the public reads about the strategy's money and the projects it went to."""

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from budget.figures import current_strategy, figures_of, parts_of
from budget.filters import ProjectFilter
from budget.models import Project
from strategy_portal.caching import public_page
from strategy_portal.http import page
from strategy_portal.lists import listed
from strategy_portal.money import ZERO


@public_page
def strategy(request: HttpRequest) -> HttpResponse:
    strategy = current_strategy()
    return page(request, "budget/strategy.html", {"figures": figures_of(strategy) if strategy else None})


@public_page
def projects(request: HttpRequest) -> HttpResponse:
    context = listed(request, ProjectFilter, Project.objects.public().with_terms())
    total = context["rows"].aggregate(total=Sum("held", default=ZERO))["total"]
    return page(request, "budget/projects.html", {**context, "total": total})


@public_page
def project(request: HttpRequest, number: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.public().with_terms(), number=number)
    names = dict(project.award.strategy.sources.values_list("code", "name"))
    return page(
        request, "budget/project.html", {"project": project, "parts": parts_of(project.last_entry.held_split, names)}
    )
