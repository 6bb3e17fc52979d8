"""A decision as its pages show it: the frozen list, the money it moves, and only what a conflict leaves to see."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from applications.models import Application, Status
from applications.selection import impartiality
from applications.selection.models import Decision, DecisionItem, Outcome
from strategy_portal.accounts.models import User
from strategy_portal.money import ZERO


@dataclass(frozen=True)
class DecisionView:
    """The list by rank; for whoever something of the call is closed to: by number, without places, sums and reasons."""

    decision: Decision
    items: list[DecisionItem]
    closed: list[Application]

    @property
    def funded(self) -> list[DecisionItem]:
        return self.of(Outcome.FUND)

    @property
    def reserved(self) -> list[DecisionItem]:
        return self.of(Outcome.WAITLIST)

    @property
    def rejected(self) -> list[DecisionItem]:
        return self.of(Outcome.REJECT)

    @property
    def withdrawn(self) -> list[DecisionItem]:
        """Taken back by the applicant while the decision awaited its confirmation."""
        return [item for item in self.items if item.application.status == Status.WITHDRAWN]

    @property
    def total(self) -> Decimal:
        """EUR to be awarded, or awarded."""
        return sum((item.amount for item in self.funded if item.amount), ZERO)

    def of(self, outcome: Outcome) -> list[DecisionItem]:
        return [
            item
            for item in self.items
            if item.outcome == outcome and item.application.status != Status.WITHDRAWN
        ]


def view_for(user: User, decision: Decision) -> DecisionView:
    """What this person may see of the decision. Three queries."""
    of_call = {
        application.pk: application for application in impartiality.of_call(decision.call, user)
    }
    closed = [application for application in of_call.values() if application.is_closed]
    shut = {application.pk for application in closed}
    rows = decision.items.select_related(
        "application__organisation", "reservation"
    ).prefetch_related("splits")
    items = [item for item in rows if item.application_id not in shut]
    if closed:
        items.sort(key=lambda item: item.application.sequence)
    return DecisionView(decision, items, closed)


def obstacle(user: User, view: DecisionView) -> str:
    """Why this person can't confirm the decision; empty when nothing but their role decides."""
    if not view.decision.is_standing:
        return ""
    if view.decision.prepared_by_id == user.pk:
        return _("You prepared this decision, so another person has to confirm it.")
    if numbers := [application.number for application in view.closed]:
        text = _(
            "You may not decide about %(numbers)s: a conflict of interest, or no declaration of impartiality."
        )
        return text % {"numbers": ", ".join(numbers)}
    return ""
