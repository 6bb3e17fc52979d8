"""Corrections, and what unpaid claims prevent; to the cent each time."""

from decimal import Decimal
from functools import partial

import pytest

from budget.models import Account, Entry, Kind
from budget.projects import operations as projects
from budget.projects.models import Claim, ProjectStatus
from strategy_portal.errors import DomainError, OverBudget, OverQuota, Stale
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, REASON, again, effect_of, pressed, terms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("whole_books")]


def effect_of_correcting(project, entry):
    return effect_of(partial(projects.correct, project, entry, document=PAPER, reason=REASON))


def completed(action):
    """1 000 EUR contracted, 600 paid, 400 saved; then 100 recovered for the action."""
    project = stories.running(action, "1000.00")
    stories.paid(project, "600.00")
    stories.complete(project)
    stories.recover(project, "100.00")
    return project


def standing(project):
    fresh = again(project)
    return fresh.status, fresh.held, fresh.paid


@pytest.mark.parametrize("kind", [Kind.RELEASE, Kind.RECOVERY])
def test_money_recovered_after_the_end_is_corrected_with_its_release(action, kind):
    project = completed(action)

    stories.correct(project, Entry.objects.filter(kind=kind).last())

    assert standing(project) == (ProjectStatus.COMPLETED, Decimal("600.00"), Decimal("600.00"))
    assert Account.objects.get(action=action).left == Decimal("9400.00")
    assert Entry.objects.filter(kind=Kind.REVERSAL).count() == 2


def test_the_same_press_corrects_both_once(action):
    project = completed(action)
    release = Entry.objects.filter(kind=Kind.RELEASE).last()
    press = pressed(project)

    for _time in range(2):
        projects.correct(project, release, press, document=PAPER, reason=REASON)

    assert Entry.objects.filter(kind=Kind.REVERSAL).count() == 2


def test_an_ended_project_with_money_left_to_pay_runs_again(action):
    paid_in_full = stories.running(action, "600.00")
    stories.paid(paid_in_full, "600.00")
    stories.complete(paid_in_full)

    stories.correct(paid_in_full, Entry.objects.get(kind=Kind.PAYMENT))

    assert standing(paid_in_full) == (ProjectStatus.RUNNING, Decimal("600.00"), Decimal("0.00"))


def test_a_project_whose_ending_release_is_undone_runs_again(action):
    project = completed(action)
    stories.correct(project, Entry.objects.filter(kind=Kind.RELEASE).last())

    stories.correct(project, Entry.objects.filter(kind=Kind.RELEASE).first())
    assert standing(project) == (ProjectStatus.RUNNING, Decimal("1000.00"), Decimal("600.00"))


def test_an_effect_asked_for_while_everything_is_recovered_is_refused_in_words(action):
    project = completed(action)
    stories.recover(project, "500.00")

    with pytest.raises(DomainError):
        effect_of_correcting(project, Entry.objects.get(kind=Kind.PAYMENT))


def test_a_place_that_is_gone_is_said_before_the_money(action):
    first = stories.running(action, "1000.00")
    stories.terminate(first)
    for _number in range(2):
        stories.awarded(action, "1000.00")

    with pytest.raises(OverQuota):
        effect_of_correcting(first, Entry.objects.get(kind=Kind.RELEASE))


def test_claims_are_approved_only_for_what_no_other_claim_waits_for(action):
    project = stories.running(action, "1000.00")
    stories.approved_claim(project, "700.00")

    with pytest.raises(OverBudget, match="300,00"):
        stories.approved_claim(project, "300.01")
    stories.approved_claim(project, "300.00")

    assert Claim.objects.filter(approved=None).count() == 1


def test_no_contract_falls_below_what_claims_wait_for(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "500.00")
    stories.approved_claim(project, "400.00")

    with pytest.raises(OverBudget, match="399,99"):
        projects.change_contract(project, terms("899.99"), pressed(project))
    projects.change_contract(project, terms("900.00"), pressed(project))

    assert standing(project) == (ProjectStatus.RUNNING, Decimal("900.00"), Decimal("500.00"))


def test_no_correction_takes_what_claims_wait_for(action):
    project = stories.running(action, "1000.00")
    projects.change_contract(project, terms("2000.00"), pressed(project))
    stories.approved_claim(project, "1500.00")

    with pytest.raises(OverBudget):
        stories.correct(project, Entry.objects.filter(kind=Kind.CONTRACT).last())


def test_a_claim_is_approved_only_with_a_contract(action):
    project = stories.running(action, "1000.00")
    claim = stories.claimed(project, "100.00")
    stories.correct(project, Entry.objects.get(kind=Kind.CONTRACT))

    with pytest.raises(Stale):
        projects.approve_claim(
            claim, pressed(), approved=Decimal("100.00"), approved_on=PAPER.dated
        )


def test_a_claim_not_yet_approved_or_already_paid_has_no_payment_to_show(action):
    project = stories.running(action, "1000.00")
    waiting, settled = stories.claimed(project, "100.00"), stories.paid(project, "200.00")

    for claim in (waiting, settled):
        with pytest.raises(Stale):
            effect_of(partial(projects.pay, claim, amount=Decimal("100.00"), document=PAPER))


def test_a_claim_left_without_money_lets_the_project_be_completed(action):
    project = stories.running(action, "1000.00")
    first = stories.approved_claim(project, "1000.00")
    stories.pay(first, "800.00")
    second = stories.approved_claim(project, "200.00")
    stories.correct(project, Entry.objects.get(kind=Kind.PAYMENT))

    with pytest.raises(DomainError):
        stories.complete(project)
    stories.pay(Claim.objects.get(pk=first.pk), "1000.00")
    stories.complete(project)

    assert Claim.objects.get(pk=second.pk).status == "approved"
    assert standing(project) == (ProjectStatus.COMPLETED, Decimal("1000.00"), Decimal("1000.00"))
