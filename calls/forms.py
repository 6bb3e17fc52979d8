"""What a coordinator types about a call: its rules, its criteria, what the administrative check asks."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from budget.models import Action
from calls.fields import CountFormField, MomentFormField, NumberFormField
from calls.models import Call, Channel, CheckItem, Criterion, TieBreak
from strategy_portal.money import CENT, ZERO, MoneyFormField
from strategy_portal.templatetags import lines as lines_of_text

HUNDRED = Decimal(100)
MOST_CRITERIA = 20
MOST_CHECK_ITEMS = 40
CRITERION_FIELDS = ("name", "guidance", "max_points", "weight")
POSITIVE = MinValueValidator(CENT, _("The amount must be more than zero."))
TIE_BREAKS = [("", _("– nothing more –")), *TieBreak.choices]


def words_of(name: str) -> dict[str, Any]:
    """The label and the hint that the model gives a field."""
    field = Call._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


class ActionChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, action: Action) -> str:
        return f"{action.code}. {action.name[:110]}"


class CallForm(forms.ModelForm):
    """All rules of a call but its criteria. A call keeps its action: its number is made of it."""

    optional = {"what_is_needed"}
    use_required_attribute = False

    action = ActionChoiceField(
        Action.objects.order_by("code"),
        empty_label=_("Choose"),
        error_messages={"required": _("Choose the action")},
        **words_of("action"),
    )
    opens_at = MomentFormField(**words_of("opens_at"))
    closes_at = MomentFormField(**words_of("closes_at"))
    amount = MoneyFormField(min_value=None, validators=[POSITIVE], **words_of("amount"))
    max_per_project = MoneyFormField(min_value=None, validators=[POSITIVE], **words_of("max_per_project"))
    intensity = NumberFormField(min_value=CENT, max_value=HUNDRED, **words_of("intensity"))
    planned_projects = CountFormField(min_value=1, **words_of("planned_projects"))
    pass_mark = NumberFormField(min_value=ZERO, max_value=HUNDRED, **words_of("pass_mark"))
    evaluators = CountFormField(min_value=1, max_value=5, **words_of("evaluators"))
    channel = forms.ChoiceField(
        choices=[("", _("Choose")), *Channel.choices],
        error_messages={"required": _("Choose where one files")},
        **words_of("channel"),
    )
    first_rule = forms.ChoiceField(label=_("If scores are equal, first comes"), choices=TieBreak.choices)
    second_rule = forms.ChoiceField(label=_("If still equal"), choices=TIE_BREAKS, required=False)
    third_rule = forms.ChoiceField(label=_("If still equal after that"), choices=TIE_BREAKS, required=False)

    class Meta:
        model = Call
        fields = [
            "action", "title", "summary", "eligible_applicants", "what_is_needed", "opens_at", "closes_at", "amount",
            "max_per_project", "intensity", "planned_projects", "pass_mark", "evaluators", "overflow", "channel",
            "contact_name", "contact_phone", "contact_email",
        ]  # fmt: skip
        widgets = {
            "summary": forms.Textarea({"rows": 3}),
            "eligible_applicants": forms.Textarea({"rows": 4}),
            "what_is_needed": forms.Textarea({"rows": 4}),
            "contact_name": forms.TextInput({"autocomplete": "off"}),
            "contact_phone": forms.TextInput({"autocomplete": "off", "inputmode": "tel"}),
            "contact_email": forms.EmailInput({"autocomplete": "off"}),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["action"]
        for name, rule in zip(("first_rule", "second_rule", "third_rule"), self.instance.tie_break, strict=False):
            self.initial.setdefault(name, rule)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and opens >= closes:
            self.add_error("closes_at", _("The call must open before it closes."))
        amount, largest = data.get("amount"), data.get("max_per_project")
        if amount and largest and largest > amount:
            self.add_error("max_per_project", _("The largest grant can't be more than the sum of the call."))
        self.instance.tie_break = self.rules_of_equal_scores(data)
        return data

    def rules_of_equal_scores(self, data: dict[str, Any]) -> list[str]:
        """The rules chosen, in their order; naming one twice is an error."""
        rules: list[str] = []
        for name in ("first_rule", "second_rule", "third_rule"):
            rule = data.get(name)
            if rule in rules:
                self.add_error(name, _("This rule is chosen above already. Choose another."))
            elif rule:
                rules.append(rule)
        return rules


class CriterionForm(forms.Form):
    use_required_attribute = False
    optional = {"guidance"}

    name = forms.CharField(max_length=200, label=_("Criterion"), widget=forms.TextInput({"autocomplete": "off"}))
    guidance = forms.CharField(
        max_length=3000, required=False, label=_("How points are given"), widget=forms.Textarea({"rows": 2})
    )
    max_points = NumberFormField(label=_("Most points"), min_value=CENT)
    weight = NumberFormField(label=_("Weight"), min_value=CENT, max_value=HUNDRED)

    @property
    def known_weight(self) -> Decimal:
        """The weight as far as it can be read; 0 otherwise."""
        return getattr(self, "cleaned_data", self.initial).get("weight") or ZERO


class BaseCriteria(forms.BaseFormSet):
    default_error_messages = {"too_many_forms": _("A call has at most 20 criteria: remove some or join similar ones.")}

    def initial_form_count(self) -> int:
        """What is sent counts as new, so that a line left blank is ignored wherever it stands."""
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def weights(self) -> Decimal:
        """What the weights add up to, as far as they can be read."""
        if self.is_bound:
            self.is_valid()
        return sum((form.known_weight for form in self.forms), ZERO)

    def criteria_of(self, call: Call) -> list[Criterion]:
        """Unsaved criteria of `call`, in their order."""
        typed = [form.cleaned_data for form in self.forms if form.has_changed()]
        return [Criterion(call=call, position=position, **values) for position, values in enumerate(typed, start=1)]


Criteria = forms.formset_factory(
    CriterionForm, formset=BaseCriteria, extra=0, max_num=MOST_CRITERIA, absolute_max=60, validate_max=True
)


class CheckItemsForm(forms.Form):
    """What the administrative check asks: one question on each line."""

    use_required_attribute = False

    check_items = forms.CharField(
        label=_("What the administrative check asks"),
        help_text=_("One question on each line; the answer is yes or no."),
        max_length=13_000,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": _("Add what the administrative check asks.")},
    )

    def clean_check_items(self) -> list[str]:
        items = lines_of_text(self.cleaned_data["check_items"])
        if len(items) > MOST_CHECK_ITEMS:
            raise forms.ValidationError(_("At most 40 questions: remove some or join similar ones."))
        longest = MaxLengthValidator(CheckItem._meta.get_field("text").max_length)
        for item in items:
            longest(item)
        return items


def saved_criteria(call: Call) -> BaseCriteria:
    """What was saved, or one blank criterion."""
    rows = [{name: getattr(row, name) for name in CRITERION_FIELDS} for row in call.criteria.all()]
    return Criteria(prefix="criteria", initial=rows or [{}])


def saved_check_items(call: Call) -> CheckItemsForm:
    return CheckItemsForm(initial={"check_items": "\n".join(item.text for item in call.check_items.all())})


def typed_criteria(data: QueryDict | dict[str, str]) -> BaseCriteria:
    return Criteria(data, prefix="criteria")


def rows_of(data: QueryDict) -> list[dict[str, str]]:
    """The criteria as they were typed, letter for letter."""
    count = typed_criteria(data).total_form_count()
    return [{name: data.get(f"criteria-{index}-{name}", "") for name in CRITERION_FIELDS} for index in range(count)]


def drawn_criteria(rows: list[dict[str, str]]) -> BaseCriteria:
    """The formset with `rows` as they were typed, not yet judged; at least one line."""
    return Criteria(prefix="criteria", initial=rows or [{}])


def weights_of(rows: list[dict[str, str]]) -> Decimal:
    """What the weights of typed `rows` add up to, as far as they can be read."""
    data = {f"criteria-{index}-{name}": text for index, row in enumerate(rows) for name, text in row.items()}
    return typed_criteria({**data, "criteria-TOTAL_FORMS": str(len(rows)), "criteria-INITIAL_FORMS": "0"}).weights
