"""The office's pages of projects: ask, show, write; bad input is refused and writes nothing."""

from decimal import Decimal

import pytest
from django.urls import reverse

from applications.selection.models import Declaration
from applications.selection.operations import declaring
from budget.models import Entry, Kind
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from tests import factories
from tests.budget.projects import office
from tests.budget.projects.office import (
    BECAUSE,
    CONTRACT,
    PAID,
    PAPER,
    hidden,
    left,
    page_of,
    send,
    send_twice,
    url,
    url_of_claim,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("right_books")]


def contracts():
    return Entry.objects.filter(kind=Kind.CONTRACT)


def test_a_contract_is_shown_then_written(client, clerk, project):
    answer, page = send_twice(client, url(project, "sutartis"), CONTRACT)

    assert (answer.status_code, answer.url) == (303, page_of(project))
    lines = [(before.amount, after.amount) for before, after in page.context["effect"].lines]
    assert (Decimal("9000.00"), Decimal("8500.00")) in lines
    assert left(project) == Decimal("91500.00")
    entry = contracts().get()
    assert (entry.document, str(entry.document_date)) == ("SUT-1", "2026-11-02")
    assert entry.posted_by == clerk
    story = client.get(answer.url).content.decode()
    assert "8\u00a0500,00" in story
    assert "SUT-1" in story


def test_showing_writes_nothing(client, clerk, project):
    send(client, url(project, "sutartis"), CONTRACT)

    assert not contracts().exists()


def test_other_figures_than_those_shown_are_shown_first(client, clerk, project):
    address = url(project, "sutartis")
    page = send(client, address, CONTRACT)

    again = client.post(address, hidden(page) | CONTRACT | {"amount": "8000,00"})

    assert again.status_code == 200
    assert not contracts().exists()


def test_the_same_form_twice_answers_the_same_and_counts_once(client, clerk, project):
    address = url(project, "sutartis")
    page = send(client, address, CONTRACT)

    answers = [client.post(address, hidden(page) | CONTRACT) for _time in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(303, answers[0].url)] * 2
    assert contracts().count() == 1


def test_a_form_sent_anew_from_an_older_page_answers_the_same(client, clerk, project):
    address = url(project, "sutartis")
    older = hidden(client.get(address))
    page = client.post(address, older | CONTRACT)
    answer = client.post(address, hidden(page) | CONTRACT)

    again = client.post(address, older | CONTRACT)

    assert (again.status_code, again.url) == (303, answer.url)
    assert contracts().count() == 1


def test_a_page_whose_figures_moved_shows_the_new_ones_with_409(client, clerk, project):
    address = url(project, "sutartis")
    page = send(client, address, CONTRACT)
    factories.approved(
        call=factories.make_call(project.action), requested="1000.00", cost="2000.00"
    )

    late = client.post(address, hidden(page) | CONTRACT)

    assert late.status_code == 409
    assert not contracts().exists()
    before = {figure.amount for figure, _after in late.context["effect"].lines}
    assert Decimal("90000.00") in before
    assert client.post(address, hidden(late) | CONTRACT).status_code == 303


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "0"},
        {"amount": "-1"},
        {"amount": "NaN"},
        {"amount": "8500,005"},
        {"amount": ""},
        {"amount": "10 000,01"},
        {"amount": "999 999 999 999"},
        {"document": ""},
        {"document_date": "2026-13-01"},
        {"document_date": "2099-01-01"},
        {"ends_on": "2026-12-31"},
        {"part-es-vb": "8500,01"},
        {"part-es-vb": "-1"},
    ],
)
def test_what_cannot_be_a_contract_is_refused_and_kept(client, clerk, project, wrong):
    answer = send(client, url(project, "sutartis"), CONTRACT | wrong)

    assert answer.status_code == 422
    assert 'class="error-summary"' in answer.content.decode()
    assert 'value="SUT-1"' in answer.content.decode() or "document" in wrong
    assert not contracts().exists()


def test_a_contract_over_the_action_says_by_how_much(client, clerk):
    action = factories.make_action(money="10000.00", code="9.1")
    call = factories.make_call(action, max_per_project=Decimal("50000.00"))
    application = factories.approved(call=call, requested="9000.00", cost="10000.00")
    project = Project.objects.get(number=application.number)
    typed = CONTRACT | {"amount": "10000,01", "total_cost": "20000"}

    answer = send(client, url(project, "sutartis"), typed)

    assert answer.status_code == 422
    problems = str(answer.context["form"].non_field_errors())
    assert "0,01" in problems
    assert "9.1" in problems


def test_the_whole_life_by_clicking(client, clerk, project):
    def figures():
        found = Project.objects.with_money().get(pk=project.pk)
        return left(project), found.held, found.paid

    send_twice(client, url(project, "sutartis"), CONTRACT)
    for number, amount in (("MP-1", "3000,00"), ("MP-2", "4000,50")):
        office.register(client, project, number, amount)
        office.approve(client, project, amount)
        office.pay(client, project, amount)
    assert figures() == tuple(map(Decimal, ("91500.00", "8500.00", "7000.50")))

    typed = PAID | {"amount": "500,25", "reason": "Netinkamos išlaidos"}
    assert send_twice(client, url(project, "grazinimas"), typed)[0].status_code == 303
    typed = PAPER | {"reason": "Projektas baigtas"}
    assert send_twice(client, url(project, "baigti"), typed)[0].status_code == 303

    assert figures() == tuple(map(Decimal, ("93499.75", "6500.25", "6500.25")))
    assert client.get(page_of(project)).status_code == 200


def test_an_entry_is_corrected_by_its_mirror(client, clerk, project):
    send_twice(client, url(project, "sutartis"), CONTRACT)
    entry = contracts().get()
    address = reverse("projects_office:correct_entry", args=[project.number, entry.nth()])

    answer, _page = send_twice(client, address, PAPER | {"reason": "Ne ta suma"})

    assert answer.status_code == 303
    assert left(project) == Decimal("91000.00")
    assert "istaisyti" not in client.get(answer.url).content.decode()


def test_what_the_project_cannot_do_now_is_refused(client, clerk, project):
    address = url(project, "baigti")

    answer = send(client, address, BECAUSE)
    confirmed = client.post(address, hidden(answer) | BECAUSE)

    assert (answer.status_code, confirmed.status_code) == (409, 409)
    assert "effect" not in answer.context
    assert Project.objects.get(pk=project.pk).status == "preparing"


def test_a_conflict_of_interest_closes_the_project_in_the_office(client, clerk, project):
    application = factories.Application.objects.get(number=project.number)
    declaring.declare(application, factories.press(clerk), has_conflict=True, relation="family")
    assert Declaration.objects.filter(person=clerk, has_conflict=True).exists()

    for address in (page_of(project), url(project, "sutartis")):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.BOARD])
def test_who_only_reads_is_offered_no_step(client, project, role):
    client.force_login(factories.user_with(role))

    page = client.get(page_of(project))

    assert page.context["steps"] == []
    assert client.get(url(project, "sutartis")).status_code == 403


@pytest.mark.parametrize("slug", ["niekas", "tvirtinti", "istaisyti"])
def test_an_unknown_step_is_not_there(client, clerk, project, slug):
    assert client.get(url(project, slug)).status_code == 404


def test_the_page_offers_what_the_project_can_take_now(client, clerk, project):
    def offered():
        page = client.get(page_of(project))
        steps = page.context["steps"]
        links = [f'href="{url(project, step.slug)}">{step.title}</a>' for step in steps]
        assert [link for link in links if link not in page.content.decode()] == []
        return [step.slug for step in steps]

    assert offered() == ["sutartis", "nutraukti"]
    office.run_with_claim(client, project)
    usual = ["prasymas", "keitimas", "baigti", "sustabdyti", "nutraukti"]
    assert offered() == [*usual, "grazinimas"]
    assert send(client, url(project, "sustabdyti"), BECAUSE).status_code == 303
    assert offered() == ["atnaujinti", "keitimas", "nutraukti", "grazinimas"]
    send_twice(client, url(project, "nutraukti"), BECAUSE)
    assert offered() == ["grazinimas"]


def test_a_claim_offers_only_what_its_project_allows(client, clerk, project):
    office.run_with_claim(client, project)
    link = f'href="{url_of_claim(project, "ismoketi")}">'
    assert link in client.get(page_of(project)).content.decode()

    send_twice(client, url(project, "nutraukti"), BECAUSE)

    assert link not in client.get(page_of(project)).content.decode()
