"""The contents of the page that assigns evaluators: who may score, and why others may not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection import impartiality, permissions
from strategy_portal.accounts.models import User


@dataclass(frozen=True)
class Choice:
    """People considered as evaluators: free, barred (with the obstacle), or judges already."""

    free: list[User]
    barred: list[tuple[User, str]]
    judges: list[User]


def choice_for(application: Application) -> Choice:
    choice = Choice([], [], [])
    considered = permissions.considered_for(application)
    for person in impartiality.with_ties(considered, application):
        # First: what bars people from scoring doesn't undo a sheet that counts
        if person.has_judged:
            choice.judges.append(person)
        elif obstacle := obstacle_of(person, application):
            choice.barred.append((person, obstacle))
        else:
            choice.free.append(person)
    return choice


def obstacle_of(person: User, application: Application) -> str:
    """Return why the person can't be assigned; empty if they can.

    Needs considered_for() and with_ties().
    """
    if person.has_conflict:
        return _("has declared a conflict of interest")
    if person.is_member:
        return _("belongs to the applying organisation in this portal")
    if impartiality.shares_domain(person, application):
        return _("has an e-mail address of the same domain as the applicant")
    if not person.is_in_office:
        return _("is not an evaluator now")
    return ""
