"""The public pages of the strategy and its projects, and the office's journal."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from budget import operations
from budget.models import Action, Entry
from budget.projects.models import Project
from budget.projects.operations.opening import open_project
from strategy_portal.accounts.models import Role
from tests import factories
from tests.budget.projects.stories import PAPER

pytestmark = pytest.mark.django_db
STRATEGY = "budget/strategies/druskininkai-2024-2029.toml"


@pytest.fixture
def strategy():
    call_command("load_strategy", STRATEGY, stdout=StringIO())


def text_of(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def fund(action, count: int) -> None:
    clerk = factories.user_with(Role.COORDINATOR)
    for number in range(1, count + 1):
        entry = operations.reserve(
            action,
            amount=Decimal("10.00"),
            project_number=f"{action.code}-K1-{number:03d}",
            by=clerk,
            request_key=f"r{number}",
        )
        project = Project(
            title=f"Projektas {number}",
            beneficiary="Bendrija",
            call_number="K1",
            total_cost=Decimal(12),
        )
        award = operations.award(entry, by=clerk, document=PAPER, request_key=f"a{number}")
        open_project(project, award)


def test_the_strategy_page_prints_every_figure_of_the_text(client, strategy):
    page = text_of(client.get("/strategija/"))

    sums = ["1 191 869,85", "1 191 877,03", "952 303,76", "239 566,09", "(skirtumas 7,18 EUR)"]
    actions = ["176 772,01", "294 619,00", "254 444,00", "466 042,02"]
    places = ["0 iš 3", "0 iš 2", "0 iš 1", "0 iš 12", "0 iš 18"]
    for figure in [*sums, *actions, "79,9 %", "20,1 %", *places]:
        assert figure in page, figure


def test_the_figures_come_from_the_journal(client, strategy):
    fund(Action.objects.get(code="1.1"), 1)

    page = text_of(client.get("/strategija/"))

    assert "176 762,01" in page
    assert "1 iš 3" in page


def test_without_a_strategy_the_pages_say_so(client):
    for address in ("/strategija/", "/projektai/", "/kvietimai/", "/", "/en/strategija/"):
        assert client.get(address).status_code == 200


def test_loading_again_changes_nothing_and_a_changed_figure_is_refused(strategy, tmp_path):
    entries = Entry.objects.count()
    call_command("load_strategy", STRATEGY, stdout=StringIO())
    changed = tmp_path / "changed.toml"
    changed.write_text(Path(STRATEGY).read_text().replace("176772.01", "176772.02"))

    with pytest.raises(Exception, match=r"1\.1"):
        call_command("load_strategy", changed, stdout=StringIO())

    assert Entry.objects.count() == entries


@pytest.mark.parametrize("count", [3, 200])
def test_lists_need_the_same_few_queries(client, django_assert_max_num_queries, count):
    action = factories.make_action(places=500)
    fund(action, count)
    client.force_login(factories.user_with(Role.AUDITOR))

    for address in (
        "/strategija/",
        "/projektai/",
        f"/projektai/?action={action.code}",
        "/darbas/biudzetas/",
        "/",
    ):
        with django_assert_max_num_queries(13):
            assert client.get(address).status_code == 200


def test_the_project_page_shows_who_pays_what(client):
    action = factories.make_action(money="1000.00", first="799.00", second="201.00")
    fund(action, 1)

    page = text_of(client.get(Project.objects.get().get_absolute_url()))

    for part in ("7,99", "2,01", "2,00", "12,00"):
        assert part in page


def test_public_pages_may_be_kept_by_caches_and_set_no_cookie(client, strategy):
    for address in ("/", "/kvietimai/", "/strategija/", "/projektai/", "/en/strategija/"):
        answer = client.get(address)
        assert "public" in answer["Cache-Control"]
        assert "max-age=60" in answer["Cache-Control"]
        assert answer["ETag"]
        assert not answer.cookies
        assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_what_a_signed_in_person_sees_is_nobody_elses(client, strategy):
    client.force_login(factories.UserFactory())

    assert "no-store" in client.get("/strategija/")["Cache-Control"]


def test_the_language_is_the_addresss_never_the_browsers(client, strategy):
    assert 'lang="lt"' in text_of(client.get("/strategija/", headers={"accept-language": "en"}))
    page = text_of(client.get("/en/strategija/", headers={"accept-language": "lt"}))
    assert '<html lang="en">' in page
    assert "Strategy and budget" in page
    assert "1,191,869.85" in page


def test_the_journal_shows_whose_money_moved(client):
    action = factories.make_action(money="1000.00", first="799.00", second="201.00", code="1.1")
    fund(action, 1)
    client.force_login(factories.user_with(Role.MANAGER))

    page = text_of(client.get("/en/darbas/biudzetas/?action=1.1&kind=award"))

    assert "Entries found: 1" in page
    link = 'href="/en/darbas/biudzetas/projektai/1.1-K1-001/"'
    for part in ("10.00", "7.99", "2.01", "990.00", "Nr. 1", link):
        assert part in page, part


def test_the_journal_keeps_saying_that_the_sums_do_not_match(client, strategy):
    client.force_login(factories.user_with(Role.AUDITOR))

    page = text_of(client.get("/darbas/biudzetas/"))
    assert "(skirtumas 7,18 EUR)" in page
    assert "\u22127,18" not in page  # „nepadengta“ has said it already


@pytest.mark.parametrize("query", ["action=9&kind=9", "kind=niekas", "page=x"])
def test_nonsense_in_the_address_of_a_list_is_ignored(client, strategy, query):
    client.force_login(factories.user_with(Role.AUDITOR))

    for address in ("/darbas/biudzetas/", "/projektai/"):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200
        assert not response.context["form"].errors
    assert client.get(f"/darbas/biudzetas/?{query}").context["page_obj"].paginator.count == 6


@pytest.mark.parametrize("role", [None, Role.EVALUATOR])
def test_the_journal_is_for_those_who_answer_for_the_money(client, strategy, role):
    client.force_login(factories.user_with(role) if role else factories.UserFactory())

    assert client.get("/darbas/biudzetas/").status_code == 403


def test_the_projects_are_filtered_and_summed(client):
    first = factories.make_action(code="1.1", places=5)
    second = factories.make_action(code="1.2", places=5)
    fund(first, 2)
    entry = operations.reserve(
        second,
        amount=Decimal("30.00"),
        project_number="1.2-K1-001",
        by=factories.UserFactory(),
        request_key="r",
    )
    project = Project(
        title="Kitas", beneficiary="Bendrija", call_number="1.2-K1", total_cost=Decimal(40)
    )
    award = operations.award(entry, by=factories.UserFactory(), document=PAPER, request_key="a")
    open_project(project, award)

    assert "Projects found: 3 · 50.00 EUR in total" in text_of(client.get("/en/projektai/"))
    assert "Projects found: 2 · 20.00 EUR in total" in text_of(
        client.get("/en/projektai/?action=1.1")
    )
