"""How far the portal's clock is ahead of the database's; see sql/portal_now.sql."""

from django.db import models
from django.db.models import Q

from strategy_portal.guards import by_the_owner_alone


class Clock(models.Model):
    """The offset, in one row; without a row there is none.

    Demo data, tests and benches move it, so that no rule about time needs an exception for them.
    """

    ahead = models.DurationField()

    class Meta:
        constraints = [models.CheckConstraint(name="clock_has_one_row", condition=Q(pk=1))]
        triggers = by_the_owner_alone()

    def __str__(self) -> str:
        return str(self.ahead)
