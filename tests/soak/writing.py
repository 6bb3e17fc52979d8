"""Clerks who keep recording payments and contracts while processes are killed."""

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from django.db import connection
from django.urls import reverse

from budget.models import Entry, Kind
from budget.projects.models import Project
from strategy_portal.requests.models import Request
from tests.soak.client import Answer, Client, Fields, NoAnswer

DAY = date(2026, 11, 2).isoformat()
PAPER = {"document": "Nr. 7", "document_date": DAY, "effective_on": DAY}
PAUSE = 0.1  # seconds before a press is repeated that nobody acknowledged


@dataclass(frozen=True)
class Act:
    """One press that writes something: its form's key, and its entry's kind if it moves money."""

    key: str
    kind: str = ""


class Refused(Exception):
    """An answer that a portal gives only if it has lost data."""


@dataclass
class Writer:
    """Works on a project nobody else touches, so its books are known; `done` got a 303."""

    client: Client
    project: Project
    stopping: threading.Event
    done: list[Act] = field(default_factory=list)
    statuses: Counter = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    repeated: int = 0  # presses sent again because nobody knew what became of them
    claims: int = 0

    def work(self) -> None:
        """Work until stopped; a press under way is completed."""
        while not self.stopping.is_set():
            try:
                self.pay() if random.random() < 0.7 else self.change_contract()
            except Refused as error:
                self.refused.append(str(error))
                self.stopping.wait(PAUSE)

    def path(self, *parts: str) -> str:
        return reverse("projects_office:detail", args=[self.project.number]) + "".join(
            f"{part}/" for part in parts
        )

    def pay(self) -> None:
        self.claims += 1
        number = f"MP-{self.claims}-{uuid4().hex[:4]}"
        claim = {"kind": "interim", "number": number, "received_on": DAY, "claimed": "1,00"}
        self.press(self.path("prasymas"), claim)
        waiting = self.read(self.path()).links(self.path("prasymai") + r"\d+/tvirtinti/")
        if not waiting:
            raise Refused("the claim is not there")
        self.press(waiting[-1], {"approved": "1,00", "approved_on": DAY})
        amount = {**PAPER, "amount": "1,00"}
        self.press(waiting[-1].replace("tvirtinti", "ismoketi"), amount, kind=Kind.PAYMENT)

    def change_contract(self) -> None:
        terms = {"amount": f"{random.randint(300_000, 400_000)},00", "total_cost": "1000000,00"}
        days = {"starts_on": "2027-01-01", "ends_on": "2027-12-31"}
        self.press(self.path("keitimas"), {**PAPER, **terms, **days}, kind=Kind.CONTRACT)

    def press(self, path: str, fields: Fields, *, kind: str = "") -> None:
        """Send the form under one key until it is acknowledged, confirming each shown effect."""
        key = str(uuid4())
        fields = {**fields, "request_key": key}
        while True:
            answer = self.send("POST", path, fields)
            if answer.status == 303:
                self.done.append(Act(key, kind))
                return
            if answer.status not in (200, 409) or not answer.fields.get("shown"):
                raise Refused(f"{path}: {answer.status} {answer.problems}")
            fields |= {name: answer.fields[name] for name in ("seen", "shown")}

    def read(self, path: str) -> Answer:
        return self.send("GET", path)

    def send(self, method: str, path: str, fields: Fields | None = None) -> Answer:
        """The first conclusive answer: neither a broken connection nor a 503."""
        while True:
            try:
                answer = self.client.post(path, fields) if fields else self.client.get(path)
            except NoAnswer:
                self.statuses["no answer"] += 1
            else:
                self.statuses[answer.status] += 1
                if answer.status != 503:
                    return answer
            self.repeated += method == "POST"
            time.sleep(PAUSE)


def missing(acts: list[Act]) -> list[Act]:
    """The acknowledged acts that are missing from the database."""
    connection.close()  # it may have been cut
    keys = [act.key for act in acts]
    posted = [f"{act.key}:{act.kind}" for act in acts if act.kind]
    known = {str(key) for key in Request.objects.filter(key__in=keys).values_list("key", flat=True)}
    entries = set(
        Entry.objects.filter(request_key__in=posted).values_list("request_key", flat=True)
    )
    return [
        act
        for act in acts
        if act.key not in known or act.kind and f"{act.key}:{act.kind}" not in entries
    ]


def written_twice(writer: Writer) -> int:
    """The number of payments and contract changes that the writer doesn't know of."""
    entries = Entry.objects.filter(
        project_number=writer.project.number, kind__in=[Kind.PAYMENT, Kind.CONTRACT]
    )
    made = sum(1 for act in writer.done if act.kind) + 1  # the first contract
    return entries.count() - made
