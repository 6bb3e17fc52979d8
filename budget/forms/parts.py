"""A sum divided between the strategy's sources by hand: one field per source. EUR."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from budget.models import FundingSource
from strategy_portal.money import MoneyFormField
from strategy_portal.requests.forms import KeyedForm

PART = "part-"


class PartsForm(KeyedForm):
    """A form that may ask how much of a sum comes from each source."""

    def ask_parts(
        self,
        sources: Iterable[FundingSource],
        *,
        initial: Mapping[str, Decimal] | None = None,
        required: bool = False,
    ) -> None:
        """Add a field per source, with `initial` EUR by source code."""
        for source in sources:
            label = _("%(source)s, EUR") % {"source": source}
            shown = (initial or {}).get(source.code)
            self.fields[f"{PART}{source.code}"] = MoneyFormField(
                label=label, initial=shown, required=required
            )

    def part_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith(PART)]

    @property
    def parts(self) -> dict[str, Decimal | None]:
        """The typed amounts by source code; None for an empty field."""
        return {
            field.name.removeprefix(PART): self.cleaned_data[field.name]
            for field in self.part_fields()
        }
