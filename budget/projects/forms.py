"""Forms for a project after the decision: documents, sums, dates. EUR."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from budget.forms.parts import PartsForm
from budget.operations.posting import Document
from budget.projects.models import STEPS, Claim, Project
from budget.projects.operations import preview
from budget.projects.position import Effect
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.fields import PastDayFormField, TextFormField
from strategy_portal.money import CENT, ZERO, MoneyFormField
from strategy_portal.requests.press import Press

LINE = forms.TextInput(attrs={"autocomplete": "off"})
DAY_HINT = _("Year-month-day, for example 2027-03-01")
OF_THE_PAGE = {"seen", "shown"}


def a_sum(label: object, **more: Any) -> MoneyFormField:
    return MoneyFormField(label=label, min_value=CENT, **more)


def a_reason(label: object = _("Reason"), **more: Any) -> TextFormField:
    return TextFormField(
        label=label,
        help_text=_("It stays in the ledger and in the project's history."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give the reason")},
        **more,
    )


class StepForm(PartsForm):
    """One step with a project, or with one of its claims or entries: one page of the office.

    A step that moves money first shows its effect. `seen` carries the figures of that page and
    `shown` what was typed; if either changes, the effect is shown again before anything is written.
    """

    do_not_call_in_templates = True  # a page lists these classes, and templates would call them

    slug: str  # of the page's address
    step: str  # its name in the table STEPS
    link: Promise  # to a step with a claim, beside the claim; elsewhere the title is the link
    title: Promise
    button: Promise
    done: Promise
    lead: Promise | str = ""
    moves_money = True
    sees_all = False  # whether its pages may show and tell reserved sums

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, project: Project, subject: Any = None, data: Mapping[str, str] | None = None
    ):
        self.project = project
        self.subject = subject
        super().__init__(data, initial=self.suggested())

    @classmethod
    def is_offered(cls, project: Project, claim: Claim | None = None) -> bool:
        """Whether the project's page offers the step now, for `claim` if it concerns one."""
        rule = STEPS[cls.step]
        return project.status in rule.origins and (not claim or claim.status == rule.claim)

    def suggested(self) -> dict[str, Any]:
        """Initial values of the fields."""
        return {}

    def act(self, press: Press) -> object:
        """Carry out the step with what was typed; raises as its operation does."""
        raise NotImplementedError

    def take(self, by: User) -> Effect | None:
        """Carry the step out; if it moves money, first return its effect, to be shown."""
        if self.moves_money and not self.is_shown:
            return self.show(by)
        self.act(self.press(by, sees_all=self.sees_all))
        return None

    def show(self, by: User) -> Effect | None:
        """What the step would change, which the form then carries; None if it was already done."""
        effect = preview(self.act, self.press(by, sees_all=self.sees_all))
        if effect:
            # The page that shows the effect must send back what it was computed from
            self.data = self.data.copy()
            self.data["seen"] = effect.before.seen
            self.data["shown"] = self.fingerprint
        return effect

    @property
    def is_shown(self) -> bool:
        """Whether the effect of exactly what is typed now was already shown."""
        data = self.cleaned_data
        return bool(data["seen"]) and data["shown"] == self.fingerprint

    @property
    def fingerprint(self) -> str:
        """Fingerprint of everything typed."""
        fields = [name for name in self.cleaned_data if name not in OF_THE_PAGE]
        return digest(canonical(self.typed(*fields)))

    def typed(self, *names: str) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in names}

    def visible(self) -> list[forms.BoundField]:
        """The visible fields except the parts by source."""
        parts = {field.name for field in self.part_fields()}
        return [field for field in self.visible_fields() if field.name not in parts]


class PaperForm(StepForm):
    """A step based on a document."""

    document = TextFormField(
        label=_("Number of the document"),
        max_length=100,
        widget=LINE,
        error_messages={"required": _("Enter the number of the document")},
    )
    document_date = PastDayFormField(
        label=_("Date of the document"),
        help_text=DAY_HINT,
        error_messages={"required": _("Enter the date of the document")},
    )

    @property
    def paper(self) -> Document:
        data = self.cleaned_data
        return Document(data["document"], data["document_date"], data.get("effective_on"))


class ReasonForm(PaperForm):
    """A step based on a document, with a reason."""

    reason = a_reason()

    def why(self) -> dict[str, Any]:
        return {"document": self.paper, **self.typed("reason")}


class SplitForm(PaperForm):
    """A step with a sum that may be divided between the sources by hand."""

    def __init__(
        self, project: Project, subject: Any = None, data: Mapping[str, str] | None = None
    ):
        super().__init__(project, subject, data)
        self.ask_parts(project.action.strategy.sources.all())

    @property
    def split_was_typed(self) -> bool:
        return self.is_bound and any(self.data.get(field.html_name) for field in self.part_fields())

    @property
    def split(self) -> dict[str, Decimal] | None:
        """The typed parts (EUR), empty ones as 0,00; None if none was typed."""
        if all(part is None for part in self.parts.values()):
            return None
        return {code: part or ZERO for code, part in self.parts.items()}
