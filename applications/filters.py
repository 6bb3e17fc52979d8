"""Filters of the office's list of organisations."""

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.models import Organisation
from strategy_portal.alphabet import bare, bare_column

UNVERIFIED, VERIFIED, FREED = "nepatikrintos", "patikrintos", "atlaisvintos"
# A context of their own: Lithuanian needs the feminine plural here
STATES = [
    (UNVERIFIED, pgettext_lazy("organisations", "Unverified")),
    (VERIFIED, pgettext_lazy("organisations", "Verified")),
    (FREED, pgettext_lazy("organisations", "Code freed")),
]
CONDITIONS = {
    UNVERIFIED: Q(verified_at=None, freed_at=None),
    VERIFIED: Q(verified_at__isnull=False, freed_at=None),
    FREED: Q(freed_at__isnull=False),
}


class OrganisationFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        method="search", label=_("Search"), help_text=_("Name or code"), max_length=200
    )
    busena = django_filters.ChoiceFilter(
        method="in_state",
        choices=STATES,
        label=_("State"),
        empty_label=pgettext_lazy("organisations", "All"),
    )

    def search(
        self, organisations: QuerySet[Organisation], _name: str, text: str
    ) -> QuerySet[Organisation]:
        """Organisations whose name or code contains every word, with or without diacritics."""
        found = organisations.alias(bare_name=bare_column("name"))
        for word in bare(text).split():
            found = found.filter(Q(bare_name__contains=word) | Q(code__startswith=word))
        return found

    def in_state(
        self, organisations: QuerySet[Organisation], _name: str, state: str
    ) -> QuerySet[Organisation]:
        return organisations.filter(CONDITIONS[state])
