"""Organisations that apply, and their members."""

from operator import mul

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from strategy_portal.accounts.models import User
from strategy_portal.guards import frozen, kept, refuse, stamped, stamped_once_set

# Weights of the check digit in codes of the Register of Legal Entities (modulo 11)
FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 1)


def check_digit(first_eight: str) -> int:
    """Return the check digit (the ninth) for the first eight digits of a legal-entity code."""
    digits = [int(digit) for digit in first_eight]
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        rest = sum(map(mul, digits, weights)) % 11
        # A remainder of 10 is no digit: the second weights decide, and 0 if they give 10 too
        if rest < 10:
            return rest
    return 0


def validate_legal_entity_code(code: str) -> None:
    """Raise ValidationError unless `code` has nine digits with a valid check digit, or seven.

    Codes issued before 2004 have seven digits and no check digit.
    """
    # isdigit() accepts digits of other scripts too
    if not code.isascii() or not code.isdigit() or len(code) not in (7, 9):
        raise ValidationError(_("A legal-entity code has 9 digits (an old one 7)."), code="shape")
    if len(code) == 9 and check_digit(code[:8]) != int(code[8]):
        raise ValidationError(
            _("There is no such legal-entity code: check the digits."), code="check_digit"
        )


class LegalForm(models.TextChoices):
    ASSOCIATION = "association", _("Association")
    PUBLIC_INSTITUTION = "public_institution", _("Public institution")
    BUDGETARY_INSTITUTION = "budgetary_institution", _("Budgetary institution")
    FOUNDATION = "foundation", _("Charity and support foundation")
    RELIGIOUS_COMMUNITY = "religious_community", _("Religious community")
    PRIVATE_COMPANY = "private_company", _("Private limited company")
    SMALL_PARTNERSHIP = "small_partnership", _("Small partnership")
    INDIVIDUAL_ENTERPRISE = "individual_enterprise", _("Individual enterprise")
    OTHER = "other", _("Other")


# What the office verifies and corrects
FACTS = ("code", "name", "legal_form", "address")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def standing(self) -> "OrganisationQuerySet":
        """Organisations whose code the office has not freed."""
        return self.filter(freed_at=None)

    def of_member(self, user: User) -> "OrganisationQuerySet":
        return self.filter(memberships__user=user, memberships__until=None)

    def editable_by(self, user: User) -> "OrganisationQuerySet":
        """Organisations whose applications the user may edit."""
        # In one filter(): all of it about the same membership
        return self.filter(
            memberships__user=user, memberships__until=None, memberships__role__in=MAY_EDIT
        )


class Organisation(models.Model):
    """A legal entity that may apply, identified by its code."""

    code = models.CharField(
        _("legal-entity code"), max_length=9, validators=[validate_legal_entity_code]
    )
    name = models.CharField(_("name"), max_length=200)
    legal_form = models.CharField(_("legal form"), max_length=30, choices=LegalForm)
    address = models.CharField(_("address"), max_length=300)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    # Empty: added before this was recorded
    founded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    # Both by the office: see OrganisationChange
    verified_at = models.DateTimeField(null=True, editable=False)
    freed_at = models.DateTimeField(null=True, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_code_has_7_or_9_digits",
                condition=models.Q(code__regex=r"^([0-9]{7}|[0-9]{9})$"),
            ),
            models.UniqueConstraint(
                "code",
                condition=models.Q(freed_at=None),
                name="organisation_code_is_unique_unless_freed",
            ),
        ]
        triggers = [
            stamped("created_at"),
            stamped_once_set("verified_at"),
            stamped_once_set("freed_at"),
            frozen(
                "verified_at_is_frozen",
                once="OLD.verified_at IS NOT NULL",
                fields=["verified_at"],
            ),
            frozen("freed_is_frozen", once="OLD.freed_at IS NOT NULL"),
            refuse(
                "starts_unverified",
                pgtrigger.Insert,
                "an organisation is verified or freed later",
                condition=pgtrigger.Q(new__verified_at__isnull=False)
                | pgtrigger.Q(new__freed_at__isnull=False),
            ),
            # At commit: the history is written after the organisation
            pgtrigger.Trigger(
                name="change_has_its_history",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.AnyChange(*FACTS, "verified_at", "freed_at"),
                func="PERFORM public.applications_check_history(NEW.id); RETURN NULL;",
            ),
            frozen("origin_is_frozen", once="TRUE", fields=["created_at", "founded_by"]),
            *kept(),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def facts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in FACTS}

    @property
    def is_freed(self) -> bool:
        return self.freed_at is not None

    def is_tied_to(self, user: User) -> bool:
        """Whether the user added it, wrote one of its applications or was ever a member."""
        ties = (self.memberships.filter(user=user), self.applications.filter(created_by=user))
        return self.founded_by_id == user.pk or any(tie.exists() for tie in ties)


class MembershipRole(models.TextChoices):
    OWNER = "owner", _("Account manager")
    EDITOR = "editor", _("Editor")
    VIEWER = "viewer", _("Viewer")


MAY_EDIT = (MembershipRole.OWNER, MembershipRole.EDITOR)


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(until=None)


class Membership(models.Model):
    """A person's role in an organisation, from `since` until they left it.

    Kept after they leave: whoever was a member while an application was written may not judge it.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=10, choices=MembershipRole)
    since = models.DateTimeField(db_default=Now(), editable=False)
    until = models.DateTimeField(null=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation", "since"]
        constraints = [
            models.UniqueConstraint(
                "user",
                "organisation",
                condition=models.Q(until=None),
                name="membership_is_one_for_each_person",
            ),
            models.CheckConstraint(
                name="membership_role_is_known",
                condition=models.Q(role__in=["owner", "editor", "viewer"]),
            ),
        ]
        triggers = [
            stamped("since"),
            stamped_once_set("until"),
            frozen(
                "origin_is_frozen", once="TRUE", fields=["user", "organisation", "role", "since"]
            ),
            frozen("ended_is_frozen", once="OLD.until IS NOT NULL"),
            refuse(
                "starts_open",
                pgtrigger.Insert,
                "a membership ends later",
                condition=pgtrigger.Q(new__until__isnull=False),
            ),
            *kept(),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"
