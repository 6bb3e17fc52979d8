"""Forms of an amendment: the new figures, the reason and the document. EUR."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from budget.models import Account
from budget.operations.allocations import Allocation, code_of, fingerprint
from budget.operations.posting import Document
from strategy_portal.fields import PastDayFormField, TextFormField
from strategy_portal.money import MoneyFormField
from strategy_portal.requests.forms import KeyedForm

MOST_PLACES = 10_000  # far below what the column holds; catches a slip of the hand


class AmendmentForm(KeyedForm):
    """The new figures of the strategy, all of them; fields start from the current ones."""

    # Required: without it, figures that changed meanwhile would be overwritten unnoticed
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = TextFormField(
        label=_("Why the strategy changes"),
        help_text=_("Everybody will read it beside the comparison."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why the strategy changes")},
    )

    def __init__(self, accounts: list[Account], data: Mapping[str, str] | None = None):
        super().__init__(data, initial={"seen": fingerprint(accounts)})
        self.accounts = accounts
        for account in accounts:
            code = code_of(account)
            self.fields[f"amount-{code}"] = amount_field(account)
            if account.action_id:
                self.fields[f"places-{code}"] = places_field(account)

    @property
    def rows(self) -> list[tuple[Account, forms.BoundField, forms.BoundField | None]]:
        """Each account with its fields: its sum and, for an action, its planned projects."""
        return [(account, *self.fields_of(account)) for account in self.accounts]

    def fields_of(self, account: Account) -> tuple[forms.BoundField, forms.BoundField | None]:
        """The fields of an account's sum and, for an action, its planned projects."""
        code = code_of(account)
        amount = self[f"amount-{code}"]
        return (amount, self[f"places-{code}"]) if account.action_id else (amount, None)

    @property
    def figures(self) -> dict[str, Allocation]:
        """New allocations by code, as amending.draft takes them."""
        data: dict[str, Any] = self.cleaned_data
        return {
            code: Allocation(data[f"amount-{code}"], data.get(f"places-{code}") or 0)
            for code in map(code_of, self.accounts)
        }


def amount_field(account: Account) -> MoneyFormField:
    return MoneyFormField(label=_("Sum, EUR"), initial=account.ceiling)


def places_field(account: Account) -> forms.IntegerField:
    attributes = {"inputmode": "numeric", "autocomplete": "off", "class": "num"}
    return forms.IntegerField(
        label=_("Planned projects"),
        min_value=0,
        max_value=MOST_PLACES,
        initial=account.quota,
        widget=forms.TextInput(attributes),
    )


class PublishForm(KeyedForm):
    """The button that publishes a comparison."""


class InForceForm(KeyedForm):
    """The document that puts an amendment in force."""

    document = TextFormField(
        label=_("Number of the document"),
        help_text=_(
            "The decision that approved the amendment, for example, General meeting, No. 4"
        ),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the number of the document")},
    )
    document_date = PastDayFormField(
        label=_("Date of the document"),
        help_text=_("Year-month-day, for example 2027-03-01"),
    )
    effective_on = PastDayFormField(
        label=_("In effect from"),
        help_text=_("Year-month-day, for example 2027-03-01"),
    )

    @property
    def paper(self) -> Document:
        """The document as amending.confirm takes it."""
        data = self.cleaned_data
        return Document(data["document"], data["document_date"], data["effective_on"])


class WithdrawForm(KeyedForm):
    """The reason why an amendment is withdrawn."""

    reason = TextFormField(
        label=_("Reason"),
        help_text=_("It stays beside the amendment."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give the reason")},
    )
