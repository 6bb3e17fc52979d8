"""Addresses of applications: the applicant's own."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from applications.views import applicant, sections

OWN = "paraiskos/<str:reference>/"


def addresses(*, after_submission: Callable[..., HttpResponse]) -> tuple[list[URLPattern], str]:
    """All of them, for include(). `after_submission` is the page of an application that is no draft any more.

    A higher room knows what became of it, so strategy_portal/urls.py, which sees all rooms, hands that view down.
    """
    patterns = [
        path("mano/", applicant.mine, name="mine"),
        path("organizacijos/nauja/", applicant.organisation_create, name="organisation_create"),
        path("organizacijos/<int:pk>/", applicant.organisation, name="organisation"),
        path("kvietimai/<str:number>/pradeti/", applicant.start, name="start"),
        path(OWN, applicant.detail, {"after_submission": after_submission}, name="detail"),
        path(OWN + "atsakymai/", applicant.answers, name="answers"),
        path(OWN + "patikrinti/", applicant.check, name="check"),
        path(OWN + "pateikti/", applicant.submit, name="submit"),
        path(OWN + "patvirtinimas/", applicant.receipt, name="receipt"),
        path(OWN + "atsiimti/", applicant.withdraw, name="withdraw"),
        path(OWN + "samata/", sections.costs, name="costs"),
        path(OWN + "<slug:section>/", sections.section, name="section"),
    ]
    return patterns, "applications"
