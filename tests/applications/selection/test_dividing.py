"""The sources of a proposed grant: by the call's shares, or split by hand until confirmed."""

from decimal import Decimal

import pytest
from django.urls import reverse

from applications.selection.models import Outcome
from applications.selection.operations import deciding, dividing
from budget.models import Account, Entry, Kind
from strategy_portal.errors import DomainError, Stale
from tests import books, factories
from tests.factories import press

pytestmark = pytest.mark.django_db

BOARD = {"kind": "minutes", "number": "7", "dated": "2026-11-20"}


def scored_call(first="90000.00", second="10000.00", requested="9000.00", **fields):
    call = factories.make_call(
        factories.make_action(first=first, second=second), evaluators=1, **fields
    )
    factories.scored(call=call, requested=requested)
    return call


def parts(first, second):
    return {"es-vb": Decimal(first), "savivaldybe": Decimal(second)}


def test_a_grant_follows_the_calls_shares_of_the_sources(coordinator):
    call = scored_call(requested="8999.99", rates={"es-vb": "92.50", "savivaldybe": "7.50"})

    assert factories.prepared(call, by=coordinator).items.get().split == parts("8324.99", "675.00")


def test_a_division_by_hand_holds_until_another_and_moves_with_the_award(coordinator, manager):
    call = scored_call()
    decision = factories.prepared(call, by=coordinator)
    item = decision.items.get()

    dividing.divide(item, parts("9000.00", "0.00"), press(coordinator))
    dividing.divide(item, parts("5000.00", "4000.00"), press(coordinator))
    deciding.confirm(decision, press(manager), paper=factories.paper("7"))

    award = Entry.objects.get(kind=Kind.AWARD)
    assert {code: Decimal(part) for code, part in award.split.items()} == parts(
        "5000.00", "4000.00"
    )
    left = Account.objects.get(source__code="savivaldybe", strategy=call.action.strategy).left
    assert left == Decimal("6000.00")
    assert books.of_money() == []


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [("8999.99", "0.00", "0,01"), ("0.00", "9000.00", "Savivaldybė"), ("-1", "9001", "skir")],
)
def test_a_division_adds_up_and_each_source_is_capped(coordinator, first, second, words):
    item = factories.prepared(scored_call("95000.00", "5000.00"), by=coordinator).items.get()

    with pytest.raises(DomainError, match=words):
        dividing.divide(item, parts(first, second), press(coordinator))

    assert not item.splits.exists()


def test_movements_that_changed_since_the_page_are_not_confirmed(coordinator, manager):
    decision = factories.prepared(scored_call(), by=coordinator)
    item = decision.items.get(outcome=Outcome.FUND)
    seen = deciding.moves_of([item])
    dividing.divide(item, parts("9000.00", "0.00"), press(coordinator))

    with pytest.raises(Stale):
        deciding.confirm(decision, press(manager, seen), paper=factories.paper("7"))

    assert not Entry.objects.filter(kind=Kind.AWARD).exists()


def test_a_decision_that_ended_is_not_divided_any_more(coordinator, manager):
    decision = factories.prepared(scored_call(), by=coordinator)
    deciding.confirm(decision, press(manager), paper=factories.paper("7"))

    with pytest.raises(Stale):
        dividing.divide(decision.items.get(), parts("9000.00", "0.00"), press(coordinator))


def test_the_page_divides_and_the_confirmation_shows_it(client, coordinator, manager):
    decision = factories.prepared(scored_call(), by=coordinator)
    address = reverse("selection:divide", args=[decision.pk, decision.items.get().pk])
    client.force_login(coordinator)
    page = client.get(address)
    key = str(page.context["form"]["request_key"].value())

    wrong = client.post(
        address, {"request_key": key, "part-es-vb": "8 999,99", "part-savivaldybe": "0"}
    )
    right = client.post(
        address, {"request_key": key, "part-es-vb": "8 000,00", "part-savivaldybe": "1 000,00"}
    )

    assert (wrong.status_code, right.status_code) == (422, 303)
    client.force_login(manager)
    confirm = client.get(reverse("selection:confirm", args=[decision.pk]))
    assert "8\u00a0000,00" in confirm.content.decode()


def test_a_confirmation_page_whose_movements_changed_is_answered_409(client, coordinator, manager):
    decision = factories.prepared(scored_call(), by=coordinator)
    client.force_login(manager)
    address = reverse("selection:confirm", args=[decision.pk])
    seen = client.get(address).context["seen"]
    dividing.divide(decision.items.get(), parts("9000.00", "0.00"), press(coordinator))

    late = client.post(address, {**BOARD, "seen": seen})

    assert late.status_code == 409
    assert "9\u00a0000,00" in late.content.decode()
    assert client.post(address, {**BOARD, "seen": late.context["seen"]}).status_code == 303


@pytest.mark.parametrize(
    ("first", "second", "is_right"), [("92,5", "7,5", True), ("92,5", "7,6", False), ("", "", True)]
)
def test_the_shares_of_a_call_make_a_hundred(client, coordinator, first, second, is_right):
    call = factories.make_call(published=False, by=coordinator)
    client.force_login(coordinator)
    address = reverse("calls:edit", args=[call.number])
    form = client.get(address).context["form"]
    data = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items()}
    data |= {
        "opens_at": "2027-01-18 08:00",
        "closes_at": "2027-02-26 17:00",
        "revision": call.revision,
    }

    answer = client.post(address, data | {"rate-es-vb": first, "rate-savivaldybe": second})

    assert answer.status_code == (303 if is_right else 422)
