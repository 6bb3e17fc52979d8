"""Addresses of the strategy and its money, public ones and the office's for amendments."""

from django.urls import URLPattern, path

from budget.above import Above
from budget.views import amendments, public

AMENDMENT = "darbas/keitimai/<int:number>/"


def addresses(above: Above) -> tuple[list[URLPattern], str]:
    """Return the patterns for include(); pages that may tell reserved sums get `above`."""
    known = {"above": above}
    patterns = [
        path("strategija/", public.strategy, name="strategy"),
        path("strategija/lesos.<file:ending>", public.strategy_table, name="strategy_table"),
        path("strategija/lesos.json", public.strategy_json, name="strategy_json"),
        path("strategija/keitimai/", amendments.amendments, name="amendments"),
        path("strategija/keitimai/<int:number>/", amendments.amendment, name="amendment"),
        path("darbas/keitimai/", amendments.office_list, name="amendments_office"),
        path("darbas/keitimai/naujas/", amendments.create, known, name="amendment_create"),
        path(AMENDMENT, amendments.office, name="amendment_office"),
        path(AMENDMENT + "patvirtinti/", amendments.confirm, known, name="amendment_confirm"),
        path(AMENDMENT + "atsisakyti/", amendments.withdraw, name="amendment_withdraw"),
    ]
    return patterns, "budget"
