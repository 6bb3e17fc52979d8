"""What the public reads about the strategy's money."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from budget.figures import Figures, current_strategy, figures_of
from budget.pages import open_figures
from strategy_portal.caching import public_page
from strategy_portal.exports import attached, file_of
from strategy_portal.http import page


@public_page
def strategy(request: HttpRequest) -> HttpResponse:
    strategy = current_strategy()
    return page(
        request, "budget/strategy.html", {"figures": figures_of(strategy) if strategy else None}
    )


@public_page
def strategy_table(request: HttpRequest, ending: str) -> HttpResponse:
    return file_of(open_figures.table_of(current_figures()), ending)


@public_page
def strategy_json(request: HttpRequest) -> HttpResponse:
    how = {"ensure_ascii": False, "indent": 2}
    return attached(
        JsonResponse(open_figures.json_of(current_figures()), json_dumps_params=how), "lesos.json"
    )


def current_figures() -> Figures:
    if strategy := current_strategy():
        return figures_of(strategy)
    raise Http404
