"""Forms for assigning evaluators and for score sheets."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.forms.fields import TextFormField
from applications.selection.forms.sheets import SheetForm
from applications.selection.models.scoring import SHORTEST_REASON
from calls.models import Criterion
from strategy_portal.accounts.models import User
from strategy_portal.numbers import NumberReader
from strategy_portal.templatetags import quantity


class EvaluatorsForm(forms.Form):
    """A choice of evaluators among `people`, who have no ties to the applicant."""

    evaluators = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Evaluators"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, people: Iterable[User], data=None):
        self.people = {person.pk: person for person in people}
        given = [pk for pk, person in self.people.items() if person.is_given]
        super().__init__(data, initial={"evaluators": given})
        choices = [(pk, str(person)) for pk, person in self.people.items()]
        self.fields["evaluators"].choices = choices

    @property
    def chosen(self) -> list[User]:
        return [self.people[pk] for pk in self.cleaned_data["evaluators"]]


class PointsFormField(forms.CharField):
    """Points from 0 to the criterion's maximum, with at most two decimals."""

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


class ScoresForm(SheetForm):
    """Points and a reason for each criterion. Drafts may have gaps, which are never zero."""

    always_sent = ("points-", "reason-")

    def __init__(
        self, criteria: Iterable[Criterion], data=None, saved: dict[int, tuple] | None = None
    ):
        super().__init__(data)
        self.criteria = list(criteria)
        saved = saved or {}
        for criterion in self.criteria:
            points, reason = saved.get(criterion.pk, (None, ""))
            self.ask(criterion, points, reason)

    def ask(self, criterion: Criterion, points: Decimal | None, reason: str) -> None:
        """Add the fields of one criterion: points and reason."""
        typing = {"class": "num", "inputmode": "decimal", "autocomplete": "off", "size": 8}
        self.fields[f"points-{criterion.pk}"] = PointsFormField(
            criterion,
            label=gettext_lazy("Points"),
            required=False,
            initial=points,
            widget=forms.TextInput(attrs=typing),
        )
        self.fields[f"reason-{criterion.pk}"] = TextFormField(
            label=gettext_lazy("Rationale"),
            help_text=gettext_lazy("At least 30 characters."),
            max_length=3000,
            required=False,
            initial=reason,
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    @property
    def rows(self) -> list[tuple[Criterion, forms.BoundField, forms.BoundField]]:
        return [
            (criterion, self[f"points-{criterion.pk}"], self[f"reason-{criterion.pk}"])
            for criterion in self.criteria
        ]

    @property
    def values(self) -> dict[int, tuple[Decimal | None, str]]:
        """Points and reason by criterion, for scoring.save_scores."""
        data = self.cleaned_data
        return {
            criterion.pk: (data[f"points-{criterion.pk}"], data[f"reason-{criterion.pk}"])
            for criterion in self.criteria
        }

    def demand_all(self) -> bool:
        """Whether the sheet can be submitted; if not, adds errors to the fields.

        See also scoring.submit_scores.
        """
        # Not in clean(): a draft is saved with gaps
        for criterion, points, reason in self.rows:
            named = {"criterion": criterion}
            if self.cleaned_data[points.name] is None:
                self.add_error(points.name, _("Give points: %(criterion)s") % named)
            if len(self.cleaned_data[reason.name].strip()) < SHORTEST_REASON:
                text = _("Give a reason of at least %(count)d characters: %(criterion)s")
                self.add_error(reason.name, text % {"count": SHORTEST_REASON, **named})
        return self.is_valid()
