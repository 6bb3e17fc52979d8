"""Addresses of the strategy and its money."""

from django.urls import path

from budget.views import public

app_name = "budget"

urlpatterns = [
    path("strategija/", public.strategy, name="strategy"),
    path("strategija/lesos.<file:ending>", public.strategy_table, name="strategy_table"),
    path("strategija/lesos.json", public.strategy_json, name="strategy_json"),
    path("projektai/", public.projects, name="projects"),
    path("projektai/<str:number>/", public.project, name="project"),
]
