"""The life of a euro by clicks, without JavaScript: every page agrees with the books.

Strategy → award → contract for less → two payments → recovery → closing with savings →
waitlist promoted.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Page

from applications.selection.call_ranking import ranking_of
from budget import loading
from budget.models import Account, Action
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role, User
from strategy_portal.templatetags import amount, eur
from tests import books, factories
from tests.journey.walker import MINUTES, SCREENSHOTS, Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
STRATEGY = Path(loading.__file__).parent / "strategies" / "druskininkai-2024-2029.toml"
PAPER = {"document": "Dok. Nr. 1", "document_date": "2026-11-02"}
DAY = {"effective_on": "2026-11-03"}


def assert_pages_say_what_the_books_say(walker: Walker, action, number: str) -> None:
    account = Account.objects.get(action=action)
    walker.page.goto("/strategija/")
    row = walker.page.inner_text(f"#veiksmas-{action.code.replace('.', chr(92) + '.')}")
    left = account.ceiling - account.committed  # what is reserved is not public
    for figure in (account.ceiling, account.committed, left):
        assert amount(figure) in row, row
    project = Project.objects.with_money().filter(number=number).first()
    if project:
        walker.page.goto(f"/darbas/projektai/{number}/")
        figures = walker.page.inner_text("dl.figures")
        for figure in (project.held, project.paid, project.unpaid):
            assert eur(figure) in figures, figures
    assert books.differences() == []


def decide(walker: Walker, prepare: Callable[[], None]) -> None:
    """One person prepares a decision, another confirms it."""
    prepare()
    decision = re.search(r"/darbas/sprendimai/\d+/", walker.page.url).group()
    walker.sign_in("vadove@example.org", f"{decision}patvirtinti/")
    walker.see("patvirtinti")
    walker.fill(MINUTES)
    walker.page.click("main form .btn-primary")
    walker.sign_in("koordinatore@example.org", "/darbas/")


def record(walker: Walker, number: str, step: str, values: dict[str, str]) -> None:
    """Choose a step on the project's page, fill it in, preview its effect and confirm."""
    walker.page.goto(f"/darbas/projektai/{number}/")
    walker.follow(step)
    walker.fill(values)
    walker.page.click("main form .btn-primary")
    walker.see(step)
    if walker.page.locator("#poveikis").count():
        walker.page.click("main form .btn-primary")
    assert walker.page.url.endswith(f"/darbas/projektai/{number}/"), walker.page.inner_text("main")


def pay(walker: Walker, number: str, claim: str, sum_: str) -> None:
    walker.page.goto(f"/darbas/projektai/{number}/prasymas/")
    walker.page.check("main [name=kind][value=interim]")
    walker.fill({"number": claim, "received_on": "2026-11-02", "claimed": sum_})
    walker.page.click("main form .btn-primary")
    record(walker, number, "Patvirtinti arba atmesti", {"approved_on": "2026-11-02"})
    record(walker, number, "Įrašyti išmokėjimą", {**PAPER, **DAY})


def scored_call(coordinator: User) -> Call:
    """A call of action 2.2 with money for the first of its three scored applications."""
    action = loading.load(STRATEGY.read_text())[0].actions.get(code="2.2")
    sums = {"amount": Decimal("39000.00"), "max_per_project": Decimal("30000.00")}
    call = factories.make_call(action, by=coordinator, evaluators=1, overflow="skip", **sums)
    for part, requested in (("0.90", "30000.00"), ("0.80", "9500.00"), ("0.70", "9200.00")):
        factories.scored(call=call, part=part, requested=requested, cost="40000.00")
    return call


def spend(walker: Walker, action: Action, number: str) -> None:
    """From the contract to the project's end; compares the pages after each step."""

    def compare() -> None:
        assert_pages_say_what_the_books_say(walker, action, number)

    record(walker, number, "Įrašyti sutartį", {**PAPER, "amount": "29 500,00"})
    compare()
    for claim, sum_ in (("MP-1", "20 000,00"), ("MP-2", "9 000,55")):
        pay(walker, number, claim, sum_)
        compare()
    recovery = {**PAPER, **DAY, "amount": "0,55", "reason": "Netinkama"}
    record(walker, number, "Įrašyti grąžintas lėšas", recovery)
    compare()
    record(walker, number, "Užbaigti projektą", {**PAPER, "reason": "Įgyvendintas"})
    compare()


def test_a_euro_goes_out_and_comes_back(open_page: Callable[..., Page]):
    folder = SCREENSHOTS / "euro-gyvenimas"
    for old in folder.glob("*.png"):
        old.unlink()
    coordinator = factories.UserFactory(email="koordinatore@example.org", role=Role.COORDINATOR)
    factories.UserFactory(email="vadove@example.org", role=Role.MANAGER)
    call = scored_call(coordinator)
    first, second = f"{call.number}-001", f"{call.number}-002"
    walker = Walker(open_page(javascript=False), folder)

    walker.sign_in("koordinatore@example.org", f"/darbas/kvietimai/{call.number}/eile/")
    decide(walker, lambda: walker.page.click("main [name=step][value=prepare]"))
    assert_pages_say_what_the_books_say(walker, call.action, first)
    assert ranking_of(call).rows == []

    spend(walker, call.action, first)

    walker.page.goto("/darbas/")
    walker.see("darbalaukis")
    free = f"Veiksmui 2.2 laisva {eur(Decimal('10000.00'))} ir 11\xa0vietų"
    assert f"{free}: rezervinio sąrašo 1-oji paraiška telpa" in walker.page.inner_text("main")
    decide(walker, lambda: walker.press(f"Siūlyti finansuoti {second}"))
    assert_pages_say_what_the_books_say(walker, call.action, second)

    account = Account.objects.get(action=call.action)
    assert (account.committed, account.paid) == (Decimal("38500.00"), Decimal("29000.00"))
    assert account.projects == 2
