"""Addresses of the selection: the office's desk, its queue, what is done with each application and each call."""

from django.urls import path

from applications.selection.views import decisions, evaluator, staff, waitlist

app_name = "selection"

APPLICATION = "paraiskos/<str:number>/"
CALL = "kvietimai/<str:number>/"
DECISION = "sprendimai/<int:pk>/"

urlpatterns = [
    path("", staff.desk, name="desk"),
    path("paraiskos/", staff.queue, name="queue"),
    path(APPLICATION, staff.review, name="review"),
    path(APPLICATION + "tikrinti/", staff.check_sheet, name="check_sheet"),
    path(APPLICATION + "vertintojai/", staff.assign, name="assign"),
    path(APPLICATION + "nesaliskumas/", evaluator.declare, name="declare"),
    path(APPLICATION + "interesu-konfliktas/", evaluator.recuse, name="recuse"),
    path(APPLICATION + "vertinti/", evaluator.score, name="score"),
    path(CALL + "eile/", decisions.ranking, name="ranking"),
    path(CALL + "rezervas/", waitlist.waitlist, name="waitlist"),
    path("sprendimai/", decisions.decisions, name="decisions"),
    path(DECISION, decisions.decision, name="decision"),
    path(DECISION + "patvirtinti/", decisions.confirm, name="confirm"),
    path(DECISION + "saltiniai/<int:item_pk>/", decisions.divide, name="divide"),
    path(DECISION + "atsaukti/", decisions.retract, name="retract"),
]
