"""The rules of a call as a coordinator types them, its criteria, and what its administrative check asks."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from budget.figures import current_strategy
from budget.models import Action, FundingSource
from calls.fields import CountFormField, MomentFormField, NumberFormField
from calls.models import Call, Channel, CheckItem, Criterion, Overflow, TieBreak
from strategy_portal.fields import TextFormField
from strategy_portal.money import CENT, ZERO, MoneyFormField
from strategy_portal.templatetags import eur, quantity

MOST_PROJECTS = 9999
MOST_POINTS = Decimal("999.99")
BLANK = {"what_is_needed", "tie_break_2", "tie_break_3"}
TIE_BREAKS = [("", _("Choose")), *((value, capfirst(label)) for value, label in TieBreak.choices)]


def words(model: type[Call | Criterion | CheckItem], name: str) -> dict[str, Any]:
    """The label and hint that the model gives its field."""
    field = model._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


def one_of(choices: list[tuple[str, Any]], name: str) -> forms.ChoiceField:
    """Radio buttons for a rule of the call."""
    capitals = [(value, capfirst(label)) for value, label in choices]
    return forms.ChoiceField(choices=capitals, widget=forms.RadioSelect, **words(Call, name))


class RulesForm(forms.ModelForm):
    """All rules of a call but its action, which its number is made of."""

    opens_at = MomentFormField(**words(Call, "opens_at"))
    closes_at = MomentFormField(**words(Call, "closes_at"))
    amount = MoneyFormField(min_value=CENT, **words(Call, "amount"))
    max_per_project = MoneyFormField(min_value=CENT, **words(Call, "max_per_project"))
    intensity = NumberFormField(smallest=CENT, largest=100, **words(Call, "intensity"))
    planned_projects = CountFormField(
        smallest=1, largest=MOST_PROJECTS, **words(Call, "planned_projects")
    )
    pass_mark = NumberFormField(smallest=0, largest=100, **words(Call, "pass_mark"))
    evaluators = CountFormField(smallest=1, largest=5, **words(Call, "evaluators"))
    overflow = one_of(Overflow.choices, "overflow")
    channel = one_of(Channel.choices, "channel")
    tie_break_1 = forms.ChoiceField(label=_("First"), choices=TIE_BREAKS)
    tie_break_2 = forms.ChoiceField(label=_("Second"), choices=TIE_BREAKS, required=False)
    tie_break_3 = forms.ChoiceField(label=_("Third"), choices=TIE_BREAKS, required=False)
    optional = frozenset(BLANK)

    class Meta:
        model = Call
        fields = [
            "title", "summary", "eligible_applicants", "what_is_needed", "opens_at", "closes_at", "channel",
            "amount", "max_per_project", "intensity", "planned_projects", "pass_mark", "evaluators", "overflow",
            "contact_name", "contact_phone", "contact_email",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            (
                "title",
                "summary",
                "eligible_applicants",
                "what_is_needed",
                "contact_name",
                "contact_phone",
            ),
            TextFormField,
        )
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "eligible_applicants": forms.Textarea(attrs={"rows": 4}),
            "what_is_needed": forms.Textarea(attrs={"rows": 4}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "off"}),
            "contact_phone": forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
            "contact_email": forms.TextInput(
                attrs={"autocomplete": "off", "inputmode": "email", "autocapitalize": "none"}
            ),
        }

    def __init__(self, *args, instance: Call, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        for source in FundingSource.objects.filter(strategy=current_strategy()):
            self.fields[f"rate-{source.code}"] = NumberFormField(
                smallest=0,
                largest=100,
                label=_("%(source)s, %%") % {"source": source},
                required=False,
            )
            self.initial[f"rate-{source.code}"] = instance.shares.get(source.code)
        self.optional |= {field.name for field in self.rate_fields}
        for number, rule in enumerate(instance.tie_break[:3], start=1):
            self.initial[f"tie_break_{number}"] = rule

    def clean(self):
        """What fields say of each other, beside the field to repair. See also Call.Meta.constraints."""
        data = self.cleaned_data
        if "opens_at" in data and "closes_at" in data and data["opens_at"] >= data["closes_at"]:
            self.add_error("closes_at", _("The call must open before it closes."))
        if (
            "amount" in data
            and "max_per_project" in data
            and data["max_per_project"] > data["amount"]
        ):
            self.add_error(
                "max_per_project", _("The largest grant can't be more than the sum of the call.")
            )
        self.instance.tie_break = self.clean_tie_break()
        self.instance.rates = self.clean_rates()
        return data

    @property
    def rate_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("rate-")]

    def clean_rates(self) -> dict[str, Decimal]:
        """The shares that were typed, which make 100 %; none where the strategy's own hold."""
        fields = self.rate_fields
        typed = {field.name: self.cleaned_data.get(field.name) for field in fields}
        if all(share is None for share in typed.values()):
            return {}
        if (total := sum((share or ZERO for share in typed.values()), ZERO)) != 100:
            self.add_error(
                fields[0].name,
                _("The shares make %(total)s %%, not 100 %%.") % {"total": quantity(total)},
            )
        return {name.removeprefix("rate-"): share or ZERO for name, share in typed.items()}

    def clean_tie_break(self) -> list[str]:
        """The chosen rules in their order, each once."""
        chosen: list[str] = []
        for name in ("tie_break_1", "tie_break_2", "tie_break_3"):
            rule = self.cleaned_data.get(name)
            if rule in chosen:
                self.add_error(name, _("This rule is chosen already. Choose another one."))
            elif rule:
                chosen.append(rule)
        return chosen


class ActionChoiceField(forms.ModelChoiceField):
    """An action, with what is left of its money."""

    def label_from_instance(self, action: Action) -> str:
        return _("%(action)s (left: %(left)s)") % {"action": action, "left": eur(action.left)}


class NewCallForm(RulesForm):
    request_key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    action = ActionChoiceField(
        Action.objects.with_balance().order_by("strategy", "code"),
        empty_label=_("Choose"),
        **words(Call, "action"),
    )

    class Meta(RulesForm.Meta):
        fields = ["action", *RulesForm.Meta.fields]


class CriterionForm(forms.Form):
    name = TextFormField(
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **words(Criterion, "name"),
    )
    guidance = TextFormField(
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        **words(Criterion, "guidance"),
    )
    max_points = NumberFormField(
        smallest=CENT, largest=MOST_POINTS, **words(Criterion, "max_points")
    )
    weight = NumberFormField(smallest=CENT, largest=100, **words(Criterion, "weight"))
    optional = frozenset({"guidance"})

    @property
    def weight_understood(self) -> Decimal:
        """0 while it can't be told."""
        try:
            return self.fields["weight"].clean(self["weight"].value())
        except ValidationError:
            return ZERO


class CheckItemForm(forms.Form):
    text = TextFormField(
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **words(CheckItem, "text"),
    )


class Rows(forms.BaseFormSet):
    """Rows that are saved all together in the order on the page. Blank ones are ignored."""

    def initial_form_count(self) -> int:
        """None that must be filled: each may be left blank, whether it was saved before or not."""
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def values(self) -> list[dict[str, Any]]:
        return [form.cleaned_data for form in self.forms if form.cleaned_data]


class Criteria(Rows):
    default_error_messages = {"too_many_forms": _("A call has at most 20 criteria.")}

    @property
    def sum_of_weights(self) -> Decimal:
        return sum((form.weight_understood for form in self.forms), ZERO)


class CheckItems(Rows):
    default_error_messages = {"too_many_forms": _("The check has at most 40 questions.")}


ROWS = {
    "criteria": forms.formset_factory(
        CriterionForm, formset=Criteria, extra=0, max_num=20, absolute_max=100, validate_max=True
    ),
    "items": forms.formset_factory(
        CheckItemForm, formset=CheckItems, extra=0, max_num=40, absolute_max=100, validate_max=True
    ),
}
FIELDS = {part: tuple(kind.form.base_fields) for part, kind in ROWS.items()}


def typed(part: str, data: QueryDict) -> Rows:
    return ROWS[part](data, prefix=part)


def shown(part: str, rows: list[dict[str, Any]]) -> Rows:
    """Not judged yet: what was saved, or what is being typed. At least one row."""
    return ROWS[part](prefix=part, initial=rows or [{}])


def rows_of(part: str, data: QueryDict) -> list[dict[str, str]]:
    """The rows as they were typed, letter for letter."""
    return [
        {name: data.get(f"{part}-{index}-{name}", "") for name in FIELDS[part]}
        for index in range(typed(part, data).total_form_count())
    ]


def removed_row(part: str, data: QueryDict) -> dict[str, str]:
    """The row that was removed just now: the page carries it along so that it can be put back."""
    return {name: data.get(f"removed-{name}", "") for name in FIELDS[part]}
