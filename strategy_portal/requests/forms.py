"""The base of every form that submits, decides or moves money: it carries the key of its press."""

from typing import Any
from uuid import uuid4

from django import forms

from strategy_portal.accounts.models import User
from strategy_portal.requests.press import Press


class KeyedForm(forms.Form):
    """A form that counts once, however often it is sent. A field `seen` says what its page showed."""

    request_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None):
        super().__init__(data, initial={"request_key": uuid4(), **(initial or {})})
        self.use_required_attribute = False

    def press(self, by: User) -> Press:
        """The press that sent this (valid) form; one that came without a key is a press of its own."""
        key = self.cleaned_data["request_key"] or uuid4()
        return Press(by, key, self.cleaned_data.get("seen", ""))

    def renew(self) -> None:
        """Give the form another key: the old one was used for something else."""
        self.data = self.data.copy()
        self.data["request_key"] = str(uuid4())

    @property
    def key(self):
        return self.cleaned_data["request_key"] or uuid4()
