"""The connection to PostgreSQL ends in the middle of a request: 503, and never half a page."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory

from calls.models import Call
from strategy_portal.middleware import AnswersMiddleware
from tests.house import world as worlds
from tests.soak.client import FormReader

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = {"selection:queue": "coordinator", "books:journal": "auditor"}
SIGN_IN = "/paskyra/prisijungti/"


@pytest.fixture(params=["terminated", "cut"])
def end(request: pytest.FixtureRequest, owner: Any) -> Callable[[], None]:
    """Return a function that ends the portal's connection: on the server, or on the way to it."""

    def terminate() -> None:
        with owner.cursor() as cursor:
            pid = connection.connection.info.backend_pid
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    def cut() -> None:
        with socket.socket(fileno=os.dup(connection.connection.fileno())) as copy:
            copy.shutdown(socket.SHUT_RDWR)

    return terminate if request.param == "terminated" else cut


@contextmanager
def ending_at(number: int, end: Callable[[], None]) -> Iterator[list[int]]:
    """End the connection before this query or commit, counted from 0; yield those seen."""
    seen: list[int] = []
    commit = BaseDatabaseWrapper._commit

    def count() -> None:
        seen.append(len(seen))
        if seen[-1] == number:
            end()

    def query(execute, *arguments):
        count()
        return execute(*arguments)

    def counted_commit(self: BaseDatabaseWrapper) -> None:
        if self is connection._connections[connection._alias]:
            count()
        commit(self)

    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(query):
        patch.setattr(BaseDatabaseWrapper, "_commit", counted_commit)
        yield seen
    connection.close()


def faults_of(send: Callable[[], HttpResponse], end: Callable[[], None]) -> list[str]:
    """The answers other than 503 when the connection ends at each query in turn."""
    found, number = [], 0
    while True:
        cache.clear()  # the attempts counted so far
        with ending_at(number, end) as seen:
            response = send()
        if len(seen) <= number:
            return found if number else ["no query at all"]
        if response.status_code != 503 or response.headers.get("Retry-After") != "5":
            found.append(f"query {number}: {response.status_code}")
        number += 1


def client_of(person: Any) -> Client:
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    return client


def test_at_any_query_of_a_page_and_of_a_press(end):
    world, found = worlds.make(), {}
    attempt = {"login": world.people["board"].email, "password": "a wrong one"}

    for name, visitor in PAGES.items():
        client = client_of(world.people[visitor])
        found[name] = faults_of(partial(client.get, world.url(name)), end)
    # A count of attempts that failed is not one attempt too many
    client = client_of(None)
    found["account_login"] = faults_of(partial(client.post, SIGN_IN, attempt), end)

    assert found == {name: [] for name in (*PAGES, "account_login")}


def test_in_a_transaction_and_at_its_commit(end):
    world = worlds.make()
    client, url = client_of(world.people["coordinator"]), world.url("selection:assign")
    reader = FormReader()
    reader.feed(client.get(url).content.decode())

    assert faults_of(partial(client.post, url, reader.fields), end) == []


def test_a_question_of_a_template_that_takes_errors_for_no(end):
    page = Template("{% if calls.exists and True %}calls{% else %}none{% endif %}")

    def view(request: HttpRequest) -> HttpResponse:
        Call.objects.exists()
        end()
        return HttpResponse(page.render(Context({"calls": Call.objects.all()})))

    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    response = AnswersMiddleware(view)(request)
    connection.close()

    assert response.status_code == 503
