"""Two strategies with equal action codes, in a browser: calls, figures and books stay apart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from budget import loading
from calls.models import Call
from strategy_portal.accounts.models import Role
from tests import factories
from tests.calls.test_editing import RULES
from tests.journey.walker import SCREENSHOTS, Walker

pytestmark = [pytest.mark.django_db(transaction=True)]
FILE = Path(loading.__file__).parent / "strategies" / "druskininkai-2024-2029.toml"
WORDS = {
    "": ("Strategija ir biudžetas", "466\u00a0042,02", "500\u00a0000,00"),
    "/en": ("Strategy and budget", "466,042.02", "500,000.00"),
}


def load_both() -> None:
    """The strategy of 2024–2029 and the next one, with the same codes and other sums."""
    text = FILE.read_text()
    loading.load(text)
    for old, new in (
        ("2024", "2030"),
        ("2029", "2035"),
        ("466042.02", "500000.00"),
        ("952303.76", "999999.99"),
    ):
        text = text.replace(old, new)
    loading.load(text)


def create_call(walker: Walker, years: str) -> str:
    """Create a call for action 2.2 of the strategy of `years`; return its number."""
    page = walker.page
    page.goto("/darbas/kvietimai/naujas/")
    option = page.locator(f"main [name=action] optgroup[label='{years}'] option", has_text="2.2.")
    page.select_option("main [name=action]", option.get_attribute("value"))
    choices = {name: RULES[name] for name in ("overflow", "channel")}
    for name, value in choices.items():
        page.check(f"main [name={name}][value={value}]")
    ranks = {name: RULES[name] for name in RULES if name.startswith("tie_break")}
    for name, value in ranks.items():
        page.select_option(f"main [name={name}]", value)
    walker.fill({name: RULES[name] for name in RULES.keys() - choices.keys() - ranks.keys()})
    walker.see(f"kvietimas-{years}")
    page.click("main form .btn-primary")
    return Call.objects.order_by("pk").last().number


def compare(walker: Walker, language: str) -> None:
    """The public pages and the office's books of both strategies, one reached from the other."""
    page, (title, first, second) = walker.page, WORDS[language]
    for address in (f"{language}/strategija/", f"{language}/darbas/biudzetas/"):
        page.goto(address)
        is_public = "strategija" in address
        for years, own, other in (("2030–2035", second, first), ("2024–2029", first, second)):
            walker.follow(years)
            assert page.url.endswith(f"{address}{years.replace('–', '-')}/")
            walker.see(f"{'strategija' if is_public else 'zurnalas'}-{years}")
            if is_public:
                assert title in page.inner_text("h1")
                assert own in page.inner_text("main")
                assert other not in page.inner_text("main")
            else:
                page.goto(f"{page.url}veiksmai/2.2/")
                assert own in page.inner_text("main")
                page.go_back()


@pytest.mark.parametrize("javascript", [True, False])
def test_two_strategies_run_side_by_side(open_page: Callable[..., Page], javascript: bool):
    folder = SCREENSHOTS / "dvi-strategijos"
    load_both()
    factories.UserFactory(email="koordinatore@example.org", role=Role.COORDINATOR)
    walker = Walker(open_page(javascript=javascript), folder)
    walker.sign_in("koordinatore@example.org", "/darbas/kvietimai/")

    numbers = [create_call(walker, years) for years in ("2024–2029", "2030–2035", "2024–2029")]

    assert numbers == ["2.2-K1", "2.2-K2", "2.2-K3"]
    of = Call.objects.order_by("number").values_list("action__strategy__first_year", flat=True)
    assert list(of) == [2024, 2030, 2024]
    for language in WORDS:
        compare(walker, language)
