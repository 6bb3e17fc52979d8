"""Amendments of the strategy: four eyes, decreases first, never below what is used."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from budget import loading, operations
from budget.models import Account, Amendment, Entry, Kind
from budget.operations import allocations, amending
from budget.operations.allocations import Allocation
from budget.operations.posting import Document
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, KeyReused, NotReady, Stale
from tests import books, factories
from tests.budget.projects.stories import PAPER
from tests.factories import press

pytestmark = pytest.mark.django_db
TEXT = Path(loading.__file__).parent / "strategies" / "druskininkai-2024-2029.toml"


@pytest.fixture
def strategy(db):
    return loading.load(TEXT.read_text())[0]


@pytest.fixture(autouse=True)
def the_books_are_right(db):
    yield
    assert books.of_money() == []


@pytest.fixture
def clerk(db):
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def manager(db):
    return factories.user_with(Role.MANAGER)


def figures(strategy, **changes):
    """The current figures with changes: a11="166772.01", or a22=("476042.02", 11)."""
    found = {}
    for account in allocations.accounts_of(strategy):
        code = allocations.code_of(account)
        name = f"a{code.replace('.', '')}" if account.action_id else code.replace("-", "_")
        change = changes.get(name, account.ceiling)
        amount, places = change if isinstance(change, tuple) else (change, account.quota)
        found[code] = Allocation(Decimal(amount), places)
    return found


def seen(strategy):
    return allocations.fingerprint(allocations.accounts_of(strategy))


def draft(strategy, by, **changes):
    return draft_by(factories.press(by, seen(strategy)), strategy, **changes)


def draft_by(press, strategy, **changes):
    return amending.draft(strategy, figures(strategy, **changes), press, reason="Daugiau paslaugų")


def shown(strategy, by, **changes):
    """An amendment drafted and shown to the public."""
    return amending.publish(draft(strategy, by, **changes), press(by))


def ceilings(strategy):
    return {
        account.action.code: account.ceiling
        for account in Account.objects.filter(action__strategy=strategy)
    }


def test_the_loaded_strategy_is_version_number_zero(strategy):
    version = strategy.amendments.get()

    assert (version.number, version.confirmed_at is not None, version.lines.count()) == (0, True, 6)
    assert set(strategy.entries.values_list("amendment", flat=True)) == {version.pk}


def test_ten_thousand_move_from_one_action_to_another(strategy, clerk, manager):
    amendment = draft(strategy, clerk, a11="166772.01", a22=("476042.02", 13))
    assert ceilings(strategy)["1.1"] == Decimal("176772.01")
    amending.publish(amendment, press(clerk))

    amending.confirm(amendment, press(manager), document=PAPER)

    assert (ceilings(strategy)["1.1"], ceilings(strategy)["2.2"]) == (
        Decimal("166772.01"),
        Decimal("476042.02"),
    )
    moved = Entry.objects.filter(kind=Kind.TRANSFER).order_by("seq")
    assert [entry.amount for entry in moved] == [Decimal("-10000.00"), Decimal("10000.00")]
    quota = Entry.objects.get(kind=Kind.QUOTA)
    assert (quota.places, quota.prepared_by, quota.posted_by) == (1, clerk, manager)
    assert strategy.amendments.get(number=0).lines.get(action__code="1.1").after == Decimal(
        "176772.01"
    )


def test_whoever_prepared_it_cannot_confirm_it(strategy, clerk):
    amendment = shown(strategy, clerk, a11="166772.01")

    with pytest.raises(DomainError):
        amending.confirm(amendment, press(clerk), document=PAPER)
    with pytest.raises(IntegrityError, match="another_person"), transaction.atomic():
        Amendment.objects.filter(pk=amendment.pk).update(
            confirmed_by=clerk,
            confirmed_at=timezone.now(),
            document="x",
            document_date=PAPER.dated,
            effective_on=PAPER.dated,
        )

    assert ceilings(strategy)["1.1"] == Decimal("176772.01")


def test_a_comparison_nobody_could_read_is_not_put_in_force(strategy, clerk, manager):
    amendment = draft(strategy, clerk, a11="166772.01")

    with pytest.raises(Stale):
        amending.confirm(amendment, press(manager), document=PAPER)


def test_a_figure_below_what_is_used_is_refused_with_what_is_short(strategy, clerk):
    action = strategy.actions.get(code="1.2")
    operations.reserve(
        action, amount=Decimal("200000.00"), project_number="1.2-K1-001", by=clerk, request_key="r"
    )

    with pytest.raises(NotReady, match="1.2") as refusal:
        draft(strategy, clerk, a12="199999.99")
    assert "0,01" in str(refusal.value)
    with pytest.raises(NotReady, match="1.2"):
        draft(strategy, clerk, a12=("294619.00", 0))
    draft(strategy, clerk, a12=("200000.00", 1))


def test_what_was_reserved_since_the_draft_is_seen_when_confirming(strategy, clerk, manager):
    amendment = shown(strategy, clerk, a12="100000.00")
    action = strategy.actions.get(code="1.2")
    operations.reserve(
        action, amount=Decimal("100000.01"), project_number="1.2-K1-001", by=clerk, request_key="r"
    )

    with pytest.raises(NotReady, match="0,01"):
        amending.confirm(amendment, press(manager), document=PAPER)

    assert not Entry.objects.filter(kind=Kind.TRANSFER).exists()


def test_sources_may_change_places_though_nearly_everything_is_used(clerk, manager):
    action = factories.make_action(money="1000.00", first="600.00", second="400.00")
    operations.reserve(
        action,
        amount=Decimal("900.00"),
        project_number="9-K1-001",
        by=clerk,
        request_key="r",
        split={"es-vb": Decimal("590.00"), "savivaldybe": Decimal("310.00")},
    )
    strategy = action.strategy
    changes = {action.code: Allocation(Decimal("1000.00"), 10)}
    changes |= {
        "es-vb": Allocation(Decimal("690.00")),
        "savivaldybe": Allocation(Decimal("310.00")),
    }
    drafting = press(clerk, seen(strategy))
    amendment = amending.draft(strategy, changes, drafting, reason="Šaltiniai")
    amending.publish(amendment, press(clerk))

    amending.confirm(amendment, press(manager), document=PAPER)

    assert strategy.accounts.get(source__code="savivaldybe").left == Decimal("0.00")


def test_one_amendment_at_a_time_and_one_withdrawn_makes_room(strategy, clerk):
    first = draft(strategy, clerk, a11="166772.01")

    with pytest.raises(Stale):
        draft(strategy, clerk, a11="166772.02")
    amending.withdraw(first, press(clerk), reason="Persigalvota")

    assert draft(strategy, clerk, a11="166772.02").number == 2


def test_nothing_changed_is_no_amendment(strategy, clerk):
    with pytest.raises(DomainError):
        draft(strategy, clerk)


def test_the_same_press_makes_one_draft(strategy, clerk):
    once = press(clerk, seen(strategy))

    first = draft_by(once, strategy, a11="1.00")

    assert draft_by(once, strategy, a11="1.00") == first
    with pytest.raises(KeyReused):
        draft_by(once, strategy, a11="2.00")


def test_figures_are_frozen_once_the_comparison_is_public(strategy, clerk):
    amendment = shown(strategy, clerk, a11="166772.01")

    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        amendment.lines.update(after=Decimal("1.00"))
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        strategy.amendments.get(number=0).lines.update(after=Decimal("1.00"))


def test_a_document_of_the_future_is_refused(strategy, clerk, manager):
    tomorrow = timezone.localdate() + timedelta(days=1)
    amendment = shown(strategy, clerk, a11="166772.01")

    with pytest.raises(DomainError):
        amending.confirm(amendment, press(manager), document=Document("Nr. 1", tomorrow))


def test_confirming_twice_posts_once(strategy, clerk, manager):
    amendment = shown(strategy, clerk, a11="166772.01")
    once = press(manager)

    for _time in range(2):
        amending.confirm(amendment, once, document=PAPER)

    assert Entry.objects.filter(kind=Kind.TRANSFER).count() == 1


def test_a_draft_sent_again_is_the_one_its_key_made(strategy, clerk):
    once = press(clerk, seen(strategy))
    first = draft_by(once, strategy, a11="166772.01")
    amending.withdraw(first, press(clerk), reason="Kitaip")
    draft(strategy, clerk, a11="156772.01")

    assert draft_by(once, strategy, a11="166772.01") == first


def test_who_prepared_an_amendment_is_never_rewritten(strategy, clerk, manager):
    amendment = draft(strategy, clerk, a11="166772.01")

    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Amendment.objects.filter(pk=amendment.pk).update(prepared_by=manager)


def test_what_was_shown_to_the_public_is_not_taken_back(strategy, clerk):
    amendment = shown(strategy, clerk, a11="166772.01")

    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        Amendment.objects.filter(pk=amendment.pk).update(published_at=None, published_by=None)


def test_confirming_again_by_another_paper_is_refused(strategy, clerk, manager):
    amendment = shown(strategy, clerk, a11="166772.01")
    amending.confirm(amendment, press(manager), document=PAPER)
    other = Document(PAPER.number, PAPER.dated - timedelta(days=1))

    with pytest.raises(Stale):
        amending.confirm(amendment, press(manager), document=other)


def test_sources_bring_no_more_than_the_books_can_hold(strategy, clerk):
    with pytest.raises(NotReady, match="999"):
        draft(strategy, clerk, es_vb="999999999999.99")
