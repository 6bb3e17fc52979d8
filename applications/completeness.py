"""What each section still lacks. The task list shows it; submitting enforces it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.funding import contradictions, total_of
from applications.models import Application, CostLine
from applications.sections import COSTS, FUNDING, SECTIONS, Section

# Message while a field is empty; fields not listed here are optional
MISSING = {
    "head": gettext_lazy("Enter the head of the organisation"),
    "contact_name": gettext_lazy("Enter the contact person"),
    "contact_phone": gettext_lazy("Enter the phone number"),
    "contact_email": gettext_lazy("Enter the e-mail address"),
    "title": gettext_lazy("Enter the project title"),
    "public_summary": gettext_lazy("Enter the public summary"),
    "need": gettext_lazy("Describe the problem or need"),
    "aim": gettext_lazy("Enter the aim of the project"),
    "change": gettext_lazy("Describe what will change"),
    "continuity": gettext_lazy("Describe how it continues afterwards"),
    "starts_on": gettext_lazy("Enter the start date"),
    "ends_on": gettext_lazy("Enter the end date"),
    "requested": gettext_lazy("Enter the requested sum"),
    "own_funds": gettext_lazy("Enter the own contribution (0 if there is none)"),
    "is_truthful": gettext_lazy("Confirm that the data are true"),
    "is_solvent": gettext_lazy("Confirm that there are no debts and no insolvency"),
    "is_not_funded_twice": gettext_lazy("Confirm that the costs are not funded twice"),
    "secures_own_funds": gettext_lazy("Confirm that the own contribution is secured"),
    "knows_of_publication": gettext_lazy("Confirm that you know what will be published"),
    "signatory_name": gettext_lazy("Enter who signs"),
    "signatory_office": gettext_lazy("Enter the position and basis of authority"),
}


@dataclass(frozen=True)
class Problem:
    """Something missing or contradictory, and the section and field to correct it in."""

    section: str
    field: str
    text: str
    is_contradiction: bool = False


@dataclass(frozen=True)
class SectionState:
    """The progress of one section: done, faulty, started or untouched."""

    section: Section
    problems: list[Problem]
    is_started: bool

    @property
    def status(self) -> str:
        if not self.problems:
            return "done"
        if any(problem.is_contradiction for problem in self.problems):
            return "faulty"
        if self.is_started:
            return "started"
        return "untouched"


def states(application: Application) -> list[SectionState]:
    """Return the state of every section. One query: the cost lines."""
    lines = list(application.cost_lines.all())
    found = [
        *missing(application),
        *problems_of_costs(lines),
        *problems_of_funding(application, lines),
    ]
    return [state_of(section, application, lines, found) for section in SECTIONS]


def state_of(
    section: Section, application: Application, lines: list[CostLine], found: list[Problem]
) -> SectionState:
    own = [problem for problem in found if problem.section == section.slug]
    if section is COSTS:
        return SectionState(section, own, is_started=bool(lines))
    return SectionState(section, own, is_started=section.is_answered_in(application))


def problems(application: Application) -> list[Problem]:
    """Return everything that prevents submission, in form order; empty if complete."""
    found = []
    for state in states(application):
        found += state.problems
    return found


def missing(application: Application) -> Iterator[Problem]:
    for section in SECTIONS:
        for name in section.fields:
            if name in MISSING and is_empty(getattr(application, name)):
                yield Problem(section.slug, name, str(MISSING[name]))


def is_empty(value: object) -> bool:
    """Whether nothing is typed or ticked."""
    # Not `not value`: 0 EUR is an answer
    return value is None or value is False or value == ""


def problems_of_costs(lines: list[CostLine]) -> Iterator[Problem]:
    if not lines:
        yield Problem(COSTS.slug, "lines-0-name", _("Enter at least one cost line"))
    text = _("Line %(number)d: fill in the name, kind, unit, quantity and unit price")
    for index, line in enumerate(lines):
        if not line.is_complete:
            yield Problem(COSTS.slug, f"lines-{index}-name", text % {"number": index + 1})


def problems_of_funding(application: Application, lines: list[CostLine]) -> Iterator[Problem]:
    for found in contradictions(application, total_of(lines)):
        yield Problem(FUNDING.slug, found.field, found.text, is_contradiction=True)
