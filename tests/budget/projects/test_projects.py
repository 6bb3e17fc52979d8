"""A project from its contract to its end, to the cent."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone

from budget.models import Account, Entry, Kind
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import ProjectStatus
from budget.projects.position import Position
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, OverBudget, Stale
from tests import factories, journal
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, REASON, again, pressed, terms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("whole_books")]


def figures(action):
    """Figures of the action: left, committed, paid, places taken."""
    account = Account.objects.get(action=action)
    return account.left, account.committed, account.paid, account.places_taken


def euros(*amounts):
    return tuple(map(Decimal, amounts))


def test_the_whole_life_of_a_project_returns_what_it_did_not_use(action):
    project = stories.awarded(action, "4000.00")
    projects.sign(project, terms("3500.00"), pressed(project))
    assert figures(action) == (*euros("6500.00", "3500.00", "0.00"), 1)

    stories.paid(project, "1000.00")
    stories.paid(project, "2000.00")
    assert figures(action) == (*euros("6500.00", "3500.00", "3000.00"), 1)

    stories.recover(project, "250.50")
    assert figures(action) == (*euros("6500.00", "3500.00", "2749.50"), 1)

    stories.complete(project)
    assert figures(action) == (*euros("7250.50", "2749.50", "2749.50"), 1)
    assert again(project).status == ProjectStatus.COMPLETED
    assert (again(project).held, again(project).paid) == euros("2749.50", "2749.50")
    strategy = action.strategy.accounts.get(action=None, source=None)
    assert (strategy.committed, strategy.paid) == euros("2749.50", "2749.50")


def test_a_contract_may_rise_within_the_caps(action):
    project = stories.awarded(action, "4000.00")

    projects.sign(project, terms("10000.00"), pressed(project))

    assert figures(action)[:2] == euros("0.00", "10000.00")


def test_a_contract_over_the_action_names_the_cap_and_what_is_short(action):
    stories.awarded(action, "3000.00")
    project = stories.awarded(action, "4000.00")

    with pytest.raises(OverBudget, match="9.1") as refusal:
        projects.sign(project, terms("7000.01"), pressed(project))

    assert "0,01" in str(refusal.value)
    assert figures(action)[:2] == euros("3000.00", "7000.00")
    assert again(project).status == ProjectStatus.PREPARING


def test_what_is_short_is_not_told_to_whom_something_is_closed(action):
    project = stories.awarded(action, "4000.00")
    journal.reserve(action, "3000.00", "9.1-K8-001")
    press = factories.press(factories.user_with(Role.COORDINATOR), sees_all=False)

    with pytest.raises(OverBudget) as refusal:
        projects.sign(project, terms("7000.01"), press)

    assert not re.search(r"\d", str(refusal.value))
    assert Position(again(project)).figures["action:9.1"].amount == Decimal("6000.00")


def test_a_contract_is_within_its_calls_maximum_and_its_cost(action):
    project = stories.awarded(action, "4000.00", max_grant="4500.00")

    with pytest.raises(OverBudget, match="4.?500,00"):
        projects.sign(project, terms("4500.01"), pressed(project))
    with pytest.raises(DomainError):
        projects.sign(project, terms("4400.00", cost="4399.99"), pressed(project))
    projects.sign(project, terms("4500.00"), pressed(project))


def test_a_contract_is_never_below_what_was_paid(action):
    project = stories.running(action, "4000.00")
    stories.paid(project, "1000.00")

    with pytest.raises(OverBudget):
        projects.change_contract(project, terms("999.99"), pressed(project))
    projects.change_contract(project, terms("1000.00"), pressed(project))

    assert figures(action)[:3] == euros("9000.00", "1000.00", "1000.00")


def test_a_split_by_hand_adds_up_and_each_source_is_capped(action):
    project = stories.awarded(action, "4000.00")

    def parts(first, second):
        return {"es-vb": Decimal(first), "savivaldybe": Decimal(second)}

    with pytest.raises(DomainError, match="3.?999,99"):
        projects.sign(project, terms("4000.00", split=parts("3000.00", "999.99")), pressed(project))
    with pytest.raises(OverBudget, match="Savivaldybė"):
        projects.sign(
            project, terms("4000.00", split=parts("1000.00", "3000.00")), pressed(project)
        )
    projects.sign(project, terms("4000.00", split=parts("1990.00", "2010.00")), pressed(project))
    claim = stories.approved_claim(project, "2000.00")
    with pytest.raises(OverBudget, match="ES ir"):
        stories.pay(claim, "2000.00", split=parts("1990.01", "9.99"))
    stories.pay(claim, "2000.00", split=parts("1990.00", "10.00"))

    assert Position(again(project)).unpaid == parts("0.00", "2000.00")


def test_the_last_payment_ends_every_source_to_the_cent(action):
    project = stories.running(action, "1000.01")
    for amount in ("333.33", "333.33", "333.35"):
        stories.paid(project, amount)

    assert set(Position(again(project)).unpaid.values()) == {Decimal("0.00")}


@pytest.mark.parametrize("amount", ["1000.01", "5000.00"])
def test_a_payment_above_the_contract_is_refused_with_what_is_short(action, amount):
    project = stories.running(action, "1000.00")
    claim = projects.register_claim(
        project,
        pressed(),
        kind="final",
        number="MP-1",
        received_on=PAPER.dated,
        claimed=Decimal(amount),
    )

    with pytest.raises(OverBudget, match=r"1.000,00"):
        projects.approve_claim(claim, pressed(), approved=Decimal(amount), approved_on=PAPER.dated)

    assert figures(action)[2] == Decimal("0.00")


def test_a_recovery_above_what_was_paid_is_refused(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "400.00")

    with pytest.raises(OverBudget, match="0,01"):
        stories.recover(project, "400.01")

    assert figures(action)[2] == Decimal("400.00")


def test_money_recovered_after_the_end_returns_to_the_action_at_once(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "1000.00")
    stories.complete(project)

    stories.recover(project, "100.00")
    assert figures(action) == (*euros("9100.00", "900.00", "900.00"), 1)
    stories.recover(project, "900.00")

    assert figures(action) == (*euros("10000.00", "0.00", "0.00"), 0)


def test_a_project_given_up_before_its_contract_returns_money_and_place(action):
    project = stories.awarded(action, "4000.00")

    stories.terminate(project)

    assert figures(action) == (*euros("10000.00", "0.00", "0.00"), 0)
    assert again(project).status == ProjectStatus.TERMINATED


def test_a_terminated_project_keeps_what_it_was_paid_until_it_is_recovered(action):
    project = stories.running(action, "4000.00")
    stories.paid(project, "1500.00")
    projects.suspend(project, pressed(project), document=PAPER, reason=REASON)

    stories.terminate(project)

    assert figures(action) == (*euros("8500.00", "1500.00", "1500.00"), 1)


def test_a_wrong_contract_is_corrected_and_entered_anew(action):
    project = stories.running(action, "4000.00", contract="400.00")
    entry = Entry.objects.get(kind=Kind.CONTRACT)

    stories.correct(project, entry)

    assert again(project).status == ProjectStatus.PREPARING
    assert figures(action)[:2] == euros("6000.00", "4000.00")
    projects.sign(project, terms("3900.00"), pressed(project))
    assert figures(action)[:2] == euros("6100.00", "3900.00")


def test_a_wrong_payment_is_corrected_and_the_claim_paid_anew(action):
    project = stories.running(action, "4000.00")
    claim = stories.paid(project, "500.00")

    stories.correct(project, claim.payment)
    assert figures(action)[2] == Decimal("0.00")
    stories.pay(claim, "450.00")

    assert figures(action)[2] == Decimal("450.00")


def test_an_end_entered_by_mistake_is_corrected_if_the_money_is_still_there(action):
    project = stories.running(action, "4000.00")
    stories.paid(project, "500.00")
    stories.complete(project)
    other = stories.awarded(action, "9500.00")
    release = Entry.objects.get(kind=Kind.RELEASE)

    with pytest.raises(OverBudget):
        stories.correct(project, release)
    stories.terminate(other)
    stories.correct(project, release)

    assert again(project).status == ProjectStatus.RUNNING
    assert figures(action)[:3] == euros("6000.00", "4000.00", "500.00")


def test_of_an_ended_project_the_release_is_corrected_first(action):
    project = stories.running(action, "4000.00")
    claim = stories.paid(project, "500.00")
    stories.complete(project)

    with pytest.raises(DomainError, match="pirma|first"):
        stories.correct(project, claim.payment)


def test_a_contract_that_was_paid_by_is_not_undone(action):
    project = stories.running(action, "4000.00")
    stories.paid(project, "500.00")

    with pytest.raises(DomainError):
        stories.correct(project, Entry.objects.get(kind=Kind.CONTRACT))


def test_figures_that_moved_since_the_page_was_opened_write_nothing(action):
    project = stories.awarded(action, "4000.00")
    seen = pressed(project)
    stories.awarded(action, "100.00")

    with pytest.raises(Stale):
        projects.sign(project, terms("3900.00"), seen)

    assert not Entry.objects.filter(kind=Kind.CONTRACT).exists()


def test_the_same_press_twice_counts_once_and_another_content_is_refused(action):
    project = stories.awarded(action, "4000.00")
    press = pressed(project)

    projects.sign(project, terms("3900.00"), press)
    projects.sign(project, terms("3900.00"), press)
    with pytest.raises(KeyReused):
        projects.sign(project, terms("3800.00"), press)
    with pytest.raises(KeyReused):
        projects.sign(project, terms("3900.00"), replace(press, by=pressed().by))

    assert Entry.objects.filter(kind=Kind.CONTRACT).count() == 1
    assert figures(action)[1] == Decimal("3900.00")


def test_a_document_of_the_future_is_refused(action):
    project = stories.awarded(action, "4000.00")
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(DomainError):
        projects.sign(
            project, terms("3900.00", document=Document("Nr. 1", tomorrow)), pressed(project)
        )
    with pytest.raises(DomainError):
        projects.terminate(
            project,
            pressed(project),
            document=Document("Nr. 1", PAPER.dated, tomorrow),
            reason=REASON,
        )


def test_every_step_is_refused_where_the_table_does_not_lead(action):
    project = stories.awarded(action, "4000.00")
    for step in (projects.suspend, projects.resume, projects.complete):
        with pytest.raises(Stale):
            step(project, pressed(project), document=PAPER, reason=REASON)
    with pytest.raises(Stale):
        projects.change_contract(project, terms("1.00"), pressed(project))
    with pytest.raises(Stale):
        projects.register_claim(
            project,
            pressed(),
            kind="final",
            number="1",
            received_on=PAPER.dated,
            claimed=Decimal("1.00"),
        )


def test_the_effect_shown_is_what_happens(action):
    project = stories.awarded(action, "4000.00")
    effect = stories.effect_of(partial(projects.sign, project, terms("3000.00")))

    projects.sign(project, terms("3000.00"), pressed(project))

    after = [figure for _before, figure in effect.lines]
    assert list(Position(again(project)).figures.values()) == after
    assert after[0].amount == Decimal("3000.00")


def test_a_claim_is_paid_once(action):
    project = stories.running(action, "4000.00")
    claim = stories.paid(project, "500.00")

    with pytest.raises(Stale):
        projects.pay(claim, pressed(), amount=Decimal("500.00"), document=PAPER)


@pytest.mark.django_db(transaction=True)
def test_an_effect_names_its_figures_in_one_order(action, owner):
    """The order does not depend on where PostgreSQL keeps the accounts' rows."""
    project = stories.running(action, "1000.00")
    before = [figure.label for figure in Position(again(project)).figures.values()]

    owner.cursor().execute("CLUSTER budget_account USING budget_account_pkey")

    after = [figure.label for figure in Position(again(project)).figures.values()]
    assert after == before
    assert before[2:4] == ["Veiksmo 9.1 likutis", "Strategijos finansavimo likutis"]
