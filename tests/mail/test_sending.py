"""Whatever a mail server does, nothing is lost or sent twice, and the worker never hangs."""

import signal
import threading
import time
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from threading import Event

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from strategy_portal.mail import outbox, sending, transport, workflow
from strategy_portal.mail.models import Delivery, Message, Status
from tests.mail.postman import make_due, send_all, sending_to
from tests.mail.server import mail_server
from tests.mail.waiting import wait_until

pytestmark = pytest.mark.django_db


def write(number: int = 1) -> Message:
    values = {"subject": f"Nr. {number}", "text": "Ąžuolas"}
    return outbox.write("mail/plain", to=f"a{number}@example.org", values=values)


def try_once() -> None:
    make_due()
    sending.send_due(Event())


def seconds_until_due(delivery: Delivery) -> float:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT extract(epoch FROM due_at - clock_timestamp()) FROM mail_delivery"
            " WHERE message_id = %s",
            [delivery.pk],
        )
        return float(cursor.fetchone()[0])


def test_a_server_gets_each_message_once_over_one_connection():
    written = [write(number) for number in range(3)]

    with mail_server() as server, sending_to(server):
        send_all()
        send_all()

    assert server.ids() == [message.message_id for message in written]
    assert server.greeted == 1
    first = server.received[0]
    assert (first["Subject"], first["To"]) == ("Nr. 0", "a0@example.org")
    assert first.get_content().strip() == "Ąžuolas"
    assert set(Delivery.objects.values_list("status", flat=True)) == {Status.SENT}
    assert [str(attempt) for attempt in written[0].attempts.all()] == ["Išsiųsta"]


def test_no_more_go_over_one_connection_than_servers_allow():
    for number in range(sending.MOST_PER_CONNECTION + 1):
        write(number)

    with mail_server() as server, sending_to(server):
        send_all()

    assert (len(server.received), server.greeted) == (sending.MOST_PER_CONNECTION + 1, 2)


@pytest.mark.parametrize("mode", ["silent", "busy", "dripping"])
def test_a_server_that_can_not_be_reached_costs_no_try(mode, monkeypatch):
    monkeypatch.setattr(transport, "OPENING", 0.5)
    write()

    with mail_server(mode) as server, sending_to(server):
        begun = time.monotonic()
        with pytest.raises(OSError, match="no answer within|try later"):
            sending.send_due(Event())
        seconds = time.monotonic() - begun
        with pytest.raises(CommandError, match="does not answer"):
            call_command("send_mail", "--once")
        untried = Delivery.objects.due().get()
        server.behave("well")
        send_all()

    assert seconds < 3
    assert untried.tries == 0
    assert len(server.received) == 1


def test_a_refused_connection_costs_no_try():
    write()
    with mail_server() as server:
        pass

    with sending_to(server), pytest.raises(ConnectionRefusedError):
        sending.send_due(Event())

    assert Delivery.objects.due().get().tries == 0


@pytest.mark.parametrize("mode", ["greylisting", "cutting", "full", "refusing"])
def test_a_message_that_is_not_taken_is_sent_later(mode):
    message = write()

    with mail_server(mode) as server, sending_to(server):
        send_all()
        delivery = Delivery.objects.get()
        wait = seconds_until_due(delivery)
        server.behave("well")
        early = send_all()
        make_due()
        send_all()

    assert 55 < wait <= 90
    assert early == []
    assert (delivery.status, delivery.tries) == (Status.WAITING, 1)
    assert server.ids() == [message.message_id]
    assert [bool(attempt.failure) for attempt in message.attempts.all()] == [True, False]


@pytest.mark.parametrize(
    ("mode", "most"), [("greylisting", workflow.MOST_TRIES), ("refusing", workflow.MOST_REFUSALS)]
)
def test_a_message_never_taken_is_given_up_and_kept(mode, most, capsys):
    message = write()

    with mail_server(mode) as server, sending_to(server):
        for _number in range(most - 1):
            try_once()
        waiting = Delivery.objects.get().status
        try_once()
        dead = Delivery.objects.dead().get()
        call_command("dead_mail", "--resend")
        server.behave("well")
        send_all()

    assert (waiting, dead.tries, dead.due_at) == (Status.WAITING, most, None)
    assert message.attempts.count() == most + 1
    said = capsys.readouterr().out
    assert "a1@example.org: SMTPRecipientsRefused" in said
    assert server.ids() == [message.message_id]


def test_the_waits_grow_to_hours_and_add_up_to_days():
    waits = [workflow.wait_after(tries) for tries in range(1, workflow.MOST_TRIES)]

    assert timedelta(minutes=1) <= waits[0] <= timedelta(minutes=1.5)
    assert timedelta(minutes=8) <= waits[3] <= timedelta(minutes=12)
    assert timedelta(hours=4) <= waits[-1] <= timedelta(hours=6)
    assert timedelta(days=2) < sum(waits, timedelta()) < timedelta(days=4)
    assert workflow.wait_after(5_000) <= timedelta(hours=6)
    assert len({workflow.wait_after(1) for _number in range(9)}) > 1


def test_a_lease_outlasts_a_try():
    seconds = transport.SENDING + transport.CLOSING + sending.POLL

    assert workflow.LEASE.total_seconds() > 2 * seconds


@pytest.mark.parametrize(
    ("error", "final"),
    [
        (SMTPRecipientsRefused({"a@example.org": (550, b"none")}), True),
        (SMTPRecipientsRefused({"a@example.org": (450, b"later")}), False),
        (SMTPDataError(554, b"spam"), True),
        (SMTPDataError(451, b"later"), False),
        (SMTPSenderRefused(553, b"who?", "portal@example.org"), False),
        (TimeoutError(), False),
        (ConnectionResetError(), False),
        (ValueError("header"), True),
        (KeyError("template"), False),
    ],
)
def test_what_is_final_is_about_the_message_itself(error, final):
    assert transport.is_final(error) is final


def test_a_slow_server_gets_each_message_once():
    write(1), write(2)

    with mail_server("slow") as server, sending_to(server):
        send_all()

    assert len(set(server.ids())) == len(server.ids()) == 2


def test_a_server_that_never_ends_its_answers_is_left(monkeypatch):
    monkeypatch.setattr(transport, "SENDING", 0.3)
    write()

    with mail_server() as server, sending_to(server):
        server.answering.clear()
        begun = time.monotonic()
        sending.send_due(Event())
        seconds = time.monotonic() - begun

    assert seconds < 3
    assert "no answer within 0.3 s" in Message.objects.get().attempts.get().failure


def test_what_was_accepted_is_sent_even_without_a_goodbye(monkeypatch):
    monkeypatch.setattr(transport, "CLOSING", 0.3)
    write()

    with mail_server("rude") as server, sending_to(server):
        begun = time.monotonic()
        send_all()
        seconds = time.monotonic() - begun
        make_due()
        send_all()

    assert seconds < 3
    assert len(server.received) == 1
    assert Delivery.objects.get().status == Status.SENT


def test_one_message_that_can_not_be_sent_does_not_keep_the_others():
    Message.objects.create(
        kind="mail/gone", recipient="a@example.org", language="lt", values={}, message_id="<a@b>"
    )
    write()

    sent = send_all()

    assert [email.to for email in sent] == [["a1@example.org"]]
    failed = Delivery.objects.get(message__kind="mail/gone")
    assert (failed.status, failed.tries) == (Status.WAITING, 1)
    assert "TemplateDoesNotExist" in failed.message.attempts.get().failure


def test_a_message_claimed_and_never_ended_is_sent_after_the_lease():
    message = write()
    claimed = workflow.claim()

    too_early = send_all().copy()
    wait = seconds_until_due(claimed)
    make_due()
    sent = send_all()

    assert too_early == []
    assert 290 < wait <= 300
    assert [email.message()["Message-ID"] for email in sent] == [message.message_id]
    assert Delivery.objects.get().tries == 2


def test_a_worker_that_comes_back_after_its_lease_changes_nothing():
    write()
    slow = workflow.claim()
    make_due()
    quick = workflow.claim()

    still = workflow.record(slow, "time-out")
    due = seconds_until_due(slow)
    workflow.record(quick)
    sent = workflow.record(slow, "time-out")

    assert (still, sent) == (Status.WAITING, Status.SENT)
    assert due > 290


def test_nothing_is_claimed_by_a_worker_that_is_ending():
    write()
    stop = Event()
    stop.set()

    assert sending.send_due(stop) is False
    assert Delivery.objects.due().get().tries == 0


def test_the_pauses_before_a_server_that_does_not_answer_grow_to_a_minute():
    pauses = [sending.pause_after(failures) for failures in range(12)]

    assert pauses[0] == sending.POLL
    assert pauses[1] < pauses[3] < pauses[5] <= pauses[11] <= sending.LONGEST_PAUSE


def test_a_time_limit_leaves_no_alarm_behind():
    before = signal.getsignal(signal.SIGALRM)

    with transport.at_most(60):
        pass

    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_overdue_mail_is_seen(as_owner, capsys):
    write()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE mail_message SET created_at = created_at - interval '61 minutes'")
        cursor.execute("SET session_replication_role = origin")
    write(2)

    call_command("dead_mail")

    assert Delivery.objects.overdue().count() == 1
    assert "Waiting for more than an hour: 1" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_the_same():
    for number in range(30):
        write(number)
    claimed, start = [], threading.Barrier(4)

    def claim_all() -> None:
        start.wait()
        while delivery := workflow.claim():
            claimed.append(delivery.pk)
        connection.close()

    workers = [threading.Thread(target=claim_all) for _number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(claimed) == len(set(claimed)) == 30


@pytest.mark.django_db(transaction=True)
def test_the_worker_survives_what_the_server_and_the_database_do(owner, monkeypatch):
    monkeypatch.setattr(transport, "OPENING", 0.3)
    write(1)

    with mail_server("silent") as server, sending_to(server):
        server.answering.clear()
        stop = Event()
        helper = threading.Thread(target=trouble, args=(server, owner, stop))
        helper.start()
        sending.work(stop)
        helper.join()

    assert len(server.ids()) == len(set(server.ids())) == 2
    assert not Delivery.objects.exclude(status=Status.SENT).exists()


def trouble(server, owner, stop) -> None:
    """A silent server recovers; the database's connections are lost while a message is sent."""
    wait_until(lambda: server.greeted)
    server.behave("well")
    assert server.holding.wait(10)
    with owner.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    server.answering.set()
    wait_until(lambda: Delivery.objects.filter(status=Status.SENT).exists())
    write(2)
    wait_until(lambda: Delivery.objects.filter(status=Status.SENT).count() == 2)
    stop.set()
    connection.close()
