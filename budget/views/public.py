"""What the public reads about the strategy's money and the projects it went to."""

from decimal import Decimal

from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from budget.figures import figures_of
from budget.models import Action, Project, Strategy
from strategy_portal.caching import public_page
from strategy_portal.http import page
from strategy_portal.money import ZERO

ON_A_PAGE = 50


@public_page
def strategy(request: HttpRequest) -> HttpResponse:
    strategy = Strategy.objects.order_by("-first_year").first()
    return page(request, "budget/strategy.html", {"figures": figures_of(strategy) if strategy else None})


@public_page
def projects(request: HttpRequest) -> HttpResponse:
    actions = list(Action.objects.order_by("code"))
    chosen = next((action for action in actions if action.code == request.GET.get("action")), None)
    listed = Project.objects.with_award()
    if chosen:
        listed = listed.filter(action=chosen)
    context = {
        "actions": actions,
        "chosen": chosen,
        "total": listed.aggregate(total=Sum("award__amount", default=ZERO))["total"],
        "page_obj": Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": f"action={chosen.code}&" if chosen else "",
    }
    return page(request, "budget/projects.html", context)


@public_page
def project(request: HttpRequest, number: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.with_award(), number=number)
    names = dict(project.award.strategy.sources.values_list("code", "name"))
    parts = [(name, Decimal(project.award.split[code])) for code, name in names.items()]
    return page(request, "budget/project.html", {"project": project, "parts": parts})
