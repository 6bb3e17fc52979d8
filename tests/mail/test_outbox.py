"""Messages are written in the act's transaction, never change, and can't hold a second header."""

import ast

import pytest
from django.core import mail
from django.core.mail import EmailMessage, get_connection, send_mail
from django.db import Error, IntegrityError, transaction
from django.template import TemplateDoesNotExist
from django.utils import translation

from strategy_portal import settings as the_portals
from strategy_portal.errors import DomainError
from strategy_portal.mail import outbox, workflow
from strategy_portal.mail.models import TRANSITIONS, Attempt, Delivery, Message, RealTime, Status
from strategy_portal.mail.outbox import NoSuchAddress
from tests.house.test_architecture import SOURCES, name_of
from tests.mail.postman import send_all

pytestmark = pytest.mark.django_db

ALLOWED = {("waiting", "sent"), ("waiting", "dead"), ("dead", "waiting")}
INJECTIONS = [
    "a@example.org\nBcc: all@example.org",
    "a@example.org\r\nBcc: all@example.org",
    "a@example.org\n",
    "a@example.org\u2028",
    "a@example.org, b@example.org",
    "a@example.org;b@example.org",
    "All <a@example.org>",
    '"a b"@example.org',
    '"a\x01b"@example.org',
    "a@b@example.org",
    "example.org",
    "",
]


def write(to: str = "ona@example.org", **values) -> Message:
    return outbox.write("mail/plain", to=to, values={"subject": "S", "text": "T", **values})


def move(delivery: Delivery, status: str) -> None:
    due = RealTime() if status == Status.WAITING else None
    Delivery.objects.filter(pk=delivery.pk).update(status=status, due_at=due)


def test_a_message_waits_from_the_moment_it_is_written():
    message = write()

    delivery = Delivery.objects.get()
    assert (delivery.message, delivery.status, delivery.tries) == (message, Status.WAITING, 0)
    assert Delivery.objects.due().count() == 1


def test_what_is_undone_is_not_told():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert send_all() == []
    assert not Message.objects.exists()


@pytest.mark.parametrize("field", ["kind", "recipient", "language", "values", "message_id"])
def test_a_written_message_never_changes(field):
    write()

    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        Message.objects.update(**{field: "lt"})


def test_what_was_tried_stays_known():
    Attempt.objects.create(message=write(), failure="why")

    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        Attempt.objects.update(failure="")


@pytest.mark.parametrize("before", Status.values)
@pytest.mark.parametrize("after", Status.values)
def test_a_delivery_moves_by_the_table_alone(before, after):
    Attempt.objects.create(message=write())
    delivery = Delivery.objects.get()
    if before != Status.WAITING:
        move(delivery, before)

    if (before, after) in ALLOWED or before == after:
        move(delivery, after)
        assert Delivery.objects.get().status == after
    else:
        with pytest.raises(Error, match="Invalid transition"), transaction.atomic():
            move(delivery, after)
    assert set(TRANSITIONS) == ALLOWED


@pytest.mark.parametrize("address", INJECTIONS)
def test_only_one_address_can_be_written_to(address):
    with pytest.raises(NoSuchAddress):
        write(to=address)
    with (
        pytest.raises(IntegrityError, match="message_recipient_is_one_address"),
        transaction.atomic(),
    ):
        Message.objects.create(
            kind="mail/plain", recipient=address, language="lt", values={}, message_id="<a@b>"
        )


def test_an_address_longer_than_any_is_refused():
    with pytest.raises(NoSuchAddress):
        write(to=f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 60}.lt")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"message_id": "<a@b>\nBcc: c@d"}, "message_id_is_one_header"),
        ({"message_id": "a@b"}, "message_id_is_one_header"),
        ({"kind": "../settings"}, "message_kind_is_a_path"),
        ({"language": "xx"}, "message_language_is_known"),
        ({"values": {"subject": "S\nBcc: c@d"}}, "message_subject_is_one_line"),
        ({"values": {"subject": "S\rBcc: c@d"}}, "message_subject_is_one_line"),
    ],
)
def test_the_database_refuses_what_could_end_a_header(fields, constraint):
    good = {"kind": "mail/plain", "recipient": "a@b.lt", "language": "lt", "values": {}}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Message.objects.create(**{**good, "message_id": "<a@b>", **fields})


def test_a_value_with_line_ends_stays_within_the_subject():
    values = {"email": "a@example.org", "signup_url": "http://x/"}
    outbox.write("account/email/unknown_account", to="a@example.org", values=values)
    write(text="T\nBcc: all@example.org")

    for sent in send_all():
        assert sent.recipients() == [sent.to[0]]
        assert "Bcc" not in sent.message()
        assert "\n" not in sent.subject


def test_an_unknown_kind_is_refused_when_it_is_written():
    with pytest.raises(TemplateDoesNotExist):
        outbox.write("mail/unknown", to="a@example.org", values={})


def test_a_row_is_not_a_value():
    with pytest.raises(TypeError), transaction.atomic():
        write(row=Message())


def test_every_message_has_an_id_of_its_own_that_is_sent():
    ids = {write().message_id, write().message_id}

    sent = send_all()

    assert len(ids) == 2
    assert {email.message()["Message-ID"] for email in sent} == ids
    assert all(email.message()["Auto-Submitted"] == "auto-generated" for email in sent)


def test_the_language_is_that_of_the_writing():
    for language in ("en", "lt"):
        with translation.override(language):
            outbox.write("account/email/unknown_account", to="a@example.org", values={})

    subjects = [email.subject for email in send_all()]

    assert subjects == ["There is no account with this address", "Paskyros šiuo adresu nėra"]


def test_djangos_own_ways_to_send_end_in_the_outbox(settings):
    settings.EMAIL_BACKEND = the_portals.EMAIL_BACKEND

    send_mail("Subject", "Text", None, ["a@example.org", "b@example.org"])

    assert mail.outbox == []
    assert [(e.subject, e.body, e.to) for e in send_all()] == [
        ("Subject", "Text\n", ["a@example.org"]),
        ("Subject", "Text\n", ["b@example.org"]),
    ]


@pytest.mark.parametrize(
    "email",
    [
        EmailMessage("S\nBcc: c@d", "T", to=["a@example.org"]),
        EmailMessage("S", "T", to=["a@example.org\nBcc: c@example.org"]),
        EmailMessage("S", "T", to=["a@example.org"], bcc=["c@example.org"]),
        EmailMessage("S", "T", to=["a@example.org"], headers={"X": "Y"}),
        EmailMessage("S", "T", to=["a@example.org"], attachments=[("a", "b", "text/plain")]),
    ],
)
def test_what_the_outbox_does_not_keep_is_refused(email):
    with pytest.raises((ValueError, DomainError)):
        get_connection(the_portals.EMAIL_BACKEND).send_messages([email])

    assert not Message.objects.exists()


def test_a_given_up_message_is_sent_again_on_request():
    write()
    delivery = Delivery.objects.get()
    move(delivery, Status.DEAD)
    assert send_all() == []
    assert Delivery.objects.dead().get() == delivery

    workflow.resend(delivery)

    assert len(send_all()) == 1
    workflow.resend(delivery)
    assert Delivery.objects.get().status == Status.SENT


def test_the_transport_alone_reaches_a_mail_server():
    reaching = {"smtplib", "MAIL_TRANSPORT", "get_connection", "EMAIL_HOST"}
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = {alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")}
            names |= {getattr(node, "id", ""), getattr(node, "attr", "")}
            if isinstance(node, ast.ImportFrom | ast.Attribute | ast.Name | ast.Import) and (
                names & reaching or getattr(node, "module", "") == "smtplib"
            ):
                found.add(name_of(path))

    assert found == {"strategy_portal/mail/transport.py", "strategy_portal/settings.py"}
    assert the_portals.EMAIL_BACKEND == "strategy_portal.mail.backend.EmailBackend"
