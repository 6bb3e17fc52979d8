"""URLs of calls: the public pages, and the coordinator's under /darbas/."""

from django.urls import path

from calls.views import criteria, public, staff

app_name = "calls"

urlpatterns = [
    path("", public.home, name="home"),
    path("kvietimai/", public.calls, name="list"),
    path("kvietimai/<str:number>/", public.call, name="detail"),
    path("darbas/kvietimai/", staff.manage, name="manage"),
    path("darbas/kvietimai/naujas/", staff.create, name="create"),
    path("darbas/kvietimai/<str:number>/", staff.edit, name="edit"),
    path("darbas/kvietimai/<str:number>/kriterijai/", criteria.criteria, name="criteria"),
    path("darbas/kvietimai/<str:number>/skelbti/", staff.publish, name="publish"),
]
