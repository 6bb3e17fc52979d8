"""Declarations of impartiality: whether a person has a conflict of interest."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, kept, stamped, stamped_once_set


class Relation(models.TextChoices):
    FAMILY = "family", _("family ties")
    EMPLOYMENT = "employment", _("employment")
    MEMBERSHIP = "membership", _("membership")
    PROPERTY = "property", _("property interests")
    OTHER = "other", _("other")


class Declaration(models.Model):
    """A person's declaration of impartiality and confidentiality for one application.

    It may change from “no conflict” to “conflict”, never back. Score sheets refer to it by a
    composite foreign key (sql/score_sheets.sql), so the database rejects a sheet without a
    declaration of no conflict.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="declarations"
    )
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="declarations")
    has_conflict = models.BooleanField()
    relation = models.CharField(_("kind of conflict"), max_length=20, choices=Relation, blank=True)
    note = models.TextField(_("explanation"), max_length=1000, blank=True)
    declared_at = models.DateTimeField(db_default=Now(), editable=False)
    conflict_found_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("declaration of impartiality")
        verbose_name_plural = _("declarations of impartiality")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(
                "application", "person", name="declaration_is_one_for_a_person"
            ),
            # The target of the score sheets' foreign key, which includes the answer
            models.UniqueConstraint(
                fields=["application", "person", "has_conflict"],
                name="declaration_is_referred_to_by_scores",
            ),
            models.CheckConstraint(
                name="declaration_of_a_conflict_names_its_kind",
                condition=Q(has_conflict=False) | ~Q(relation=""),
            ),
        ]
        triggers = [
            stamped("declared_at"),
            stamped_once_set("conflict_found_at"),
            frozen(
                "origin_is_frozen", once="TRUE", fields=["application", "person", "declared_at"]
            ),
            frozen("conflict_stays", once="OLD.has_conflict"),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.application}"
