"""Public pages and open data about the strategy's money."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from budget.figures import Figures, current_figures
from budget.pages import open_figures
from strategy_portal.caching import public_page
from strategy_portal.exports import attached, file_of
from strategy_portal.http import page


@public_page
def strategy(request: HttpRequest) -> HttpResponse:
    return page(request, "budget/strategy.html", {"figures": current_figures()})


@public_page
def strategy_table(request: HttpRequest, ending: str) -> HttpResponse:
    return file_of(open_figures.table_of(figures_or_404()), ending)


@public_page
def strategy_json(request: HttpRequest) -> HttpResponse:
    data = open_figures.json_of(figures_or_404())
    style = {"ensure_ascii": False, "indent": 2}  # readable for people, too
    return attached(JsonResponse(data, json_dumps_params=style), "lesos.json")


def figures_or_404() -> Figures:
    figures = current_figures()
    if figures is None:
        raise Http404
    return figures
