"""Addresses of the strategy and its money, public ones and the office's for amendments."""

from django.urls import path

from budget.views import amendments, public

app_name = "budget"

AMENDMENT = "darbas/keitimai/<int:number>/"

urlpatterns = [
    path("strategija/", public.strategy, name="strategy"),
    path("strategija/lesos.<file:ending>", public.strategy_table, name="strategy_table"),
    path("strategija/lesos.json", public.strategy_json, name="strategy_json"),
    path("strategija/keitimai/", amendments.amendments, name="amendments"),
    path("strategija/keitimai/<int:number>/", amendments.amendment, name="amendment"),
    path("darbas/keitimai/", amendments.office_list, name="amendments_office"),
    path("darbas/keitimai/naujas/", amendments.create, name="amendment_create"),
    path(AMENDMENT, amendments.office, name="amendment_office"),
    path(AMENDMENT + "patvirtinti/", amendments.confirm, name="amendment_confirm"),
    path(AMENDMENT + "atsisakyti/", amendments.withdraw, name="amendment_withdraw"),
]
