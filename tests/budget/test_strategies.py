"""Two strategies side by side: each has its own addresses, and no number is given twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from budget import loading
from budget.models import Amendment, Strategy
from budget.operations import allocations, amending
from budget.periods import current_strategy
from budget.projects.models import Project
from calls import operations as calls
from calls.models import Call
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError
from tests import clock, factories, journal, sheets
from tests.calls.test_editing import RULES

pytestmark = pytest.mark.django_db
NEXT = "/strategija/2030-2035/"
BOOKS = "/darbas/biudzetas/"


@pytest.fixture
def action(db):
    return factories.make_action(code="2.2", money="1000.00", years=(2024, 2029))


@pytest.fixture
def later(action):
    """An action with the same code in the next strategy, whose years have not begun."""
    return factories.make_action(code="2.2", money="7777.00", years=(2030, 2035))


@pytest.fixture
def clerk(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


def text_of(response):
    return response.content.decode().replace("\u00a0", " ")


def test_numbers_count_on_through_all_strategies(action, later):
    numbers = [factories.make_call(one).number for one in (action, later, later, action)]

    assert numbers == ["2.2-K1", "2.2-K2", "2.2-K3", "2.2-K4"]


def test_another_code_counts_by_itself(action, later):
    factories.make_call(later)

    assert factories.make_call(factories.make_action(code="2.20")).number == "2.20-K1"


@pytest.mark.django_db(transaction=True)
def test_calls_created_at_once_get_different_numbers(action, later):
    clerk = factories.user_with(Role.COORDINATOR)
    values = factories.make_call(action, published=False, by=clerk).__dict__
    names = calls.typed_rules(Call.objects.get()).keys() - {"action"}

    def create(index):
        try:
            new = Call(action=(action, later)[index % 2], **{name: values[name] for name in names})
            return calls.create(new, factories.press(clerk)).number
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        made = sorted(pool.map(create, range(8)))

    assert made == [f"2.2-K{number}" for number in range(2, 10)]


@pytest.mark.parametrize(
    ("today", "years"),
    [("2020-05-01", 2024), ("2026-05-01", 2024), ("2029-12-31", 2024), ("2030-01-02", 2030)],
)
def test_the_current_strategy_is_the_newest_that_has_begun(action, later, today, years):
    clock.move_to(datetime.fromisoformat(f"{today}T12:00:00+00:00"))

    assert current_strategy().first_year == years


def test_each_strategy_has_its_own_page_and_files(client, action, later):
    assert "1 000,00" in text_of(client.get("/strategija/"))
    assert "1 000,00" in text_of(client.get("/strategija/2024-2029/"))
    page = text_of(client.get(f"/en{NEXT}"))
    assert "7,777.00" in page
    assert "1,000.00" not in page

    assert f'href="/en{NEXT}lesos.csv"' in page
    rows = sheets.in_csv(client.get(f"{NEXT}lesos.csv"))
    assert rows[1][3] == "7777.00"
    assert client.get(f"{NEXT}lesos.json").json()["actions"][0]["allocated"] == "7777.00"


@pytest.mark.parametrize(
    "address", ["/strategija/", BOOKS, f"{BOOKS}islaidos/", "/darbas/keitimai/"]
)
def test_one_switches_between_strategies(client, clerk, action, later, address):
    page = text_of(client.get(f"{address}2024-2029/" if "islaidos" not in address else address))

    assert "2030–2035" in page
    switch = address.replace(BOOKS, f"{BOOKS}2030-2035/")
    if switch == address:
        switch = f"{address}2030-2035/"
    assert f'href="{switch}"' in page
    assert client.get(switch).status_code == 200


def test_a_lone_strategy_offers_no_switch(client, action):
    assert "2024-2029" not in text_of(client.get("/strategija/"))


@pytest.mark.parametrize("years", ["2023-2029", "2024-2030", "0000-0000"])
def test_a_strategy_that_is_not_there_is_404(client, clerk, action, years):
    for address in ("strategija/", "darbas/biudzetas/", "darbas/keitimai/"):
        for end in ("", "naujas/" if "keitimai" in address else ""):
            assert client.get(f"/{address}{years}/{end}").status_code == 404


@pytest.mark.wrong_books
def test_the_older_books_stay_readable(client, clerk, action, later):
    journal.fund(action, "100.00", "2.2-K1-001")
    journal.fund(later, "200.00", "2.2-K2-001")
    clock.move_to(datetime(2031, 1, 2, 12, tzinfo=UTC))
    client.force_login(clerk)
    current, older = (client.get(address) for address in (BOOKS, f"{BOOKS}2024-2029/"))
    ledger = client.get(f"{BOOKS}2024-2029/veiksmai/2.2/")
    source = client.get(f"{BOOKS}2024-2029/saltiniai/es-vb/irasai.csv")
    project = client.get(f"{BOOKS}projektai/2.2-K1-001/")
    elsewhere = client.get(f"{BOOKS}2030-2035/projektai/2.2-K1-001/")

    assert "2.2-K2-001" in text_of(current)
    assert "2.2-K1-001" not in text_of(current)
    assert "2.2-K1-001" in text_of(older)
    for link in ("veiksmai/2.2/", "saltiniai/es-vb/", "projektai/2.2-K1-001/", "irasai.csv"):
        assert f'href="{BOOKS}2024-2029/{link}' in text_of(older), link
    assert ledger.context["account"].action == action
    assert [row[-2] for row in sheets.in_csv(source)[2:]] != []
    assert (project.status_code, elsewhere.status_code) == (200, 404)


def amended(strategy, clerk):
    """A published amendment that adds a euro to everything."""
    accounts = allocations.accounts_of(strategy)
    figures = {
        allocations.code_of(account): allocations.Allocation(account.ceiling + 1, account.quota)
        for account in accounts
    }
    press = factories.press(clerk, allocations.fingerprint(accounts))
    made = amending.draft(strategy, figures, press, reason=f"Keitimas {strategy.years}")
    return amending.publish(made, factories.press(clerk))


def test_amendments_are_of_their_strategy(client, clerk, action, later):
    made = amended(later.strategy, clerk)

    assert client.get("/strategija/keitimai/1/").status_code == 404
    assert made.get_absolute_url() == f"{NEXT}keitimai/1/"
    assert "Keitimas 2030–2035" in text_of(client.get(made.get_absolute_url()))
    office = text_of(client.get("/darbas/keitimai/2030-2035/"))
    assert 'href="/darbas/keitimai/2030-2035/1/"' in office
    answer = client.post("/darbas/keitimai/2030-2035/1/atsisakyti/", {"reason": "Persigalvota"})
    assert answer.url == "/darbas/keitimai/2030-2035/1/"
    assert Amendment.objects.get(number=1).withdrawn_at


def test_two_strategies_of_the_same_years_are_refused(action):
    with pytest.raises(DomainError, match="2024–2029"):
        factories.make_action(years=(2024, 2029))
    fields = {"first_year": 2024, "last_year": 2029, "approved_on": "2023-11-30"}
    own = "strategy_has_years_of_its_own"
    with pytest.raises(IntegrityError, match=own), transaction.atomic():
        Strategy.objects.create(code="kita", **fields)


def with_many_actions():
    """A strategy whose actions are 1.1 to 1.11, loaded in another order."""
    text = factories.STRATEGY.format(
        code="ilga", money="10.00", places=1, action="1.10", first="500.00", second="1.00",
        first_year=2024, last_year=2029,
    )  # fmt: skip
    more = "".join(
        f'[[tasks.actions]]\ncode = "1.{number}"\nname = "N"\namount = "10.00"\nprojects = 1\n'
        for number in (2, 11, 9, 1)
    )
    return loading.load(text + more)[0]


def test_ten_comes_after_nine_everywhere(client, clerk):
    strategy = with_many_actions()
    codes = ["1.1", "1.2", "1.9", "1.10", "1.11"]

    assert [action.code for action in strategy.actions.all()] == codes
    figures = client.get("/strategija/").context["figures"]
    assert [action.code for action in figures.actions] == codes
    listed = client.get("/kvietimai/").context["form"].fields["action"].choices
    assert [value for value, _label in listed if value] == codes
    accounts = allocations.accounts_of(strategy)
    assert [allocations.code_of(account) for account in accounts][:5] == codes
    created = client.get("/darbas/kvietimai/naujas/").context["form"]["action"]
    assert [str(label).split(". ")[0] for _value, label in created.field.choices][1:] == codes
    lines = strategy.amendments.get().lines.exclude(action=None)
    assert [line.action.code for line in lines] == codes


def test_projects_of_one_code_are_told_apart_by_strategy(client, action, later):
    first = factories.approved(call=factories.make_call(action, amount=Decimal("900.00"),
        max_per_project=Decimal("900.00")), requested="900.00", cost="1000.00")  # fmt: skip
    second = factories.approved(call=factories.make_call(later, amount=Decimal("900.00"),
        max_per_project=Decimal("900.00")), requested="900.00", cost="1000.00")  # fmt: skip
    assert Project.objects.count() == 2

    found = {
        value: [
            project.number for project in client.get(f"/projektai/?action={value}").context["rows"]
        ]
        for value in ("2.2", "2030-2035/2.2")
    }

    assert found == {"2.2": [first.number], "2030-2035/2.2": [second.number]}


def create(client, action, **more):
    return client.post("/darbas/kvietimai/naujas/", {**RULES, "action": action.pk, **more})


def test_a_new_call_asks_by_strategy(client, clerk, action, later):
    form = client.get("/darbas/kvietimai/naujas/").context["form"]

    groups = [
        (str(group), len(choices)) for group, choices in list(form.fields["action"].choices)[1:]
    ]
    assert groups == [("2030–2035", 1), ("2024–2029", 1)]
    rates = [
        (strategy.years, [field.name for field in fields]) for strategy, fields in form.rate_fields
    ]
    assert rates == [
        ("2024–2029", ["rate-es-vb", "rate-savivaldybe"]),
        ("2030–2035", ["rate-2030-2035-es-vb", "rate-2030-2035-savivaldybe"]),
    ]


def test_shares_are_those_of_the_actions_own_strategy(client, clerk, action, later):
    own = {"rate-2030-2035-es-vb": "85", "rate-2030-2035-savivaldybe": "15"}
    foreign = {"rate-es-vb": "85", "rate-savivaldybe": "15"}

    refused = create(client, later, **foreign)
    made = create(client, later, **own)

    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == set(foreign)
    assert made.status_code == 303
    call = Call.objects.get()
    assert (call.number, call.shares["es-vb"]) == ("2.2-K1", Decimal(85))
    edited = client.get(f"/darbas/kvietimai/{call.number}/").context["form"]
    ((strategy, fields),) = edited.rate_fields
    assert (strategy, [field.value() for field in fields]) == (
        later.strategy,
        ["85", "15"],
    )
