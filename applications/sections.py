"""The sections of the application form, in order."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.models.application import (
    CONTACTS,
    DECLARATIONS,
    ESSENCE,
    FUNDS,
    SIGNATORY,
    Application,
)


@dataclass(frozen=True)
class Section:
    """One page of the application form."""

    slug: str
    group: Promise
    title: Promise
    hint: Promise
    why: Promise
    fields: tuple[str, ...] = ()

    def is_answered_in(self, application: Application) -> bool:
        """Whether any field of the section is filled in."""
        return any(getattr(application, name) for name in self.fields)


ORGANISATION = Section(
    slug="organizacija",
    group=_("About the applicant"),
    title=_("Organisation and contacts"),
    hint=_("Head, contact person"),
    why=_("We check who applies, and need to know whom to call."),
    fields=(*CONTACTS,),
)
PROJECT = Section(
    slug="esme",
    group=_("About the project"),
    title=_("The project in essence"),
    hint=_("Need, aim, what will change"),
    why=_("Evaluators score mostly by these answers, so write for somebody who doesn't know you."),
    fields=(*ESSENCE,),
)
# No fields: costs are rows of CostLine
COSTS = Section(
    slug="samata",
    group=_("Money"),
    title=_("Costs"),
    hint=_("What is paid for and how much it costs"),
    why=_("Shows what the money is for. Give each thing you pay for a line of its own."),
)
FUNDING = Section(
    slug="finansavimas",
    group=_("Money"),
    title=_("Sources of funding"),
    hint=_("Requested sum, own contribution"),
    why=_("Together the sources must cover the costs to the cent."),
    fields=(*FUNDS,),
)
CONFIRMATIONS = Section(
    slug="deklaracijos",
    group=_("Confirmations"),
    title=_("Declarations"),
    hint=_("Statements and who signs"),
    why=_("Tick what is true. Without all statements the application can't be submitted."),
    fields=(*DECLARATIONS, *SIGNATORY),
)
SECTIONS = [ORGANISATION, PROJECT, COSTS, FUNDING, CONFIRMATIONS]
BY_SLUG = {section.slug: section for section in SECTIONS}
