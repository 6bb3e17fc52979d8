"""Addresses of applications: the applicant's own, the office's under /darbas/."""

from django.urls import path

from applications.views import applicant, decisions, evaluator, journal, ledgers, projects, reserve, sections, staff

app_name = "applications"

OWN = "paraiskos/<str:reference>/"
WORK = "darbas/paraiskos/<str:number>/"
PROJECT = "darbas/projektai/<str:number>/"
BOOKS = "darbas/biudzetas/"
FILE = "irasai.<file:ending>"

urlpatterns = [
    path("mano/", applicant.mine, name="mine"),
    path("organizacijos/nauja/", applicant.organisation_create, name="organisation_create"),
    path("organizacijos/<int:pk>/", applicant.organisation, name="organisation"),
    path("kvietimai/<str:number>/pradeti/", applicant.start, name="start"),
    path(OWN, applicant.detail, name="detail"),
    path(OWN + "atsakymai/", applicant.answers, name="answers"),
    path(OWN + "patikrinti/", applicant.check, name="check"),
    path(OWN + "pateikti/", applicant.submit, name="submit"),
    path(OWN + "patvirtinimas/", applicant.receipt, name="receipt"),
    path(OWN + "atsiimti/", applicant.withdraw, name="withdraw"),
    path(OWN + "samata/", sections.costs, name="costs"),
    path(OWN + "<slug:section>/", sections.section, name="section"),
    path("darbas/", staff.desk, name="desk"),
    path(BOOKS, journal.journal, name="journal"),
    path(BOOKS + FILE, journal.journal, name="journal_file"),
    path(BOOKS + "islaidos/", journal.spent, name="spending"),
    path(BOOKS + "veiksmai/<str:code>/", ledgers.action, name="action_ledger"),
    path(BOOKS + "veiksmai/<str:code>/" + FILE, ledgers.action, name="action_ledger_file"),
    path(BOOKS + "saltiniai/<str:code>/", ledgers.source, name="source_ledger"),
    path(BOOKS + "saltiniai/<str:code>/" + FILE, ledgers.source, name="source_ledger_file"),
    path(BOOKS + "projektai/<str:number>/", ledgers.project, name="project_ledger"),
    path(BOOKS + "projektai/<str:number>/" + FILE, ledgers.project, name="project_ledger_file"),
    path("darbas/projektai/", projects.project_list, name="projects"),
    path(PROJECT, projects.project, name="project"),
    path(PROJECT + "prasymai/<int:pk>/<slug:slug>/", projects.claim_step, name="claim_step"),
    path(PROJECT + "istaisyti/<int:seq>/", projects.correct_entry, name="correct_entry"),
    path(PROJECT + "<slug:slug>/", projects.project_step, name="project_step"),
    path("darbas/paraiskos/", staff.queue, name="queue"),
    path(WORK, staff.review, name="review"),
    path(WORK + "tikrinti/", staff.check_sheet, name="check_sheet"),
    path(WORK + "vertintojai/", staff.assign, name="assign"),
    path(WORK + "nesaliskumas/", evaluator.declare, name="declare"),
    path(WORK + "interesu-konfliktas/", evaluator.recuse, name="recuse"),
    path(WORK + "vertinti/", evaluator.score, name="score"),
    path("darbas/kvietimai/<str:number>/eile/", decisions.ranking, name="ranking"),
    path("darbas/kvietimai/<str:number>/rezervas/", reserve.reserve, name="reserve"),
    path("darbas/sprendimai/", decisions.decisions, name="decisions"),
    path("darbas/sprendimai/<int:pk>/", decisions.decision, name="decision"),
    path("darbas/sprendimai/<int:pk>/patvirtinti/", decisions.confirm, name="confirm"),
    path("darbas/sprendimai/<int:pk>/saltiniai/<int:item_pk>/", decisions.divide, name="divide"),
    path("darbas/sprendimai/<int:pk>/atsaukti/", decisions.retract, name="retract"),
]
