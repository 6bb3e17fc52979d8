"""Drives the office's pages of a project: fill in, look at the effect, confirm it."""

import html
import re

from django.urls import reverse

from budget.models import Account

PAPER = {"document": "SUT-1", "document_date": "2026-11-02"}
BECAUSE = {**PAPER, "reason": "Pagal raštą"}
PAID = {**PAPER, "effective_on": "2026-11-05"}
CONTRACT = {
    **PAPER,
    "amount": "8 500,00",
    "total_cost": "10 000,00",
    "starts_on": "2027-01-01",
    "ends_on": "2027-12-31",
}


def page_of(project):
    return reverse("projects_office:detail", args=[project.number])


def url(project, slug):
    return reverse("projects_office:step", args=[project.number, slug])


def url_of_claim(project, slug):
    """The address of the step `slug` with the project's newest claim."""
    claim = project.claims.last()
    return reverse("projects_office:claim_step", args=[project.number, claim.pk, slug])


def hidden(response):
    """The hidden fields of the page's form."""
    text = response.content.decode()
    form = text[text.index('<form class="form"') :]
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in fields}


def send(client, address, typed):
    """Open the page, fill in the form and submit it."""
    return client.post(address, hidden(client.get(address)) | typed)


def send_twice(client, address, typed):
    """Open the page, fill in, look at what would change, confirm it."""
    page = send(client, address, typed)
    assert page.status_code == 200, page.context["form"].errors
    assert "effect" in page.context
    return client.post(address, hidden(page) | typed), page


def register(client, project, number, claimed):
    typed = {"kind": "interim", "number": number, "received_on": "2026-11-03", "claimed": claimed}
    assert send(client, url(project, "prasymas"), typed).status_code == 303


def approve(client, project, approved):
    typed = {"approved": approved, "approved_on": "2026-11-04", "reason": "Ne viskas tinkama"}
    assert send(client, url_of_claim(project, "tvirtinti"), typed).status_code == 303


def pay(client, project, amount):
    address = url_of_claim(project, "ismoketi")
    answer, _page = send_twice(client, address, PAID | {"amount": amount})
    assert answer.status_code == 303


def run_with_claim(client, project):
    """A contract for 8 500 EUR, 3 000 paid, and another claim of 9 000 approved for 2 000."""
    send_twice(client, url(project, "sutartis"), CONTRACT)
    register(client, project, "MP-1", "3000,00")
    approve(client, project, "3000,00")
    pay(client, project, "3000,00")
    register(client, project, "MP-2", "9000,00")
    approve(client, project, "2000,00")


def left(project):
    return Account.objects.get(action=project.action).left
