"""Addresses of the office's money pages; strategy_portal/urls.py passes `above` to each view.

Each of the current strategy, and of any strategy by its years (see budget/periods.py).
"""

from django.urls import include, path

from budget.views import journal, ledgers

app_name = "books"

FILE = "irasai.<file:ending>"
ACTION = "veiksmai/<str:code>/"
SOURCE = "saltiniai/<str:code>/"
PROJECT = "projektai/<str:number>/"

of_a_strategy = [
    path("", journal.journal, name="journal"),
    path(FILE, journal.journal, name="journal_file"),
    path("islaidos/", journal.spent, name="spending"),
    path(ACTION, ledgers.action, name="action_ledger"),
    path(ACTION + FILE, ledgers.action, name="action_ledger_file"),
    path(SOURCE, ledgers.source, name="source_ledger"),
    path(SOURCE + FILE, ledgers.source, name="source_ledger_file"),
    path(PROJECT, ledgers.project, name="project_ledger"),
    path(PROJECT + FILE, ledgers.project, name="project_ledger_file"),
]
urlpatterns = [*of_a_strategy, path("<period:period>/", include(of_a_strategy))]
