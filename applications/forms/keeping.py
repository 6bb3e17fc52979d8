"""What the office may do with an organisation: each class defines one page.

Its address and texts, its fields, and the operation it carries out.
"""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.forms.organisation import OrganisationForm
from applications.models import Organisation
from applications.models.organisation import FACTS
from applications.operations import keeping
from strategy_portal.fields import TextFormField
from strategy_portal.requests.forms import KeyedForm
from strategy_portal.requests.press import Press


def a_reason(label: Promise, hint: Promise) -> TextFormField:
    return TextFormField(
        label=label,
        help_text=hint,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Give the reason")},
    )


class KeepingForm(KeyedForm):
    """One act of the office; `seen` carries what the page showed of the organisation."""

    do_not_call_in_templates = True  # a page lists these classes, and templates would call them

    slug: str  # of the page's address
    title: Promise
    button: Promise
    done: Promise
    lead: Promise
    organisation: Organisation

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def act(self, press: Press) -> Organisation:
        """Carry the act out; raises DomainError."""
        raise NotImplementedError


class ReasonForm(KeepingForm):
    """An act that asks for nothing but its reason."""

    def __init__(self, organisation: Organisation, data: Mapping[str, str] | None = None):
        self.organisation = organisation
        super().__init__(data, initial={"seen": keeping.fingerprint(organisation)})


class VerifyForm(ReasonForm):
    slug = "patikrinti"
    title = _("Verify the organisation")
    button = _("It is verified")
    done = _("The organisation is verified.")
    lead = _(
        "Compare its facts with the Register of Legal Entities. A verified organisation no longer "
        "counts towards those that one account may add."
    )
    reason = a_reason(
        _("How it was verified"), _("For example, an extract of the register and its date")
    )

    def act(self, press: Press) -> Organisation:
        return keeping.verify(self.organisation, press, reason=self.cleaned_data["reason"])


class FreeForm(ReasonForm):
    slug = "atlaisvinti"
    title = _("Free its code")
    button = title
    done = _("The code is free: its true owner can add the organisation.")
    lead = _(
        "When somebody else has added an organisation under this code. Its members will no longer "
        "see it, and its drafts can't be submitted. This can't be undone."
    )
    reason = a_reason(_("Reason"), _("It stays in the organisation's history."))

    def act(self, press: Press) -> Organisation:
        return keeping.free(self.organisation, press, reason=self.cleaned_data["reason"])


class CorrectForm(OrganisationForm, KeepingForm):
    slug = "taisyti"
    title = _("Correct its facts")
    button = _("Save the corrections")
    done = _("The organisation is corrected.")
    lead = _("Applications submitted already keep the facts they were submitted with.")
    reason = a_reason(_("Reason"), _("It stays in the organisation's history."))

    def __init__(self, organisation: Organisation, data: Mapping[str, str] | None = None):
        self.organisation = organisation
        seen = {"seen": keeping.fingerprint(organisation)}
        # A copy: validation changes the instance, but the page shows what is recorded
        super().__init__(data, instance=copy(organisation), initial=seen)
        if organisation.applications.submitted().exists():
            del self.fields["code"]

    def act(self, press: Press) -> Organisation:
        values = self.cleaned_data
        facts: dict[str, Any] = {name: values[name] for name in FACTS if name in values}
        return keeping.correct(self.organisation, facts, press, reason=values["reason"])


ACTS: dict[str, type[KeepingForm]] = {
    form.slug: form for form in (VerifyForm, CorrectForm, FreeForm)
}


def offered(organisation: Organisation, *, has_submitted: bool) -> list[type[KeepingForm]]:
    """Return the acts that are possible now."""
    if organisation.is_freed:
        return []
    impossible = {VerifyForm: bool(organisation.verified_at), FreeForm: has_submitted}
    return [form for form in ACTS.values() if not impossible.get(form)]
