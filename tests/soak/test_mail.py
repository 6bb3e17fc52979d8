"""Hundreds sign up while the mail server fails in every way and its worker is killed: none is lost.

SOAK_SIGN_UPS says how many people, SOAK_MAIL_KILLS how many kills `make soak` makes.
"""

import itertools
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.urls import reverse

from strategy_portal.accounts.models import User
from strategy_portal.mail.models import Delivery, Message, RealTime, Status
from tests.factories import PASSWORD
from tests.mail.server import MailServer, mail_server
from tests.soak.client import Client
from tests.soak.portal import ROOT, Kept, Portal, environment, wait_until

pytestmark = pytest.mark.xdist_group("soak")

SIGN_UPS = int(os.environ.get("SOAK_SIGN_UPS", "200"))
KILLS = int(os.environ.get("SOAK_MAIL_KILLS", "20"))
AT_ONCE = 16
SOON = 5.0  # seconds for a sign-up, sixteen at once on a machine that does much else
BAD = ["silent", "busy", "refusing", "greylisting", "cutting", "slow", "dripping"]


def start_worker(portal: Portal, server: MailServer) -> Kept:
    """The mail's worker for this portal, started anew whenever it is killed."""
    mail = {"EMAIL_URL": f"smtp://127.0.0.1:{server.port}"}
    command = [sys.executable, "manage.py", "send_mail"]
    env = environment(portal.var) | portal.settings | mail

    def launch() -> subprocess.Popen:
        with (portal.var / "mail.log").open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=env, stderr=log, start_new_session=True)

    return Kept(launch)


def sign_up(portal: Portal, number: int) -> tuple[int, float]:
    """The answer's status, and seconds until it came."""
    # The number stands for a row only to give everybody an IP address of their own
    client = Client(portal.port, User(pk=number, email=f"asmuo{number}@example.org"))
    page = reverse("account_signup")
    fields = client.get(page).fields
    person = {"email": client.user.email, "name": "Ona Onaitė", "password1": PASSWORD}
    begun = time.monotonic()
    answer = client.post(page, {**fields, **person})
    return answer.status, time.monotonic() - begun


def misbehave(server: MailServer, over: threading.Event) -> None:
    for mode in itertools.cycle(BAD):
        server.behave(mode)
        if over.wait(random.uniform(0.2, 2)):
            return


def sign_up_all(portal: Portal, server: MailServer, people: int) -> list[tuple[int, float]]:
    over = threading.Event()
    trouble = threading.Thread(target=misbehave, args=(server, over))
    trouble.start()
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(lambda number: sign_up(portal, number), range(people)))
    finally:
        over.set()
        trouble.join()


def kill_while_sending(worker: Kept, server: MailServer, kills: int) -> int:
    """Kill the worker while the server holds a text it has taken; return how many times."""
    for number in range(kills):
        Delivery.objects.filter(status=Status.WAITING).update(due_at=RealTime())
        if not Delivery.objects.due().exists():
            return number
        server.holding.clear()
        server.answering.clear()
        wait_until(server.holding.is_set)
        worker.kill()
        server.answering.set()
    return kills


@pytest.mark.soak
def test_mail_is_never_lost(portal: Portal, say: Callable[[str], None]):
    with mail_server("silent") as server:
        worker = start_worker(portal, server)
        try:
            answers = sign_up_all(portal, server, SIGN_UPS)
            server.behave("well")
            repeated = kill_while_sending(worker, server, KILLS)
            Delivery.objects.filter(status=Status.WAITING).update(due_at=RealTime())
            wait_until(lambda: not Delivery.objects.exclude(status=Status.SENT).exists())
        finally:
            worker.stop(15)
        times = Counter(server.ids())

    slowest = max(seconds for _status, seconds in answers)
    say(
        f"mail: {SIGN_UPS} signed up, the slowest in {slowest:.2f} s; {len(times)} messages"
        f" arrived, {times.total() - len(times)} of them twice after {repeated} kills"
    )
    assert Counter(status for status, _seconds in answers) == {303: SIGN_UPS}
    assert slowest < SOON
    assert set(times) == set(Message.objects.values_list("message_id", flat=True))
    assert len(times) == SIGN_UPS == User.objects.count()
    assert times.total() - len(times) <= repeated
    assert not portal.faults()
