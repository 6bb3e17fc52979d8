"""Forms for declaring impartiality or a conflict of interest."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.forms.fields import TextFormField
from applications.selection.models import Relation
from strategy_portal.requests.forms import KeyedForm

YES, NO = "yes", "no"


class ConflictForm(KeyedForm):
    """The kind of conflict of interest, with an explanation."""

    optional = frozenset({"note"})
    relation = forms.ChoiceField(
        label=gettext_lazy("Kind of conflict"),
        choices=[("", gettext_lazy("Choose")), *Relation.choices],
        error_messages={"required": gettext_lazy("Choose the kind of conflict")},
    )
    note = TextFormField(
        label=gettext_lazy("Explanation"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def conflict(self) -> dict[str, str]:
        """Arguments for declaring.declare."""
        return {"relation": self.cleaned_data["relation"], "note": self.cleaned_data["note"]}


class DeclarationForm(ConflictForm):
    """The declaration of impartiality: no conflict, or a conflict and its kind."""

    has_conflict = forms.TypedChoiceField(
        label=gettext_lazy("Conflict of interest"),
        choices=[
            (NO, gettext_lazy("There is no conflict of interest")),
            (YES, gettext_lazy("There is – I recuse myself")),
        ],
        coerce=lambda answer: answer == YES,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say whether there is a conflict of interest")},
    )
    field_order = ["has_conflict", "relation", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["relation"].required = False
        self.fields["relation"].help_text = gettext_lazy("Only if there is a conflict of interest.")

    def clean(self):
        data = self.cleaned_data
        # A kind chosen before answering “no” means nothing and must not be stored
        if data.get("has_conflict") is False:
            return {**data, "relation": "", "note": ""}
        if data.get("has_conflict") and data.get("relation") == "":
            self.add_error("relation", _("Choose the kind of conflict"))
        return data
