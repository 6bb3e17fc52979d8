"""A client that works with the portal over HTTP: signs in, reads, submits forms."""

import html
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from django.urls import reverse

from strategy_portal.accounts.models import User
from tests import factories

PATIENCE = 120  # seconds for one answer
BUSY = 503
SUMMARY = re.compile(
    r'<div class="error-summary".*?</div>|<p class="note note-error".*?</p>', re.DOTALL
)

Fields = dict[str, str]


class NoAnswer(Exception):
    """The connection broke: whether the request was carried out is unknown."""


class FormReader(HTMLParser):
    """Reads the fields of the first form in the page's main part, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Fields = {}
        self.is_main = self.is_form = self.is_done = False
        self.name = ""  # of the select or textarea we are in

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.is_main = self.is_main or tag == "main"
        if tag == "form" and self.is_main and not self.is_done:
            self.is_form = True
        if not self.is_form:
            return
        if tag == "input" and "name" in values:
            self.read_input(values)
        elif tag in ("select", "textarea"):
            self.name = values.get("name", "")
            self.fields[self.name] = ""
        elif tag == "option" and "selected" in values:
            self.fields[self.name] = values.get("value", "")

    def read_input(self, values: Fields) -> None:
        chosen = values.get("type") not in ("radio", "checkbox") or "checked" in values
        if chosen:
            self.fields[values["name"]] = values.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.is_form and self.name and self.lasttag == "textarea":
            self.fields[self.name] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.is_form:
            self.is_form, self.is_done = False, True
        if tag in ("select", "textarea"):
            self.name = ""


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    text: str

    @cached_property
    def fields(self) -> Fields:
        reader = FormReader()
        reader.feed(self.text)
        return reader.fields

    @property
    def problems(self) -> str:
        """The errors shown on the page."""
        found = " ".join(SUMMARY.findall(self.text))
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found)).split())

    def links(self, pattern: str) -> list[str]:
        """The page's links that match the whole `pattern`, each once."""
        return list(dict.fromkeys(re.findall(rf'href="({pattern})"', self.text)))


@dataclass
class Client:
    """A person using the portal from their own IP address."""

    port: int
    user: User
    busy: int = 0  # answers that asked to try again
    cookies: Fields = field(default_factory=dict)

    def sign_in(self) -> "Client":
        path = reverse("account_login")
        fields = self.get(path).fields
        answer = self.post(
            path, {**fields, "login": self.user.email, "password": factories.PASSWORD}
        )
        assert answer.status == 303, (answer.status, answer.problems)
        return self

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form as its page was read; only the CSRF token is current."""
        return self.send(
            "POST", path, {**fields, "csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        )

    def insist(self, path: str, fields: Fields | None = None) -> Answer:
        """Retry while the portal is busy (nothing was done) or a worker restarts."""
        while True:
            with suppress(NoAnswer):
                answer = self.get(path) if fields is None else self.post(path, fields)
                if answer.status != BUSY:
                    return answer
            self.busy += 1
            time.sleep(0.2)

    def send(self, method: str, path: str, fields: Fields | None = None) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Forwarded-For": f"10.0.{self.user.pk // 250 % 250}.{self.user.pk % 250 + 1}",
        }
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(
                method, path, urlencode(fields) if fields is not None else None, headers
            )
            response = connection.getresponse()
            text = response.read().decode()
        except (OSError, HTTPException) as error:
            raise NoAnswer(f"{method} {path}: {error!r}") from error
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location", ""), text)
