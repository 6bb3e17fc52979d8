"""Who may read which application in the group's work: declarations, detected links, who is locked out of what.

A declared conflict locks out in every role; evaluators and board members read nothing before they have declared.
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
    """The applications the person may know of in the group's work: submitted, theirs by role, and without a conflict.

    This shows that an application exists, with its applicant and title. Its content is another question: see may_read.
    """
    submitted = Application.objects.submitted().exclude(organisation__memberships__user=user)
    known = submitted.exclude(pk__in=conflicted_for(user))
    if user.is_coordinator or user.is_manager or user.is_auditor or user.is_board_member:
        return known
    return known.filter(assignments__evaluator=user) if user.is_evaluator else known.none()


def conflicted_for(user: User) -> QuerySet[Application]:
    """The applications for which the person declared a conflict of interest."""
    return Application.objects.filter(declarations__person=user, declarations__has_conflict=True)


def with_reading(applications: QuerySet[Application], user: User) -> QuerySet[Any]:
    """Add `is_readable`: whether the person may read the content, and `is_given`: whether it is theirs to score.

    For rows of visible_to(user), which leaves out every conflict of interest already.
    """
    declared = Exists(
        Declaration.objects.filter(application=OuterRef("pk"), person=user, has_conflict=False)
    )
    given = Exists(Assignment.objects.filter(application=OuterRef("pk"), evaluator=user))
    # Whoever sits on the board declares first, whatever else they do for the group.
    reads_undeclared = (
        user.is_coordinator or user.is_manager or user.is_auditor
    ) and not user.is_board_member
    readable = declared | ~given if reads_undeclared else Q(declared)
    return applications.annotate(
        is_readable=ExpressionWrapper(readable, output_field=BooleanField()), is_given=given
    )


def readable(user: User) -> QuerySet[Application]:
    """The applications whose content the person may read in the group's work."""
    return with_reading(visible_to(user), user).filter(is_readable=True)


def of_call(call: Call, user: User) -> QuerySet[Application]:
    """All submitted applications of the call, with `is_closed`: whether the content is closed to the person,
    and `is_known`: whether at least applicant and title are not. Show nothing else of those that are closed.
    """
    of_row = {"pk": OuterRef("pk")}
    return (
        Application.objects.submitted()
        .filter(call=call)
        .annotate(
            is_closed=~Exists(readable(user).filter(**of_row)),
            is_known=Exists(visible_to(user).filter(**of_row)),
        )
        .select_related("organisation")
        .order_by("sequence")
    )


def concealed_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of those applications, not yet public projects, whose content is closed to the person."""
    undecided = Application.objects.submitted().exclude(status=Status.APPROVED)
    return undecided.exclude(pk__in=readable(user).values("pk")).values("number")


def bound_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of the applications the person has a conflict of interest with or a part in."""
    bound = (
        conflicted_for(user).values("pk").union(Application.objects.of_applicant(user).values("pk"))
    )
    return Application.objects.submitted().filter(pk__in=bound).values("number")


def may_read(user: User, application: Application) -> bool:
    """Whether the person may read the content of `application` in the group's work."""
    return readable(user).filter(pk=application.pk).exists()


def scores_shown_to(user: User, application: Application) -> QuerySet[Score]:
    """The person's own scores; once their sheet is submitted, those of the other submitted sheets too."""
    own = ScoreSheet.objects.filter(
        application=application, evaluator=user, submitted_at__isnull=False
    )
    others = Q(Exists(own), sheet__submitted_at__isnull=False, sheet__voided_at=None)
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
    domain = user.email.rpartition("@")[2].lower()
    return (
        domain not in PUBLIC_MAIL and domain == application.contact_email.rpartition("@")[2].lower()
    )


def with_ties(people: QuerySet[User], application: Application) -> QuerySet[User]:
    """Add what binds each of `people` to the application: `is_member`, `has_conflict`, `is_given`, `has_judged`."""
    of_person = {"application": application, "evaluator": OuterRef("pk")}
    submitted = ScoreSheet.objects.filter(**of_person, submitted_at__isnull=False, voided_at=None)
    return people.annotate(
        is_member=Exists(
            Membership.objects.filter(organisation=application.organisation_id, user=OuterRef("pk"))
        ),
        has_conflict=Exists(
            Declaration.objects.filter(
                application=application, person=OuterRef("pk"), has_conflict=True
            )
        ),
        is_given=Exists(Assignment.objects.filter(**of_person)),
        has_judged=Exists(submitted),
    )


def conflicted_numbers(user: User, applications: Iterable[Application]) -> list[str]:
    """The labels of those `applications` the person must not have a hand in."""
    listed = {"pk__in": [application.pk for application in applications]}
    bound = [
        *conflicted_for(user).filter(**listed),
        *Application.objects.of_applicant(user).filter(**listed),
    ]
    return sorted({application.label for application in bound})


def undeclared_numbers(user: User, applications: Iterable[Application]) -> list[str]:
    """The labels of those `applications` the person is to score and has signed no declaration for."""
    listed = Application.objects.filter(pk__in=[application.pk for application in applications])
    given = listed.filter(assignments__evaluator=user).exclude(declarations__person=user)
    return sorted(application.label for application in given)
