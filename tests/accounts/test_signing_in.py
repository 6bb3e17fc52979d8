"""Signing in: others' wrong passwords keep nobody out; a link by e-mail signs in once."""

import logging
import re

import pytest
from django.core import checks, mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from strategy_portal import proxies
from strategy_portal.accounts import devices, links
from strategy_portal.accounts.models import Role
from tests import factories
from tests.mail import postman

pytestmark = pytest.mark.django_db

SIGN_IN = "/paskyra/prisijungti/"
LINK = "/paskyra/prisijungti/nuoroda/"
WRONG = "neteisingas-zodis"
TOO_MANY = "Per daug neteisingų slaptažodžių"


def try_password(client: Client, email: str, password: str, address: str = "192.0.2.1"):
    data = {"login": email, "password": password}
    return client.post(SIGN_IN, data, REMOTE_ADDR=address)


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def browser_of(user) -> Client:
    """A browser in which the user signed in and out again."""
    client = Client()
    try_password(client, user.email, factories.PASSWORD)
    assert is_in(client)
    client.post("/paskyra/atsijungti/")
    return client


def attack(user, count: int = 200, addresses: int = 20) -> None:
    for number in range(count):
        try_password(Client(), user.email, WRONG, f"203.0.113.{number % addresses}")


def link_in_the_mail() -> str:
    return re.search(r"https?://testserver(\S+)", postman.send_all()[-1].body)[1]


def test_200_wrong_passwords_from_20_addresses_do_not_keep_the_owner_out():
    user = factories.UserFactory()
    home = browser_of(user)

    attack(user)

    try_password(home, user.email, factories.PASSWORD)
    assert is_in(home)
    stranger = Client()
    assert TOO_MANY in try_password(stranger, user.email, factories.PASSWORD).content.decode()
    assert not is_in(stranger)
    stranger.post(LINK, {"email": user.email})
    stranger.post(link_in_the_mail())
    assert is_in(stranger)


def test_nor_does_an_attack_from_the_owners_own_address():
    user = factories.UserFactory()
    home = browser_of(user)

    attack(user, 40, 1)

    try_password(home, user.email, factories.PASSWORD, "203.0.113.0")
    assert is_in(home)


@pytest.mark.parametrize("forwarded", ["203.0.113.9", "x", ""])
def test_a_request_past_a_proxy_is_answered(settings, forwarded):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    user, client = factories.UserFactory(), Client(headers={"x-forwarded-for": forwarded})

    try_password(client, user.email, factories.PASSWORD)

    assert is_in(client)


def test_whoever_chose_a_new_password_by_mail_is_in():
    user, client = factories.UserFactory(), Client()
    attack(user, 10, 10)

    client.post("/paskyra/slaptazodis/priminti/", {"email": user.email})
    form = client.get(link_in_the_mail()).url
    passwords = dict.fromkeys(("password1", "password2"), "visai-kitas-zodis")

    assert client.post(form, passwords).status_code == 303
    assert is_in(client)


def test_wrong_passwords_are_slowed_down_by_account_and_by_address():
    one, other = factories.UserFactory(), factories.UserFactory()

    by_account = [try_password(Client(), one.email, WRONG, f"192.0.2.{n}") for n in range(6)]
    by_address = [try_password(Client(), f"{n}@example.org", WRONG) for n in range(11)]
    elsewhere = Client()
    try_password(elsewhere, other.email, factories.PASSWORD, "192.0.2.77")

    refused = [TOO_MANY in answer.content.decode() for answer in by_account]
    assert refused == [False] * 5 + [True]
    assert TOO_MANY in by_address[-1].content.decode()
    assert is_in(elsewhere)


def test_a_limit_holds_however_many_others_are_counted():
    user = factories.UserFactory()
    attack(user, 6, 6)

    for number in range(400):
        cache.set(f"allauth:rl:{number}", [1.0], 300)
        cache.set(f"zzz:rl:{number}", [1.0], 300)

    answer = try_password(Client(), user.email, factories.PASSWORD, "198.51.100.1")
    assert TOO_MANY in answer.content.decode()


def test_a_known_browser_has_a_limit_of_its_own():
    user = factories.UserFactory()
    home = browser_of(user)

    for _ in range(10):
        try_password(home, user.email, WRONG)

    assert TOO_MANY in try_password(home, user.email, factories.PASSWORD).content.decode()


def test_a_browser_is_known_to_its_own_account_only():
    user, other = factories.UserFactory(), factories.UserFactory()
    home = browser_of(other)

    attack(user, 6, 6)

    try_password(home, user.email, factories.PASSWORD)
    assert not is_in(home)


def test_a_new_password_makes_all_browsers_unknown_and_so_does_another_cookie():
    user = factories.UserFactory()
    home, forged = browser_of(user), Client()
    cookie = home.cookies[devices.COOKIE]
    forged.cookies[devices.COOKIE] = cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")
    user.set_password("visai-kitas-zodis")
    user.save()
    attack(user, 6, 6)

    for client in (home, forged):
        try_password(client, user.email, "visai-kitas-zodis")
        assert not is_in(client)
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_several_people_share_a_browser():
    people = factories.UserFactory.create_batch(devices.MOST_PEOPLE + 1)
    shared = Client()
    for person in people:
        try_password(shared, person.email, factories.PASSWORD, f"192.0.2.{person.pk % 250}")
        shared.post("/paskyra/atsijungti/")

    assert len(shared.cookies[devices.COOKIE].value) < 1000
    for person in people:
        attack(person, 5, 5)
        try_password(shared, person.email, factories.PASSWORD)
        assert is_in(shared) is (person != people[0])
        shared.post("/paskyra/atsijungti/")


# Links


def test_a_link_signs_in_once_and_leads_on():
    user, client = factories.UserFactory(), Client()
    client.post(LINK, {"email": user.email.upper(), "next": "/kvietimai/"})
    address = link_in_the_mail()

    assert user.email in client.get(address).content.decode()
    assert not is_in(client)
    assert client.post(address).url == "/kvietimai/"
    assert is_in(client)

    again = Client()
    assert "nebegalioja" in again.post(address).content.decode()
    assert not is_in(again)


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": "kita@example.org"}])
def test_a_link_ends_with_the_account_or_its_address(change):
    user, client = factories.UserFactory(), Client()
    address = reverse("account_sign_in_by_link", args=[links.key_of(user)])
    type(user).objects.filter(pk=user.pk).update(**change)

    client.post(address)

    assert not is_in(client)


def test_a_link_lasts_an_hour(monkeypatch):
    user = factories.UserFactory()
    key = links.key_of(user)

    assert links.person_of(key) == user
    monkeypatch.setattr(links, "SECONDS", -1)
    assert links.person_of(key) is None


def test_the_sign_in_page_offers_a_link_that_leads_on_too():
    page = Client().get(SIGN_IN + "?next=/kvietimai/").content.decode()

    assert f'href="{LINK}?next=%2Fkvietimai%2F"' in page
    assert (
        'name="next" value="/kvietimai/"'
        in Client().get(LINK + "?next=/kvietimai/").content.decode()
    )
    assert f'href="{LINK}?next="' in Client().get(SIGN_IN).content.decode()


def test_the_page_does_not_tell_who_has_an_account():
    user = factories.UserFactory()

    answers = [
        Client().post(LINK, {"email": email}) for email in (user.email, "niekas@example.org")
    ]

    assert [answer.url for answer in answers] == [reverse("account_link_sent")] * 2
    assert [len(letter.to) for letter in postman.send_all()] == [1, 1]
    assert "nėra" in mail.outbox[1].body


def test_letters_to_an_address_are_few_and_an_earlier_link_works():
    user, owner = factories.UserFactory(), Client()
    for number in range(5):
        Client().post(LINK, {"email": user.email}, REMOTE_ADDR=f"203.0.113.{number}")

    owner.post(LINK, {"email": user.email})

    for email in ("niekas@example.org", "Niekas@example.org"):
        Client().post(LINK, {"email": email})

    assert [letter.to[0] for letter in postman.send_all()[1:]] == ["niekas@example.org"]
    mail.outbox.pop()
    owner.post(link_in_the_mail())
    assert is_in(owner)


def test_a_link_never_leads_away_from_the_site():
    user, client = factories.UserFactory(), Client()

    client.post(LINK, {"email": user.email, "next": "https://example.com/"})

    assert client.post(link_in_the_mail()).url == "/mano/"


# Proxies


@pytest.mark.parametrize(
    ("https", "trusted", "faults"), [(True, 0, 1), (True, 1, 0), (False, 0, 0)]
)
def test_a_proxy_that_is_not_trusted_is_named(settings, caplog, https, trusted, faults):
    settings.HTTPS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = https, trusted

    found = checks.run_checks(tags=["security"], include_deployment_checks=True)
    with caplog.at_level(logging.WARNING):
        proxies.warn()

    assert [error.id for error in found].count("portal.E003") == faults
    assert caplog.text.count("TRUSTED_PROXIES is 0") == faults


@pytest.mark.parametrize("role", [None, *Role])
def test_the_office_lands_on_its_desk_and_applicants_on_their_applications(role):
    user = factories.UserFactory(role=role)
    client = Client()
    home = "/darbas/" if role else "/mano/"

    assert try_password(client, user.email, factories.PASSWORD).url == home
    assert client.get(SIGN_IN).url == home
    client.post("/paskyra/atsijungti/")
    user.refresh_from_db()
    link = reverse("account_sign_in_by_link", args=[links.key_of(user)])
    assert client.post(link).url == home


def test_whoever_came_for_a_page_lands_on_it():
    user, client = factories.user_with(Role.COORDINATOR), Client()
    data = {"login": user.email, "password": factories.PASSWORD, "next": "/darbas/sprendimai/"}

    assert client.post(SIGN_IN, data).url == "/darbas/sprendimai/"
