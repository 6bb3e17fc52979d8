"""What bars every step of a call's selection: an open call, and a conflict of interest in it."""

from django.utils.translation import gettext as _

from applications.selection import impartiality
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, Stale
from strategy_portal.templatetags import long_moment


def refuse_open(call: Call) -> None:
    """Raise Stale until the call has closed: until then applications may come and change."""
    if not call.has_closed_at(clock.now()):
        text = _(
            "The call is open until %(when)s. "
            "Nothing is checked, scored or decided before it closes."
        )
        raise Stale(text % {"when": long_moment(call.closes_at)})


def refuse_conflicted(user: User, call: Call) -> None:
    """Raise DomainError if the user has a conflict of interest with a live application of `call`.

    Also if they had a hand in one, or are to score one and have not declared yet.
    """
    # The whole call, not only what a decision names: every application moves all the others
    if numbers := impartiality.conflicted_numbers(user, call):
        raise DomainError(
            _("%(person)s has a conflict of interest: %(numbers)s. Somebody else must do this.")
            % {"person": user, "numbers": ", ".join(numbers)}
        )
    if numbers := impartiality.undeclared_numbers(user, call):
        raise DomainError(
            _("Sign the declarations of impartiality first: %(numbers)s.")
            % {"numbers": ", ".join(numbers)}
        )
