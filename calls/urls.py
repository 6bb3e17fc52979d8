"""URLs of calls: the public pages, and the coordinator's under /darbas/."""

from django.urls import URLPattern, path

from budget.above import Above
from calls.views import criteria, public, staff

MANAGED = "darbas/kvietimai/<str:number>/"


def addresses(above: Above) -> tuple[list[URLPattern], str]:
    """Return the patterns for include(); pages that may tell reserved sums get `above`."""
    known = {"above": above}
    patterns = [
        path("", public.home, name="home"),
        path("kvietimai/", public.calls, name="list"),
        path("kvietimai/<str:number>/", public.call, name="detail"),
        path("darbas/kvietimai/", staff.manage, name="manage"),
        path("darbas/kvietimai/naujas/", staff.create, known, name="create"),
        path(MANAGED, staff.edit, name="edit"),
        path(MANAGED + "kriterijai/", criteria.criteria, name="criteria"),
        path(MANAGED + "skelbti/", staff.publish, known, name="publish"),
    ]
    return patterns, "calls"
