"""The worker's process: killed, it loses nothing; asked to end, it finishes what it has begun."""

import signal
from collections import Counter

import pytest

from strategy_portal.mail import outbox
from strategy_portal.mail.models import Delivery, Status
from tests.mail.postman import make_due
from tests.mail.server import MailServer, mail_server
from tests.mail.waiting import wait_until
from tests.mail.worker import worker

pytestmark = pytest.mark.django_db(transaction=True)


def write(count: int) -> set[str]:
    values = {"subject": "S", "text": "T"}
    return {
        outbox.write("mail/plain", to=f"a{number}@example.org", values=values).message_id
        for number in range(count)
    }


def hold(server: MailServer) -> None:
    """Let the server keep the next text it takes without an answer."""
    server.holding.clear()
    server.answering.clear()


def all_are_sent() -> bool:
    return not Delivery.objects.exclude(status=Status.SENT).exists()


def test_a_killed_worker_repeats_one_message_at_most_with_the_same_id():
    ids = write(5)

    with mail_server() as server:
        hold(server)
        with worker(server.port) as process:
            assert server.holding.wait(20)
            process.send_signal(signal.SIGKILL)
            process.wait()
        server.answering.set()
        make_due()
        with worker(server.port):
            wait_until(all_are_sent)

    times = Counter(server.ids())
    assert set(times) == ids
    assert sorted(times.values()) == [1, 1, 1, 1, 2]


def test_a_worker_asked_to_end_finishes_the_message_and_leaves_the_others():
    write(3)

    with mail_server() as server:
        hold(server)
        with worker(server.port) as process:
            assert server.holding.wait(20)
            process.send_signal(signal.SIGTERM)
            server.answering.set()
            code = process.wait(20)

    assert code == 0
    assert len(server.received) == 1
    assert Delivery.objects.filter(status=Status.SENT).count() == 1
    assert Delivery.objects.filter(status=Status.WAITING, tries=0).count() == 2


def test_an_idle_worker_sends_what_comes_and_ends_when_asked():
    with mail_server() as server, worker(server.port) as process:
        write(1)
        wait_until(all_are_sent)
        process.send_signal(signal.SIGTERM)

        assert process.wait(10) == 0
    assert len(server.received) == 1
