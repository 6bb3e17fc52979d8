"""Forms for decisions: proposals, confirmation, retraction, promotion, split by source."""

from uuid import uuid4

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import TextFormField
from applications.selection.call_ranking import Ranking
from applications.selection.models import DecisionItem, Outcome
from applications.selection.operations.deciding import Proposal
from applications.selection.ranking import Row
from budget.forms.parts import PartsForm
from budget.models import Strategy
from strategy_portal.money import ZERO
from strategy_portal.requests.forms import KeyedForm


def of_row(label: object, number: str) -> str:
    """Return a label with the number for screen readers only: sighted users see it in the row."""
    return format_html('{}<span class="visually-hidden"> {}</span>', label, number)


class ProposalsForm(KeyedForm):
    """A proposal for each ranked application, with a reason where it departs from the ranking.

    Applications below the pass mark have no choice. Those missing from the page of an older
    ranking stay as ranked; `seen` prevents preparing from it anyway.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    # Required, unlike in KeyedForm: money is reserved at once, so a repeat must be recognised
    request_key = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)

    def __init__(self, ranking: Ranking, data=None):
        super().__init__(data)
        self.ranking = ranking
        for row in self.open_rows:
            self.ask(self.pk_of(row), row.number, ranked=row.outcome)
        self.sent = self.numbers_sent()
        for pk, number in self.sent.items():
            if f"outcome-{pk}" not in self.fields:
                self.ask(pk, number)

    def ask(self, pk: int, number: str, *, ranked: str = "") -> None:
        """Add the fields for one application: proposal and reason."""
        self.fields[f"outcome-{pk}"] = forms.ChoiceField(
            label=of_row(_("Proposal"), number),
            choices=Outcome.choices,
            initial=ranked,
            required=False,
        )
        self.fields[f"reason-{pk}"] = TextFormField(
            label=of_row(_("Reason"), number),
            max_length=1000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
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

    def outcome_of(self, row: Row) -> Outcome:
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

    @property
    def proposals(self) -> dict[str, Proposal]:
        """The proposals by application number, for deciding.prepare."""
        data = self.cleaned_data
        return {
            number: Proposal(data[f"outcome-{pk}"], data[f"reason-{pk}"])
            for pk, number in self.sent.items()
        }


class ConfirmForm(KeyedForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    document = TextFormField(
        label=_("Number and date of the board's decision"),
        help_text=_("For example, No. 7, 2027-02-18"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the number and date of the board's decision")},
    )


class RetractForm(KeyedForm):
    reason = TextFormField(
        label=_("Reason"),
        help_text=_("It stays in the decision and in the history of each application."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give the reason")},
    )


class PromoteForm(KeyedForm):
    """Promotes the next of the waitlist; `seen` is the SHA-256 of the list shown."""

    seen = forms.CharField(widget=forms.HiddenInput)


class DivideForm(PartsForm):
    """The split of one proposed grant between the sources, in EUR."""

    def __init__(self, strategy: Strategy, item: DecisionItem, data=None):
        super().__init__(data)
        sources = strategy.sources.all()
        nothing = dict.fromkeys((source.code for source in sources), ZERO)
        self.ask_parts(sources, initial=nothing | item.split, required=True)
