"""What the office types when it judges: the check, declarations, evaluators, score sheets."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.forms.fields import TextFormField
from applications.selection.models import CheckAnswer, Relation
from applications.selection.models.assessment import SHORTEST_REASON
from calls.models import Criterion
from strategy_portal.accounts.models import User
from strategy_portal.numbers import NumberReader
from strategy_portal.templatetags import quantity

YES, NO = "yes", "no"


def refuse_partial(form: forms.Form, prefix: str) -> None:
    """A sheet is saved as a whole: one that arrives without its texts must not empty what was saved before."""
    if any(name.startswith(prefix) and name not in form.data for name in form.fields):
        raise ValidationError(_("Part of the form did not arrive. Open the page anew."))


class CheckForm(forms.Form):
    """Pass or fail, and a note, for each item of the check; a draft may have gaps."""

    def __init__(self, answers: Iterable[CheckAnswer], data=None):
        super().__init__(data)
        self.answers = list(answers)
        for answer in self.answers:
            self.fields[f"passed-{answer.item_id}"] = forms.ChoiceField(
                label=str(answer.item),
                choices=[(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))],
                widget=forms.RadioSelect,
                required=False,
                initial={True: YES, False: NO}.get(answer.passed, ""),
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

    def clean(self):
        refuse_partial(self, "note-")
        return self.cleaned_data

    @property
    def values(self) -> dict[int, tuple[bool | None, str]]:
        """What checking.save takes: passed and note, by item."""
        return {
            answer.item_id: (
                {YES: True, NO: False}.get(self.cleaned_data[f"passed-{answer.item_id}"]),
                self.cleaned_data[f"note-{answer.item_id}"],
            )
            for answer in self.answers
        }

    def demand_all(self) -> bool:
        """Whether the check can be concluded; if not, the fields say what they lack. See also checking.conclude."""
        for pk, (passed, note) in self.values.items():
            item = self.fields[f"passed-{pk}"].label
            if passed is None:
                self.add_error(f"passed-{pk}", _("Answer: %(item)s") % {"item": item})
            elif not passed and not note.strip():
                self.add_error(f"note-{pk}", _("Say what is wrong: %(item)s") % {"item": item})
        return self.is_valid()


class ConflictForm(forms.Form):
    """What kind of conflict of interest there is."""

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


class DeclarationForm(ConflictForm):
    """The declaration of impartiality: no conflict, or one of some kind."""

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
        if self.cleaned_data.get("has_conflict") is False:
            return {**self.cleaned_data, "relation": "", "note": ""}
        if self.cleaned_data.get("has_conflict") and self.cleaned_data.get("relation") == "":
            self.add_error("relation", _("Choose the kind of conflict"))
        return self.cleaned_data


class EvaluatorsForm(forms.Form):
    """Who is to score: a choice among those whom nothing binds to the applicant."""

    evaluators = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Evaluators"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, people: Iterable[User], data=None):
        self.people = {person.pk: person for person in people}
        super().__init__(
            data,
            initial={"evaluators": [pk for pk, person in self.people.items() if person.is_given]},
        )
        self.fields["evaluators"].choices = [
            (pk, str(person)) for pk, person in self.people.items()
        ]

    @property
    def chosen(self) -> list[User]:
        return [self.people[pk] for pk in self.cleaned_data["evaluators"]]


class PointsFormField(forms.CharField):
    """Points from 0 to the most that the criterion gives, with at most two decimals."""

    def __init__(self, criterion: Criterion, **kwargs):
        super().__init__(**kwargs)
        self.criterion = criterion
        self.reader = NumberReader(largest=criterion.max_points)

    def to_python(self, value) -> Decimal | None:
        try:
            return self.reader.read(super().to_python(value))
        except ValidationError:
            limits = {"most": quantity(self.criterion.max_points), "criterion": self.criterion}
            message = _("Enter points from 0 to %(most)s: %(criterion)s")
            raise ValidationError(message, code="invalid", params=limits) from None

    def prepare_value(self, value):
        return quantity(value) if isinstance(value, Decimal) else value


class ScoresForm(forms.Form):
    """Points and a reason for each criterion; a draft may have gaps, and not scored is never zero."""

    def __init__(
        self, criteria: Iterable[Criterion], data=None, saved: dict[int, tuple] | None = None
    ):
        super().__init__(data)
        self.criteria = list(criteria)
        for criterion in self.criteria:
            points, reason = (saved or {}).get(criterion.pk, (None, ""))
            self.fields[f"points-{criterion.pk}"] = PointsFormField(
                criterion,
                label=gettext_lazy("Points"),
                required=False,
                initial=points,
                widget=forms.TextInput(
                    attrs={"class": "num", "inputmode": "decimal", "autocomplete": "off", "size": 8}
                ),
            )
            self.fields[f"reason-{criterion.pk}"] = TextFormField(
                label=gettext_lazy("Rationale"),
                help_text=gettext_lazy("At least 30 characters."),
                max_length=3000,
                required=False,
                initial=reason,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def clean(self):
        refuse_partial(self, "points-")
        refuse_partial(self, "reason-")
        return self.cleaned_data

    @property
    def rows(self) -> list[tuple[Criterion, forms.BoundField, forms.BoundField]]:
        return [
            (criterion, self[f"points-{criterion.pk}"], self[f"reason-{criterion.pk}"])
            for criterion in self.criteria
        ]

    @property
    def values(self) -> dict[int, tuple[Decimal | None, str]]:
        """What assessing.save_scores takes: points and reason, by criterion."""
        data = self.cleaned_data
        return {
            criterion.pk: (data[f"points-{criterion.pk}"], data[f"reason-{criterion.pk}"])
            for criterion in self.criteria
        }

    def demand_all(self) -> bool:
        """Whether the sheet can be submitted; if not, the fields say what they lack. See assessing.submit_scores."""
        for criterion, points, reason in self.rows:
            if self.cleaned_data[points.name] is None:
                self.add_error(
                    points.name, _("Give points: %(criterion)s") % {"criterion": criterion}
                )
            if len(self.cleaned_data[reason.name].strip()) < SHORTEST_REASON:
                text = _("Give a reason of at least %(count)d characters: %(criterion)s")
                self.add_error(
                    reason.name, text % {"count": SHORTEST_REASON, "criterion": criterion}
                )
        return self.is_valid()
