"""Messages for entries that the database refuses.

The operations' own checks name the sums; these messages are for changes that overtook them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy_portal.errors import DomainError, OverBudget, OverQuota, Stale

# By the name of the constraint: a CHECK, or one that budget/sql/checks.sql raises under
REFUSALS: dict[str, tuple[type[DomainError], Promise | str]] = {
    "account_action_is_within_ceiling": (
        OverBudget,
        _("There is not enough money left in the action."),
    ),
    "account_source_is_within_ceiling": (
        OverBudget,
        _("There is not enough money left in a funding source."),
    ),
    "account_strategy_is_within_ceiling": (
        OverBudget,
        _("There is not enough money left in the strategy."),
    ),
    "account_is_within_quota": (
        OverQuota,
        _("The action has no places for projects left."),
    ),
    "entry_holds_money_once": (
        Stale,
        _("Money is already reserved or awarded to this project."),
    ),
    "budget_entry_request_key_key": (
        Stale,
        _("This step has been taken already."),
    ),
    "budget_entry_closes_id_key": (
        Stale,
        _("This entry has been settled already."),
    ),
    "entry_closes_what_its_kind_may": (
        Stale,
        _("The project has moved on: this entry can no longer be changed."),
    ),
    "entry_document_is_not_of_the_future": (
        DomainError,
        _("The document's date can't be in the future."),
    ),
    "entry_paid_is_within_held": (
        OverBudget,
        _("More would be paid than the project holds of a source."),
    ),
    "entry_recovered_is_within_paid": (
        OverBudget,
        _("More would be recovered than was paid from a source."),
    ),
    "entry_released_is_within_held": (
        OverBudget,
        _("More would be released than the project holds of a source."),
    ),
    "entry_split_adds_up": (
        DomainError,
        _("The parts by source do not add up to the sum."),
    ),
}


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn an expected IntegrityError into a DomainError; any other is a bug and passes on."""
    try:
        yield
    except IntegrityError as error:
        # By name, as the message's text depends on the server's language
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name not in REFUSALS:
            raise
        refusal, message = REFUSALS[name]
        raise refusal(str(message)) from error
