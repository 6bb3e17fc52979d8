"""Who may read which application in the office: declarations, detected links, conflicts.

Declaring a conflict ends access to that application in every role. Evaluators and board members
read nothing before they have declared, so that nobody with a conflict has seen the content.
Whoever was a member of the applicant since the draft began is bound like somebody with a conflict.
"""

from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from applications.models import Application, Membership, Status
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from applications.selection.sheets import counted_sheets, is_scored
from budget.permissions import sees_proposed
from calls.models import Call
from strategy_portal.accounts.models import User

# Addresses at these say nothing about where a person works
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

# For rows with `is_closed`. Ended applications bind nobody
IS_BARRING = Q(is_closed=True, status__in=Status.live())


def visible_to(user: User) -> QuerySet[Application]:
    """The applications the user may know of: submitted, within their role, without a conflict.

    Knowing of one means seeing number, applicant and title; for its content see may_read().
    """
    # Members of the applying organisation see it among their own, never as the office does
    own = Application.objects.bound_to(user)
    known = Application.objects.submitted().exclude(pk__in=own.values("pk"))
    known = known.exclude(pk__in=conflicted_for(user).values("pk"))
    if user.is_coordinator or user.is_manager or user.is_auditor or user.is_board_member:
        return known
    if user.is_evaluator:
        return known.filter(assignments__evaluator=user)
    return known.none()


def conflicted_for(user: User) -> QuerySet[Application]:
    """The applications for which the user declared a conflict of interest."""
    return Application.objects.filter(declarations__person=user, declarations__has_conflict=True)


def with_reading(applications: QuerySet[Application], user: User) -> QuerySet[Any]:
    """Add `is_readable` (may the user read the content) and `is_given` (assigned to score it).

    For rows of visible_to(user), which excludes every conflict of interest.
    """
    # Exists subqueries: a join would repeat an application and falsify counts
    declared = Exists(
        Declaration.objects.filter(application=OuterRef("pk"), person=user, has_conflict=False)
    )
    given = Exists(Assignment.objects.filter(application=OuterRef("pk"), evaluator=user))
    is_staff = user.is_coordinator or user.is_manager or user.is_auditor
    # Board members declare first, whatever other role they have
    reads_undeclared = is_staff and not user.is_board_member
    # Staff who are to score an application count as its evaluators
    readable = declared | ~given if reads_undeclared else Q(declared)
    is_readable = ExpressionWrapper(readable, output_field=BooleanField())
    return applications.annotate(is_readable=is_readable, is_given=given)


def readable(user: User) -> QuerySet[Application]:
    """The applications whose content the user may read in the office."""
    return with_reading(visible_to(user), user).filter(is_readable=True)


def of_call(call: Call, user: User) -> QuerySet[Application]:
    """All submitted applications of the call, with the user's access to each.

    `is_closed`: the user may not read the content; `is_known`: they may see applicant and title.
    Show nothing else of a closed application. `is_barring`: it is closed and live, so that the
    user sees neither order nor sums of the call and decides nothing in it.
    """
    is_readable = Exists(readable(user).filter(pk=OuterRef("pk")))
    is_known = Exists(visible_to(user).filter(pk=OuterRef("pk")))
    return (
        Application.objects.submitted()
        .filter(call=call)
        .annotate(is_closed=~is_readable, is_known=is_known)
        .annotate(is_barring=ExpressionWrapper(IS_BARRING, output_field=BooleanField()))
        .select_related("organisation")
        .order_by("sequence")
    )


def concealed_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of applications closed to the user that are not yet public projects."""
    # Approved projects are published, so there is nothing left to conceal
    undecided = Application.objects.submitted().exclude(status=Status.APPROVED)
    return undecided.exclude(pk__in=readable(user).values("pk")).values("number")


def shows_proposed_to(user: User) -> bool:
    """Whether pages show the user what is reserved for proposals; see sees_proposed()."""
    return sees_proposed(user, concealed_numbers(user))


def bound_numbers(user: User) -> QuerySet[Application, Any]:
    """The numbers of applications the user has a conflict with or had a hand in."""
    own = Application.objects.bound_to(user).values("pk")
    # A union: the two conditions with OR would join both tables to every application
    bound = conflicted_for(user).values("pk").union(own)
    return Application.objects.submitted().filter(pk__in=bound).values("number")


def may_read(user: User, application: Application) -> bool:
    """Whether the user may read the content of `application` in the office."""
    return readable(user).filter(pk=application.pk).exists()


def scores_shown_to(user: User, application: Application) -> QuerySet[Score]:
    """The user's own scores; once their sheet is submitted, those of counted sheets too."""
    # Blind until then: nobody's scores should follow a colleague's
    own = ScoreSheet.objects.filter(
        application=application, evaluator=user, submitted_at__isnull=False
    )
    # In the same query: between two, a sheet could be voided or submitted
    others = Q(Exists(own), sheet__in=ScoreSheet.objects.counted())
    return (
        Score.objects.filter(Q(sheet__evaluator=user) | others, sheet__application=application)
        .select_related("sheet__evaluator", "criterion")
        .order_by("sheet", "criterion__position")
    )


def sheets_shown_to(application: Application) -> QuerySet[Score]:
    """The scores of the counted sheets, for the office: none before all that are needed are in.

    So that nobody reads them who has yet to judge, nor drafts that may still change.
    """
    if not is_scored(application):
        return Score.objects.none()
    scores = Score.objects.filter(sheet__in=counted_sheets(application))
    return scores.select_related("sheet__evaluator", "criterion").order_by(
        "criterion__position", "sheet"
    )


def declaration_of(user: User, application: Application) -> Declaration | None:
    """Return the user's declaration for the application; None if there is none."""
    return Declaration.objects.filter(application=application, person=user).first()


def links(user: User, application: Application) -> list[str]:
    """Return the links between user and applicant that the portal detects, as sentences."""
    found = []
    if is_bound(user, application):
        found.append(_("You belong or belonged to the applying organisation in this portal."))
    if shares_domain(user, application):
        found.append(_("Your e-mail address is of the same domain as the applicant's."))
    return found


def is_bound(user: User, application: Application) -> bool:
    """Whether the user had a hand in the application, as a member of the organisation."""
    return Application.objects.bound_to(user).filter(pk=application.pk).exists()


def shares_domain(user: User, application: Application) -> bool:
    """Whether user and applicant's contact have e-mail addresses in one non-public domain."""
    domain = domain_of(user.email)
    return domain not in PUBLIC_MAIL and domain == domain_of(application.contact_email)


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].lower()


def with_ties(people: QuerySet[User], application: Application) -> QuerySet[User]:
    """Add the ties of each of `people` to the application.

    `is_member` (at any time since its draft began), `has_conflict`, `is_given` (assigned to score
    it), `has_judged` (sheet counted).
    """
    person = OuterRef("pk")
    members = Membership.objects.filter(organisation=application.organisation_id, user=person)
    members = members.filter(Q(until=None) | Q(until__gt=application.created_at))
    declared = Declaration.objects.filter(application=application, person=person)
    given = Assignment.objects.filter(application=application, evaluator=person)
    judged = ScoreSheet.objects.counted().filter(application=application, evaluator=person)
    return people.annotate(
        is_member=Exists(members),
        has_conflict=Exists(declared.filter(has_conflict=True)),
        is_given=Exists(given),
        has_judged=Exists(judged),
    )


def conflicted_numbers(user: User, call: Call) -> list[str]:
    """Return the live applications of the call that the user has a conflict with or a hand in."""
    # Ended ones bind nobody: nothing that happens now can serve or harm them
    bound = conflicted_for(user).values("pk").union(Application.objects.bound_to(user).values("pk"))
    live = call.applications.live().filter(pk__in=bound)
    return sorted(live.values_list("number", flat=True))


def undeclared_numbers(user: User, call: Call) -> list[str]:
    """Return the live applications of the call the user is to score but hasn't declared on."""
    given = call.applications.live().filter(assignments__evaluator=user)
    undeclared = given.exclude(declarations__person=user)
    return sorted(undeclared.values_list("number", flat=True))
