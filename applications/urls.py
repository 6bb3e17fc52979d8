"""Addresses of applications: the applicant's own."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from applications.views import applicant, costs, organisations, sections, submitting

OWN = "paraiskos/<str:reference>/"


def addresses(*, after_submission: Callable[..., HttpResponse]) -> tuple[list[URLPattern], str]:
    """All of them, for include(). `after_submission` is the page of an application after its draft.

    A higher room knows what became of it: strategy_portal/urls.py, which sees all rooms, hands
    that view down.
    """
    patterns = [
        path("mano/", applicant.mine, name="mine"),
        path("organizacijos/nauja/", organisations.create, name="organisation_create"),
        path("organizacijos/<int:pk>/", organisations.detail, name="organisation"),
        path("kvietimai/<str:number>/pradeti/", applicant.start, name="start"),
        path(OWN, applicant.detail, {"after_submission": after_submission}, name="detail"),
        path(OWN + "atsakymai/", applicant.answers, name="answers"),
        path(OWN + "patikrinti/", applicant.check, name="check"),
        path(OWN + "pateikti/", submitting.submit, name="submit"),
        path(OWN + "patvirtinimas/", submitting.receipt, name="receipt"),
        path(OWN + "atsiimti/", submitting.withdraw, name="withdraw"),
        path(OWN + "samata/", costs.costs, name="costs"),
        path(OWN + "<slug:section>/", sections.section, name="section"),
    ]
    return patterns, "applications"
