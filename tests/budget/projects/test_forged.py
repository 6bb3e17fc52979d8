"""What the portal's own role can't write beside the operations, whatever its SQL says."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from budget.models import Entry, Kind
from budget.models.account import NOT_A_NUMBER
from budget.projects import operations as projects
from budget.projects import reconcile
from budget.projects.models import Claim, Contract, Project, ProjectChange
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError
from tests import factories, journal
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, pressed, terms

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=2)


def refused_by(write) -> str:
    """The truth under whose name the database rejects `write`, at the commit at the latest."""
    try:
        with transaction.atomic():
            write()
            connection.check_constraints()
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


def approving(claim, approved, **more):
    values = {
        "approved": Decimal(approved),
        "approved_on": PAPER.dated,
        "approved_by": factories.user_with(Role.COORDINATOR),
        "reason": "Raštas",
        **more,
    }
    return lambda: Claim.objects.filter(pk=claim.pk).update(**values)


def test_no_claim_is_approved_for_more_than_the_contract_holds(action):
    project = stories.running(action, "1000.00")
    absurd = stories.claimed(project, "9999999.00")
    stories.paid(project, "300.00")
    stories.approved_claim(project, "200.00")

    truth = "claim_is_approved_within_the_contract"
    assert refused_by(approving(absurd, "9999999.00")) == truth
    assert refused_by(approving(absurd, "500.01")) == truth
    assert refused_by(approving(absurd, "500.00")) == ""


def test_not_even_two_claims_at_once(action):
    project = stories.running(action, "1000.00")
    for _number in range(2):
        stories.claimed(project, "600.00")
    rows = Claim.objects.filter(project=project)
    values = {"approved": 600, "approved_on": PAPER.dated, "approved_by": pressed().by}

    assert refused_by(lambda: rows.update(**values)) == "claim_is_approved_within_the_contract"


def test_no_claim_is_approved_for_more_than_claimed(action):
    claim = stories.claimed(stories.running(action, "1000.00"), "100.00")

    assert refused_by(approving(claim, "100.01")) == "claim_approved_is_within_claimed"


def test_no_claim_is_approved_without_a_contract(action):
    project = stories.running(action, "1000.00")
    claim = stories.claimed(project, "100.00")
    stories.correct(project, Entry.objects.get(kind=Kind.CONTRACT))

    assert refused_by(approving(claim, "100.00")) == "claim_is_approved_within_the_contract"


@pytest.mark.parametrize("on", [TOMORROW, PAPER.dated - timedelta(days=1)])
def test_a_claim_is_approved_between_its_receipt_and_today(action, on):
    claim = stories.claimed(stories.running(action, "1000.00"), "100.00")

    truth = "claim_is_approved_after_its_receipt"
    assert refused_by(approving(claim, "100.00", approved_on=on)) == truth


def claim_of(project, **more):
    values = {
        "project": project,
        "kind": "interim",
        "number": "X-1",
        "received_on": PAPER.dated,
        "claimed": Decimal("10.00"),
        "registered_by": factories.user_with(Role.COORDINATOR),
        **more,
    }
    return lambda: Claim.objects.create(**values)


def test_a_claim_is_registered_undecided_and_not_in_the_future(action):
    project = stories.running(action, "1000.00")
    decided = {"approved": 10, "approved_on": PAPER.dated, "approved_by": pressed().by}

    assert refused_by(claim_of(project, **decided)) == "claim_is_registered_before_it_is_decided"
    assert refused_by(claim_of(project, received_on=TOMORROW)) == "claim_is_not_of_the_future"
    assert refused_by(claim_of(project, claimed=NOT_A_NUMBER)) == "claim_is_a_number"


def test_when_a_claim_was_registered_is_the_databases_word(action):
    project = stories.running(action, "1000.00")

    claim = claim_of(project, registered_at=timezone.now() - timedelta(days=9))()

    claim.refresh_from_db()
    assert timezone.now() - claim.registered_at < timedelta(minutes=1)


@pytest.mark.wrong_books
def test_a_claim_is_paid_by_a_payment_of_its_own_project(action):
    project, other = (stories.running(action, "1000.00") for _number in range(2))
    claim = stories.approved_claim(project, "100.00")
    wrong = [
        journal.pay(other, "100.00"),
        journal.pay(project, "100.01"),
        Entry.objects.filter(project_number=project.number, kind=Kind.CONTRACT).get(),
    ]

    for entry in wrong:
        pay = Claim.objects.filter(pk=claim.pk)
        truth = "claim_is_paid_by_its_projects_payment"
        assert refused_by(lambda pay=pay, entry=entry: pay.update(payment=entry)) == truth


def contract_of(project, entry, **more):
    values = {
        "project": project,
        "entry": entry,
        "number": entry.document,
        "signed_on": entry.document_date,
        "amount": entry.amount,
        "total_cost": Decimal("5000.00"),
        "starts_on": "2027-01-01",
        "ends_on": "2027-12-31",
        **more,
    }
    return lambda: Contract.objects.create(**values)


@pytest.mark.wrong_books
@pytest.mark.parametrize(
    "forged",
    [
        {"amount": Decimal("900.00")},
        {"number": "Kita"},
        {"signed_on": "2026-11-01"},
    ],
)
def test_a_contract_says_what_its_entry_says(action, forged):
    project = stories.awarded(action, "1000.00", max_grant="1100.00")
    entry = contract_entry(project, "1000.00")

    truth = "contract_says_what_its_entry_says"
    assert refused_by(contract_of(project, entry, **forged)) == truth
    assert (
        refused_by(contract_of(project, entry, total_cost=NOT_A_NUMBER)) == "contract_is_a_number"
    )
    assert refused_by(contract_of(project, entry)) == ""


@pytest.mark.wrong_books
def test_a_contract_is_within_the_largest_sum_of_its_call(action):
    project = stories.awarded(action, "1000.00", max_grant="1100.00")
    entry = contract_entry(project, "1100.01")

    assert refused_by(contract_of(project, entry)) == "contract_is_within_the_largest_sum"


def contract_entry(project, amount):
    """A contract's entry without a contract, as raw SQL could post it."""
    return journal.pay(
        project, amount, kind=Kind.CONTRACT, places=1, closes=project.last_entry, source="es-vb"
    )


def test_a_project_is_what_its_award_funds(action):
    project = stories.awarded(action, "1000.00")
    fields = {"title": "Kitas", "beneficiary": "Kita", "call_number": "K", "total_cost": 5000}
    fields |= {"award": project.award, "action": action, "number": project.number}

    def forged(**more):
        return lambda: Project.objects.create(**fields | more)

    truth = "project_opens_with_its_award"
    assert refused_by(forged(number="9.1-K9-999")) == truth
    assert refused_by(forged(award=project.award.closes)) == truth
    assert refused_by(forged(status="running")) == truth
    assert refused_by(forged(total_cost=999)) == "project_is_awarded_within_its_total_cost"
    assert refused_by(forged(total_cost=NOT_A_NUMBER)) == "project_costs_a_number"


def change_of(project, step, origin, target, **more):
    by = factories.user_with(Role.COORDINATOR)

    def write():
        Project.objects.filter(pk=project.pk).update(status=target)
        ProjectChange.objects.create(
            project=project,
            step=step,
            from_status=origin,
            to_status=target,
            changed_by=by,
            **{"document": "X", "document_date": PAPER.dated, **more},
        )

    return write


@pytest.mark.parametrize(
    ("truth", "change", "more"),
    [
        ("change_follows_the_table", ("suspend", "running", "running"), {}),
        ("change_has_the_entry_its_step_posts", ("contract_change", "running", "running"), {}),
        ("change_begins_where_the_last_one_led", ("resume", "suspended", "running"), {}),
        ("project_has_the_money_of_its_status", ("complete", "running", "completed"), {}),
        ("change_names_the_entry_of_its_step", ("terminate", "running", "terminated"), "contract"),
        ("change_names_the_entry_of_its_step", ("contract_change", "running", "running"), "other"),
        (
            "change_is_not_of_the_future",
            ("suspend", "running", "suspended"),
            {"document_date": TOMORROW},
        ),
    ],
)
def test_a_status_needs_its_entry_its_money_and_its_place_in_the_story(action, truth, change, more):
    running, other = stories.running(action, "1000.00"), stories.running(action, "1000.00")
    if more == "contract":
        more = {"entry": running.contracts.get().entry}
    elif more == "other":
        more = {"entry": other.award}

    assert refused_by(change_of(running, *change, **more)) == truth


def test_no_project_runs_without_a_contract(action):
    preparing = stories.awarded(action, "1000.00")

    forged = change_of(preparing, "contract", "preparing", "running")
    named = change_of(preparing, "contract", "preparing", "running", entry=preparing.award)

    assert refused_by(forged) == "change_has_the_entry_its_step_posts"
    assert refused_by(named) == "change_names_the_entry_of_its_step"


def test_a_suspension_is_not_of_the_future(action):
    project = stories.running(action, "1000.00")
    paper = type(PAPER)("Nr. 2", TOMORROW)

    with pytest.raises(DomainError):
        projects.suspend(project, pressed(), document=paper, reason="Raštas")


def test_approving_before_the_receipt_is_refused_in_words(action):
    claim = stories.claimed(stories.running(action, "1000.00"), "100.00")

    with pytest.raises(DomainError, match="2026-11-02"):
        projects.approve_claim(
            claim, pressed(), approved=Decimal("100.00"), approved_on=PAPER.dated - timedelta(1)
        )


def test_a_contract_above_what_it_was_awarded_is_no_forgery(action):
    project = stories.awarded(action, "1000.00", cost="1000.00")

    projects.sign(project, terms("1500.00"), pressed(project))


@pytest.mark.wrong_books
def test_money_that_left_a_project_without_a_step_is_seen(action):
    project = stories.running(action, "1000.00")
    release = {"places": 0, "closes": project.last_entry}
    entry = journal.pay(project, "100.00", kind=Kind.RELEASE, **release)

    found = list(reconcile.differences())

    assert found == [f"entry {entry.seq} is a step with {project.number} nobody recorded"]
