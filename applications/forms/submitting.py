"""Forms for starting, submitting and withdrawing an application."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.models import Organisation
from strategy_portal.accounts.models import User
from strategy_portal.fields import TextFormField
from strategy_portal.requests.forms import KeyedForm

OUT_OF_DATE = _("The page is out of date. Open it again.")


class StartForm(forms.Form):
    """The applying organisation; a person's only one is preselected and hidden."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Which organisation applies"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose the organisation that applies"),
            "invalid_choice": _("Choose one of your organisations"),
        },
    )

    def __init__(self, user: User, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.editable_by(user)
        self.only = None
        if len(field.queryset) == 1:
            self.only = field.queryset[0]
            field.initial = self.only.pk
            field.widget = forms.HiddenInput()


class SubmitForm(KeyedForm):
    """The submission's idempotency key."""

    # Required: without it a repeated submission looks like a new one
    request_key = forms.UUIDField(
        initial=uuid4,
        widget=forms.HiddenInput,
        error_messages={"required": OUT_OF_DATE, "invalid": OUT_OF_DATE},
    )


class WithdrawForm(KeyedForm):
    reason = TextFormField(
        required=False,
        max_length=1000,
        label=_("Why you withdraw it"),
        help_text=_("The local action group will read this. Up to 1,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    optional = frozenset({"reason"})
