"""One form for each section of an application. Drafts may have gaps: only format is checked."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.answers import STATEMENTS
from applications.forms.fields import RevisionFormField
from applications.models import Application
from applications.sections import CONFIRMATIONS, FUNDING, ORGANISATION, PROJECT
from strategy_portal.fields import DayFormField, TextFormField
from strategy_portal.money import ZERO, MoneyFormField
from strategy_portal.templatetags import eur

LONG = forms.Textarea(attrs={"rows": 8})
SHORT = forms.Textarea(attrs={"rows": 4})


class SectionForm(forms.ModelForm):
    """The answers of one section. The view passes `values` to drafting.save_section."""

    revision = RevisionFormField()
    optional: frozenset[str] = frozenset()

    def clean(self):
        """Skip the model's constraints, which concern other sections too."""
        # Not calling super() is what keeps ModelForm from checking them
        return self.cleaned_data

    @property
    def answer_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self._meta.fields]

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class ContactsForm(SectionForm):
    class Meta:
        model = Application
        fields = ORGANISATION.fields
        field_classes = dict.fromkeys(("head", "contact_name", "contact_phone"), TextFormField)
        help_texts = {
            "head": _("Name and surname"),
            "contact_name": _("Whom we call or write to about this application"),
            "contact_phone": _("For example +370 600 00000"),
        }
        widgets = {
            "head": forms.TextInput(attrs={"autocomplete": "off"}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "contact_phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
            "contact_email": forms.TextInput(
                attrs={"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}
            ),
        }


class EssenceForm(SectionForm):
    starts_on = DayFormField(
        required=False,
        label=_("Start"),
        help_text=_("Year-month-day, for example 2027-03-01"),
    )
    ends_on = DayFormField(
        required=False,
        label=_("End"),
        help_text=_("Year-month-day, for example 2027-12-31"),
    )

    class Meta:
        model = Application
        fields = PROJECT.fields
        texts = ("title", "public_summary", "need", "aim", "change", "continuity")
        field_classes = dict.fromkeys(texts, TextFormField)
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "public_summary": SHORT,
            "need": LONG,
            "aim": SHORT,
            "change": LONG,
            "continuity": LONG,
        }
        help_texts = {
            "title": _("Short, as you would say it aloud. Up to 150 characters."),
            "public_summary": _(
                "We will publish this text if the project is funded. Up to 600 characters."
            ),
            "need": _(
                "What the problem is now, for whom, and how you know. Up to 3,000 characters."
            ),
            "aim": _("In one or two sentences. Up to 1,500 characters."),
            "change": _(
                "What will be different for people when the project ends. Up to 3,000 characters."
            ),
            "continuity": _("Who will continue it and with what money. Up to 3,000 characters."),
        }

    def clean(self):
        starts_on = self.cleaned_data.get("starts_on")
        ends_on = self.cleaned_data.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("The end date must be later than the start date"))
        return super().clean()


class FundingForm(SectionForm):
    requested = MoneyFormField(required=False, label=_("Requested sum, EUR"))
    own_funds = MoneyFormField(
        required=False,
        label=_("Own contribution, EUR"),
        help_text=_("Money of the organisation. 0 if there is none."),
    )
    other_funds = MoneyFormField(
        required=False,
        label=_("Other funds, EUR"),
        help_text=_("Of sponsors, of other programmes"),
    )
    optional = frozenset({"other_funds"})

    class Meta:
        model = Application
        fields = FUNDING.fields

    def fill_own_funds(self, total: Decimal) -> None:
        """Set own funds to what the other sources leave uncovered of `total` EUR."""
        requested = self.cleaned_data.get("requested") or ZERO
        other_funds = self.cleaned_data.get("other_funds") or ZERO
        rest = total - requested - other_funds
        if rest < 0:
            text = _("The sources are %(excess)s more than the costs already: lower them first.")
            self.add_error("requested", text % {"excess": eur(-rest)})
        self.cleaned_data["own_funds"] = rest


class DeclarationsForm(SectionForm):
    class Meta:
        model = Application
        fields = CONFIRMATIONS.fields
        labels = STATEMENTS
        field_classes = dict.fromkeys(("signatory_name", "signatory_office"), TextFormField)
        help_texts = {"signatory_office": _("For example, chairwoman, by the statutes")}
        widgets = {
            "signatory_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "signatory_office": forms.TextInput,
        }


FORMS = {
    ORGANISATION.slug: ContactsForm,
    PROJECT.slug: EssenceForm,
    FUNDING.slug: FundingForm,
    CONFIRMATIONS.slug: DeclarationsForm,
}
