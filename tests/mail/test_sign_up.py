"""Signing up, whatever the mail server does: quick, whole or not at all, and confirmed by mail."""

import re
import smtplib
import socket

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from strategy_portal.accounts.models import User
from strategy_portal.mail import outbox, transport
from strategy_portal.mail.models import Delivery, Message, Status
from tests import factories
from tests.mail.people import LINK, address, sign_up
from tests.mail.postman import make_due, send_all, sending_to
from tests.mail.server import mail_server

pytestmark = pytest.mark.django_db

PEOPLE = 20
SOON = 3  # seconds, on a busy machine; the server keeps one waiting for a minute and more


@pytest.fixture
def no_smtp(monkeypatch):
    """Let whoever opens a connection to a mail server in this process fail."""

    def refuse(*args, **kwargs):
        pytest.fail("a request talked to a mail server")

    monkeypatch.setattr(smtplib.SMTP, "__init__", refuse)


@pytest.mark.parametrize("mode", ["silent", "busy", "refusing", "greylisting", "cutting", "slow"])
def test_people_sign_up_whatever_the_mail_server_does(mode, monkeypatch):
    monkeypatch.setattr(transport, "OPENING", 0.2)
    people = range(3 if mode == "slow" else PEOPLE)

    with mail_server(mode) as server, sending_to(server):
        answers = [sign_up(number) for number in people]
        asked = server.greeted
        try_to_send()
        server.behave("well")
        make_due()
        send_all()

    assert {(answer.status, answer.location) for answer in answers} == {
        (303, "/paskyra/patvirtinti-el-pasta/")
    }
    assert max(answer.seconds for answer in answers) < SOON
    assert asked == 0
    assert sorted(str(email["To"]) for email in server.received) == sorted(map(address, people))
    assert set(server.ids()) == set(Message.objects.values_list("message_id", flat=True))


def try_to_send() -> None:
    try:
        send_all()
    except OSError:
        assert set(Delivery.objects.values_list("status", flat=True)) == {Status.WAITING}


def test_the_mailed_link_confirms_the_address():
    client = Client()
    data = {"email": "ona@example.org", "name": "Ona", "password1": "ilgas-slaptazodis-9"}
    client.post("/paskyra/registruotis/", data)

    (email,) = send_all()
    link = LINK.search(email.body)[1]
    page = client.get(link)
    answer = client.post(link)

    assert (email.to, email.subject) == (["ona@example.org"], "Patvirtinkite savo el. pašto adresą")
    assert email.body.startswith("Laba diena")
    assert "pagalba@example.org" in email.body
    assert page.status_code == 200
    assert answer.status_code == 303
    assert EmailAddress.objects.get().verified
    assert Message.objects.get().user == User.objects.get()


def test_mail_is_in_the_language_of_the_page():
    sign_up(1, page="/en/paskyra/registruotis/")

    (email,) = send_all()

    assert email.subject == "Confirm your e-mail address"
    assert "http://testserver/en/paskyra/patvirtinti-el-pasta/" in email.body


def test_an_account_whose_message_can_not_be_written_is_not_made(monkeypatch):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(outbox, "new_message_id", fail)
    with pytest.raises(ZeroDivisionError):
        sign_up(1)
    half = User.objects.count(), EmailAddress.objects.count(), Message.objects.count()
    monkeypatch.undo()

    again = sign_up(1)

    assert half == (0, 0, 0)
    assert again.status == 303
    assert len(send_all()) == 1


def test_an_address_nobody_can_write_to_is_refused_with_a_sentence():
    answer = sign_up(1, email='"a b"@example.org')

    assert answer.status == 422
    assert not User.objects.exists()


def test_every_message_of_an_account_goes_through_the_outbox(no_smtp):
    person = factories.UserFactory()
    client = Client()
    client.post("/paskyra/slaptazodis/priminti/", {"email": person.email})
    client.post("/paskyra/slaptazodis/priminti/", {"email": "niekas@example.org"})
    sign_up(1, email=person.email)

    assert mail.outbox == []
    emails = {email.subject: email for email in send_all()}
    assert list(emails) == [
        "Naujas slaptažodis",
        "Paskyros šiuo adresu nėra",
        "Jūs jau turite paskyrą",
    ]
    link = re.search(r"http://testserver(\S+)", emails["Naujas slaptažodis"].body)[1]
    assert client.get(link, follow=True).status_code == 200
    assert person.email in emails["Jūs jau turite paskyrą"].body


def test_a_request_waits_for_no_mail_server_that_hangs(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT = silent.getsockname()[1]
        settings.EMAIL_HOST = "127.0.0.1"
        settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_BACKEND = "strategy_portal.mail.backend.EmailBackend"
        answer = sign_up(1)
        silent.settimeout(0.1)
        with pytest.raises(TimeoutError):
            silent.accept()

    assert answer.status == 303
    assert answer.seconds < SOON
