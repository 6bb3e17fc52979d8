"""Base form of check sheets and score sheets."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from strategy_portal.requests.forms import KeyedForm


class SheetForm(KeyedForm):
    """A sheet that is saved as a whole, as a draft or finally."""

    # Prefixes of fields that browsers send even if empty, unlike radio buttons
    always_sent: tuple[str, ...] = ()

    def clean(self):
        # A truncated request must not overwrite saved texts with nothing
        expected = [name for name in self.fields if name.startswith(self.always_sent)]
        if any(name not in self.data for name in expected):
            raise ValidationError(_("Part of the form did not arrive. Open the page again."))
        return self.cleaned_data
