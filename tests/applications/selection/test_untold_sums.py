"""Money reserved for a proposal: told to whom everything is open, and to nobody else.

Also not by a refusal, however often one tries.
"""

import re
from decimal import Decimal

import pytest
from django.test import Client

from applications.selection.operations import declaring
from budget.models import Account
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role
from tests import factories, sheets
from tests.budget.projects import office

pytestmark = [pytest.mark.django_db, pytest.mark.wrong_books]
IN_FORCE = {"document": "Nr. 4", "document_date": "2026-11-10", "effective_on": "2026-11-12"}
UNTOLD = "Liko mažiau. Kiek, mato kolega, kuriam rodomos visos paraiškos."
CREATE = "/darbas/keitimai/naujas/"
# The sum asked for, what is left of 91 000,00, and what is short of 60 000,00 and of 50 000,00
TELLING = ["52 000,00", "39 000,00", "21 000,00", "2 000,00", "61 000,00"]


@pytest.fixture
def action():
    """100 000,00 EUR: 9 000,00 awarded, 52 000,00 proposed for an application yet undecided."""
    action = factories.make_action(code="9.1")
    factories.approved(call=factories.make_call(action))
    most = {"amount": Decimal("52000.00"), "max_per_project": Decimal("52000.00")}
    call = factories.make_call(action, **most)
    factories.scored(call=call, requested="52000.00", cost="60000.00")
    factories.prepared(call)
    return action


def signed_in(role: Role, *, conflicted: bool) -> Client:
    person, client = factories.user_with(role), Client()
    if conflicted:
        application = factories.Application.objects.get(status="proposed")
        press = factories.press(person)
        declaring.declare(application, press, has_conflict=True, relation="family")
    client.force_login(person)
    return client


@pytest.fixture
def ona(action):
    """A coordinator in conflict with the proposed application."""
    return signed_in(Role.COORDINATOR, conflicted=True)


@pytest.fixture
def petras(action):
    return signed_in(Role.COORDINATOR, conflicted=False)


def told(answer) -> list[str]:
    page = re.sub(r"\s+", " ", sheets.text_of(answer))
    return [sum for sum in TELLING if re.search(rf"(?<!\d)(?<!\d ){sum}", page)]


def test_what_is_left_counts_the_proposal_for_whom_all_is_open(ona, petras):
    for address in ("/darbas/", "/darbas/kvietimai/naujas/"):
        assert told(petras.get(address)) == ["39 000,00"]
        assert told(ona.get(address)) == []
        assert "91 000,00" in sheets.text_of(ona.get(address))
    assert told(petras.get(CREATE)) == ["61 000,00"]
    assert told(ona.get(CREATE)) == []
    assert "iš jų patvirtinta 9 000,00" in sheets.text_of(ona.get(CREATE))


def test_a_call_over_what_is_left_is_refused_without_the_sum(action, ona, petras):
    call = factories.make_call(action, published=False, amount=Decimal("60000.00"))
    address = f"/darbas/kvietimai/{call.number}/skelbti/"

    assert told(petras.get(address)) == told(petras.post(address)) == ["39 000,00", "21 000,00"]
    assert told(ona.get(address)) == []
    answer = ona.post(address)

    assert answer.status_code == 422
    assert UNTOLD in sheets.text_of(answer)
    assert told(answer) == []
    assert not Call.objects.get(pk=call.pk).is_published


def draft(client: Client, amount: str):
    form = client.get(CREATE).context["form"]
    data = {name: str(form[name].value()) for name in form.fields}
    return client.post(CREATE, data | {"reason": "Mažiau", "amount-9.1": amount})


def test_a_draft_below_what_is_reserved_is_refused_only_to_whom_it_is_shown(ona, petras):
    refusal = draft(petras, "59000,00")
    assert refusal.status_code == 422
    assert told(refusal) == ["2 000,00", "61 000,00"]

    public = draft(ona, "8999,99")
    assert public.status_code == 422
    assert "patvirtinta 9 000,00" in sheets.text_of(public)
    assert told(public) == []
    assert draft(ona, "59000,00").status_code == 303


@pytest.mark.parametrize("figure", [{"amount-9.1": "59000,00"}, {"places-9.1": "1"}])
def test_an_amendment_below_what_is_reserved_comes_in_force_for_nobody(action, ona, figure):
    form = ona.get(CREATE).context["form"]
    data = {name: str(form[name].value()) for name in form.fields}
    assert ona.post(CREATE, data | {"reason": "Mažiau"} | figure).status_code == 303
    ona.post("/darbas/keitimai/1/")
    address = "/darbas/keitimai/1/patvirtinti/"

    concealed = signed_in(Role.MANAGER, conflicted=True).post(address, IN_FORCE)
    shown = signed_in(Role.MANAGER, conflicted=False).post(address, IN_FORCE)

    assert (concealed.status_code, shown.status_code) == (422, 422)
    assert UNTOLD in sheets.text_of(concealed)
    assert told(concealed) == []
    assert UNTOLD not in sheets.text_of(shown)
    account = Account.objects.get(action=action)
    assert (account.ceiling, account.quota) == (Decimal("100000.00"), 10)


def test_a_step_with_another_project_shows_and_tells_nothing_of_it(action, ona, petras):
    project = Project.objects.get()
    address = f"/darbas/projektai/{project.number}/sutartis/"

    def tried(client: Client, amount: str):
        typed = office.CONTRACT | {"amount": amount, "total_cost": "100000,00"}
        return office.send(client, address, typed)

    assert "39 000,00" in told(tried(petras, "8000,00"))
    shown = tried(ona, "8000,00")
    assert told(shown) == []
    assert "39000.00" not in shown.content.decode()
    assert "91 000,00" in sheets.text_of(shown)
