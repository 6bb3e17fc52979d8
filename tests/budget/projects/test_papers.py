"""What the office reads about papers: who and when, and an impossible order before and after."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone

from budget.models import Entry, Kind
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import Claim
from budget.projects.papers import out_of_order
from strategy_portal.accounts.models import Role
from tests import factories
from tests.budget.projects import office, stories
from tests.budget.projects.office import PAID, send, url_of_claim
from tests.budget.projects.stories import PAPER, REASON, effect_of, pressed, terms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("whole_books")]
TODAY = timezone.localdate()
EARLIER = Document("Nr. 0", PAPER.dated - timedelta(days=5))
THEN = Document("Nr. 3", TODAY)


def in_order(action):
    """A project whose contract is of the day of its decision."""
    project = stories.awarded(action, "1000.00")
    projects.sign(project, terms("1000.00", document=THEN), pressed(project))
    return project


def claim_of(project, *, received, approved):
    claim = projects.register_claim(
        project,
        pressed(),
        kind="interim",
        number="MP-1",
        received_on=received,
        claimed=Decimal("100.00"),
    )
    return projects.approve_claim(
        claim, pressed(), approved=Decimal("100.00"), approved_on=approved
    )


def test_papers_in_order_say_nothing(action):
    project = in_order(action)
    claim = claim_of(project, received=TODAY, approved=TODAY)

    effect = effect_of(partial(projects.pay, claim, amount=Decimal("100.00"), document=THEN))
    projects.pay(claim, pressed(), amount=Decimal("100.00"), document=THEN)

    assert (effect.faults, out_of_order(project)) == ([], [])


def test_a_contract_before_its_decision_is_warned_about_and_marked(action):
    project = stories.awarded(action, "1000.00")
    act = partial(projects.sign, project, terms("1000.00", document=EARLIER))

    effect = effect_of(act)
    assert out_of_order(project) == []
    act(pressed())

    (fault,) = effect.faults
    assert fault == "Sutarties Nr. 0 data 2026-10-28 ankstesnė nei sprendimo: 2026-11-02."
    assert out_of_order(project) == [fault]


def test_an_end_beyond_the_strategy_is_warned_about_and_marked(action):
    project = in_order(action)
    late = terms("1000.00", document=THEN, ends_on=date(2030, 1, 1))

    effect = effect_of(partial(projects.change_contract, project, late))
    projects.change_contract(project, late, pressed())

    assert effect.faults == out_of_order(project)
    assert "2030-01-01" in effect.faults[0]
    stories.correct(project, Entry.objects.filter(kind=Kind.CONTRACT).last())
    assert out_of_order(project) == []


@pytest.mark.parametrize(
    ("received", "approved", "said"),
    [
        (PAPER.dated, PAPER.dated, ["gautas 2026-11-02", "sutartis"]),
        (EARLIER.dated, PAPER.dated, ["patvirtintas 2026-11-02", "sutartis"]),
        (EARLIER.dated, EARLIER.dated, ["sutartis"]),
    ],
)
def test_a_payment_before_its_claim_or_contract_is_warned_about_and_marked(
    action, received, approved, said
):
    project = in_order(action)
    claim = claim_of(project, received=received, approved=approved)
    paid = replace(THEN, effective_on=EARLIER.dated)

    effect = effect_of(partial(projects.pay, claim, amount=Decimal("100.00"), document=paid))
    projects.pay(claim, pressed(), amount=Decimal("100.00"), document=paid)

    assert effect.faults == out_of_order(project)
    assert len(effect.faults) == len(said)
    for fault, words in zip(effect.faults, said, strict=True):
        assert words in fault


def test_a_warning_is_of_the_step_and_not_of_earlier_ones(action):
    project = stories.running(action)

    effect = effect_of(partial(projects.complete, project, document=PAPER, reason=REASON))

    assert effect.faults == []


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_pages_warn_before_and_mark_after(client, clerk, project):
    office.run_with_claim(client, project)
    address = url_of_claim(project, "ismoketi")
    early = {**PAID, "amount": "2000,00", "effective_on": "2026-11-01"}

    warned = send(client, address, early)
    client.post(address, office.hidden(warned) | early)
    marked = client.get(office.page_of(project))

    fault = "2026-11-01 anksčiau, nei gautas 2026-11-03"
    assert fault in text_of(warned)
    assert fault in text_of(marked)
    assert project.claims.last().is_paid


def test_the_page_says_who_registered_and_approved_and_when_it_was_paid(client, clerk, project):
    office.run_with_claim(client, project)
    manager = factories.user_with(Role.MANAGER)
    claim = project.claims.last()
    client.force_login(manager)
    office.send_twice(client, url_of_claim(project, "ismoketi"), PAID | {"amount": "2000,00"})

    page = text_of(client.get(office.page_of(project)))

    assert Claim.objects.get(pk=claim.pk).payment.posted_by == manager
    assert page.count(f"Registravo {clerk}") == 2
    assert page.count(f"Sprendė {clerk}") == 2
    assert page.count('<th scope="col">Išmokėjimo data</th>') == 2
    assert page.count('data-l="Išmokėjimo data"> 2026-11-05') == 4
