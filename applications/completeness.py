"""The sections of an application, and what each still lacks. The task list shows it, submitting enforces it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import Application, CostLine
from applications.models.application import DECLARATIONS
from calls.models import Call
from strategy_portal.money import CENT, ZERO
from strategy_portal.templatetags import eur, percent


@dataclass(frozen=True)
class Section:
    """One page of the application form."""

    slug: str
    group: Promise
    title: Promise
    hint: Promise
    why: Promise
    fields: tuple[str, ...]


SECTIONS = [
    Section(
        "organizacija",
        gettext_lazy("About the applicant"),
        gettext_lazy("Organisation and contacts"),
        gettext_lazy("Head, contact person"),
        gettext_lazy("We check who applies, and need to know whom to call."),
        ("head", "contact_name", "contact_phone", "contact_email"),
    ),
    Section(
        "esme",
        gettext_lazy("About the project"),
        gettext_lazy("The project in essence"),
        gettext_lazy("Need, aim, what will change"),
        gettext_lazy(
            "Evaluators score mostly by these answers, so write for somebody who doesn't know you."
        ),
        ("title", "public_summary", "need", "aim", "change", "continuity", "starts_on", "ends_on"),
    ),
    Section(
        "samata",
        gettext_lazy("Money"),
        gettext_lazy("Costs"),
        gettext_lazy("What is paid for and how much it costs"),
        gettext_lazy("Shows what the money is for. Give each thing you pay for a line of its own."),
        (),
    ),
    Section(
        "finansavimas",
        gettext_lazy("Money"),
        gettext_lazy("Sources of funding"),
        gettext_lazy("Requested sum, own contribution"),
        gettext_lazy("Together the sources must cover the costs to the cent."),
        ("requested", "own_funds", "other_funds"),
    ),
    Section(
        "deklaracijos",
        gettext_lazy("Confirmations"),
        gettext_lazy("Declarations"),
        gettext_lazy("Statements and who signs"),
        gettext_lazy(
            "Tick what is true. Without all statements the application can't be submitted."
        ),
        (*DECLARATIONS, "signatory_name", "signatory_office"),
    ),
]
BY_SLUG = {section.slug: section for section in SECTIONS}

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
    "continuity": gettext_lazy("Describe how it goes on afterwards"),
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
    """What is missing or contradicts itself, where to mend it."""

    section: str
    field: str
    text: str
    is_contradiction: bool = False


@dataclass(frozen=True)
class SectionState:
    """How far one section is: done, faulty, started or untouched."""

    section: Section
    problems: list[Problem]
    is_started: bool

    @property
    def status(self) -> str:
        if not self.problems:
            return "done"
        if any(problem.is_contradiction for problem in self.problems):
            return "faulty"
        return "started" if self.is_started else "untouched"


def states(application: Application) -> list[SectionState]:
    """Every section with what it lacks. One query: the cost lines."""
    lines = list(application.cost_lines.all())
    total = total_of(lines)
    found = [*missing(application), *cost_problems(lines), *funding_problems(application, total)]
    return [
        SectionState(
            section,
            [problem for problem in found if problem.section == section.slug],
            bool(lines)
            if section.slug == "samata"
            else any(getattr(application, name) for name in section.fields),
        )
        for section in SECTIONS
    ]


def total_of(lines: Iterable[CostLine]) -> Decimal:
    """EUR of the cost lines together."""
    return sum((line.amount or ZERO for line in lines), ZERO)


def problems(application: Application) -> list[Problem]:
    """All that stands between the application and its submission, in the order of the form."""
    return [problem for state in states(application) for problem in state.problems]


def missing(application: Application) -> Iterator[Problem]:
    for section in SECTIONS:
        for name in section.fields:
            value = getattr(application, name)
            if name in MISSING and (
                value is None or value is False or value == ""
            ):  # 0 euros is an answer
                yield Problem(section.slug, name, str(MISSING[name]))


def cost_problems(lines: list[CostLine]) -> Iterator[Problem]:
    if not lines:
        yield Problem("samata", "lines-0-name", _("Enter at least one cost line"))
    for index, line in enumerate(lines):
        if not line.is_complete:
            text = _("Line %(number)d: fill in the name, kind, unit, quantity and unit price") % {
                "number": index + 1
            }
            yield Problem("samata", f"lines-{index}-name", text)


def funding_problems(application: Application, total: Decimal) -> Iterator[Problem]:
    """Sums that contradict the call's limits or the costs (SCREENS A6.6, A6.7)."""
    requested, call = application.requested, application.call
    if requested is None:
        return
    if requested == 0:
        yield contradiction("requested", _("The requested sum must be more than 0"))
    if requested > call.max_per_project:
        text = _(
            "The requested sum is over the call's limit of %(limit)s. Lower it by at least %(excess)s"
        )
        values = {
            "limit": eur(call.max_per_project),
            "excess": eur(requested - call.max_per_project),
        }
        yield contradiction("requested", text % values)
    if total and requested > (allowed := covered(call, total)):
        text = _(
            "The call covers up to %(rate)s of the costs: at most %(limit)s. Lower the sum by at least %(excess)s"
        )
        values = {
            "rate": percent(call.intensity),
            "limit": eur(allowed),
            "excess": eur(requested - allowed),
        }
        yield contradiction("requested", text % values)
    if total and application.own_funds is not None and application.funds != total:
        yield contradiction("own_funds", difference(application.funds, total))


def covered(call: Call, total: Decimal) -> Decimal:
    """EUR of `total` that the call's funding rate allows to ask for."""
    return (total * call.intensity / 100).quantize(CENT, ROUND_DOWN)


@dataclass(frozen=True)
class Limit:
    """One limit of the call beside what the application has, in words."""

    text: str
    is_kept: bool | None  # None: no limit, only good to know


def limits(application: Application, total: Decimal) -> list[Limit]:
    """What the call allows and where the application stands, for information while the costs are typed."""
    call, requested = application.call, application.requested
    if requested is None:
        values = {
            "limit": eur(min(call.max_per_project, covered(call, total))),
            "rate": percent(call.intensity),
        }
        text = _(
            "With these costs you may ask for up to %(limit)s (%(rate)s of the costs at most)."
        )
        return [Limit(text % values, None)]
    rate = requested / total * 100 if total else ZERO
    sums = _("Requested sum %(requested)s, limit %(limit)s") % {
        "requested": eur(requested), "limit": eur(call.max_per_project),
    }  # fmt: skip
    rates = _("Funding rate %(rate)s, limit %(limit)s") % {
        "rate": percent(rate),
        "limit": percent(call.intensity),
    }
    found = [Limit(sums, requested <= call.max_per_project)]
    if total:
        found += [Limit(rates, requested <= covered(call, total))]
        found += [
            Limit(
                _("Own and other funds needed: %(sum)s")
                % {"sum": eur(max(total - requested, ZERO))},
                None,
            )
        ]
    return found


def contradiction(field: str, text: str) -> Problem:
    return Problem("finansavimas", field, text, is_contradiction=True)


def difference(funds: Decimal, total: Decimal) -> str:
    """In words: how the sources of funding differ from the costs."""
    values = {"funds": eur(funds), "total": eur(total), "difference": eur(abs(total - funds))}
    if funds < total:
        text = _(
            "The sources of funding (%(funds)s) don't match the costs (%(total)s): %(difference)s missing"
        )
    else:
        text = _(
            "The sources of funding (%(funds)s) don't match the costs (%(total)s): %(difference)s too much"
        )
    return text % values
