"""What each entry moved in each account: a view, so that Python computes no balance."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from budget.models.account import Account
from budget.models.entry import Entry
from strategy_portal.money import MoneyField


class Movement(models.Model):
    """What one entry moved in an action's or a source's account, and the balance after it. EUR.

    `part` is the account's share of the entry's sum: all of it for an action, its part for a
    source. The view is defined in budget/sql/movement.sql.
    """

    pk = models.CompositePrimaryKey("account_id", "entry_id")
    # A view has no constraints, and the rows it reads are never deleted
    account = models.ForeignKey(
        Account, on_delete=models.DO_NOTHING, related_name="movements", db_constraint=False
    )
    entry = models.ForeignKey(
        Entry, on_delete=models.DO_NOTHING, related_name="movements", db_constraint=False
    )
    part = MoneyField()
    ceiling = MoneyField()
    reserved = MoneyField()
    committed = MoneyField()
    used = MoneyField()
    left = MoneyField()
    paid = MoneyField()
    quota = models.IntegerField()
    reserved_projects = models.IntegerField()
    projects = models.IntegerField()
    after_ceiling = MoneyField()
    after_reserved = MoneyField()
    after_committed = MoneyField()
    after_used = MoneyField()
    after_left = MoneyField()
    after_paid = MoneyField()

    class Meta:
        managed = False
        db_table = "budget_movement"
        verbose_name = _("movement of an account")
        verbose_name_plural = _("movements of accounts")

    def __str__(self) -> str:
        return f"{self.account}: {self.part}"
