"""The answers of an application as readable text, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import Application
from applications.sections import ORGANISATION, SECTIONS, Section
from strategy_portal.templatetags import amount

STATEMENTS = {
    "is_truthful": gettext_lazy("The data in this application are true and complete."),
    "is_solvent": gettext_lazy(
        "The organisation is not insolvent or being wound up. "
        "It owes no overdue taxes or social insurance."
    ),
    "is_not_funded_twice": gettext_lazy(
        "The same costs are not and will not be paid from other public money."
    ),
    "secures_own_funds": gettext_lazy(
        "The organisation will have its own contribution when it is needed."
    ),
    "knows_of_publication": gettext_lazy(
        "We know that the title, the public summary and the sums will be published "
        "if the project is funded."
    ),
}


@dataclass(frozen=True)
class Answer:
    """One question and its answer; `field` is empty for facts about the organisation."""

    field: str
    label: str
    text: str


@dataclass(frozen=True)
class AnsweredSection:
    section: Section
    answers: list[Answer]


def answered(application: Application) -> list[AnsweredSection]:
    """Return all sections with their answers; costs are shown as a table and have none here."""
    return [AnsweredSection(section, answers_of(application, section)) for section in SECTIONS]


def answers_of(application: Application, section: Section) -> list[Answer]:
    own = [answer_of(application, name) for name in section.fields]
    if section is ORGANISATION:
        return [*facts_of_applicant(application), *own]
    return own


def answer_of(application: Application, name: str) -> Answer:
    return Answer(name, label_of(application, name), in_words(getattr(application, name)))


def facts_of_applicant(application: Application) -> Iterator[Answer]:
    organisation = application.organisation
    for name in ("name", "code", "address"):
        yield Answer("", label_of(organisation, name), getattr(organisation, name))
    yield Answer("", label_of(organisation, "legal_form"), organisation.get_legal_form_display())


def label_of(row: Model, name: str) -> str:
    if name in STATEMENTS:
        return str(STATEMENTS[name])
    return capfirst(row._meta.get_field(name).verbose_name)


def in_words(value: object) -> str:
    """Return one answer as text; empty if there is none. EUR and dates are formatted."""
    # bool first: an unticked statement is an answer, not an empty one
    if isinstance(value, bool):
        return _("Confirmed") if value else _("Not confirmed")
    if isinstance(value, Decimal):
        return amount(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value or "")
