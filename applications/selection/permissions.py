"""Who may do what in the selection. Operations check time and status."""

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from applications.models import Application
from applications.selection.models import Decision
from strategy_portal.accounts.models import Role, RoleGrant, User


def can_work(user: User) -> bool:
    """Open the office's desk."""
    return user.is_office


def can_check(user: User) -> bool:
    return user.is_coordinator


def can_assign(user: User) -> bool:
    return user.is_coordinator


def can_declare(user: User, application: Application) -> bool:
    """Declare impartiality: all office roles; evaluators only for assigned applications."""
    office = user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor
    return office or can_score(user, application)


def can_score(user: User, application: Application) -> bool:
    return user.is_evaluator and application.assignments.filter(evaluator=user).exists()


def can_read_sheets(user: User) -> bool:
    """Read the evaluators' score sheets, once all that are needed are in."""
    return can_see_ranking(user) or user.is_board_member


def can_see_ranking(user: User) -> bool:
    return user.is_coordinator or user.is_manager or user.is_auditor


def can_prepare_decision(user: User) -> bool:
    return user.is_coordinator


def can_confirm_decision(user: User) -> bool:
    return user.is_manager


def can_see_decisions(user: User) -> bool:
    return can_see_ranking(user) or user.is_board_member


def can_retract_decision(user: User, decision: Decision) -> bool:
    """Any manager, or the coordinator who prepared it."""
    return user.is_manager or (user.is_coordinator and decision.prepared_by_id == user.pk)


def can_see_progress(user: User) -> bool:
    """See who evaluates what, and how far they are."""
    return user.is_coordinator or user.is_manager or user.is_auditor


def evaluates() -> QuerySet[RoleGrant]:
    """Grants of the evaluator's role in force today; a subquery over users (OuterRef)."""
    return RoleGrant.objects.in_force().filter(role=Role.EVALUATOR, user=OuterRef("pk"))


def evaluators() -> QuerySet[User]:
    """Active users with the evaluator's role today."""
    # Exists, not a join, which would list a person once for every grant
    return User.objects.filter(Exists(evaluates()), is_active=True).order_by("name", "pk")


def considered_for(application: Application) -> QuerySet[User]:
    """All evaluators, and people assigned to the application earlier.

    `is_in_office`: whether they are evaluators today.
    """
    # Those assigned earlier stay visible, so that the coordinator sees why a sheet is missing
    given = application.assignments.filter(evaluator=OuterRef("pk"))
    in_office = When(Q(Exists(evaluates()), is_active=True), then=Value(True))
    people = User.objects.annotate(is_in_office=Case(in_office, default=Value(False)))
    return people.filter(Q(is_in_office=True) | Exists(given)).order_by("name", "pk")
