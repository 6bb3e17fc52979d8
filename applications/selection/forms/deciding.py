"""Forms for decisions: proposals, confirmation, retraction, promotion, split by source."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import TextFormField
from applications.selection.call_ranking import Ranking
from applications.selection.funding_line import Row
from applications.selection.models import DecisionItem, Outcome, PaperKind
from applications.selection.operations.deciding import Paper
from applications.selection.operations.preparing import Proposal
from applications.selection.waitlist import Waitlist
from budget.forms.parts import PartsForm
from budget.models import Strategy
from strategy_portal.fields import PastDayFormField
from strategy_portal.money import ZERO, MoneyFormField
from strategy_portal.requests.forms import KeyedForm

SPLIT = "split-"


def of_row(label: object, number: str) -> str:
    """Return a label with the number for screen readers only: sighted users see it in the row."""
    return format_html('{}<span class="visually-hidden"> {}</span>', label, number)


class ProposalsForm(KeyedForm):
    """A proposal for each ranked application, with a reason where it departs from the ranking.

    Applications below the pass mark have no choice. Those missing from the page of an older
    ranking stay as ranked; `seen` prevents preparing from it anyway. If it `divides`, it also
    asks for each grant how much of it every source gives.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    # Required, unlike in KeyedForm: money is reserved at once, so a repeat must be recognised
    request_key = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)
    unscored_reason = TextFormField(
        label=_("Why decide without them"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, ranking: Ranking, data=None, *, divides: bool = False):
        super().__init__(data)
        self.ranking = ranking
        self.divides = divides or any(name.startswith(SPLIT) for name in self.data)
        self.sources = []
        if self.divides:
            self.sources = list(ranking.action.strategy.sources.all())
        for row in self.open_rows:
            self.ask(self.pk_of(row), row.number, ranked=row.outcome)
        self.sent = self.numbers_sent()
        for pk, number in self.sent.items():
            if f"outcome-{pk}" not in self.fields:
                self.ask(pk, number)

    def ask(self, pk: int, number: str, *, ranked: str | None = "") -> None:
        """Add the fields for one application: proposal, reason and perhaps its division."""
        # Without a proposal of the ranking nothing is preselected: people choose
        unchosen = [("", _("Choose"))] if ranked is None else []
        self.fields[f"outcome-{pk}"] = forms.ChoiceField(
            label=of_row(_("Proposal"), number),
            choices=[*unchosen, *Outcome.choices],
            initial=ranked or "",
            required=False,
        )
        self.fields[f"reason-{pk}"] = TextFormField(
            label=of_row(_("Reason"), number),
            max_length=1000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        for source in self.sources:
            label = _("%(source)s, EUR") % {"source": source}
            self.fields[f"{SPLIT}{pk}-{source.code}"] = MoneyFormField(
                label=of_row(label, number), required=False
            )

    def numbers_sent(self) -> dict[int, str]:
        """Return the numbers of the applications in the submitted form, by primary key.

        Including those no longer ranked: the first press has emptied the ranking, but a repeated
        one must have the same content to be recognised.
        """
        if not self.is_bound:
            return {}
        known = self.ranking.call.applications.submitted().values_list("pk", "number")
        return {pk: number for pk, number in known if f"outcome-{pk}" in self.data}

    def pk_of(self, row: Row) -> int:
        return self.ranking.applications[row.number].pk

    @property
    def open_rows(self) -> list[Row]:
        return [row for row in self.ranking.rows if not row.is_below_mark]

    def outcome_of(self, row: Row) -> Outcome | None:
        """Return the current proposal: as chosen, else as ranked."""
        # From `data`: the page is shown with its sums before the form is valid
        chosen = self.data.get(f"outcome-{self.pk_of(row)}", "")
        if row.is_below_mark or chosen not in Outcome.values:
            return row.outcome
        return Outcome(chosen)

    def fields_of(self, row: Row) -> tuple[forms.BoundField, forms.BoundField] | None:
        """Return the fields for proposal and reason; None below the pass mark."""
        if row.is_below_mark:
            return None
        pk = self.pk_of(row)
        return self[f"outcome-{pk}"], self[f"reason-{pk}"]

    def part_fields_of(self, row: Row) -> list[forms.BoundField]:
        """Return a field for the part of each source, if the form divides grants."""
        if row.is_below_mark:
            return []
        return [self[f"{SPLIT}{self.pk_of(row)}-{source.code}"] for source in self.sources]

    @property
    def proposals(self) -> dict[str, Proposal]:
        """The proposals by application number, for preparing.prepare."""
        data = self.cleaned_data
        return {
            number: Proposal(data[f"outcome-{pk}"], data[f"reason-{pk}"], self.split_of(pk))
            for pk, number in self.sent.items()
        }

    def split_of(self, pk: int) -> dict[str, Decimal] | None:
        """Return EUR by source as typed; None if nothing is typed."""
        parts = {
            source.code: self.cleaned_data[f"{SPLIT}{pk}-{source.code}"] for source in self.sources
        }
        if all(part is None for part in parts.values()):
            return None
        return {code: part or ZERO for code, part in parts.items()}


class ConfirmForm(KeyedForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=_("What the board decided by"),
        choices=PaperKind.choices,
        initial=PaperKind.MINUTES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the board decided by")},
    )
    number = TextFormField(
        label=_("Number of the document"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the number of the document")},
    )
    dated = PastDayFormField(
        label=_("Date of the document"),
        help_text=_("For example, 2027-02-18"),
        error_messages={"required": _("Enter the date of the document")},
    )

    @property
    def paper(self) -> Paper:
        data = self.cleaned_data
        return Paper(PaperKind(data["kind"]), data["number"], data["dated"])


class RetractForm(KeyedForm):
    reason = TextFormField(
        label=_("Reason"),
        help_text=_("It stays in the decision and in the history of each application."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give the reason")},
    )


class PromoteForm(KeyedForm):
    """Promotes the next of the waitlist; `seen` is the SHA-256 of the list shown.

    Of equals that don't all fit it asks whom to propose, and why.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    chosen = forms.MultipleChoiceField(
        label=_("Whom to propose"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = TextFormField(
        label=_("Reason"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, waitlist: Waitlist, data=None):
        super().__init__(data)
        # Everybody who waits: on a page that is out of date others were next
        self.fields["chosen"].choices = [
            (waiting.number, f"{waiting.number} {waiting.application.title}")
            for waiting in (waitlist.line if self.is_bound else waitlist.next)
        ]

    @property
    def choice(self) -> dict[str, Any]:
        """Arguments for promoting.promote."""
        return {"chosen": self.cleaned_data["chosen"], "reason": self.cleaned_data["reason"]}


class DivideForm(PartsForm):
    """The split of one proposed grant between the sources, in EUR."""

    def __init__(self, strategy: Strategy, item: DecisionItem, data=None):
        super().__init__(data)
        sources = strategy.sources.all()
        nothing = dict.fromkeys((source.code for source in sources), ZERO)
        self.ask_parts(sources, initial=nothing | item.split, required=True)
