"""Pages of amendments: draft, publish, confirm by another person; wrong input is kept."""

import re
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from budget import operations
from budget.models import Account, Amendment, Entry, Kind
from strategy_portal.accounts.models import Role
from tests import factories

pytestmark = pytest.mark.django_db
IN_FORCE = {"document": "Nr. 4", "document_date": "2026-11-10", "effective_on": "2026-11-12"}


@pytest.fixture
def action():
    return factories.make_action(
        money="1000.00", places=5, code="9.1", first="900.00", second="107.18"
    )


@pytest.fixture
def clerk(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


def form_of(client, action, **changes):
    """POST data of a new amendment, with `changes`."""
    page = client.get("/darbas/keitimai/naujas/")
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields}
    return (
        {name: str(value) for name, value in data.items()}
        | {"reason": "Daugiau paslaugų"}
        | changes
    )


def create(client, action, **changes):
    return client.post("/darbas/keitimai/naujas/", form_of(client, action, **changes))


def text_of(response):
    return " ".join(
        re.sub(r"<[^>]+>", " ", response.content.decode()).replace("\u00a0", " ").split()
    )


def test_an_amendment_from_draft_to_force(client, clerk, action):
    assert (
        create(client, action, **{"amount-9.1": "1 007,18", "places-9.1": "6"}).status_code == 303
    )
    assert client.get("/strategija/keitimai/1/").status_code == 404
    client.post("/darbas/keitimai/1/")
    public = text_of(client.get("/strategija/keitimai/1/"))
    assert "Viešai svarstoma" in public
    assert "1 000,00 1 007,18 +7,18 5 → 6" in public
    assert client.get("/darbas/keitimai/1/patvirtinti/").status_code == 403

    client.force_login(factories.user_with(Role.MANAGER))
    answer = client.post("/darbas/keitimai/1/patvirtinti/", IN_FORCE)

    assert answer.status_code == 303
    assert Account.objects.get(action=action).ceiling == Decimal("1007.18")
    strategy = text_of(client.get("/strategija/"))
    assert "1 007,18" in strategy
    assert "nesutampa" not in strategy
    assert "1 000,00" in text_of(client.get("/strategija/keitimai/0/"))
    listed = text_of(client.get("/strategija/keitimai/"))
    assert "Keitimas Nr. 1 Galioja" in listed
    assert "Patvirtinta strategija Nebegalioja" in listed


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount-9.1": "-1"},
        {"amount-9.1": "NaN"},
        {"amount-9.1": "1,005"},
        {"amount-9.1": ""},
        {"amount-9.1": "399,99"},
        {"places-9.1": "0"},
        {"places-9.1": "-1"},
        {"places-9.1": "daug"},
        {"amount-es-vb": "0"},
        {"reason": ""},
        {},
    ],
)
def test_wrong_figures_are_refused_and_kept(client, clerk, action, wrong):
    operations.reserve(
        action, amount=Decimal("400.00"), project_number="9.1-K1-001", by=clerk, request_key="r"
    )

    answer = create(client, action, **wrong)

    assert answer.status_code == 422
    assert not Amendment.objects.filter(number=1).exists()
    assert 'class="error-summary"' in answer.content.decode()
    for name, value in wrong.items():
        assert answer.context["form"].data[name] == value


def test_figures_that_moved_since_the_page_was_opened_are_answered_409(client, clerk, action):
    data = form_of(client, action, **{"amount-9.1": "900,00"})
    assert create(client, action, **{"amount-9.1": "950,00"}).status_code == 303
    client.post("/darbas/keitimai/1/")
    client.force_login(factories.user_with(Role.MANAGER))
    client.post("/darbas/keitimai/1/patvirtinti/", IN_FORCE)

    assert client.post("/darbas/keitimai/naujas/", data).status_code == 409
    assert Entry.objects.filter(kind=Kind.TRANSFER).count() == 1


def test_a_draft_sent_twice_is_one_draft(client, clerk, action):
    data = form_of(client, action, **{"amount-9.1": "900,00"})

    answers = [client.post("/darbas/keitimai/naujas/", data) for _time in range(2)]
    other = client.post("/darbas/keitimai/naujas/", data | {"amount-9.1": "901,00"})

    assert [(answer.status_code, answer.url) for answer in answers] == [
        (303, "/darbas/keitimai/1/")
    ] * 2
    assert other.status_code == 409
    assert other.context["form"].data["request_key"] != data["request_key"]


@pytest.mark.parametrize(
    "wrong",
    [{"document": ""}, {"effective_on": (timezone.localdate() + timedelta(days=3)).isoformat()}],
)
def test_without_its_paper_nothing_comes_in_force(client, clerk, action, wrong):
    create(client, action, **{"amount-9.1": "900,00"})
    client.post("/darbas/keitimai/1/")
    client.force_login(factories.user_with(Role.MANAGER))

    assert client.post("/darbas/keitimai/1/patvirtinti/", IN_FORCE | wrong).status_code == 422
    assert Account.objects.get(action=action).ceiling == Decimal("1000.00")


def test_one_given_up_stays_readable_if_it_was_shown(client, clerk, action):
    create(client, action, **{"amount-9.1": "900,00"})
    client.post("/darbas/keitimai/1/")

    address = "/darbas/keitimai/1/atsisakyti/"
    sent = {"reason": "Persigalvota", "request_key": str(uuid4())}
    answers = [client.post(address, sent).status_code for _time in range(2)]
    other = client.post(address, sent | {"reason": "Kita"})

    assert (answers, other.status_code) == ([303, 303], 409)
    assert "Persigalvota" in text_of(client.get("/strategija/keitimai/1/"))
    assert create(client, action, **{"amount-9.1": "901,00"}).url == "/darbas/keitimai/2/"
