"""The base of every form that submits, decides or moves money: it carries the key of its press."""

from uuid import uuid4

from django import forms

from strategy_portal.accounts.models import User
from strategy_portal.requests.press import Press


class KeyedForm(forms.Form):
    """A form that counts once, however often it is sent; a model form inherits from it as well.

    A field `seen` holds what its page showed.
    """

    # The field draws the key, not __init__: so the class fits beside any other kind of form.
    request_key = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput, required=False)
    use_required_attribute = False

    def press(self, by: User) -> Press:
        """The press that sent this valid form; without a key it is a press of its own."""
        key = self.cleaned_data["request_key"] or uuid4()
        return Press(by, key, self.cleaned_data.get("seen", ""))

    def renew(self) -> None:
        """Give the form another key: the old one was used for something else."""
        self.data = self.data.copy()
        self.data["request_key"] = str(uuid4())
