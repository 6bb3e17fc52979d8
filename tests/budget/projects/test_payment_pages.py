"""The office's pages of payments and recoveries: wrong input is refused with the reason."""

from decimal import Decimal

import pytest
from django.urls import reverse

from budget.models import Entry, Kind
from budget.projects.models import Project
from tests.budget.projects import office
from tests.budget.projects.office import (
    CONTRACT,
    PAID,
    PAPER,
    hidden,
    send,
    send_twice,
    url,
    url_of_claim,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("right_books")]
WRONG_SUMS = ["0", "0,00", "-5", "NaN", "1e3", "1,005", "", "daug"]
RECOVERED = {**PAID, "reason": "Grąžinta"}


def entries(kind):
    return Entry.objects.filter(kind=kind)


def test_a_wrong_payment_is_refused_with_the_reason(client, clerk, project):
    office.run_with_claim(client, project)
    address = url_of_claim(project, "ismoketi")

    for wrong in [*WRONG_SUMS, "2000,01", "9000"]:
        answer = send(client, address, PAID | {"amount": wrong})
        assert answer.status_code == 422, wrong
        assert 'class="error-summary"' in answer.content.decode()

    assert entries(Kind.PAYMENT).count() == 1


def test_a_wrong_recovery_is_refused_with_the_reason(client, clerk, project):
    office.run_with_claim(client, project)

    for wrong in [*WRONG_SUMS, "3000,01"]:
        answer = send(client, url(project, "grazinimas"), RECOVERED | {"amount": wrong})
        assert answer.status_code == 422, wrong

    assert "0,01" in str(answer.context["form"].non_field_errors())
    assert not entries(Kind.RECOVERY).exists()


def test_nothing_is_recovered_where_nothing_was_paid(client, clerk, project):
    send_twice(client, url(project, "sutartis"), CONTRACT)

    answer = send(client, url(project, "grazinimas"), RECOVERED | {"amount": "0,01"})

    assert answer.status_code == 422
    assert not entries(Kind.RECOVERY).exists()


def test_a_claim_is_not_paid_twice_by_two_pages(client, clerk, project):
    office.run_with_claim(client, project)
    address = url_of_claim(project, "ismoketi")
    typed = PAID | {"amount": "2000,00"}
    pages = [send(client, address, typed) for _person in range(2)]

    answers = [client.post(address, hidden(page) | typed).status_code for page in pages]

    assert answers == [303, 409]
    assert entries(Kind.PAYMENT).count() == 2


def test_a_claim_not_yet_approved_is_not_paid(client, clerk, project):
    send_twice(client, url(project, "sutartis"), CONTRACT)
    office.register(client, project, "MP-1", "100,00")

    answer = send(client, url_of_claim(project, "ismoketi"), PAID | {"amount": "100,00"})

    assert answer.status_code == 409
    assert not entries(Kind.PAYMENT).exists()


def test_money_recovered_after_the_end_is_shown_and_undone_with_its_release(client, clerk, project):
    office.run_with_claim(client, project)
    send_twice(client, url(project, "nutraukti"), PAPER | {"reason": "Nutraukta"})
    send_twice(client, url(project, "grazinimas"), RECOVERED | {"amount": "100,00"})
    recovery = entries(Kind.RECOVERY).get()
    address = reverse("projects_office:correct_entry", args=[project.number, recovery.nth()])

    answer, page = send_twice(client, address, PAPER | {"reason": "Ne tas projektas"})

    assert answer.status_code == 303
    assert len(page.context["effect"].moves) == 2
    assert f"({recovery.nth()}. Grąžinta)" in page.content.decode()
    assert "Grąžinta 100,00" in page.content.decode().replace("\u00a0", " ")
    found = Project.objects.with_money().get(pk=project.pk)
    assert (found.held, found.status) == (Decimal("3000.00"), "terminated")
