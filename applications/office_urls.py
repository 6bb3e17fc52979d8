"""The office's addresses of organisations; strategy_portal/urls.py passes `above` to each."""

from django.urls import path

from applications.views import keeping

app_name = "organisations"

urlpatterns = [
    path("", keeping.organisation_list, name="list"),
    path("<int:pk>/", keeping.organisation, name="detail"),
    path("<int:pk>/<slug:slug>/", keeping.organisation_act, name="act"),
]
