"""Addresses of the strategy and its money, public ones and the office's for amendments.

Each of the current strategy, and of any strategy by its years (see budget/periods.py).
"""

from django.urls import URLPattern, URLResolver, include, path

from budget.above import Above
from budget.views import amendments, public

AMENDMENT = "<int:number>/"


def addresses(above: Above) -> tuple[list[URLPattern | URLResolver], str]:
    """Return the patterns for include(); pages that may tell reserved sums get `above`."""
    known = {"above": above}
    of_the_public = [
        path("", public.strategy, name="strategy"),
        path("lesos.<file:ending>", public.strategy_table, name="strategy_table"),
        path("lesos.json", public.strategy_json, name="strategy_json"),
        path("keitimai/", amendments.amendments, name="amendments"),
        path("keitimai/" + AMENDMENT, amendments.amendment, name="amendment"),
    ]
    of_the_office = [
        path("", amendments.office_list, name="amendments_office"),
        path("naujas/", amendments.create, known, name="amendment_create"),
        path(AMENDMENT, amendments.office, name="amendment_office"),
        path(AMENDMENT + "patvirtinti/", amendments.confirm, known, name="amendment_confirm"),
        path(AMENDMENT + "atsisakyti/", amendments.withdraw, name="amendment_withdraw"),
    ]
    patterns = [
        path("strategija/", include(of_the_public)),
        path("strategija/<period:period>/", include(of_the_public)),
        path("darbas/keitimai/", include(of_the_office)),
        path("darbas/keitimai/<period:period>/", include(of_the_office)),
    ]
    return patterns, "budget"
