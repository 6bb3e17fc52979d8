"""Forms for the rules of a call."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import prefetch_related_objects
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from budget.figures import Figures
from budget.models import Action, FundingSource, Strategy
from calls.fields import CountFormField, MomentFormField, NumberFormField
from calls.forms.parts import lines, one_line, words
from calls.models import Call, Channel, Overflow, TieBreak
from strategy_portal.fields import TextFormField
from strategy_portal.money import CENT, ZERO, MoneyFormField
from strategy_portal.requests.forms import KeyedForm
from strategy_portal.templatetags import eur, quantity

MOST_PROJECTS = 9999
RATE = "rate-"  # prefix of a source's field: its code follows
TEXTS = [
    "title",
    "summary",
    "eligible_applicants",
    "what_is_needed",
    "contact_name",
    "contact_phone",
]


def capitals(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Capitalise the labels of `choices`; the model words them for use inside sentences."""
    return [(value, capfirst(label)) for value, label in choices]


def one_of(choices: list[tuple[str, Any]], name: str) -> forms.ChoiceField:
    """Radio buttons for the call's field `name`."""
    return forms.ChoiceField(
        choices=capitals(choices), widget=forms.RadioSelect, **words(Call, name)
    )


def tie_break(label: Any, *, required: bool = False) -> forms.ChoiceField:
    """A select for one of the tie-break rules."""
    choices = [("", _("Choose")), *capitals(TieBreak.choices)]
    return forms.ChoiceField(label=label, choices=choices, required=required)


class RulesForm(forms.ModelForm):
    """All rules of a call except its action, which is part of its number."""

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
    tie_break_1 = tie_break(_("First"), required=True)
    tie_break_2 = tie_break(_("Second"))
    tie_break_3 = tie_break(_("Third"))
    optional = frozenset({"what_is_needed", "tie_break_2", "tie_break_3"})

    class Meta:
        model = Call
        # In the order of the page, which is the order of its summary of errors
        fields = [
            "title",
            "summary",
            "eligible_applicants",
            "what_is_needed",
            "opens_at",
            "closes_at",
            "channel",
            "amount",
            "max_per_project",
            "intensity",
            "planned_projects",
            "pass_mark",
            "evaluators",
            "overflow",
            "contact_name",
            "contact_phone",
            "contact_email",
        ]
        field_classes = dict.fromkeys(TEXTS, TextFormField)
        widgets = {
            "title": one_line(),
            "summary": lines(3),
            "eligible_applicants": lines(4),
            "what_is_needed": lines(4),
            "contact_name": one_line(),
            "contact_phone": one_line(inputmode="tel"),
            "contact_email": one_line(inputmode="email", autocapitalize="none"),
        }

    def __init__(self, *args, instance: Call, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        # Built per form: the sources are the strategies' rows, not known at import time
        self.sources: dict[str, FundingSource] = {}
        for strategy in self.strategies():
            for source in strategy.sources.all():
                self.add_rate_of(source, strategy)
        for number, rule in enumerate(instance.tie_break[:3], start=1):
            self.initial[f"tie_break_{number}"] = rule

    def strategies(self) -> Iterable[Strategy]:
        """Those whose sources the form asks about."""
        return Strategy.objects.filter(actions=self.instance.action_id)

    def add_rate_of(self, source: FundingSource, strategy: Strategy) -> None:
        name = f"{RATE}{source.code}"
        if name in self.fields:
            name = f"{RATE}{strategy.period}-{source.code}"
        source.strategy = strategy  # known already
        self.sources[name] = source
        label = _("%(source)s, %%") % {"source": source}
        self.fields[name] = NumberFormField(smallest=0, largest=100, label=label, required=False)
        self.initial[name] = self.instance.shares.get(source.code)
        # A new set: `optional` of the class is shared by all forms
        self.optional |= {name}

    @property
    def rate_fields(self) -> list[tuple[Strategy, list[forms.BoundField]]]:
        """The fields of the sources' shares, by strategy."""
        groups = groupby(self.sources.items(), key=lambda named: named[1].strategy)
        return [(strategy, [self[name] for name, _source in named]) for strategy, named in groups]

    def clean(self):
        """Check fields against each other; errors go to the field to correct. See Call.Meta."""
        self.refuse_wrong_order()
        self.refuse_too_large_grant()
        self.instance.tie_break = self.chosen_tie_break()
        self.instance.rates = self.typed_rates()
        return self.cleaned_data

    def refuse_wrong_order(self) -> None:
        opens_at = self.cleaned_data.get("opens_at")
        closes_at = self.cleaned_data.get("closes_at")
        if opens_at and closes_at and opens_at >= closes_at:
            self.add_error("closes_at", _("The call must open before it closes."))

    def refuse_too_large_grant(self) -> None:
        amount = self.cleaned_data.get("amount")
        largest = self.cleaned_data.get("max_per_project")
        if amount and largest and largest > amount:
            text = _("The largest grant can't exceed the sum of the call.")
            self.add_error("max_per_project", text)

    def chosen_tie_break(self) -> list[str]:
        """Return the chosen tie-break rules in order; a duplicate gets an error."""
        chosen: list[str] = []
        for name in ("tie_break_1", "tie_break_2", "tie_break_3"):
            rule = self.cleaned_data.get(name)
            if rule in chosen:
                self.add_error(name, _("This rule is chosen already. Choose another one."))
            elif rule:
                chosen.append(rule)
        return chosen

    def typed_rates(self) -> dict[str, Decimal]:
        """Return % by source code, summing to 100; empty if the strategy's own shares apply."""
        typed = {name for name in self.sources if self.cleaned_data.get(name) is not None}
        action = self.chosen_action()
        if not typed or not action:
            return {}
        own = {name: of for name, of in self.sources.items() if of.strategy == action.strategy}
        # Once any share is typed, a blank source means 0 %
        shares = {of.code: self.cleaned_data.get(name) or ZERO for name, of in own.items()}
        total = sum(shares.values(), ZERO)
        foreign = typed - own.keys()
        for name in foreign:
            self.add_error(name, _("The chosen action is of another strategy."))
        if total != 100 and not foreign:
            text = _("The shares make %(total)s %%, not 100 %%.") % {"total": quantity(total)}
            self.add_error(next(iter(own)), text)
        return shares

    def chosen_action(self) -> Action | None:
        """The call's action; None if it is not chosen yet."""
        return self.cleaned_data.get("action") or getattr(self.instance, "action", None)


class ByStrategy(forms.models.ModelChoiceIterator):
    """The choices of actions, grouped by strategy if there are several."""

    def __iter__(self) -> Iterator[Any]:
        empty, *choices = super().__iter__()
        by_strategy = groupby(choices, key=lambda choice: choice[0].instance.strategy)
        groups = [(strategy.years, list(actions)) for strategy, actions in by_strategy]
        yield empty
        yield from groups if len(groups) > 1 else choices


class ActionChoiceField(forms.ModelChoiceField):
    """A choice of actions, each with the EUR it has left by the `figures` of its strategy."""

    figures: list[Figures]

    iterator = ByStrategy

    def label_from_instance(self, action: Action) -> str:
        own = next(one for one in self.figures if one.strategy.pk == action.strategy_id)
        left = own.balance_of(action).left
        return _("%(action)s (left: %(left)s)") % {"action": action, "left": eur(left)}


class NewCallForm(RulesForm, KeyedForm):
    """The rules of a new call and its action. Idempotent: submitted twice, it makes one call."""

    action = ActionChoiceField(
        Action.objects.select_related("strategy").order_by(
            "-strategy__first_year", *Action._meta.ordering
        ),
        empty_label=_("Choose"),
        **words(Call, "action"),
    )
    use_required_attribute = True  # KeyedForm turns it off; the edit page has it on

    def __init__(self, *args, figures: list[Figures], **kwargs):
        self.figures = figures
        super().__init__(*args, **kwargs)
        self.fields["action"].figures = figures

    def strategies(self) -> Iterable[Strategy]:
        strategies = [one.strategy for one in self.figures]
        prefetch_related_objects(strategies, "sources")
        return strategies

    class Meta(RulesForm.Meta):
        fields = ["action", *RulesForm.Meta.fields]
