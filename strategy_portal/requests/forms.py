"""Base of every form that submits, decides or moves money: it carries its press's key."""

from uuid import uuid4

from django import forms

from strategy_portal.accounts.models import User
from strategy_portal.requests.press import Press


class KeyedForm(forms.Form):
    """A form that counts once, however often it is sent; model forms may inherit from it too.

    A field `seen`, if any, holds a fingerprint of what the page showed.
    """

    # Drawn by the field, not by __init__, so that the class combines with any other form
    request_key = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput, required=False)
    use_required_attribute = False

    def press(self, by: User, *, sees_all: bool = False) -> Press:
        """The press that sent this valid form; one sent without a key is never a repeated one."""
        key = self.cleaned_data["request_key"] or uuid4()
        return Press(by, key, self.cleaned_data.get("seen", ""), sees_all)

    def renew(self) -> None:
        """Give the form a new key, because the old one was used with other content."""
        self.data = self.data.copy()
        self.data["request_key"] = str(uuid4())
