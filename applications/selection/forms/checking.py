"""The form of the administrative check."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.forms.fields import TextFormField
from applications.selection.forms.sheets import SheetForm
from applications.selection.models import CheckAnswer

YES, NO = "yes", "no"
# None: not answered yet
TYPED = {True: YES, False: NO, None: ""}
MEANT = {YES: True, NO: False, "": None}


class CheckForm(SheetForm):
    """Pass or fail and a note for each check item. Drafts may have gaps."""

    always_sent = ("note-",)

    def __init__(self, answers: Iterable[CheckAnswer], data=None):
        super().__init__(data)
        self.answers = list(answers)
        for answer in self.answers:
            self.ask(answer)

    def ask(self, answer: CheckAnswer) -> None:
        """Add the fields of one item: passed, and a note on what is wrong."""
        self.fields[f"passed-{answer.item_id}"] = forms.ChoiceField(
            label=str(answer.item),
            choices=[(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))],
            widget=forms.RadioSelect,
            required=False,
            initial=TYPED[answer.passed],
        )
        self.fields[f"note-{answer.item_id}"] = TextFormField(
            label=gettext_lazy("Note"),
            help_text=gettext_lazy(
                "If the answer is “No”: what is wrong. The applicant will read it."
            ),
            max_length=1000,
            required=False,
            initial=answer.note,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def values(self) -> dict[int, tuple[bool | None, str]]:
        """Passed and note by check item, for checking.save."""
        return {answer.item_id: self.value_of(answer.item_id) for answer in self.answers}

    def value_of(self, item_pk: int) -> tuple[bool | None, str]:
        data = self.cleaned_data
        return MEANT[data[f"passed-{item_pk}"]], data[f"note-{item_pk}"]

    def demand_all(self) -> bool:
        """Whether the check can be concluded; if not, adds errors to the fields.

        See also checking.conclude.
        """
        # Not in clean(): a draft is saved with gaps
        for pk, (passed, note) in self.values.items():
            item = self.fields[f"passed-{pk}"].label
            if passed is None:
                self.add_error(f"passed-{pk}", _("Answer: %(item)s") % {"item": item})
            elif not passed and not note.strip():
                self.add_error(f"note-{pk}", _("Say what is wrong: %(item)s") % {"item": item})
        return self.is_valid()
