"""URLs of the applicant's pages."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from applications.views import applicant, costs, organisations, sections, submitting

OWN = "paraiskos/<str:reference>/"


def addresses(*, after_submission: Callable[..., HttpResponse]) -> tuple[list[URLPattern], str]:
    """Return the patterns for include(); `after_submission` is the view of a submitted application.

    The view belongs to a higher room, so strategy_portal/urls.py, which sees all rooms, passes it.
    """
    # The sections last: their pattern matches any word
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
