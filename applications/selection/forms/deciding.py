"""What the office types when it decides: proposals for the ranked applications, the board's decision, a retraction."""

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import TextFormField
from applications.selection.models import Decision, DecisionItem, Outcome
from applications.selection.operations.deciding import Proposal, Ranking
from applications.selection.ranking import Row
from budget.forms.parts import PartsForm
from budget.models import Strategy
from strategy_portal.money import ZERO
from strategy_portal.requests.forms import KeyedForm


def of_row(label: object, number: str) -> str:
    """A label that sighted people read without the number, which stands in the same row."""
    return format_html('{}<span class="visually-hidden"> {}</span>', label, number)


class ProposalsForm(forms.Form):
    """A proposal for each ranked application, and its reason where it differs from the ranking's own.

    Below the pass mark there is nothing to choose. What a page of an older ranking lacks stays as the ranking
    proposes: preparing is refused by `sha256` anyway.
    """

    sha256 = forms.CharField(widget=forms.HiddenInput)
    request_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, ranking: Ranking, data=None):
        super().__init__(data)
        self.ranking = ranking
        for row in self.open_rows:
            number = row.candidate.number
            pk = ranking.applications[number].pk
            self.fields[f"outcome-{pk}"] = forms.ChoiceField(
                label=of_row(_("Proposal"), number),
                choices=Outcome.choices,
                initial=row.outcome,
                required=False,
            )
            self.fields[f"reason-{pk}"] = TextFormField(
                label=of_row(_("Reason"), number),
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def open_rows(self) -> list[Row]:
        return [row for row in self.ranking.rows if row.why != "mark"]

    def outcome_of(self, row: Row) -> str:
        """What is proposed now: as chosen, else as ranked."""
        pk = self.ranking.applications[row.candidate.number].pk
        chosen = self.data.get(f"outcome-{pk}", "") if row.why != "mark" else ""
        return chosen if chosen in Outcome.values else row.outcome

    def fields_of(self, row: Row) -> tuple[forms.BoundField, forms.BoundField] | None:
        if row.why == "mark":
            return None
        pk = self.ranking.applications[row.candidate.number].pk
        return self[f"outcome-{pk}"], self[f"reason-{pk}"]

    @property
    def proposals(self) -> dict[str, Proposal]:
        """What deciding.prepare takes."""
        found = {row.candidate.number: Proposal(row.outcome) for row in self.ranking.rows}
        for row in self.open_rows:
            outcome, reason = self.fields_of(row)
            found[row.candidate.number] = Proposal(
                self.cleaned_data[outcome.name] or row.outcome, self.cleaned_data[reason.name]
            )
        return found


def proposals_again(decision: Decision, data: QueryDict) -> dict[str, Proposal]:
    """What a form that came twice says, read by the decision it made the first time: its ranking is gone by now."""
    return {
        item.application.number: Proposal(
            data.get(f"outcome-{item.application_id}") or item.outcome,
            data.get(f"reason-{item.application_id}", "").strip().replace("\r\n", "\n"),
        )
        for item in decision.items.select_related("application")
    }


class ConfirmForm(KeyedForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    document = TextFormField(
        label=_("Number and date of the board's decision"),
        help_text=_("For example: No. 7, 2027-02-18"),
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
    """The press that proposes the next of the reserve list: which list was seen."""

    sha256 = forms.CharField(widget=forms.HiddenInput)


class DivideForm(PartsForm):
    """How much of each source one proposed grant shall be. EUR."""

    def __init__(self, strategy: Strategy, item: DecisionItem, data=None):
        super().__init__(data)
        sources = strategy.sources.all()
        self.ask_parts(
            sources, initial={source.code: ZERO for source in sources} | item.split, required=True
        )
