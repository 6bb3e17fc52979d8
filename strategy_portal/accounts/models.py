"""Users, and the roles the group grants them for a period."""

from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strategy_portal import database_roles
from strategy_portal.accounts import guarding
from strategy_portal.clock import reading as clock
from strategy_portal.guards import key_stays


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Coordinator")
    EVALUATOR = "evaluator", _("Evaluator")
    BOARD = "board", _("Board member")
    MANAGER = "manager", _("Manager")
    AUDITOR = "auditor", _("Auditor")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        # Stored in lower case: nobody remembers how they typed their address
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        # The database lets only its owner make administrators
        as_owner = self.db_manager(database_roles.owner())
        return as_owner.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        # In any case, as the unique constraint compares addresses
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """One person, one account: the e-mail address is how they sign in."""

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("name and surname"), max_length=150)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            # In the database: the administration and allauth each save addresses their own way
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_is_unique_in_any_case",
                violation_error_message=_("An account with this e-mail address already exists."),
            )
        ]
        triggers = [*guarding.administrators_by_the_owner(), key_stays()]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Roles in force today, as values of Role; cached, so one query per request."""
        return frozenset(self.role_grants.in_force().values_list("role", flat=True))

    @property
    def is_coordinator(self) -> bool:
        # A deactivated account keeps its grants as history, but has no rights
        return self.is_active and Role.COORDINATOR in self.roles

    @property
    def is_evaluator(self) -> bool:
        return self.is_active and Role.EVALUATOR in self.roles

    @property
    def is_board_member(self) -> bool:
        return self.is_active and Role.BOARD in self.roles

    @property
    def is_manager(self) -> bool:
        return self.is_active and Role.MANAGER in self.roles

    @property
    def is_auditor(self) -> bool:
        return self.is_active and Role.AUDITOR in self.roles

    @property
    def is_office(self) -> bool:
        """Whether the user has any role in the group and so gets the staff menu."""
        return self.is_active and bool(self.roles)


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def in_force(self) -> "RoleGrantQuerySet":
        """Grants valid today; `valid_until` is the last day, inclusive."""
        return self.filter(valid_from__lte=clock.Today()).exclude(valid_until__lt=clock.Today())


class RoleGrant(models.Model):
    """A role in the group, granted to a person for a period; only its end may still change."""

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="role_grants", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    valid_from = models.DateField(_("from"), default=clock.today)
    valid_until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty: no end.")
    )
    document = models.CharField(
        _("document"), max_length=200, blank=True, help_text=_("The decision that gave it.")
    )
    granted_at = models.DateTimeField(_("granted"), db_default=Now(), editable=False)
    # Empty: given with `manage.py grant`, or before this was recorded
    granted_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("granted by"),
    )

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role grant")
        verbose_name_plural = _("role grants")
        ordering = ["user", "role", "valid_from"]
        constraints = [
            # `choices` bind forms only, and an unknown role would silently grant nothing
            models.CheckConstraint(
                name="role_grant_role_is_known",
                condition=models.Q(role__in=[role.value for role in Role]),
            ),
            models.CheckConstraint(
                name="role_grant_starts_before_it_ends",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                violation_error_message=_("The last day can't be before the first."),
            ),
        ]
        triggers = guarding.dated_grants()

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

    def may_end(self) -> bool:
        """Whether the grant may still end earlier than it is going to."""
        return self.valid_until is None or self.valid_until > clock.today()
