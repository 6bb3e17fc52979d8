"""The office's addresses of projects; strategy_portal/urls.py passes `above` to each view."""

from django.urls import path

from budget.projects.views import office

app_name = "projects_office"

PROJECT = "<str:number>/"

urlpatterns = [
    path("", office.project_list, name="list"),
    path(PROJECT, office.project, name="detail"),
    path(PROJECT + "prasymai/<int:pk>/<slug:slug>/", office.claim_step, name="claim_step"),
    path(PROJECT + "istaisyti/<int:nth>/", office.correct_entry, name="correct_entry"),
    path(PROJECT + "<slug:slug>/", office.project_step, name="step"),
]
