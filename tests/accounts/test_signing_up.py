"""Signing up: nobody keeps a password for a stranger's address, nor learns who has an account."""

import re
import statistics
import time

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from strategy_portal.accounts.models import User
from strategy_portal.accounts.passwords import FEWEST, surprises
from tests import factories
from tests.mail import postman

SIGN_UP = "/paskyra/registruotis/"
EMAIL = "rasa@example.org"
STRANGERS = "svetimas-slapt-zodis"
OWN = "savas-geras-zodis"


def sign_up(client: Client, email: str = EMAIL, password: str = STRANGERS):
    return client.post(SIGN_UP, {"email": email, "name": "Rasa", "password1": password})


def link_in_the_mail() -> str:
    return re.search(r"https?://testserver(\S+)", postman.send_all()[-1].body)[1]


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def has_password(password: str) -> bool:
    return User.objects.get(email=EMAIL).check_password(password)


@pytest.mark.django_db
def test_whoever_confirms_where_they_signed_up_is_in_with_their_password():
    client = Client()
    sign_up(client)

    assert client.post(link_in_the_mail()).status_code == 303

    assert is_in(client)
    assert has_password(STRANGERS)


@pytest.mark.django_db
def test_a_password_of_whoever_signed_up_first_ends_when_the_owner_confirms():
    stranger, owner = Client(), Client()
    sign_up(stranger)

    choose = owner.get(owner.post(link_in_the_mail()).url).url
    assert not has_password(STRANGERS)
    owner.post(choose, dict.fromkeys(("password1", "password2"), OWN))

    assert is_in(owner)
    assert has_password(OWN)
    stranger.post("/paskyra/prisijungti/", {"login": EMAIL, "password": STRANGERS})
    stranger.get("/paskyra/patvirtinti-el-pasta/")
    assert not is_in(stranger)


@pytest.mark.django_db
def test_the_same_if_the_owner_signs_up_again_and_signs_in_by_link():
    stranger, owner = Client(), Client()
    sign_up(stranger)
    sign_up(owner, password=OWN)

    owner.post("/paskyra/prisijungti/nuoroda/", {"email": EMAIL})
    answer = owner.post(link_in_the_mail())

    assert is_in(owner)
    assert not User.objects.get(email=EMAIL).has_usable_password()
    assert User.objects.get(email=EMAIL).emailaddress_set.get().verified
    assert answer.url == "/paskyra/slaptazodis/sukurti/"
    owner.post(answer.url, dict.fromkeys(("password1", "password2"), OWN))
    assert has_password(OWN)


@pytest.mark.django_db
def test_or_chooses_a_new_password():
    sign_up(Client())
    owner = Client()
    owner.post("/paskyra/slaptazodis/priminti/", {"email": EMAIL})
    choose = owner.get(link_in_the_mail()).url
    owner.post(choose, dict.fromkeys(("password1", "password2"), OWN))

    assert has_password(OWN)


@pytest.mark.django_db
def test_whoever_has_no_password_is_not_lost():
    user, client = factories.UserFactory(), Client()
    user.set_unusable_password()
    user.save()
    client.force_login(user)

    assert client.get("/paskyra/slaptazodis/keisti/").url == "/paskyra/slaptazodis/sukurti/"
    assert client.get("/paskyra/slaptazodis/sukurti/").status_code == 200


@pytest.mark.django_db
def test_a_known_address_answers_as_late_as_a_new_one(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    factories.UserFactory(email=EMAIL)

    known = [seconds(EMAIL, number) for number in range(9)]
    new = [seconds(f"nauja{number}@example.org", number) for number in range(9)]

    # Without the same hashing, one would be some ten times the other
    assert 0.6 < statistics.median(known) / statistics.median(new) < 1.67


def seconds(email: str, number: int) -> float:
    client, data = Client(), {"email": email, "name": "Rasa", "password1": OWN}
    began = time.perf_counter()
    answer = client.post(SIGN_UP, data, REMOTE_ADDR=f"192.0.2.{number}")
    assert answer.url == "/paskyra/patvirtinti-el-pasta/"
    return time.perf_counter() - began


# Passwords


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "qwertyuiopas",
        "poiuytrewqlk",
        "            ",
        "a           ",
        "123456789012",
        "abcdefghijkl",
        "ąčęėįšųūžąčę",
        "abababababab",
        "rasa rasa rasa rasa",
        "qazwsxedcrfv",
        "1q2w3e4r5t6y",
        "aaaaaaaaaaaab",
        "trumpas",
        EMAIL,
        "RASA@example.org1",
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, User(email=EMAIL))


@pytest.mark.parametrize(
    "password", ["labai-slaptas-zodis", "druskininkai-2029", "Kavos puodelis", "mėlynas dramblys"]
)
def test_a_few_words_in_a_row_are_a_password(password):
    validate_password(password, User(email=EMAIL))


def test_a_very_long_password_is_judged_at_once():
    began = time.perf_counter()

    assert surprises("ab" * 500_000 + "c") < FEWEST
    assert time.perf_counter() - began < 1


@pytest.mark.django_db
def test_the_page_says_why_a_password_is_refused():
    answer = sign_up(Client(), password="aaaaaaaaaaaa")

    assert answer.status_code == 422
    assert "kartojasi arba eina iš eilės" in answer.content.decode()
