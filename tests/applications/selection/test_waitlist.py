"""The waitlist: when money or a place returns, the next that fits is proposed.

Those passed over are recorded.
"""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from applications.models import Application, Status
from applications.selection.models import Decision, DecisionItem
from applications.selection.operations import deciding, declaring, promoting
from applications.selection.waitlist import Waiting, Waitlist, waitlist_of
from budget.models import Account, Action
from budget.projects import operations as projects
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, Stale
from strategy_portal.requests.press import Press
from tests import books, factories
from tests.budget.projects.stories import PAPER, REASON, again, pressed, terms
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(db):
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture(autouse=True)
def the_books_are_right(db):
    yield
    assert books.differences() == []


def decided(clerk, manager, *requested, money="15000.00", places=9, **fields):
    """A call with a confirmed decision; its applications request `requested`, best first."""
    action = factories.make_action(money="90000.00", places=places)
    fields = {"overflow": "skip", **fields}
    call = factories.make_call(action, amount=Decimal(money), evaluators=1, by=clerk, **fields)
    for number, amount in enumerate(requested):
        factories.scored(call=call, part=f"0.{95 - number}", requested=amount)
    decision = factories.prepared(call, by=clerk)
    deciding.confirm(decision, press(manager), paper=factories.paper("1"))
    return call


def promote(call, clerk, seen=None):
    return promoting.promote(call, press(clerk, seen or waitlist_of(call).sha256))


def save(call, number, amount):
    """Sign the project's contract for less than the award, which releases the rest."""
    project = again(Project.objects.get(number=f"{call.number}-{number:03d}"))
    projects.sign(project, terms(amount), pressed(project))


def waiting(place, number, requested, *, score="50.00"):
    """An application that requests `requested` (EUR) and has `place` to itself."""
    application = Application(number=number, requested=Decimal(requested))
    item = DecisionItem(score=Decimal(score), application=application)
    return Waiting(item, (-Decimal(score), Decimal(requested)), place, is_shared=False)


def test_the_bytes_of_the_protocol_stay_what_decisions_have_stored():
    line = [
        waiting(place, f"2.2-K1-{number}", requested, score=score)
        for place, number, score, requested in (
            (1, "003", "77.76", "5000.00"),
            (2, "004", "61.00", "2000.00"),
        )
    ]
    call = Call(number="2.2-K1", overflow="skip")

    waitlist = Waitlist(call, Action(code="2.2"), Decimal("2500.00"), None, line)

    assert waitlist.sha256 == "111b54f4ea2f3ed773ae12338251ab4399b979ad8a7e0e8b4477db662ef55665"


def test_nobody_is_offered_while_nobody_fits(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00")

    assert waitlist_of(call).next == []
    with pytest.raises(Stale):
        promote(call, clerk)


def test_returned_money_goes_to_the_first_that_fits_and_says_whom_it_passes(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00", "1000.00")
    save(call, 1, "6500.00")
    waitlist = waitlist_of(call)
    assert (waitlist.money, waitlist.position) == (Decimal("2500.00"), 2)

    decision = promote(call, clerk)

    passed = decision.passed_over.get()
    assert passed.application.number == f"{call.number}-003"
    assert "2\u00a0500,00" in passed.reason
    assert Application.objects.get(number=f"{call.number}-004").status == Status.PROPOSED
    deciding.confirm(decision, press(manager), paper=factories.paper("2"))
    assert again(Project.objects.get(number=f"{call.number}-004")).held == Decimal("2000.00")
    assert Application.objects.get(number=f"{call.number}-003").status == Status.WAITLISTED


def test_where_the_rule_is_to_stop_nobody_is_passed_over(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00", overflow="stop")
    save(call, 1, "6500.00")

    assert waitlist_of(call).next == []


def test_a_returned_place_is_offered_too(clerk, manager):
    call = decided(clerk, manager, "3000.00", "2000.00", "1000.00", places=2)
    assert waitlist_of(call).next == []
    project = again(Project.objects.get(number=f"{call.number}-001"))

    projects.terminate(project, pressed(project), document=PAPER, reason=REASON)
    promote(call, clerk)

    account = Account.objects.get(action=call.action)
    assert (account.projects, account.reserved_projects) == (1, 1)


def test_one_retracted_waits_where_it_waited(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00")
    save(call, 1, "4000.00")
    decision = promote(call, clerk)

    deciding.retract(decision, press(manager), reason="Palaukime")

    assert Account.objects.get(action=call.action).reserved == Decimal("0.00")
    assert [waiting.application.sequence for waiting in waitlist_of(call).line] == [3, 4]


def test_a_line_that_moved_is_refused(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00")
    save(call, 1, "6500.00")
    seen = waitlist_of(call).sha256
    save(call, 2, "3000.00")

    with pytest.raises(Stale):
        promote(call, clerk, seen=seen)
    assert Decision.objects.count() == 1


def test_the_same_press_is_answered_once(clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "2000.00")
    save(call, 1, "6500.00")
    pressed = press(clerk, waitlist_of(call).sha256)

    first = promoting.promote(call, pressed)

    assert promoting.promote(call, pressed) == first
    with pytest.raises(KeyReused):
        promoting.promote(call, Press(clerk, pressed.key, seen="kitas"))


def test_a_conflict_with_anybody_in_the_line_bars_from_it(client, clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "2000.00")
    save(call, 1, "6500.00")
    waiting = Application.objects.get(number=f"{call.number}-003")
    declaring.declare(waiting, press(clerk), has_conflict=True, relation="family")

    with pytest.raises(DomainError):
        promote(call, clerk)
    client.force_login(clerk)
    assert client.get(reverse("selection:waitlist", args=[call.number])).status_code == 403
    assert client.get(reverse("selection:desk")).context["offers"] == []


def test_the_desk_offers_it_and_one_press_starts_the_proposal(client, clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00", places=9)
    save(call, 1, "6500.00")
    client.force_login(clerk)

    desk = client.get(reverse("selection:desk"))
    (waitlist, key), *others = desk.context["offers"]
    text = desk.content.decode()
    assert not others
    room = f"Veiksmui {call.action.code} laisva 2\u00a0500,00\u00a0EUR ir 7\u00a0vietos"
    assert f"{room}: rezervinio sąrašo 2-oji paraiška telpa" in text
    assert f"{call.number}-003" in text

    sent = {"seen": waitlist.sha256, "request_key": str(key)}
    answer = client.post(reverse("selection:waitlist", args=[call.number]), sent)

    assert answer.status_code == 303
    assert (
        Decision.objects.get(is_promotion=True).items.get().application.number
        == f"{call.number}-004"
    )
    page = client.get(answer.url).content.decode()
    assert f"{call.number}-003" in page
    assert client.get(reverse("selection:desk")).context["offers"] == []


def test_the_list_says_who_fits_and_who_does_not(client, clerk, manager):
    call = decided(clerk, manager, "9000.00", "6000.00", "5000.00", "2000.00")
    save(call, 1, "6500.00")
    client.force_login(manager)

    page = client.get(reverse("selection:waitlist", args=[call.number]))

    assert [bool(why) for _waiting, why in page.context["waitlist"].rows()] == [True, False]
    assert not page.context["may_promote"]
    assert (
        client.post(
            page.request["PATH_INFO"], {"seen": "x", "request_key": str(uuid4())}
        ).status_code
        == 403
    )


def words(waitlist):
    return [why for _waiting, why in waitlist.rows()]


def line_of(*requested, money, places=None, overflow="skip"):
    """A waitlist of applications that request `requested` (EUR), best first."""
    line = [
        waiting(place, f"2.2-K1-{place}", sum_) for place, sum_ in enumerate(requested, start=1)
    ]
    call = Call(number="2.2-K1", overflow=overflow)
    return Waitlist(call, Action(code="2.2"), Decimal(money), places, line)


def test_the_list_says_what_fits_together():
    said = words(line_of("6000.00", "5000.00", "4000.00", "20000.00", money="10000.00"))

    assert (said[0], said[2]) == ("", "")
    assert said[1].startswith("Viena tilptų, bet kartu su aukščiau esančiomis netelpa")
    assert "1\u00a0000,00" in said[1]
    assert "trūksta 10\u00a0000,00" in said[3].lower()


def test_the_list_counts_places_together_and_stops_where_the_call_does():
    assert words(line_of("100.00", "100.00", money="10000.00", places=1)) == [
        "",
        "Viena tilptų, bet visas vietas užima aukščiau esančios paraiškos.",
    ]
    said = words(line_of("9000.00", "2000.00", "500.00", money="10000.00", overflow="stop"))
    assert [bool(why) for why in said] == [False, True, True]
    assert "Nr. 2" in said[2]
