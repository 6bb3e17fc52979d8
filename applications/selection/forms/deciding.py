"""What the office types when it decides: proposals, the board's decision, a retraction."""

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
    """A label that sighted people read without the number, which stands in the same row."""
    return format_html('{}<span class="visually-hidden"> {}</span>', label, number)


class ProposalsForm(KeyedForm):
    """A proposal for each ranked application, and its reason where it differs from the ranking.

    Below the pass mark there is nothing to choose. What the page of an older ranking lacks stays
    as it is ranked: preparing is refused by `seen` anyway.
    """

    seen = forms.CharField(widget=forms.HiddenInput)
    # Required, unlike elsewhere: the money is reserved at once, so no press may stay unknown
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
        """Ask what is proposed for one application, and why."""
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
        """The numbers of the applications that the sent form names, by primary key.

        They need not be ranked any more: the form that arrives a second time says the same as the
        first time, although the first press has emptied the ranking.
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
        """What is proposed now: as chosen, else as ranked."""
        chosen = self.data.get(f"outcome-{self.pk_of(row)}", "")
        if row.is_below_mark or chosen not in Outcome.values:
            return row.outcome
        return Outcome(chosen)

    def fields_of(self, row: Row) -> tuple[forms.BoundField, forms.BoundField] | None:
        """Where the proposal and its reason are chosen; None where there is nothing to choose."""
        if row.is_below_mark:
            return None
        pk = self.pk_of(row)
        return self[f"outcome-{pk}"], self[f"reason-{pk}"]

    @property
    def proposals(self) -> dict[str, Proposal]:
        """What deciding.prepare takes."""
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
    """The press that proposes the next of the waitlist: which list was seen."""

    seen = forms.CharField(widget=forms.HiddenInput)


class DivideForm(PartsForm):
    """How much of each source one proposed grant shall be. EUR."""

    def __init__(self, strategy: Strategy, item: DecisionItem, data=None):
        super().__init__(data)
        sources = strategy.sources.all()
        nothing = dict.fromkeys((source.code for source in sources), ZERO)
        self.ask_parts(sources, initial=nothing | item.split, required=True)
