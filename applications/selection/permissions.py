"""Who may do what in the selection. Who, not when: time and status are the operations' question."""

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
    """Whoever has a hand in the selection declares; evaluators for what they were given."""
    office = user.is_coordinator or user.is_manager or user.is_board_member or user.is_auditor
    return office or can_score(user, application)


def can_score(user: User, application: Application) -> bool:
    return user.is_evaluator and application.assignments.filter(evaluator=user).exists()


def can_see_ranking(user: User) -> bool:
    return user.is_coordinator or user.is_manager or user.is_auditor


def can_prepare_decision(user: User) -> bool:
    return user.is_coordinator


def can_confirm_decision(user: User) -> bool:
    return user.is_manager


def can_see_decisions(user: User) -> bool:
    return can_see_ranking(user) or user.is_board_member


def can_retract_decision(user: User, decision: Decision) -> bool:
    """Whoever prepared it, as long as they are a coordinator, or a manager."""
    return user.is_manager or (user.is_coordinator and decision.prepared_by_id == user.pk)


def can_see_progress(user: User) -> bool:
    """Who judges what, and how far they are."""
    return user.is_coordinator or user.is_manager or user.is_auditor


def evaluates() -> QuerySet[RoleGrant]:
    """A person's grants of the evaluator's role that hold today, for a subquery over people."""
    return RoleGrant.objects.in_force().filter(role=Role.EVALUATOR, user=OuterRef("pk"))


def evaluators() -> QuerySet[User]:
    """Everybody who may be asked to score today."""
    return User.objects.filter(Exists(evaluates()), is_active=True).order_by("name", "pk")


def considered_for(application: Application) -> QuerySet[User]:
    """Everybody who may be asked to score the application, and who was already.

    `is_in_office` tells them apart.
    """
    given = application.assignments.filter(evaluator=OuterRef("pk"))
    in_office = When(Q(Exists(evaluates()), is_active=True), then=Value(True))
    people = User.objects.annotate(is_in_office=Case(in_office, default=Value(False)))
    return people.filter(Q(is_in_office=True) | Exists(given)).order_by("name", "pk")
