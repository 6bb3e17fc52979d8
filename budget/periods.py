"""Which strategy a page shows: the one of the period in its address, else the current one.

Every address of a strategy exists twice: /strategija/ and, for a strategy of its own choice,
/strategija/2024-2029/. What a page links to stays with the page's strategy.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.urls.converters import StringConverter

from budget.models import Strategy


class PeriodConverter(StringConverter):
    """A strategy's years in an address: 2024-2029."""

    regex = r"\d{4}-\d{4}"


@dataclass(frozen=True)
class Choice:
    """A strategy one may switch to: its years, the same page's address for it."""

    strategy: Strategy
    url: str
    is_shown: bool


def current_strategy() -> Strategy | None:
    """The strategy under way (see current_first), with the time of its last entry."""
    return Strategy.objects.with_update().current_first().first()


def shown_strategy(period: str = "") -> Strategy | None:
    """The strategy of `period` (404 if there is none), by default the current one, if any."""
    if not period:
        return current_strategy()
    first_year, last_year = period.split("-")
    years = {"first_year": first_year, "last_year": last_year}
    if found := Strategy.objects.with_update().filter(**years).first():
        return found
    raise Http404


def strategy_or_404(period: str = "") -> Strategy:
    if strategy := shown_strategy(period):
        return strategy
    raise Http404


def address(request: HttpRequest, name: str, **of: Any) -> str:
    """The address `name` of the strategy whose page is shown."""
    if period := request.resolver_match.kwargs.get("period"):
        of["period"] = period
    return reverse(name, kwargs=of)


def choices(request: HttpRequest, shown: Strategy | None) -> list[Choice]:
    """The strategies that this page can show, the newest first; none if there is only one."""
    strategies = list(Strategy.objects.order_by("-first_year", "-last_year"))
    if len(strategies) < 2:
        return []
    name = request.resolver_match.view_name
    return [
        Choice(one, reverse(name, kwargs={"period": one.period}), one == shown)
        for one in strategies
    ]
