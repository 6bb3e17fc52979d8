"""Public pages and open data about the strategy's money."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from budget.figures import Figures, current_figures
from budget.pages import open_figures
from budget.periods import choices
from strategy_portal.caching import public_page
from strategy_portal.exports import attached, file_of
from strategy_portal.http import page


@public_page
def strategy(request: HttpRequest, period: str = "") -> HttpResponse:
    figures = current_figures(period)
    context = {"figures": figures, "strategies": choices(request, figures and figures.strategy)}
    return page(request, "budget/strategy.html", context)


@public_page
def strategy_table(request: HttpRequest, ending: str, period: str = "") -> HttpResponse:
    return file_of(open_figures.table_of(figures_or_404(period)), ending)


@public_page
def strategy_json(request: HttpRequest, period: str = "") -> HttpResponse:
    data = open_figures.json_of(figures_or_404(period))
    style = {"ensure_ascii": False, "indent": 2}  # readable for people, too
    return attached(JsonResponse(data, json_dumps_params=style), "lesos.json")


def figures_or_404(period: str) -> Figures:
    figures = current_figures(period)
    if figures is None:
        raise Http404
    return figures
