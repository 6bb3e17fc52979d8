"""The contents of a decision's pages: the frozen list and the money it moves.

Limited to what the user may see despite a conflict of interest.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection import impartiality
from applications.selection.models import Decision, DecisionItem, Outcome
from budget.figures import parts_of
from strategy_portal.accounts.models import User
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class DecisionView:
    """The items the user may see, by rank, and the applications `closed` to them.

    If there are any, items are ordered by number and shown without places, sums and reasons. Of
    the call's ended applications only those that the decision is about are listed as closed.
    """

    decision: Decision
    items: list[DecisionItem]
    closed: list[Application]

    @property
    def funded(self) -> list[DecisionItem]:
        return self.of(Outcome.FUND)

    @property
    def waitlisted(self) -> list[DecisionItem]:
        return self.of(Outcome.WAITLIST)

    @property
    def rejected(self) -> list[DecisionItem]:
        return self.of(Outcome.REJECT)

    @property
    def withdrawn(self) -> list[DecisionItem]:
        """Items whose applicant withdrew before the decision was confirmed."""
        return [item for item in self.items if item.is_withdrawn]

    @property
    def total(self) -> Decimal:
        """EUR awarded, or to be awarded once confirmed."""
        return sum((item.amount for item in self.funded), ZERO)

    def of(self, outcome: Outcome) -> list[DecisionItem]:
        remaining = [item for item in self.items if not item.is_withdrawn]
        return [item for item in remaining if item.outcome == outcome]

    @property
    def barring(self) -> list[Application]:
        """The closed applications that keep the user from any step."""
        return [application for application in self.closed if application.is_barring]

    def moves(self) -> list[tuple[DecisionItem, list[tuple[str, Decimal]]]]:
        """Return each funded item with (source name, EUR) of its split."""
        strategy = self.decision.call.action.strategy
        names = dict(strategy.sources.values_list("code", "name"))
        return [(item, parts_of(item.split, names)) for item in self.funded]


def view_for(user: User, decision: Decision) -> DecisionView:
    """Return what the user may see of the decision. Three queries."""
    # By the whole call, not the items: order and sums depend on every live application in it
    of_call = impartiality.of_call(decision.call, user).filter(is_closed=True)
    rows = decision.items.select_related("application__organisation", "reservation")
    items = {item.application_id: item for item in rows.prefetch_related("splits")}
    closed = [one for one in of_call if one.is_barring or one.pk in items]
    for application in closed:
        items.pop(application.pk, None)
    items = list(items.values())
    if closed:
        # The order by rank would reveal where the closed ones are
        items.sort(key=lambda item: item.application.sequence)
    return DecisionView(decision, items, closed)


def obstacle(user: User, view: DecisionView) -> str:
    """Return why the user can't confirm the decision; empty if only their role decides."""
    if not view.decision.is_standing:
        return ""
    if view.decision.prepared_by_id == user.pk:
        return _("You prepared this decision, so another person has to confirm it.")
    if view.barring:
        text = _(
            "You may not decide about %(numbers)s:"
            " a conflict of interest, or no declaration of impartiality."
        )
        return text % {"numbers": ", ".join(application.number for application in view.barring)}
    return ""
