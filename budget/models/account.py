"""Accounts: the balances of the ledger's entries, written only by its trigger; see entry.py."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from budget.models.strategy import Action, FundingSource, Strategy
from strategy_portal.guards import kept, refuse
from strategy_portal.money import ZERO, MoneyField

NOT_A_NUMBER = Cast(models.Value("NaN"), MoneyField())
IS_OF_ACTION = Q(action__isnull=False)
IS_OF_SOURCE = Q(source__isnull=False)
IS_OF_STRATEGY = Q(action__isnull=True, source__isnull=True)
IS_WITHIN_CEILING = Q(ceiling__gte=F("reserved") + F("committed"))


class Account(models.Model):
    """The balance of the strategy, of a source or of an action. EUR.

    Only the posting trigger writes it.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="accounts")
    action = models.OneToOneField(
        Action, on_delete=models.PROTECT, null=True, related_name="account"
    )
    source = models.OneToOneField(
        FundingSource, on_delete=models.PROTECT, null=True, related_name="account"
    )
    # Stored, not summed from entries: a CHECK on a stored balance holds without the code's help,
    # sums overspend when two transactions run at once
    ceiling = MoneyField(_("allocated"), default=ZERO)
    reserved = MoneyField(_("reserved"), default=ZERO)
    committed = MoneyField(_("approved"), default=ZERO)
    paid = MoneyField(_("paid"), default=ZERO)
    quota = models.PositiveIntegerField(_("planned projects"), default=0)
    reserved_projects = models.PositiveIntegerField(_("projects proposed"), default=0)
    projects = models.PositiveIntegerField(_("projects approved"), default=0)
    quota_is_binding = models.BooleanField(_("the number of projects is a cap"), default=True)
    # Used by the strategy's own account only: the number of its journal's last entry
    last_seq = models.PositiveBigIntegerField(_("last entry"), default=0)

    shows_proposed = True  # False once without_proposed()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            # The one-to-one fields keep the others unique; here both are null
            models.UniqueConstraint(
                "strategy", condition=IS_OF_STRATEGY, name="account_strategy_has_one"
            ),
            models.CheckConstraint(
                name="account_belongs_to_one",
                condition=Q(action__isnull=True) | Q(source__isnull=True),
            ),
            # Three constraints, so that the name of the failed one says whose money is short
            models.CheckConstraint(
                name="account_action_is_within_ceiling",
                condition=~IS_OF_ACTION | IS_WITHIN_CEILING,
            ),
            models.CheckConstraint(
                name="account_source_is_within_ceiling",
                condition=~IS_OF_SOURCE | IS_WITHIN_CEILING,
            ),
            models.CheckConstraint(
                name="account_strategy_is_within_ceiling",
                condition=~IS_OF_STRATEGY | IS_WITHIN_CEILING,
            ),
            models.CheckConstraint(
                name="account_paid_is_within_committed", condition=Q(committed__gte=F("paid"))
            ),
            models.CheckConstraint(
                name="account_is_not_negative",
                condition=Q(
                    ceiling__gte=ZERO,
                    reserved__gte=ZERO,
                    committed__gte=ZERO,
                    paid__gte=ZERO,
                ),
            ),
            # PostgreSQL's NaN is greater than every number and would pass the checks above
            models.CheckConstraint(
                name="account_is_a_number",
                condition=~Q(ceiling=NOT_A_NUMBER)
                & ~Q(reserved=NOT_A_NUMBER)
                & ~Q(committed=NOT_A_NUMBER)
                & ~Q(paid=NOT_A_NUMBER),
            ),
            models.CheckConstraint(
                # Where the quota does not bind, the pages only warn
                name="account_is_within_quota",
                condition=Q(quota_is_binding=False)
                | ~IS_OF_ACTION
                | Q(quota__gte=F("projects") + F("reserved_projects")),
            ),
        ]
        triggers = [
            # Otherwise an account could begin with a balance that no entry explains
            refuse(
                "born_empty",
                pgtrigger.Insert,
                "an account starts empty",
                condition=pgtrigger.Q(new__ceiling__gt=0)
                | pgtrigger.Q(new__reserved__gt=0)
                | pgtrigger.Q(new__committed__gt=0)
                | pgtrigger.Q(new__paid__gt=0)
                | pgtrigger.Q(new__quota__gt=0)
                | pgtrigger.Q(new__projects__gt=0)
                | pgtrigger.Q(new__reserved_projects__gt=0)
                | pgtrigger.Q(new__last_seq__gt=0),
            ),
            # Depth 1 is an UPDATE from outside; the posting trigger's own comes at depth 2
            pgtrigger.Trigger(
                name="written_by_entries_alone",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                    IF pg_trigger_depth() < 2 THEN
                        RAISE EXCEPTION 'accounts change only through entries'
                            USING ERRCODE = 'restrict_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return str(self.action or self.source or self.strategy)

    @property
    def used(self) -> Decimal:
        """EUR reserved or committed."""
        return self.reserved + self.committed

    @property
    def left(self) -> Decimal:
        """EUR neither reserved nor committed.

        An action may get less, because the strategy's own account binds too: see ActionQuerySet.
        """
        return self.ceiling - self.used

    def without_proposed(self) -> "Account":
        """This object (not its row) as the public reads it: what is reserved does not exist."""
        self.reserved, self.reserved_projects = ZERO, 0
        self.shows_proposed = False
        return self

    @property
    def unpaid(self) -> Decimal:
        """EUR committed and not yet paid out."""
        return self.committed - self.paid

    @property
    def places_taken(self) -> int:
        return self.projects + self.reserved_projects

    @property
    def places_left(self) -> int:
        # A quota that does not bind may be exceeded
        return max(0, self.quota - self.places_taken)
