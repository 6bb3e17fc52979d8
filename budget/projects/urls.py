"""Public addresses of projects."""

from django.urls import path

from budget.projects.views import public

app_name = "projects"

urlpatterns = [
    path("", public.projects, name="list"),
    path("<str:number>/", public.project, name="detail"),
]
