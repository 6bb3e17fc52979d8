"""Forms for adding an organisation and managing its members."""

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.forms.fields import CodeFormField
from applications.models import LegalForm, Membership, MembershipRole, Organisation
from strategy_portal.fields import TextFormField

ALREADY_THERE = _(
    "This organisation is in the portal already. Ask whoever manages its account to add you."
)


class OrganisationForm(forms.ModelForm):
    class Meta:
        model = Organisation
        fields = ["code", "name", "legal_form", "address"]
        field_classes = {"code": CodeFormField, "name": TextFormField, "address": TextFormField}
        help_texts = {
            "code": _("9 digits, as in the Register of Legal Entities; old codes have 7"),
            "name": _("As it is registered"),
            "address": _("Street, house, town"),
        }
        widgets = {
            "code": forms.TextInput(
                attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-auto"}
            ),
            "name": forms.TextInput(attrs={"autocomplete": "organization"}),
            "address": forms.TextInput(attrs={"autocomplete": "street-address"}),
        }
        error_messages = {
            "code": {
                "required": _("Enter the legal-entity code"),
            },
            "name": {"required": _("Enter the name of the organisation")},
            "legal_form": {"required": _("Choose the legal form")},
            "address": {"required": _("Enter the address")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["legal_form"].choices = [("", _("Choose")), *LegalForm.choices]

    def clean_code(self) -> str:
        # The constraint knows freed codes, which the form has no field for
        code = self.cleaned_data["code"]
        others = Organisation.objects.standing().exclude(pk=self.instance.pk)
        if others.filter(code=code).exists():
            raise forms.ValidationError(ALREADY_THERE, code="unique")
        return code


class MemberForm(forms.Form):
    """A new member's e-mail address and role."""

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The person must have a confirmed account in the portal"),
        widget=forms.TextInput(
            attrs={"inputmode": "email", "autocapitalize": "none", "autocomplete": "off"}
        ),
        error_messages={"required": _("Enter the e-mail address")},
    )
    role = forms.ChoiceField(
        label=_("What they may do"),
        choices=[
            (MembershipRole.EDITOR, _("Editor: fills in applications")),
            (MembershipRole.VIEWER, _("Viewer: only reads")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they may do")},
    )


class RemovalForm(forms.Form):
    """The member to remove."""

    member = forms.ModelChoiceField(Membership.objects.none(), widget=forms.HiddenInput)

    def __init__(self, organisation: Organisation, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Members of this organisation only: the id comes from the browser
        members = organisation.memberships.current().select_related("user", "organisation")
        self.fields["member"].queryset = members
