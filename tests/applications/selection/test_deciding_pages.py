"""The pages of ranking and decisions; nothing typed is lost."""

import re
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import reverse

from applications.models import Status
from applications.selection.call_ranking import ranking_of
from applications.selection.models import Decision
from applications.selection.operations import deciding
from budget import loading
from budget.models import Account
from strategy_portal.accounts.models import Role
from tests import factories
from tests.applications.selection.stories import account_of, numbers
from tests.factories import press

pytestmark = pytest.mark.django_db

# What the board decided by, as typed into the form
BOARD = {"kind": "minutes", "number": "7", "dated": "2026-11-20"}


@pytest.fixture
def coordinator(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


def address(call):
    return reverse("selection:ranking", args=[call.number])


def typed(call, *outcomes, **extra):
    """POST data of the ranking: an outcome, or (outcome, reason), for the first applications.

    The rest is as proposed.
    """
    ranking = ranking_of(call)
    data = {"seen": ranking.sha256, "request_key": str(uuid4()), "step": "prepare"}
    for row in ranking.rows[:3]:
        data[f"outcome-{ranking.applications[row.number].pk}"] = row.outcome
    for application, chosen in zip(call.applications.order_by("sequence"), outcomes, strict=False):
        outcome, reason = chosen if isinstance(chosen, tuple) else (chosen, "")
        data |= {f"outcome-{application.pk}": outcome, f"reason-{application.pk}": reason}
    return data | extra


def text_of(response):
    """The page's text with normalised spaces, without tags."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", response.content.decode()).replace("\u00a0", " ").split()
    )


def test_the_ranking_page_shows_sums_lines_and_places(client, call, coordinator):
    page = text_of(client.get(address(call)))

    for words in (
        "100 000,00 EUR",
        "15 000,00 EUR",
        "85 000,00 EUR",
        "90,00",
        "9 000,00",
        "15 000,00",
    ):
        assert words in page
    assert page.index("6 000,00") < page.index(str(numbers(call)[2]))


def test_preparing_leads_to_the_decision(client, call, coordinator):
    answer = client.post(address(call), typed(call))

    decision = Decision.objects.get()
    assert (answer.status_code, answer.url) == (303, decision.get_absolute_url())
    assert account_of(call).reserved == Decimal("15000.00")


def test_pressing_twice_prepares_once(client, call, coordinator):
    data = typed(call)

    first, second = client.post(address(call), data), client.post(address(call), data)

    assert (first.status_code, second.status_code, second.url) == (303, 303, first.url)
    assert Decision.objects.count() == 1


def test_recalculating_shows_the_sums_and_changes_nothing(client, call, coordinator):
    answer = client.post(address(call), typed(call, "fund", "fund", "fund", step="recalculate"))

    page = text_of(answer)
    assert answer.status_code == 200
    assert "20 000,00" in page
    assert page.count("5 000,00 EUR") >= 2
    assert not Decision.objects.exists()


def test_over_the_money_is_422_and_keeps_what_was_chosen(client, call, coordinator):
    answer = client.post(address(call), typed(call, "fund", "fund", ("fund", "Labai reikia")))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Labai reikia" in page
    assert page.count('<option value="fund" selected') == 3
    assert account_of(call).reserved == 0


def test_a_stale_page_is_409_and_the_next_press_has_the_new_hash(client, call, coordinator):
    data = typed(call, ("waitlist", "Mano priežastis"))
    factories.scored(call=call, part="0.95", requested="1000.00")

    answer = client.post(address(call), data)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mano priežastis" in page
    assert f'name="seen" value="{ranking_of(call).sha256}"' in page
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "extra",
    [
        {"request_key": "ne-raktas"},
        {"request_key": ""},
        {"seen": ""},
    ],
)
def test_a_form_without_its_key_is_422_and_offers_a_good_one(client, call, coordinator, extra):
    answer = client.post(address(call), typed(call, **extra))

    key = re.search(r'name="request_key" value="([^"]*)"', answer.content.decode())[1]
    assert (answer.status_code, len(key)) == (422, 36)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("chosen", ["everything", ("fund", "a" * 1001), ("fund", "a" * 1_000_000)])
def test_what_the_form_does_not_offer_is_422(client, call, coordinator, chosen):
    assert client.post(address(call), typed(call, chosen)).status_code == 422
    assert not Decision.objects.exists()


def test_an_empty_form_and_a_used_key_prepare_nothing(client, call, coordinator):
    empty = client.post(address(call), {"step": "prepare"})
    data = typed(call)
    client.post(address(call), data)
    deciding.retract(Decision.objects.get(), press(coordinator), reason="Klaida")
    reused = client.post(
        address(call), typed(call, ("reject", "Kitaip"), request_key=data["request_key"])
    )

    assert (empty.status_code, reused.status_code) == (422, 409)
    assert Decision.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "status"), [(Role.MANAGER, 403), (Role.AUDITOR, 403), (Role.EVALUATOR, 403)]
)
def test_only_coordinators_prepare(client, call, role, status):
    client.force_login(factories.user_with(role))

    assert client.post(address(call), typed(call)).status_code == status
    assert not Decision.objects.exists()


def test_what_still_blocks_is_said(client, call, coordinator):
    pending = factories.submitted(call=call)
    deciding_call = text_of(client.get(address(call)))
    factories.prepared(call)

    assert pending.number in deciding_call
    assert Decision.objects.get().get_absolute_url() in client.get(address(call)).content.decode()


def test_an_unknown_call_is_404(client, coordinator):
    assert client.get(reverse("selection:ranking", args=["9.9-K9"])).status_code == 404


# The decision


def prepared(call, by):
    return factories.prepared(call, by=by)


def at(name, decision):
    return reverse(f"selection:{name}", args=[decision.pk])


def test_the_decision_page_shows_the_frozen_list_and_the_hash(client, call, coordinator):
    decision = prepared(call, coordinator)

    page = text_of(client.get(decision.get_absolute_url()))

    assert decision.sha256 in page
    assert all(number in page for number in numbers(call))
    assert page.count("15 000,00 EUR") == 1


def test_the_confirmation_page_lists_the_movements(client, call, coordinator, manager):
    decision = prepared(call, coordinator)
    client.force_login(manager)

    page = text_of(client.get(at("confirm", decision)))

    assert "9 000,00" in page
    assert "6 000,00" in page
    assert page.count("15 000,00 EUR") == 1


def test_another_person_confirms(client, call, coordinator, manager):
    decision = prepared(call, coordinator)
    client.force_login(manager)

    sent = {**BOARD, "request_key": str(uuid4())}

    answers = [client.post(at("confirm", decision), sent) for _press in range(2)]
    other = client.post(at("confirm", decision), {**sent, "number": "8"})

    assert [answer.status_code for answer in answers] == [303, 303]
    assert other.status_code == 409
    assert account_of(call).committed == Decimal("15000.00")


def test_the_preparer_sees_why_not(client, call, coordinator):
    coordinator.role_grants.create(role=Role.MANAGER)
    decision = prepared(call, coordinator)

    shown, sent = (
        client.get(at("confirm", decision)),
        client.post(at("confirm", decision), BOARD),
    )

    assert (shown.status_code, sent.status_code) == (403, 403)
    assert "<form class" not in shown.content.decode()
    assert Decision.objects.get().is_standing


@pytest.mark.parametrize(
    "paper",
    [
        {"number": ""},
        {"number": "   "},
        {"number": "a" * 101},
        {"number": "a" * 1_000_000},
        {"dated": ""},
        {"dated": "2026-02-30"},
        {"dated": "2099-01-01"},
        {"kind": ""},
        {"kind": "laiškas"},
    ],
)
def test_confirming_needs_the_boards_decision(client, call, coordinator, manager, paper):
    decision = prepared(call, coordinator)
    client.force_login(manager)

    assert client.post(at("confirm", decision), {**BOARD, **paper}).status_code == 422
    assert Decision.objects.get().is_standing


def test_a_retracted_decision_is_409_to_confirm(client, call, coordinator, manager):
    decision = prepared(call, coordinator)
    deciding.retract(decision, press(coordinator), reason="Klaida")
    client.force_login(manager)

    answer = client.post(at("confirm", decision), {**BOARD, "number": "Nr. 7-B"})

    assert answer.status_code == 409
    assert "Nr. 7-B" in answer.content.decode()
    assert client.get(at("confirm", decision)).status_code == 302


def test_retracting_needs_a_reason(client, call, coordinator):
    decision = prepared(call, coordinator)

    empty = client.post(at("retract", decision), {})
    sent = {"reason": "Klaida", "request_key": str(uuid4())}
    given = [client.post(at("retract", decision), sent).status_code for _press in range(2)]

    assert (empty.status_code, given) == (422, [303, 303])
    assert client.post(at("retract", decision), {"reason": "Vėl"}).status_code == 409
    assert set(call.applications.values_list("status", flat=True)) == {Status.SCORED}


@pytest.mark.parametrize(
    ("role", "confirm", "retract"),
    [
        (Role.COORDINATOR, 403, 403),
        (Role.MANAGER, 200, 200),
        (Role.AUDITOR, 403, 403),
        (Role.BOARD, 403, 403),
    ],
)
def test_who_may_confirm_and_retract(client, call, coordinator, role, confirm, retract):
    decision = prepared(call, coordinator)
    client.force_login(factories.user_with(role))

    assert (
        client.get(at("confirm", decision)).status_code,
        client.get(at("retract", decision)).status_code,
    ) == (
        confirm,
        retract,
    )


@pytest.mark.parametrize("pk", [0, 999999999, 10**30])
def test_an_absurd_decision_is_404(client, coordinator, pk):
    for step in ("", "patvirtinti/", "atsaukti/"):
        assert client.get(f"/darbas/sprendimai/{pk}/{step}").status_code == 404


# The strategy's last cents


def decide(client, coordinator, manager, call):
    """Fund all applications of `call`; return the first refusal, or the last answer."""
    client.force_login(coordinator)
    outcomes = ["fund"] * call.applications.filter(status=Status.SCORED).count()
    prepared = client.post(address(call), typed(call, *outcomes))
    if prepared.status_code != 303:
        return prepared
    client.force_login(manager)
    return client.post(f"{prepared.url}patvirtinti/", BOARD)


def ask(action, *sums, by):
    limits = {
        "amount": Decimal("500000.00"),
        "max_per_project": Decimal("500000.00"),
        "planned_projects": 10,
    }
    call = factories.make_call(action, evaluators=1, by=by, **limits)
    for requested in sums:
        factories.scored(call=call, requested=requested, cost="600000.00")
    return call


def test_the_last_cents_of_the_strategy_are_refused_and_given(client, coordinator, manager):
    """The actions' allocations exceed the sources by 7,18 EUR."""
    text = (
        Path(loading.__file__).parent / "strategies" / "druskininkai-2024-2029.toml"
    ).read_text()
    actions = {action.code: action for action in loading.load(text)[0].actions.all()}
    for code, sums in (
        ("1.1", ["176772.01"]),
        ("1.2", ["294618.99", "0.01"]),
        ("2.1", ["254444.00"]),
    ):
        assert (
            decide(
                client, coordinator, manager, ask(actions[code], *sums, by=coordinator)
            ).status_code
            == 303
        )

    refused = decide(client, coordinator, manager, ask(actions["2.2"], "466042.02", by=coordinator))
    second = decide(client, coordinator, manager, ask(actions["2.1"], "0.01", by=coordinator))
    given = decide(client, coordinator, manager, ask(actions["2.2"], "466034.84", by=coordinator))

    assert [answer.status_code for answer in (refused, second, given)] == [422, 422, 303]
    assert re.search(r"[Ss]trategijos finansavim.* 7,18 EUR", text_of(refused))
    assert "Veiksme 2.1 laisvų vietų projektams neliko" in text_of(second)
    assert {account.left for account in Account.objects.filter(action=None)} == {Decimal("0.00")}
