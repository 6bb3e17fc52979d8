"""What the office types about a project after the decision: papers, sums, days. EUR."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _

from budget.forms.parts import PartsForm
from budget.operations.posting import Document
from budget.projects.models import ClaimKind
from budget.projects.operations.contracts import Asked, Terms
from budget.projects.position import Position
from strategy_portal.accounts.models import User
from strategy_portal.fields import DayFormField, PastDayFormField, TextFormField
from strategy_portal.money import CENT, ZERO, MoneyFormField

LINE = forms.TextInput(attrs={"autocomplete": "off"})
DAY_HINT = _("Year-month-day, for example 2027-03-01")


def a_sum(label: object, **more: Any) -> MoneyFormField:
    return MoneyFormField(label=label, min_value=CENT, **more)


def a_reason(**more: Any) -> TextFormField:
    return TextFormField(
        label=_("Reason"),
        help_text=_("It stays in the ledger and in the project's history."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give the reason")},
        **more,
    )


class StepForm(PartsForm):
    """A step with the project: its key, and what the person has been shown of its effect on the money.

    `seen` tells the figures of the page, `shown` what was typed when they were shown: who changes either after that
    sees the effect anew before anything is written.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, position: Position, data: Mapping[str, str] | None = None, initial: dict | None = None
    ):
        super().__init__(data, initial=initial)
        self.position = position

    @property
    def digest(self) -> str:
        typed = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("seen", "shown")
        }
        return hashlib.sha256(
            json.dumps(typed, sort_keys=True, cls=DjangoJSONEncoder).encode()
        ).hexdigest()[:16]

    @property
    def is_shown(self) -> bool:
        """Whether the person pressed the button below the effect of just what is typed."""
        return bool(self.cleaned_data["seen"]) and self.cleaned_data["shown"] == self.digest

    def asked(self, by: User) -> Asked:
        return Asked(by, self.key, self.cleaned_data["seen"] or None)

    def show(self) -> None:
        """Let the form carry what the page now shows."""
        self.data = self.data.copy()
        self.data["seen"], self.data["shown"] = self.position.seen, self.digest

    def visible(self) -> list[forms.BoundField]:
        """What is asked besides the parts."""
        parts = {field.name for field in self.part_fields()}
        return [field for field in self.visible_fields() if field.name not in parts]


class DocumentForm(StepForm):
    """A step by a paper."""

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


class EndForm(DocumentForm):
    """Suspending, resuming, completing, terminating, correcting: a paper and a reason."""

    reason = a_reason()


class SplitForm(DocumentForm):
    """A step with a sum, which may be divided between the sources by hand."""

    def __init__(
        self, position: Position, data: Mapping[str, str] | None = None, initial: dict | None = None
    ):
        super().__init__(position, data, initial)
        self.ask_parts(account.source for account in position.accounts if account.source_id)

    @property
    def split_was_typed(self) -> bool:
        return self.is_bound and any(self.data.get(field.html_name) for field in self.part_fields())

    @property
    def split(self) -> dict[str, Decimal] | None:
        """As typed, if anything was: an empty part is then 0,00."""
        if all(part is None for part in self.parts.values()):
            return None
        return {code: part or ZERO for code, part in self.parts.items()}


class ContractForm(SplitForm):
    optional = ("reason",)
    amount = a_sum(_("Contract's sum, EUR"))
    total_cost = a_sum(_("Total cost of the project, EUR"))
    starts_on = DayFormField(label=_("Start of the project"), help_text=DAY_HINT)
    ends_on = DayFormField(label=_("End of the project"), help_text=DAY_HINT)
    reason = a_reason(required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if (data.get("starts_on") and data.get("ends_on")) and data["starts_on"] > data["ends_on"]:
            self.add_error("ends_on", _("The project can't end before it starts."))
        if (data.get("amount") and data.get("total_cost")) and data["amount"] > data["total_cost"]:
            self.add_error("total_cost", _("The total cost can't be less than the contract's sum."))
        return data

    @property
    def terms(self) -> Terms:
        data = self.cleaned_data
        return Terms(
            document=self.paper,
            amount=data["amount"],
            total_cost=data["total_cost"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            split=self.split,
            reason=data["reason"],
        )


class ClaimForm(StepForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=ClaimKind.choices, widget=forms.RadioSelect)
    number = TextFormField(label=_("Number of the claim"), max_length=100, widget=LINE)
    received_on = PastDayFormField(label=_("Received on"), help_text=DAY_HINT)
    claimed = a_sum(_("Claimed, EUR"))


class ApprovalForm(StepForm):
    optional = ("reason",)
    approved = MoneyFormField(label=_("Approved, EUR"), help_text=_("0 if the claim is rejected."))
    approved_on = PastDayFormField(label=_("Approved on"), help_text=DAY_HINT)
    reason = a_reason(required=False)


class PaymentForm(SplitForm):
    amount = a_sum(_("Paid, EUR"))
    effective_on = PastDayFormField(label=_("Paid on"), help_text=DAY_HINT)


class RecoveryForm(SplitForm):
    amount = a_sum(_("Recovered, EUR"))
    effective_on = PastDayFormField(label=_("Received on"), help_text=DAY_HINT)
    reason = a_reason()
