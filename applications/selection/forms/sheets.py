"""What the forms of a check sheet and of a score sheet share."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from strategy_portal.requests.forms import KeyedForm


class SheetForm(KeyedForm):
    """A sheet that is saved as a whole, as a draft with gaps or for good."""

    # How the names of the fields begin that a browser always sends, be they empty
    always_sent: tuple[str, ...] = ()

    def clean(self):
        # A form that arrives without its texts must not empty what was saved before
        expected = [name for name in self.fields if name.startswith(self.always_sent)]
        if any(name not in self.data for name in expected):
            raise ValidationError(_("Part of the form did not arrive. Open the page again."))
        return self.cleaned_data
