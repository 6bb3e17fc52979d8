"""URLs of the selection: desk, queue, applications, rankings, decisions."""

from django.urls import path

from applications.selection.views import (
    assigning,
    checking,
    decisions,
    declaring,
    desk,
    queue,
    ranking,
    review,
    scoring,
    sheets,
    waitlist,
)

app_name = "selection"

APPLICATION = "paraiskos/<str:number>/"
CALL = "kvietimai/<str:number>/"
DECISION = "sprendimai/<int:pk>/"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("paraiskos/", queue.queue, name="queue"),
    path(APPLICATION, review.review, name="review"),
    path(APPLICATION + "tikrinti/", checking.check_sheet, name="check_sheet"),
    path(APPLICATION + "vertintojai/", assigning.assign, name="assign"),
    path(APPLICATION + "nesaliskumas/", declaring.declare, name="declare"),
    path(APPLICATION + "interesu-konfliktas/", declaring.recuse, name="recuse"),
    path(APPLICATION + "vertinti/", scoring.score, name="score"),
    path(APPLICATION + "vertinimai/", sheets.sheets, name="sheets"),
    path(CALL + "eile/", ranking.ranking, name="ranking"),
    path(CALL + "rezervas/", waitlist.waitlist, name="waitlist"),
    path("sprendimai/", decisions.decisions, name="decisions"),
    path(DECISION, decisions.decision, name="decision"),
    path(DECISION + "patvirtinti/", decisions.confirm, name="confirm"),
    path(DECISION + "saltiniai/<int:item_pk>/", decisions.divide, name="divide"),
    path(DECISION + "atsaukti/", decisions.retract, name="retract"),
]
