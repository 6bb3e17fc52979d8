"""The base of every form that decides or moves money: it carries the key of its one press."""

from uuid import UUID, uuid4

from django import forms


class KeyedForm(forms.Form):
    """A form with a request_key of its own; see requests.models.is_repeated."""

    request_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, initial: dict | None = None):
        super().__init__(data, initial={"request_key": uuid4(), **(initial or {})})
        self.use_required_attribute = False

    @property
    def key(self) -> UUID:
        """The key that came with the form; one that came without is a press of its own."""
        return self.cleaned_data["request_key"] or uuid4()

    def renew(self) -> None:
        """Give the form another key: the old one was used for something else."""
        self.data = self.data.copy()
        self.data["request_key"] = str(uuid4())
