"""The sign-up field that django-allauth does not ask for, and the administration's forms.

allauth's forms subclass the first one, so importing them here would be circular.
"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts.models import RoleGrant, User
from strategy_portal.clock import reading as clock


class SignupForm(forms.Form):
    name = forms.CharField(
        label=_("First and last name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your first and last name")},
    )
    field_order = ["email", "name", "password1"]

    def signup(self, request, user):
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class LinkForm(forms.Form):
    """Whom to send a sign-in link."""

    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    use_required_attribute = False


class PersonForm(forms.ModelForm):
    """A person in the administration. A new one has no password until they choose it themselves."""

    class Meta:
        model = User
        fields = ["email", "name", "is_active"]

    def clean_email(self) -> str:
        # In lower case, as sign-up stores addresses
        return self.cleaned_data["email"].lower()

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk is None:
            self.instance.set_unusable_password()
        return super().save(commit)


class GrantForm(forms.ModelForm):
    """A role grant in the administration; says what the database would refuse (guarding.py)."""

    class Meta:
        model = RoleGrant
        fields = ["user", "role", "valid_from", "valid_until", "document"]

    def clean_valid_from(self) -> date:
        starts = self.cleaned_data["valid_from"]
        if starts < clock.today():
            raise forms.ValidationError(_("A role starts today or later."))
        return starts

    def clean_valid_until(self) -> date | None:
        ends, grant = self.cleaned_data["valid_until"], self.instance
        if grant.pk is not None and "valid_until" in self.changed_data:
            if ends is None or grant.valid_until is not None and ends > grant.valid_until:
                raise forms.ValidationError(_("A role can only end earlier: grant it again."))
            if ends < clock.today():
                raise forms.ValidationError(_("A role ends today or later."))
        return ends
