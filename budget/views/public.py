"""What the public reads about the strategy's money and the projects it went to."""

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from budget import open_figures
from budget.figures import Figures, current_strategy, figures_of, parts_of
from budget.filters import ProjectFilter
from budget.models import Project
from strategy_portal.caching import public_page
from strategy_portal.exports import attached, file_of
from strategy_portal.http import page
from strategy_portal.lists import listed
from strategy_portal.money import ZERO


@public_page
def strategy(request: HttpRequest) -> HttpResponse:
    strategy = current_strategy()
    return page(request, "budget/strategy.html", {"figures": figures_of(strategy) if strategy else None})


@public_page
def strategy_table(request: HttpRequest, ending: str) -> HttpResponse:
    return file_of(open_figures.table_of(current_figures()), ending)


@public_page
def strategy_json(request: HttpRequest) -> HttpResponse:
    how = {"ensure_ascii": False, "indent": 2}
    return attached(JsonResponse(open_figures.json_of(current_figures()), json_dumps_params=how), "lesos.json")


def current_figures() -> Figures:
    if strategy := current_strategy():
        return figures_of(strategy)
    raise Http404


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
