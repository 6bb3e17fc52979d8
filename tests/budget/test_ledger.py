"""The ledger's guarantees: what the database refuses, past every check in Python."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import psycopg2
import pytest
from django.db import DataError, Error, IntegrityError, connection, transaction

from applications.selection import reconcile as decisions
from budget import loading, operations
from budget.models import Account, Entry, Kind
from budget.operations import posting
from budget.projects.models import Project
from budget.projects.operations.opening import open_project
from strategy_portal.accounts.models import Role
from strategy_portal.errors import OverBudget, OverQuota, Stale
from tests import books, factories
from tests.budget.projects.stories import PAPER

pytestmark = pytest.mark.django_db
ZERO = Decimal("0.00")
CEILING = "account_action_is_within_ceiling"
COLUMNS = (
    "strategy_id, kind, action_id, amount, split, places, project_number, document,"
    " document_date, effective_on, reason, request_key, seq, hold, held, held_split,"
    " paid, paid_split, left_after, left_split"
)
REST = "'Nr. 1', '2026-11-02', '2026-11-02', '', 'raktas', 0, '', 0, '{}', 0, '{}', 0, '{}'"
SPLIT = '{"es-vb": "500.00", "savivaldybe": "0.00"}'
RESERVATION = (
    f"INSERT INTO budget_entry ({COLUMNS})"
    f" VALUES (%s, 'reservation', %s, 500, '{SPLIT}', 1, '9-K1-001', {REST})"
    " ON CONFLICT DO NOTHING"
)
PAYMENT = (
    f"INSERT INTO budget_entry ({COLUMNS})"
    f" SELECT strategy_id, 'payment', action_id, 100, %s, 0, project_number, {REST}"
    " FROM budget_entry WHERE kind = 'award'"
)


@pytest.fixture
def action(db):
    return factories.make_action(money="1000.00", places=2, code="9.1")


@pytest.fixture
def clerk(db):
    return factories.user_with(Role.COORDINATOR)


def reserve(action, clerk, amount="100.00", number="9.1-K1-001"):
    return operations.reserve(
        action,
        amount=Decimal(amount),
        project_number=number,
        by=clerk,
        request_key=f"r:{number}:{Entry.objects.count()}",
    )


def award(reservation, clerk):
    project = Project(
        title="A", beneficiary="B", call_number="9.1-K1", total_cost=reservation.amount
    )
    entry = operations.award(
        reservation, by=clerk, document=PAPER, request_key=f"a:{reservation.pk}"
    )
    return open_project(project, entry)


def of_reservation(action, amount):
    """The fields of an entry inserted without the operations' checks."""
    return {
        "kind": Kind.RESERVATION,
        "strategy": action.strategy,
        "action": action,
        "amount": Decimal(amount),
        "split": {"es-vb": amount, "savivaldybe": "0"},
        "places": 1,
        "project_number": "9.1-K1-001",
        "request_key": "x",
        "seq": 0,
        "left_after": ZERO,
    }


def balances(action):
    account = Account.objects.get(action=action)
    return account.reserved, account.committed, account.reserved_projects, account.projects


def test_a_reservation_holds_money_and_a_place(action, clerk):
    entry = reserve(action, clerk, "100.00")

    assert balances(action) == (Decimal("100.00"), ZERO, 1, 0)
    assert entry.left_after == Decimal("900.00")
    strategy = Account.objects.get(strategy=action.strategy, action=None, source=None)
    assert strategy.reserved == Decimal("100.00")


def test_an_award_turns_the_reservation_into_a_commitment(action, clerk):
    project = award(reserve(action, clerk), clerk)

    assert balances(action) == (ZERO, Decimal("100.00"), 0, 1)
    assert Project.objects.with_money().get(pk=project.pk).granted == Decimal("100.00")
    assert books.of_money() == []


@pytest.mark.parametrize("step", [operations.release, operations.reverse])
def test_giving_back_restores_what_was_left(action, clerk, step):
    reservation = reserve(action, clerk)

    step(reservation, by=clerk, reason="Atsisakyta", request_key="b")

    assert balances(action) == (ZERO, ZERO, 0, 0)
    assert books.of_money() == []


def test_an_entry_is_settled_once(action, clerk):
    reservation = reserve(action, clerk)
    operations.release(reservation, by=clerk, reason="Atsisakyta", request_key="b")

    with pytest.raises(Stale):
        award(reservation, clerk)

    assert not Project.objects.exists()


def test_a_project_holds_money_once(action, clerk):
    reserve(action, clerk)

    with pytest.raises(Stale), transaction.atomic():
        reserve(action, clerk)

    assert balances(action)[0] == Decimal("100.00")


def test_a_reservation_over_the_action_is_refused_with_the_shortage(action, clerk):
    with pytest.raises(OverBudget, match="9.1") as refusal:
        reserve(action, clerk, "1000.01")

    assert "0,01" in str(refusal.value)
    assert Entry.objects.filter(kind=Kind.RESERVATION).count() == 0


def test_a_reservation_over_the_sources_is_refused_though_the_action_has_room(clerk):
    action = factories.make_action(money="1000.00", first="900.00", second="92.82")

    with pytest.raises(OverBudget):
        reserve(action, clerk, "1000.00")
    reserve(action, clerk, "992.82")

    assert action.strategy.accounts.get(source__code="es-vb").left == ZERO
    assert books.of_money() == []


def test_the_quota_binds_like_money(action, clerk):
    for number in ("9.1-K1-001", "9.1-K1-002"):
        reserve(action, clerk, "1.00", number)

    with pytest.raises(OverQuota):
        reserve(action, clerk, "1.00", "9.1-K1-003")


def test_the_database_itself_refuses_more_than_the_caps(action, clerk):
    values = of_reservation(action, "1000.01")

    with pytest.raises(IntegrityError, match=CEILING), transaction.atomic():
        Entry.objects.create(**values)
    with pytest.raises(IntegrityError, match="parts by source"), transaction.atomic():
        Entry.objects.create(**{**values, "amount": Decimal("999.99")})
    with pytest.raises(IntegrityError, match="entry_amount_fits_its_kind"), transaction.atomic():
        Entry.objects.create(**of_reservation(action, "0.00"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE budget_entry SET amount = 1",
        "DELETE FROM budget_entry",
        "TRUNCATE budget_entry CASCADE",
        "UPDATE budget_account SET committed = 0",
        "UPDATE budget_account SET ceiling = ceiling + 1",
        "DELETE FROM budget_account",
        "TRUNCATE budget_account CASCADE",
        "INSERT INTO budget_account (strategy_id, ceiling, reserved, committed, paid, quota,"
        " reserved_projects, projects, quota_is_binding, last_seq)"
        " SELECT id, 5, 0, 0, 0, 0, 0, 0, true, 0 FROM budget_strategy",
    ],
)
def test_direct_sql_on_the_books_is_refused_even_to_the_owner(as_owner, action, clerk, sql):
    reserve(action, clerk)
    before = list(Account.objects.order_by("pk").values())

    connection.check_constraints()  # nothing deferred may stand in the way
    with (
        pytest.raises(Error, match="only|kept|starts empty"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)

    assert list(Account.objects.order_by("pk").values()) == before
    assert Entry.objects.filter(kind=Kind.RESERVATION, amount=Decimal("100.00")).count() == 1


def test_numbers_have_no_gap_even_after_a_refusal(action, clerk):
    reserve(action, clerk)
    with suppress(OverBudget), transaction.atomic():
        reserve(action, clerk, "99999.00", "9.1-K1-002")
    reserve(action, clerk, "1.00", "9.1-K1-002")

    assert list(action.strategy.entries.values_list("seq", flat=True)) == [1, 2, 3, 4, 5]


def test_reconcile_sees_a_balance_that_is_not_the_journals(as_owner, action, clerk):
    reserve(action, clerk)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE budget_account SET committed = committed + 1 WHERE action_id = %s", [action.pk]
        )
        cursor.execute("SET LOCAL session_replication_role = origin")

    assert any("committed is 1.00" in difference for difference in books.of_money())


def test_reconcile_sees_a_guard_that_was_taken_away(as_owner, action):
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE budget_account DROP CONSTRAINT account_action_is_within_ceiling"
        )
        cursor.execute("ALTER TABLE budget_entry DISABLE TRIGGER post_entry")

    found = books.of_money()

    assert "constraint account_action_is_within_ceiling on budget_account is missing" in found
    assert "trigger post_entry on budget_entry is off" in found


def test_reconcile_sees_an_award_nobody_decided(action, clerk):
    award(reserve(action, clerk), clerk)

    assert len(list(decisions.differences())) == 1


def test_a_twin_that_would_be_skipped_moves_nothing(action, clerk):
    first = reserve(action, clerk, "100.00", "9.1-K1-001")
    reserve(action, clerk, "100.00", "9.1-K1-002")
    released = operations.release(first, by=clerk, reason="Atsisakyta", request_key="b")
    before = balances(action)

    released.pk, released.seq = None, 0
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.bulk_create([released], ignore_conflicts=True)

    assert balances(action) == before


def test_a_temporary_table_cannot_stand_in_for_the_accounts(as_owner, action, clerk):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE budget_account (LIKE public.budget_account) ON COMMIT DROP"
        )
        cursor.execute("INSERT INTO pg_temp.budget_account SELECT * FROM public.budget_account")
        cursor.execute("UPDATE pg_temp.budget_account SET ceiling = 9000000")
        cursor.execute("SET LOCAL lock_timeout = '5s'")

    with pytest.raises(IntegrityError, match=CEILING), transaction.atomic():
        Entry.objects.create(**of_reservation(action, "5000.00"))


def test_an_entry_names_only_what_is_its_strategys(action, clerk):
    stranger = factories.make_action(code="9.2")

    with pytest.raises(IntegrityError), transaction.atomic():
        posting.post(
            Kind.ALLOCATION,
            stranger.strategy_id,
            action=action,
            amount=Decimal("5000.00"),
            request_key="x",
        )

    assert action.account.ceiling == Decimal("1000.00")


def test_the_strategys_own_financing_binds_the_last_cents():
    """The four actions add up to 7,18 EUR more than the sources provide: the last gets less."""
    file = Path(loading.__file__).parent / "strategies" / "druskininkai-2024-2029.toml"
    strategy, _is_new = loading.load(file.read_text())
    actions = {action.code: action for action in strategy.actions.all()}
    clerk = factories.user_with(Role.COORDINATOR)
    for code, amounts in (
        ("1.1", ["176772.01"]),
        ("1.2", ["294618.99", "0.01"]),
        ("2.1", ["254444.00"]),
    ):
        for number, amount in enumerate(amounts, start=1):
            award(reserve(actions[code], clerk, amount, f"{code}-K1-00{number}"), clerk)

    with pytest.raises(OverBudget, match="[Ss]trategijos") as refusal:
        reserve(actions["2.2"], clerk, "466042.02", "2.2-K1-001")
    with pytest.raises(OverQuota, match="2.1"):
        reserve(actions["2.1"], clerk, "0.01", "2.1-K1-002")
    award(reserve(actions["2.2"], clerk, "466034.84", "2.2-K1-001"), clerk)

    assert "trūksta 7,18" in str(refusal.value).replace("\u00a0", " ")
    assert {account.left for account in Account.objects.filter(action=None)} == {ZERO}
    assert books.of_money() == []


@pytest.mark.parametrize("second", ["null", '"NaN"', '"-1.00"', '"0.001"', '"Infinity"'])
def test_a_part_that_is_no_amount_is_refused(action, clerk, second):
    award(reserve(action, clerk), clerk)

    with (
        pytest.raises((IntegrityError, DataError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(PAYMENT, [f'{{"es-vb": "100.00", "savivaldybe": {second}}}'])


@pytest.mark.wrong_books
def test_parts_are_written_in_one_way(action, clerk):
    award(reserve(action, clerk), clerk)
    with connection.cursor() as cursor:
        cursor.execute(PAYMENT, ['{"es-vb": 1e2, "savivaldybe": "0"}'])

    assert Entry.objects.get(kind=Kind.PAYMENT).split == {"es-vb": "100.00", "savivaldybe": "0.00"}


@pytest.mark.django_db(transaction=True)
def test_a_key_that_another_strategy_is_just_using_moves_nothing():
    one, other = factories.make_action(), factories.make_action()
    first, second = (
        psycopg2.connect(**connection.get_connection_params()) for _session in range(2)
    )
    with ThreadPoolExecutor(1) as pool:
        first.cursor().execute(RESERVATION, [one.strategy_id, one.pk])
        waiting = pool.submit(second.cursor().execute, RESERVATION, [other.strategy_id, other.pk])
        with pytest.raises(TimeoutError):
            waiting.result(0.5)
        first.commit()
        with pytest.raises(psycopg2.IntegrityError):
            waiting.result()
    second.rollback()
    first.close()
    second.close()

    assert Account.objects.get(action=other).reserved == Decimal("0.00")
