"""A person using the portal in a browser; screenshots are kept in `.var/screenshots/`."""

from pathlib import Path

from django.conf import settings
from playwright.sync_api import Page

from tests.factories import PASSWORD

SCREENSHOTS = Path(settings.VAR_DIR) / "screenshots"
MINUTES = {"number": "VP-7", "dated": "2026-11-02"}


class Walker:
    """One person at their browser; numbers the screenshots."""

    def __init__(self, page: Page, folder: Path):
        self.page, self.folder = page, folder

    def see(self, name: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        number = len(list(self.folder.glob("*.png"))) + 1
        self.page.screenshot(path=self.folder / f"{number:02d}-{name}.png", full_page=True)

    def press(self, text: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=text).first.click()

    def follow(self, text: str) -> None:
        self.page.get_by_role("main").get_by_role("link", name=text).first.click()

    def fill(self, values: dict[str, str]) -> None:
        for name, value in values.items():
            self.page.fill(f"main [name={name}]", value)

    def sign_in(self, email: str, address: str) -> None:
        self.page.context.clear_cookies()
        self.page.goto(f"/paskyra/prisijungti/?next={address}")
        self.fill({"login": email, "password": PASSWORD})
        self.press("Prisijungti")
        assert self.page.url.endswith(address), self.page.url
