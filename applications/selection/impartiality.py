"""Who may read which application in the group's work: declarations, detected links, conflicts.

Whoever declares a conflict loses access to that application in every role; evaluators and board
members read nothing before they have declared.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from applications.models import Application, Membership, Status
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from calls.models import Call
from strategy_portal.accounts.models import User

# Mail anybody can have says nothing about where a person belongs.
PUBLIC_MAIL = {
    "gmail.com",
    "yahoo.com",
    "outlook.com",
    "hotmail.com",
    "inbox.lt",
    "one.lt",
    "mail.ru",
    "example.org",
}


def visible_to(user: User) -> QuerySet[Application]:
    """The applications the person may know of: submitted, theirs by role, without a conflict.

    To know of one is to see its number, applicant and title; for its content see may_read().
    """
    # Whoever belongs to the applicant sees it among their own, not as the office does
    submitted = Application.objects.submitted().exclude(organisation__memberships__user=user)
    known = submitted.exclude(pk__in=conflicted_for(user))
    if user.is_coordinator or user.is_manager or user.is_auditor or user.is_board_member:
        return known
    if user.is_evaluator:
        return known.filter(assignments__evaluator=user)
    return known.none()


def conflicted_for(user: User) -> QuerySet[Application]:
    """The applications for which the person declared a conflict of interest."""
    return Application.objects.filter(declarations__person=user, declarations__has_conflict=True)


def with_reading(applications: QuerySet[Application], user: User) -> QuerySet[Any]:
    """Add `is_readable`: may the person read the content, and `is_given`: are they to score it.

    For rows of visible_to(user), which leaves out every conflict of interest already.
    """
    declared = Exists(
        Declaration.objects.filter(application=OuterRef("pk"), person=user, has_conflict=False)
    )
    given = Exists(Assignment.objects.filter(application=OuterRef("pk"), evaluator=user))
    is_staff = user.is_coordinator or user.is_manager or user.is_auditor
    # Whoever sits on the board declares first, whatever else they do for the group
    reads_undeclared = is_staff and not user.is_board_member
    readable = declared | ~given if reads_undeclared else Q(declared)
    is_readable = ExpressionWrapper(readable, output_field=BooleanField())
    return applications.annotate(is_readable=is_readable, is_given=given)


def readable(user: User) -> QuerySet[Application]:
    """The applications whose content the person may read in the group's work."""
    return with_reading(visible_to(user), user).filter(is_readable=True)


def of_call(call: Call, user: User) -> QuerySet[Application]:
    """All submitted applications of the call, with what of them is closed to the person.

    `is_closed` is whether the content is, `is_known` whether at least applicant and title are not.
    Show nothing else of those that are closed.
    """
    is_readable = Exists(readable(user).filter(pk=OuterRef("pk")))
    is_known = Exists(visible_to(user).filter(pk=OuterRef("pk")))
    return (
        Application.objects.submitted()
        .filter(call=call)
        .annotate(is_closed=~is_readable, is_known=is_known)
        .select_related("organisation")
        .order_by("sequence")
    )


def concealed_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of the applications closed to the person that are not yet public projects."""
    undecided = Application.objects.submitted().exclude(status=Status.APPROVED)
    return undecided.exclude(pk__in=readable(user).values("pk")).values("number")


def bound_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of the applications the person has a conflict of interest with or a part in."""
    own = Application.objects.of_applicant(user).values("pk")
    bound = conflicted_for(user).values("pk").union(own)
    return Application.objects.submitted().filter(pk__in=bound).values("number")


def may_read(user: User, application: Application) -> bool:
    """Whether the person may read the content of `application` in the group's work."""
    return readable(user).filter(pk=application.pk).exists()


def scores_shown_to(user: User, application: Application) -> QuerySet[Score]:
    """The person's own scores; once their sheet is submitted, those of the counted sheets too."""
    own = ScoreSheet.objects.filter(
        application=application, evaluator=user, submitted_at__isnull=False
    )
    # Asked in the same query, so that no moment lies between the question and the scores
    others = Q(Exists(own), sheet__in=ScoreSheet.objects.counted())
    return (
        Score.objects.filter(Q(sheet__evaluator=user) | others, sheet__application=application)
        .select_related("sheet__evaluator", "criterion")
        .order_by("sheet", "criterion__position")
    )


def declaration_of(user: User, application: Application) -> Declaration | None:
    return Declaration.objects.filter(application=application, person=user).first()


def links(user: User, application: Application) -> list[str]:
    """What the portal itself knows to bind the person to the applicant, as sentences."""
    found = []
    if application.role_of(user):
        found.append(_("You belong to the applying organisation in this portal."))
    if shares_domain(user, application):
        found.append(_("Your e-mail address is of the same domain as the applicant's."))
    return found


def shares_domain(user: User, application: Application) -> bool:
    """Whether both use mail of the same organisation."""
    domain = domain_of(user.email)
    return domain not in PUBLIC_MAIL and domain == domain_of(application.contact_email)


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].lower()


def with_ties(people: QuerySet[User], application: Application) -> QuerySet[User]:
    """Add what binds each of `people` to the application.

    That is `is_member`, `has_conflict`, `is_given` (theirs to score) and `has_judged`.
    """
    person = OuterRef("pk")
    members = Membership.objects.filter(organisation=application.organisation_id, user=person)
    declared = Declaration.objects.filter(application=application, person=person)
    given = Assignment.objects.filter(application=application, evaluator=person)
    judged = ScoreSheet.objects.counted().filter(application=application, evaluator=person)
    return people.annotate(
        is_member=Exists(members),
        has_conflict=Exists(declared.filter(has_conflict=True)),
        is_given=Exists(given),
        has_judged=Exists(judged),
    )


def conflicted_numbers(user: User, applications: Iterable[Application]) -> list[str]:
    """The labels of those `applications` the person must not have a hand in."""
    pks = [application.pk for application in applications]
    conflicted = conflicted_for(user).filter(pk__in=pks)
    own = Application.objects.of_applicant(user).filter(pk__in=pks)
    return sorted({application.label for application in [*conflicted, *own]})


def undeclared_numbers(user: User, applications: Iterable[Application]) -> list[str]:
    """The labels of those `applications` the person is to score without having declared."""
    pks = [application.pk for application in applications]
    listed = Application.objects.filter(pk__in=pks)
    given = listed.filter(assignments__evaluator=user).exclude(declarations__person=user)
    return sorted(application.label for application in given)
