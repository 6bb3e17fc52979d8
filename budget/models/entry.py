"""The ledger (lėšų žurnalas): an append-only journal of entries.

Inserting one fires `budget_post_entry` (budget/sql/posting.sql): it locks the strategy's account,
numbers the entry, computes what the project holds and was paid after it, and moves the balances.
The CHECKs of the accounts then accept or reject the result.
"""

from collections.abc import Iterable
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Func, Q, Subquery
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from budget.models.account import NOT_A_NUMBER, Account
from budget.models.amendment import Amendment
from budget.models.strategy import Action, FundingSource, Strategy
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only
from strategy_portal.money import ZERO, MoneyField
from strategy_portal.templatetags import eur


class Kind(models.TextChoices):
    """What an entry does; which fields each kind needs is in Entry's constraints."""

    ALLOCATION = "allocation", _("Allocated")
    TRANSFER = "transfer", _("Transferred")
    QUOTA = "quota", _("Number of projects")
    RESERVATION = "reservation", _("Reserved")
    AWARD = "award", _("Approved")
    CONTRACT = "contract", _("Contract")
    RELEASE = "release", _("Released")
    PAYMENT = "payment", _("Paid out")
    RECOVERY = "recovery", _("Recovered")
    REVERSAL = "reversal", _("Corrected")


CLOSING = [Kind.AWARD, Kind.CONTRACT, Kind.RELEASE, Kind.REVERSAL]
OF_THE_STRATEGY = [Kind.ALLOCATION, Kind.TRANSFER, Kind.QUOTA]
OF_PAYMENTS = [Kind.PAYMENT, Kind.RECOVERY]
BY_AMENDMENT = [Kind.TRANSFER, Kind.QUOTA]
WITH_A_REASON = [Kind.RELEASE, Kind.RECOVERY, Kind.REVERSAL, *BY_AMENDMENT]
WITH_A_DOCUMENT = [Kind.CONTRACT, Kind.PAYMENT, Kind.RECOVERY, *BY_AMENDMENT]
HAS_A_DOCUMENT = ~Q(document="") & Q(document_date__isnull=False, effective_on__isnull=False)


class Hold(models.TextChoices):
    """How a project's money is held."""

    RESERVED = "reserved", _("Reserved")
    COMMITTED = "committed", _("Approved")


class EntryQuerySet(models.QuerySet["Entry"]):
    def last_links(self) -> "EntryQuerySet":
        """The last entry of each project that changed what it holds: a step or its correction."""
        # These and their corrections change no holding
        is_beside = Q(kind__in=OF_PAYMENTS) | Q(undoes__kind__in=OF_PAYMENTS)
        return self.filter(closed_by=None).exclude(is_beside)

    def step_in_force(self, number: str) -> "Entry | None":
        """The step whose sums the project has now: a correction brings back the one before it.

        None if the first step was undone.
        """
        last = self.of_project(number).last_links().order_by("-seq").values("pk")[:1]
        number_of_step = models.BigIntegerField()
        step = Func(Subquery(last), function="budget_step_in_force", output_field=number_of_step)
        return self.select_related("closes").filter(pk=step).first()

    def standing(self) -> "EntryQuerySet":
        """The last step of each project that still holds money."""
        return self.last_links().filter(held__gt=ZERO)

    def of_call(self, number: str) -> "EntryQuerySet":
        """Entries of the call's projects, whose numbers begin with the call's (2.2-K1-001 …)."""
        # With the hyphen, or 2.2-K1 would find the projects of 2.2-K10
        return self.filter(project_number__startswith=f"{number}-")

    def of_project(self, number: str) -> "EntryQuerySet":
        return self.filter(project_number=number)

    def of_accounts(self, accounts: Iterable[Account]) -> "EntryQuerySet":
        """Entries that moved one of `accounts`, and how: `movements__` leads to the figures."""
        return self.filter(movements__account__in=accounts)


class Entry(models.Model):
    """One line of the journal.

    `closes` is the entry whose effect this one ends; an entry is closed at most once. A reversal
    `undoes` a step: the entry it closes or, if that is a reversal too, the step it brought back.
    The amount is positive; only a transfer is signed. The posting trigger fills `undoes` and the
    fields from `hold` on: what the project holds and was paid after this entry, and what is left
    of the action (or source) and of each source.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="entries")
    seq = models.PositiveBigIntegerField(_("number"), editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, related_name="entries")
    source = models.ForeignKey(
        FundingSource, on_delete=models.PROTECT, null=True, related_name="entries"
    )
    amount = MoneyField(_("amount, EUR"))
    # Amounts as text: readers of JSON numbers may turn them into floats
    split = models.JSONField(_("by source"), default=dict, encoder=DjangoJSONEncoder)
    places = models.IntegerField(_("projects"), default=0)
    # As text: projects belong to a higher room, which this one must not know
    project_number = models.CharField(_("project"), max_length=40, blank=True)
    amendment = models.ForeignKey(
        Amendment, on_delete=models.PROTECT, null=True, related_name="entries"
    )
    # One-to-one, so that only one of two concurrent operations can settle an entry
    closes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="closed_by"
    )
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="undone_by", editable=False
    )
    document = models.CharField(_("document"), max_length=200, blank=True)
    document_date = models.DateField(_("date of the document"), null=True)
    effective_on = models.DateField(_("in effect from"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    # Null for entries loaded with the strategy, which nobody prepared or posted
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    posted_at = models.DateTimeField(_("booked"), db_default=Now(), editable=False)
    posted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # Unique, so that a step sent twice is booked once, even if every earlier check missed it
    request_key = models.CharField(_("request"), max_length=100, unique=True)
    hold = models.CharField(_("held as"), max_length=10, choices=Hold, blank=True, editable=False)
    held = MoneyField(_("held after, EUR"), default=ZERO, editable=False)
    held_split = models.JSONField(
        _("held by source"), default=dict, encoder=DjangoJSONEncoder, editable=False
    )
    paid = MoneyField(_("paid after, EUR"), default=ZERO, editable=False)
    paid_split = models.JSONField(
        _("paid by source"), default=dict, encoder=DjangoJSONEncoder, editable=False
    )
    left_after = MoneyField(_("left after, EUR"), default=ZERO, editable=False)
    left_split = models.JSONField(
        _("left of each source"), default=dict, encoder=DjangoJSONEncoder, editable=False
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("budget ledger")
        ordering = ["strategy", "seq"]
        indexes = [
            # The posting trigger reads a project's last entry every time
            models.Index(fields=["strategy", "project_number", "-seq"], name="entry_project"),
            # Ledgers read the entries of one account in the order they were booked
            models.Index(fields=["action", "seq"], name="entry_action_seq"),
            models.Index(fields=["source", "seq"], name="entry_source_seq"),
        ]
        constraints = [
            # Without gaps, too: the trigger counts under the lock on the strategy's account
            models.UniqueConstraint("strategy", "seq", name="entry_number_is_unique"),
            models.CheckConstraint(name="entry_kind_is_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="entry_amount_fits_its_kind",
                condition=~Q(amount=NOT_A_NUMBER)
                & (
                    Q(kind=Kind.TRANSFER) & ~Q(amount=ZERO)
                    | Q(kind=Kind.QUOTA, amount=ZERO)
                    | ~Q(kind__in=BY_AMENDMENT) & Q(amount__gt=ZERO)
                ),
            ),
            models.CheckConstraint(
                name="entry_places_fit_its_kind",
                condition=Q(kind=Kind.QUOTA) & ~Q(places=0)
                | Q(kind__in=[Kind.TRANSFER, Kind.PAYMENT, Kind.RECOVERY], places=0)
                | Q(kind__in=[Kind.RESERVATION, Kind.AWARD, Kind.CONTRACT], places=1)
                | Q(kind__in=[Kind.ALLOCATION, Kind.RELEASE, Kind.REVERSAL], places__gte=0),
            ),
            models.CheckConstraint(
                name="entry_of_the_strategy_is_for_an_action_or_a_source",
                condition=~Q(kind__in=OF_THE_STRATEGY)
                | Q(action__isnull=False, source__isnull=True)
                | Q(action__isnull=True, source__isnull=False, places=0),
            ),
            models.CheckConstraint(
                name="entry_names_its_project",
                condition=Q(kind=Kind.REVERSAL)
                | Q(kind__in=OF_THE_STRATEGY, project_number="")
                | ~Q(kind__in=OF_THE_STRATEGY) & ~Q(project_number=""),
            ),
            models.CheckConstraint(
                name="entry_names_its_amendment",
                condition=Q(kind=Kind.ALLOCATION)
                | Q(kind__in=BY_AMENDMENT, amendment__isnull=False)
                | ~Q(kind__in=BY_AMENDMENT) & Q(amendment__isnull=True),
            ),
            models.CheckConstraint(
                name="entry_closes_if_and_only_if_its_kind_does",
                condition=Q(kind__in=CLOSING, closes__isnull=False)
                | (~Q(kind__in=CLOSING) & Q(closes__isnull=True)),
            ),
            models.CheckConstraint(
                name="entry_undoes_if_and_only_if_it_is_a_reversal",
                condition=Q(kind=Kind.REVERSAL, undoes__isnull=False)
                | (~Q(kind=Kind.REVERSAL) & Q(undoes__isnull=True)),
            ),
            models.CheckConstraint(
                name="entry_that_gives_back_has_a_reason",
                condition=~Q(kind__in=WITH_A_REASON) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="entry_names_its_document",
                condition=~Q(kind__in=WITH_A_DOCUMENT) | HAS_A_DOCUMENT,
            ),
            # In the database, because a form can't enforce it for another way to post
            models.CheckConstraint(
                name="entry_of_an_amendment_has_two_persons",
                condition=~Q(kind__in=BY_AMENDMENT)
                | Q(prepared_by__isnull=False, posted_by__isnull=False)
                & ~Q(prepared_by=models.F("posted_by")),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {eur(self.amount)}"

    @property
    def paid_on(self) -> date | None:
        """The day of payment; None unless the entry is one."""
        return self.effective_on if self.kind == Kind.PAYMENT else None

    @property
    def confirmed_by(self) -> User | None:
        """Who confirmed what somebody else prepared; None where one person did both."""
        return None if self.posted_by_id == self.prepared_by_id else self.posted_by

    def nth(self) -> int:
        """Its number in its project's own history, from 1.

        Its number in the journal would also tell whether anything is booked for other projects.
        """
        entries = Entry.objects.filter(strategy=self.strategy_id, seq__lte=self.seq)
        return entries.of_project(self.project_number).count()
