"""The office's addresses about roles."""

from django.urls import path

from strategy_portal.accounts import views

app_name = "accounts"
urlpatterns = [path("", views.grants, name="grants")]
