"""The office's pages of projects: asked, shown, written; bad input refused with the new figures, nothing written."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.selection.models import Declaration
from applications.selection.operations import declaring
from budget.models import Account, Entry, Kind
from budget.projects.models import Project
from strategy_portal.accounts.models import Role
from tests import books, factories

pytestmark = pytest.mark.django_db
PAPER = {"document": "SUT-1", "document_date": "2026-11-02"}
CONTRACT = {
    **PAPER,
    "amount": "8 500,00",
    "total_cost": "10 000,00",
    "starts_on": "2027-01-01",
    "ends_on": "2027-12-31",
}


@pytest.fixture
def project(db):
    """9 000 EUR awarded from an action of 100 000."""
    return Project.objects.get(
        number=factories.approved(requested="9000.00", cost="10000.00").number
    )


@pytest.fixture
def clerk(client):
    user = factories.user_with(Role.COORDINATOR)
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def the_books_are_right(db):
    yield
    assert books.differences() == []


def url(project, slug, **more):
    return reverse("projects_office:step", args=[project.number, slug])


def hidden(response):
    """What the page's form carries unseen."""
    text = response.content.decode()
    form = text[text.index('<form class="form"') :]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def press_twice(client, address, typed):
    """Fill in, look at what would change, press the button below it."""
    page = client.post(address, hidden(client.get(address)) | typed)
    assert page.status_code == 200, page.context["form"].errors
    assert "effect" in page.context
    return client.post(address, hidden(page) | typed), page


def left(project):
    return Account.objects.get(action=project.action).left


def test_a_contract_is_shown_then_written(client, clerk, project):
    answer, page = press_twice(client, url(project, "sutartis"), CONTRACT)

    assert (answer.status_code, answer.url) == (
        303,
        reverse("projects_office:detail", args=[project.number]),
    )
    lines = {line.label: (line.before, line.after) for line in page.context["effect"]}
    assert (Decimal("9000.00"), Decimal("8500.00")) in lines.values()
    assert left(project) == Decimal("91500.00")
    entry = Entry.objects.get(kind=Kind.CONTRACT)
    assert (entry.document, str(entry.document_date), entry.posted_by) == (
        "SUT-1",
        "2026-11-02",
        clerk,
    )
    story = client.get(answer.url).content.decode()
    assert "8\u00a0500,00" in story
    assert "SUT-1" in story


def test_showing_writes_nothing(client, clerk, project):
    client.post(url(project, "sutartis"), hidden(client.get(url(project, "sutartis"))) | CONTRACT)

    assert not Entry.objects.filter(kind=Kind.CONTRACT).exists()


def test_other_figures_than_those_shown_are_shown_first(client, clerk, project):
    address = url(project, "sutartis")
    page = client.post(address, hidden(client.get(address)) | CONTRACT)

    again = client.post(address, hidden(page) | CONTRACT | {"amount": "8000,00"})

    assert again.status_code == 200
    assert not Entry.objects.filter(kind=Kind.CONTRACT).exists()


def test_the_same_form_twice_answers_the_same_and_counts_once(client, clerk, project):
    address = url(project, "sutartis")
    page = client.post(address, hidden(client.get(address)) | CONTRACT)

    answers = [client.post(address, hidden(page) | CONTRACT) for _time in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(303, answers[0].url)] * 2
    assert Entry.objects.filter(kind=Kind.CONTRACT).count() == 1


def test_a_page_whose_figures_moved_shows_the_new_ones_with_409(client, clerk, project):
    address = url(project, "sutartis")
    page = client.post(address, hidden(client.get(address)) | CONTRACT)
    factories.approved(
        call=factories.make_call(project.action), requested="1000.00", cost="2000.00"
    )

    late = client.post(address, hidden(page) | CONTRACT)

    assert late.status_code == 409
    assert not Entry.objects.filter(kind=Kind.CONTRACT).exists()
    assert Decimal("90000.00") in {line.before for line in late.context["effect"]}
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
        {"document_date": (timezone.localdate() + timedelta(days=2)).isoformat()},
        {"ends_on": "2026-12-31"},
        {"part-es-vb": "8500,01"},
        {"part-es-vb": "-1"},
    ],
)
def test_what_cannot_be_a_contract_is_refused_and_kept(client, clerk, project, wrong):
    address = url(project, "sutartis")
    typed = CONTRACT | wrong

    answer = client.post(address, hidden(client.get(address)) | typed)
    if answer.status_code == 200:  # found out only when it is written
        answer = client.post(address, hidden(answer) | typed)

    assert answer.status_code == 422
    assert 'class="error-summary"' in answer.content.decode()
    assert 'value="SUT-1"' in answer.content.decode() or "document" in wrong
    assert not Entry.objects.filter(kind=Kind.CONTRACT).exists()


def test_a_contract_over_the_action_says_by_how_much(client, clerk):
    call = factories.make_call(
        factories.make_action(money="10000.00", code="9.1"), max_per_project=Decimal("50000.00")
    )
    project = Project.objects.get(
        number=factories.approved(call=call, requested="9000.00", cost="10000.00").number
    )
    address = url(project, "sutartis")

    answer = client.post(
        address,
        hidden(client.get(address)) | CONTRACT | {"amount": "10000,01", "total_cost": "20000"},
    )

    assert answer.status_code == 422
    assert "0,01" in str(answer.context["form"].non_field_errors())
    assert "9.1" in str(answer.context["form"].non_field_errors())


def test_the_whole_life_by_clicking(client, clerk, project):
    def figures():
        found = Project.objects.with_money().get(pk=project.pk)
        return left(project), found.held, found.paid

    def claim(slug):
        return reverse(
            "projects_office:claim_step", args=[project.number, project.claims.last().pk, slug]
        )

    press_twice(client, url(project, "sutartis"), CONTRACT)
    for number, amount in (("MP-1", "3000,00"), ("MP-2", "4000,50")):
        address = url(project, "prasymas")
        typed = {
            "kind": "interim",
            "number": number,
            "received_on": "2026-11-03",
            "claimed": amount,
        }
        assert client.post(address, hidden(client.get(address)) | typed).status_code == 303
        typed = {"approved": amount, "approved_on": "2026-11-04"}
        assert (
            client.post(
                claim("tvirtinti"), hidden(client.get(claim("tvirtinti"))) | typed
            ).status_code
            == 303
        )
        typed = {**PAPER, "amount": amount, "effective_on": "2026-11-05"}
        assert press_twice(client, claim("ismoketi"), typed)[0].status_code == 303
    assert figures() == tuple(map(Decimal, ("91500.00", "8500.00", "7000.50")))

    typed = {
        **PAPER,
        "amount": "500,25",
        "effective_on": "2026-11-06",
        "reason": "Netinkamos išlaidos",
    }
    assert press_twice(client, url(project, "grazinimas"), typed)[0].status_code == 303
    typed = {**PAPER, "reason": "Projektas baigtas"}
    assert press_twice(client, url(project, "baigti"), typed)[0].status_code == 303

    assert figures() == tuple(map(Decimal, ("93499.75", "6500.25", "6500.25")))
    assert client.get(reverse("projects_office:detail", args=[project.number])).status_code == 200


def test_an_entry_is_corrected_by_its_mirror(client, clerk, project):
    press_twice(client, url(project, "sutartis"), CONTRACT)
    entry = Entry.objects.get(kind=Kind.CONTRACT)
    address = reverse("projects_office:correct_entry", args=[project.number, entry.seq])

    answer, _page = press_twice(client, address, {**PAPER, "reason": "Ne ta suma"})

    assert answer.status_code == 303
    assert left(project) == Decimal("91000.00")
    assert "istaisyti" not in client.get(answer.url).content.decode()


def test_what_the_project_cannot_do_now_is_refused(client, clerk, project):
    address = url(project, "baigti")

    answer = client.post(address, hidden(client.get(address)) | {**PAPER, "reason": "Baigta"})
    confirmed = client.post(address, hidden(answer) | {**PAPER, "reason": "Baigta"})

    assert (answer.status_code, confirmed.status_code) == (409, 409)
    assert "effect" not in answer.context
    assert Project.objects.get(pk=project.pk).status == "preparing"


def test_a_conflict_of_interest_closes_the_project_in_the_office(client, clerk, project):
    application = factories.Application.objects.get(number=project.number)
    declaring.declare(application, factories.press(clerk), has_conflict=True, relation="family")
    assert Declaration.objects.filter(person=clerk, has_conflict=True).exists()

    for address in (
        reverse("projects_office:detail", args=[project.number]),
        url(project, "sutartis"),
    ):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.BOARD])
def test_who_only_reads_is_offered_no_step(client, project, role):
    client.force_login(factories.user_with(role))

    page = client.get(reverse("projects_office:detail", args=[project.number]))

    assert page.context["steps"] == []
    assert client.get(url(project, "sutartis")).status_code == 403


@pytest.mark.parametrize("slug", ["niekas", "tvirtinti", "istaisyti"])
def test_an_unknown_step_is_not_there(client, clerk, project, slug):
    assert client.get(url(project, slug)).status_code == 404


def running_with_claim(client, project):
    """By contract for 8 500 EUR, 3 000 paid, and another claim of 9 000 that was approved for 2 000."""
    press_twice(client, url(project, "sutartis"), CONTRACT)
    for number, claimed, approved in (
        ("MP-1", "3000,00", "3000,00"),
        ("MP-2", "9000,00", "2000,00"),
    ):
        typed = {
            "kind": "interim",
            "number": number,
            "received_on": "2026-11-03",
            "claimed": claimed,
        }
        client.post(url(project, "prasymas"), hidden(client.get(url(project, "prasymas"))) | typed)
        address = reverse(
            "projects_office:claim_step",
            args=[project.number, project.claims.last().pk, "tvirtinti"],
        )
        typed = {
            "approved": approved,
            "approved_on": "2026-11-04",
            "reason": "Ne visos išlaidos tinkamos",
        }
        client.post(address, hidden(client.get(address)) | typed)
        if number == "MP-1":
            press_twice(
                client, address.replace("tvirtinti", "ismoketi"), {**PAID, "amount": approved}
            )
    return address.replace("tvirtinti", "ismoketi")


PAID = {**PAPER, "effective_on": "2026-11-05"}
WRONG_SUMS = ["0", "0,00", "-5", "NaN", "1e3", "1,005", "", "daug"]


def test_a_wrong_payment_is_refused_with_the_reason(client, clerk, project):
    address = running_with_claim(client, project)

    for wrong in [*WRONG_SUMS, "2000,01", "9000"]:
        answer = client.post(address, hidden(client.get(address)) | PAID | {"amount": wrong})
        assert answer.status_code == 422, wrong
        assert 'class="error-summary"' in answer.content.decode()

    assert Entry.objects.filter(kind=Kind.PAYMENT).count() == 1


def test_a_wrong_recovery_is_refused_with_the_reason(client, clerk, project):
    running_with_claim(client, project)
    address = url(project, "grazinimas")

    for wrong in [*WRONG_SUMS, "3000,01"]:
        answer = client.post(
            address, hidden(client.get(address)) | PAID | {"amount": wrong, "reason": "Grąžinta"}
        )
        assert answer.status_code == 422, wrong

    assert "0,01" in str(answer.context["form"].non_field_errors())
    assert not Entry.objects.filter(kind=Kind.RECOVERY).exists()


def test_nothing_is_recovered_where_nothing_was_paid(client, clerk, project):
    press_twice(client, url(project, "sutartis"), CONTRACT)
    address = url(project, "grazinimas")

    answer = client.post(
        address, hidden(client.get(address)) | PAID | {"amount": "0,01", "reason": "Grąžinta"}
    )

    assert answer.status_code == 422
    assert not Entry.objects.filter(kind=Kind.RECOVERY).exists()


def test_a_claim_is_not_paid_twice_by_two_pages(client, clerk, project):
    address = running_with_claim(client, project)
    typed = {**PAID, "amount": "2000,00"}
    pages = [client.post(address, hidden(client.get(address)) | typed) for _person in range(2)]

    answers = [client.post(address, hidden(page) | typed).status_code for page in pages]

    assert answers == [303, 409]
    assert Entry.objects.filter(kind=Kind.PAYMENT).count() == 2


def test_a_claim_not_yet_approved_is_not_paid(client, clerk, project):
    press_twice(client, url(project, "sutartis"), CONTRACT)
    typed = {"kind": "interim", "number": "MP-1", "received_on": "2026-11-03", "claimed": "100,00"}
    client.post(url(project, "prasymas"), hidden(client.get(url(project, "prasymas"))) | typed)
    address = reverse(
        "projects_office:claim_step", args=[project.number, project.claims.get().pk, "ismoketi"]
    )

    answer = client.post(address, hidden(client.get(address)) | PAID | {"amount": "100,00"})

    assert answer.status_code == 409
    assert not Entry.objects.filter(kind=Kind.PAYMENT).exists()


def test_money_recovered_after_the_end_is_shown_and_undone_with_its_release(client, clerk, project):
    running_with_claim(client, project)
    press_twice(client, url(project, "nutraukti"), PAPER | {"reason": "Nutraukta"})
    press_twice(
        client, url(project, "grazinimas"), PAID | {"amount": "100,00", "reason": "Grąžinta"}
    )
    recovery = Entry.objects.get(kind=Kind.RECOVERY)
    address = reverse("projects_office:correct_entry", args=[project.number, recovery.seq])

    answer, page = press_twice(client, address, PAPER | {"reason": "Ne tas projektas"})

    assert (answer.status_code, len(page.context["moves"])) == (303, 2)
    assert f"({recovery.seq}. Grąžinta)" in page.content.decode()
    assert "Grąžinta 100,00" in page.content.decode().replace("\u00a0", " ")
    assert Project.objects.with_money().get(pk=project.pk).held == Decimal("3000.00")
    assert Project.objects.get(pk=project.pk).status == "terminated"
