"""Decisions on the applications of a call: prepared by one person, confirmed by another."""

from decimal import Decimal

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.status import Status
from budget.models import Entry
from budget.sources import as_decimals
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.guards import append_only, frozen, kept, stamped, stamped_once_set
from strategy_portal.money import MoneyField

ORIGIN = [
    "call",
    "prepared_by",
    "prepared_at",
    "is_promotion",
    "protocol",
    "sha256",
    "unscored_reason",
]
# A trigger, because a CHECK can't look at the decision: once it has ended, its money has moved
STILL_STANDS = """
    IF EXISTS (
        SELECT FROM public.selection_decisionitem item
            JOIN public.selection_decision decision ON item.decision_id = decision.id
            WHERE item.id = NEW.item_id
                AND (decision.confirmed_at IS NOT NULL OR decision.retracted_at IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'the decision has ended' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
"""


class PaperKind(models.TextChoices):
    """What the board decided by."""

    MINUTES = "minutes", _("Minutes of a board meeting")
    WRITTEN = "written", _("Minutes of a written procedure")
    RESOLUTION = "resolution", _("Resolution of the board")


HAS_ITS_PAPER = ~Q(paper_kind="") & ~Q(paper_number="") & Q(paper_date__isnull=False)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def standing(self) -> "DecisionQuerySet":
        """Prepared and not yet confirmed or retracted."""
        return self.filter(confirmed_at=None, retracted_at=None)


class Decision(models.Model):
    """A proposal for the ranked applications of a call, with the protocol of the ranking.

    It stands until it is confirmed or retracted.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="decisions")
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(db_default=Now(), editable=False)
    is_promotion = models.BooleanField(_("from the waitlist"), default=False)
    # Kept with the decision: later changes of data must not change what was decided on
    protocol = models.TextField(_("ranking protocol"))
    sha256 = models.CharField(max_length=64)
    # Why it was prepared although applications of the call were not scored yet
    unscored_reason = models.TextField(_("reason"), max_length=1000, blank=True)
    # The portal's own number; the database gives it at confirmation, without gaps
    number = models.PositiveIntegerField(_("number"), null=True, unique=True, editable=False)
    paper_kind = models.CharField(_("document"), max_length=20, choices=PaperKind, blank=True)
    paper_number = models.CharField(_("number of the document"), max_length=100, blank=True)
    paper_date = models.DateField(_("date of the document"), null=True)
    # Kind, number and date in one text, only on decisions confirmed under version 0.1.0
    document = models.CharField(max_length=200, blank=True, editable=False)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    retracted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    retracted_at = models.DateTimeField(null=True)
    retraction_reason = models.TextField(_("reason"), max_length=1000, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]
        constraints = [
            # Two at a time would promise the same money twice
            models.UniqueConstraint(
                "call",
                condition=Q(confirmed_at=None, retracted_at=None),
                name="decision_is_one_at_a_time_for_a_call",
            ),
            # Four eyes, enforced by the database whatever the code forgets
            models.CheckConstraint(
                name="decision_is_confirmed_by_another_person",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("prepared_by")),
                violation_error_message=_("Whoever prepared the decision can't confirm it."),
            ),
            models.CheckConstraint(
                name="decision_confirmed_names_who_and_the_document",
                condition=Q(confirmed_at=None, confirmed_by=None, number=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, number__isnull=False)
                & (~Q(document="") | HAS_ITS_PAPER),
            ),
            models.CheckConstraint(
                name="decision_paper_kind_is_known",
                condition=Q(paper_kind__in=["", *PaperKind.values]),
            ),
            models.CheckConstraint(
                name="decision_retracted_names_who_and_why",
                condition=Q(retracted_at=None, retracted_by=None)
                | (
                    Q(retracted_at__isnull=False, retracted_by__isnull=False, confirmed_at=None)
                    & ~Q(retraction_reason="")
                ),
            ),
        ]
        triggers = [
            stamped("prepared_at"),
            stamped_once_set("confirmed_at"),
            stamped_once_set("retracted_at"),
            frozen(
                "ended_is_frozen",
                once="OLD.confirmed_at IS NOT NULL OR OLD.retracted_at IS NOT NULL",
            ),
            # A proposal must not change under the person who confirms it
            frozen("origin_is_frozen", once="TRUE", fields=ORIGIN),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.call.number} / {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("selection:decision", args=[self.pk])

    @property
    def is_standing(self) -> bool:
        return self.confirmed_at is None and self.retracted_at is None

    @property
    def paper(self) -> str:
        """What the board decided by, e.g. „Valdybos posėdžio protokolas Nr. 7, 2027-02-18“."""
        if not self.paper_date:
            return self.document
        words = {
            "kind": self.get_paper_kind_display(),
            "number": self.paper_number,
            "date": self.paper_date.isoformat(),
        }
        return _("%(kind)s No. %(number)s, %(date)s") % words


class Outcome(models.TextChoices):
    FUND = "fund", _("Fund")
    WAITLIST = "waitlist", _("To the waitlist")
    REJECT = "reject", _("Do not fund")


class DecisionItem(models.Model):
    """The proposal for one application.

    `reservation` is the journal entry that holds the money until the decision ends.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="items")
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="decision_items"
    )
    # Equal candidates share a place; `order` is unique within the decision
    place = models.PositiveIntegerField(_("place"))
    order = models.PositiveIntegerField(_("order"))
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2)
    outcome = models.CharField(_("proposal"), max_length=10, choices=Outcome)
    amount = MoneyField(_("amount, EUR"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    reservation = models.OneToOneField(Entry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("decision item")
        verbose_name_plural = _("decision items")
        ordering = ["decision", "order"]
        constraints = [
            models.UniqueConstraint(
                "decision", "application", name="decision_item_is_one_for_an_application"
            ),
            models.UniqueConstraint("decision", "order", name="decision_item_order_is_unique"),
            models.CheckConstraint(
                name="decision_item_funded_holds_money",
                condition=Q(outcome=Outcome.FUND, amount__gt=0, reservation__isnull=False)
                | (~Q(outcome=Outcome.FUND) & Q(amount=None, reservation=None)),
            ),
            # The applicant reads it
            models.CheckConstraint(
                name="decision_item_not_funded_has_a_reason",
                condition=Q(outcome=Outcome.FUND) | ~Q(reason=""),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.application}: {self.get_outcome_display()}"

    @property
    def split(self) -> dict[str, Decimal]:
        """EUR by source: as split by hand, else as reserved. For funded items only."""
        # Sorted by the model; all() uses what a page has prefetched
        by_hand = list(self.splits.all())
        parts = by_hand[-1].parts if by_hand else self.reservation.split
        return as_decimals(parts)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the applicant withdrew before the decision was confirmed."""
        return self.application.status == Status.WITHDRAWN


class PassedOver(models.Model):
    """An application on the waitlist that a promotion passed over, and why. Append-only."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="passed_over")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(_("order"))
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("application passed over")
        verbose_name_plural = _("applications passed over")
        ordering = ["decision", "order"]
        constraints = [
            models.UniqueConstraint(
                "decision", "application", name="passed_over_is_one_for_an_application"
            ),
            models.CheckConstraint(name="passed_over_has_a_reason", condition=~Q(reason="")),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.application}: {self.reason}"


class ItemSplit(models.Model):
    """EUR by source for a funded item, split by hand. The latest row applies."""

    # Rows are added, never changed: it stays visible who split the money how
    item = models.ForeignKey(DecisionItem, on_delete=models.PROTECT, related_name="splits")
    parts = models.JSONField(_("by source"), encoder=DjangoJSONEncoder)
    divided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    divided_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("division between the sources")
        verbose_name_plural = _("divisions between the sources")
        ordering = ["item", "pk"]
        triggers = [
            stamped("divided_at"),
            pgtrigger.Trigger(
                name="of_a_standing_decision",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=STILL_STANDS,
            ),
            *append_only(),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.parts}"
