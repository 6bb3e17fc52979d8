"""One project in a real browser, from sign-up to the public list, with and without JavaScript.

Screenshots of every step are kept in `.var/screenshots/`.
"""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from applications.models.organisation import check_digit
from budget.models import Account
from strategy_portal.accounts.models import Role
from tests import books, clock, factories
from tests.factories import PASSWORD
from tests.journey.walker import MINUTES, SCREENSHOTS, Walker
from tests.mail import postman

pytestmark = [pytest.mark.django_db(transaction=True)]
ANSWERS = {
    "organizacija": {
        "head": "Vadė Vadovė",
        "contact_name": "Rasa Rasaitė",
        "contact_phone": "+370 600 00000",
        "contact_email": "rasa@example.org",
    },
    "esme": {
        "title": "Šeimos ratas",
        "public_summary": "Dienos užimtumas 24 šeimoms.",
        "need": "Trūksta paslaugų.",
        "aim": "Sukurti 24 vietas.",
        "change": "Šeimos turės pagalbą.",
        "continuity": "Tęs savivaldybė.",
        "starts_on": "2027-03-01",
        "ends_on": "2027-12-31",
    },
    "finansavimas": {"requested": "9 000,00 EUR", "own_funds": "1000"},
    "deklaracijos": {
        "signatory_name": "Vadė Vadovė",
        "signatory_office": "Pirmininkė, pagal įstatus",
    },
}


def apply(walker: Walker, call) -> str:
    """Sign up, verify, add the organisation, fill in, submit; return the application's number."""
    page = walker.page
    page.goto("/")
    walker.see("pradzia")
    walker.follow(call.title)
    walker.see("kvietimas")
    walker.follow("Pradėti paraišką")
    walker.follow("Registruotis")
    walker.fill({"email": "rasa@example.org", "name": "Rasa Rasaitė", "password1": PASSWORD})
    walker.see("registracija")
    page.click("main form button[type=submit]")
    link = re.search(r"http://\S+", postman.send_all()[-1].body).group()
    page.goto(link)
    walker.see("patvirtinti")
    page.click("main form button[type=submit]")
    page.goto(f"{call.get_absolute_url()}pradeti/")
    walker.fill(
        {
            "code": f"39999999{check_digit('39999999')}",
            "name": "Bendrija „Šeimos ratas“",
            "address": "Vilniaus al. 1, Druskininkai",
        }
    )
    page.select_option("[name=legal_form]", "association")
    walker.see("organizacija")
    page.click("main form button[type=submit]")
    page.click("main form button[type=submit]")
    walker.see("sarasas-tuscias")
    fill_in(walker)
    walker.see("patikrinti")
    walker.follow("pateikti")
    walker.see("pateikti")
    walker.press("Pateikti paraišką")
    walker.see("patvirtinimas")
    return re.search(rf"{re.escape(call.number)}-\d{{3}}", page.inner_text("main")).group()


def fill_in(walker: Walker) -> None:
    page = walker.page
    page.click("main .tasks a >> nth=0")
    for section in ("organizacija", "esme", "samata", "finansavimas", "deklaracijos"):
        assert f"/{section}/" in page.url
        if section == "samata":
            fill_costs(walker)
        else:
            walker.fill(ANSWERS[section])
        if section == "deklaracijos":
            for box in page.locator("main input[type=checkbox]").all():
                box.check()
        walker.see(section)
        page.click("main .savebar .btn-primary")


def fill_costs(walker: Walker) -> None:
    page = walker.page
    for index, (name, kind, number, price) in enumerate(
        [
            ("Psichologo paslaugos", "services", "120", "45"),
            ("Nešiojamasis kompiuteris", "equipment", "2", "2 300,00"),
        ]
    ):
        if index:
            walker.press("Pridėti eilutę")
        prefix = f"lines-{index}-"
        walker.fill(
            {
                f"{prefix}name": name,
                f"{prefix}unit": "vnt.",
                f"{prefix}quantity": number,
                f"{prefix}unit_price": price,
            }
        )
        page.select_option(f"[name={prefix}kind]", kind)
    page.click("main .actions:not(.savebar) [name=recalculate]")
    assert "10\u00a0000,00\u00a0EUR" in page.inner_text("main .sum")


def check_and_assign(walker: Walker, number: str, evaluators: list) -> None:
    page = walker.page
    walker.sign_in("koordinatore@example.org", f"/darbas/paraiskos/{number}/tikrinti/")
    page.click("main form .btn-primary")
    for box in page.locator("main input[type=radio][value=yes]").all():
        box.check()
    walker.see("tikrinimas")
    page.click("main [name=step][value=conclude]")
    page.goto(f"/darbas/paraiskos/{number}/vertintojai/")
    for evaluator in evaluators:
        page.check(f"main input[name=evaluators][value='{evaluator.pk}']")
    walker.see("vertintojai")
    page.click("main form .btn-primary")


def score(walker: Walker, evaluator, number: str, points: str) -> None:
    page = walker.page
    walker.sign_in(evaluator.email, f"/darbas/paraiskos/{number}/nesaliskumas/")
    assert "Psichologo" not in page.inner_text("body")
    page.check("main input[name=has_conflict][value=no]")
    walker.see("nesaliskumas")
    page.click("main form .btn-primary")
    page.goto(f"/darbas/paraiskos/{number}/vertinti/")
    for field in page.locator("main input[name^=points-]").all():
        field.fill(points)
    for field in page.locator("main textarea[name^=reason-]").all():
        field.fill("Poreikis pagrįstas skaičiais, veiklos jį atitinka.")
    walker.see("vertinimas")
    page.click("main [name=step][value=check]")
    walker.see("vertinimo-patvirtinimas")
    page.click("main [name=step][value=submit]")


def decide(walker: Walker, call, number: str) -> None:
    page = walker.page
    walker.sign_in("koordinatore@example.org", f"/darbas/kvietimai/{call.number}/eile/")
    assert number in page.inner_text("main")
    walker.see("eile")
    page.click("main [name=step][value=prepare]")
    walker.see("sprendimas")
    decision = re.search(r"/darbas/sprendimai/\d+/", page.url).group()
    walker.sign_in("vadove@example.org", f"{decision}patvirtinti/")
    walker.fill(MINUTES)
    walker.see("patvirtinti-sprendima")
    page.click("main form .btn-primary")
    walker.see("patvirtinta")


@pytest.mark.parametrize("javascript", [False, True], ids=["without JavaScript", "with JavaScript"])
def test_a_project_walks_from_an_open_call_to_the_public_list(
    open_page: Callable[..., Page], javascript: bool
):
    folder = SCREENSHOTS / ("su-javascript" if javascript else "be-javascript")
    for old in folder.glob("*.png"):
        old.unlink()
    coordinator = factories.UserFactory(email="koordinatore@example.org", role=Role.COORDINATOR)
    factories.UserFactory(email="vadove@example.org", role=Role.MANAGER)
    evaluators = [factories.user_with(Role.EVALUATOR) for _number in range(2)]
    action = factories.make_action(money="50000.00", places=2)
    call = factories.make_call(
        action, by=coordinator, title="Socialinės paslaugos pažeidžiamiems gyventojams"
    )
    walker = Walker(open_page(javascript=javascript), folder)

    number = apply(walker, call)
    clock.after(call)
    check_and_assign(walker, number, evaluators)
    for evaluator, points in zip(evaluators, ("30", "35,5"), strict=True):
        score(walker, evaluator, number, points)
    decide(walker, call, number)

    walker.page.context.clear_cookies()
    walker.page.goto("/projektai/")
    walker.see("projektai")
    assert "Šeimos ratas" in walker.page.inner_text("main")
    assert "9\u00a0000,00" in walker.page.inner_text("main")
    walker.page.goto("/strategija/")
    walker.see("strategija")
    assert "41\u00a0000,00" in walker.page.inner_text("main")
    account = Account.objects.get(action=action)
    assert (account.left, account.committed, account.projects) == (
        Decimal("41000.00"),
        Decimal("9000.00"),
        1,
    )
    assert books.differences() == []
