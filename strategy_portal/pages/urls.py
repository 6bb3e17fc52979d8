"""Addresses of the pages that belong to no single noun."""

from django.urls import path

from strategy_portal.pages import views

app_name = "pages"
urlpatterns = [
    path("pagalba/", views.help_page, name="help"),
    path("prieinamumas/", views.accessibility, name="accessibility"),
    path("privatumas/", views.privacy, name="privacy"),
]
