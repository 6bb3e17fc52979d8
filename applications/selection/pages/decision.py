"""A decision as its pages show it: the frozen list, the money it moves.

Only what a conflict of interest leaves to see is on it.
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
    """The list by rank.

    For whoever something of the call is closed to it is by number, without places, sums and
    reasons; `closed` is what is closed to them.
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
        """Taken back by the applicant while the decision awaited its confirmation."""
        return [item for item in self.items if item.is_withdrawn]

    @property
    def total(self) -> Decimal:
        """EUR to be awarded, or awarded."""
        return sum((item.amount for item in self.funded), ZERO)

    def of(self, outcome: Outcome) -> list[DecisionItem]:
        remaining = [item for item in self.items if not item.is_withdrawn]
        return [item for item in remaining if item.outcome == outcome]

    def moves(self) -> list[tuple[DecisionItem, list[tuple[str, Decimal]]]]:
        """Each item to be funded, with the names of its sources and EUR of each."""
        strategy = self.decision.call.action.strategy
        names = dict(strategy.sources.values_list("code", "name"))
        return [(item, parts_of(item.split, names)) for item in self.funded]


def view_for(user: User, decision: Decision) -> DecisionView:
    """What this person may see of the decision. Three queries."""
    of_call = impartiality.of_call(decision.call, user)
    closed = [application for application in of_call if application.is_closed]
    closed_pks = {application.pk for application in closed}
    rows = decision.items.select_related("application__organisation", "reservation")
    items = [
        item for item in rows.prefetch_related("splits") if item.application_id not in closed_pks
    ]
    if closed:
        # By rank the order would tell where those stand that are left out
        items.sort(key=lambda item: item.application.sequence)
    return DecisionView(decision, items, closed)


def obstacle(user: User, view: DecisionView) -> str:
    """Why this person can't confirm the decision; empty when nothing but their role decides."""
    if not view.decision.is_standing:
        return ""
    if view.decision.prepared_by_id == user.pk:
        return _("You prepared this decision, so another person has to confirm it.")
    if view.closed:
        text = _(
            "You may not decide about %(numbers)s:"
            " a conflict of interest, or no declaration of impartiality."
        )
        return text % {"numbers": ", ".join(application.number for application in view.closed)}
    return ""
