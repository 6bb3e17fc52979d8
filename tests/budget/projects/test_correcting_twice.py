"""A step that an earlier correction brought back can be corrected, too, and recorded again."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from budget.models import Account, Entry, Kind
from budget.operations.posting import post
from budget.projects import operations as projects
from budget.projects.models import ProjectStatus
from strategy_portal.errors import DomainError, Stale
from tests import factories
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, REASON, again, pressed, terms

pytestmark = pytest.mark.django_db


def last_of(kind):
    return Entry.objects.filter(kind=kind).latest("seq")


def standing(project):
    fresh = again(project)
    return fresh.status, fresh.held, fresh.paid


def changed(action):
    """A contract for 1 100 EUR of an award of 1 000, then a change to 1 200, undone."""
    project = stories.running(action, "1000.00", contract="1100.00")
    contract = last_of(Kind.CONTRACT)
    projects.change_contract(project, terms("1200.00"), pressed(project))
    stories.correct(project, last_of(Kind.CONTRACT))
    return project, contract


def test_a_contract_is_corrected_after_a_change_of_it_was(action):
    project, contract = changed(action)

    stories.correct(project, contract)

    assert standing(project) == (ProjectStatus.PREPARING, Decimal("1000.00"), Decimal("0.00"))
    assert not project.contracts.standing().exists()
    assert Account.objects.get(action=action).left == Decimal("9000.00")
    projects.sign(project, terms("900.00"), pressed(project))
    assert standing(project) == (ProjectStatus.RUNNING, Decimal("900.00"), Decimal("0.00"))


def test_each_step_is_corrected_once(action):
    project, contract = changed(action)
    change = last_of(Kind.CONTRACT)
    stories.correct(project, contract)

    for entry in (contract, change):
        with pytest.raises(Stale):
            stories.correct(project, entry)


def test_a_contract_changed_anew_is_corrected_only_after_the_new_change(action):
    project, contract = changed(action)
    projects.change_contract(project, terms("1300.00"), pressed(project))

    with pytest.raises(Stale):
        stories.correct(project, contract)
    stories.correct(project, last_of(Kind.CONTRACT))
    stories.correct(project, contract)

    assert standing(project) == (ProjectStatus.PREPARING, Decimal("1000.00"), Decimal("0.00"))


def test_a_release_that_ended_a_project_is_corrected_after_a_late_recovery_was(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "600.00")
    stories.complete(project)
    ended = last_of(Kind.RELEASE)
    stories.recover(project, "100.00")
    stories.correct(project, last_of(Kind.RECOVERY))

    stories.correct(project, ended)

    assert standing(project) == (ProjectStatus.RUNNING, Decimal("1000.00"), Decimal("600.00"))


def test_payments_of_an_ended_project_wait_for_its_release_that_was_brought_back(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "600.00")
    stories.complete(project)
    stories.recover(project, "100.00")
    stories.correct(project, last_of(Kind.RECOVERY))

    with pytest.raises(DomainError):
        stories.correct(project, Entry.objects.get(kind=Kind.PAYMENT))


def test_money_paid_after_a_correction_stays_with_the_contract_brought_back(action):
    project, contract = changed(action)
    stories.paid(project, "400.00")

    with pytest.raises(DomainError):
        stories.correct(project, contract)


def reversal_of(entry, closes, **more):
    """Post a reversal by hand, as the portal's role could."""
    details = {
        "action": entry.action,
        "amount": entry.amount,
        "split": entry.split,
        "places": entry.places,
        "project_number": entry.project_number,
        "reason": REASON,
        "request_key": f"ranka-{closes.pk}",
        **PAPER.as_fields(),
        **more,
    }
    with transaction.atomic():
        return post(Kind.REVERSAL, entry.strategy_id, closes=closes, **details)


@pytest.mark.wrong_books
def test_the_database_says_what_a_reversal_undoes(action):
    _project, contract = changed(action)
    correction = last_of(Kind.REVERSAL)

    with pytest.raises(IntegrityError):  # the mirror image of another sum
        reversal_of(contract, correction, amount=Decimal("5.00"), split={"es-vb": "5.00"})
    with pytest.raises(Stale):  # closed by its change
        reversal_of(contract, contract)
    made = reversal_of(contract, correction, undoes=correction)

    assert made.undoes == contract
    assert made.held == Decimal("1000.00")


def test_the_correction_of_a_payment_is_not_corrected(action):
    project = stories.running(action)
    stories.paid(project, "100.00")
    payment = Entry.objects.get(kind=Kind.PAYMENT)
    stories.correct(project, payment)

    with pytest.raises(Stale):
        reversal_of(payment, last_of(Kind.REVERSAL))


def test_the_page_offers_what_can_be_corrected(client, action):
    client.force_login(factories.user_with("coordinator"))
    project, contract = changed(action)

    page = client.get(f"/darbas/projektai/{project.number}/")

    offered = [entry for entry, is_correctable in page.context["entries"] if is_correctable]
    assert offered == [contract]
