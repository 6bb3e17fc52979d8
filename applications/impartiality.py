"""Who may read which application in the group's work: declarations, detected links, who is locked out of what.

A declared conflict locks out in every role; evaluators and board members read nothing before they have declared.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from applications.models import Application, Declaration
from strategy_portal.accounts.models import User

# Mail anybody can have says nothing about where a person belongs.
PUBLIC_MAIL = {"gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "inbox.lt", "one.lt", "mail.ru", "example.org"}


def declaration_of(user: User, application: Application) -> Declaration | None:
    return Declaration.objects.filter(application=application, person=user).first()


def may_read(user: User, application: Application) -> bool:
    """Whether the person may read the content of an application that visible_to() shows them."""
    if application.role_of(user):
        return False
    declaration = declaration_of(user, application)
    if declaration:
        return not declaration.has_conflict
    is_assigned = application.assignments.filter(evaluator=user).exists()
    return not is_assigned and (user.is_coordinator or user.is_manager or user.is_auditor)


def links(user: User, application: Application) -> list[str]:
    """What the portal itself knows to bind the person to the applicant, as sentences."""
    found = []
    if application.role_of(user):
        found.append(_("You belong to the applying organisation in this portal."))
    domain = user.email.rpartition("@")[2].lower()
    if domain not in PUBLIC_MAIL and domain == application.contact_email.rpartition("@")[2].lower():
        found.append(_("Your e-mail address is of the same domain as the applicant's."))
    return found


def conflicted_numbers(user: User, applications: Iterable[Application]) -> list[str]:
    """The labels of those `applications` the person must not have a hand in."""
    pks = [application.pk for application in applications]
    conflicted = Application.objects.filter(pk__in=pks).conflicted_for(user)
    own = Application.objects.filter(pk__in=pks).of_applicant(user)
    return sorted({application.label for application in [*conflicted, *own]})
