"""Demo data: invented people, calls and applications in every state.

Created by the same operations as real ones, while the clock is moved through the past months.
"""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from applications.models import Organisation
from applications.selection.demo import days, decisions
from applications.selection.demo.applications import begin_application, carry_on, fill_in
from applications.selection.demo.calls import load_call
from applications.selection.demo.people import EVALUATORS, PASSWORD, load_people
from budget import loading
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.clock import moving
from strategy_portal.clock import reading as clock

__all__ = ["PASSWORD", "is_loaded", "load", "sign_ins"]

DATA = Path(__file__).with_name("demo.toml")
# Before everything that the data tell
BEGINNING = timedelta(days=170)


def read() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def sign_ins() -> list[tuple[str, str]]:
    """Return e-mail address and roles of every demo account."""
    people = read()["people"]
    return [(person["email"], ", ".join(person.get("roles", ["applicant"]))) for person in people]


def is_loaded() -> bool:
    return User.objects.filter(email=EVALUATORS[0]).exists()


def load(strategy: str = "") -> None:
    """Create all demo data. `strategy` is the TOML of the strategy, unless it is loaded already."""
    with moving.back_in_the_end():
        data, today = read(), clock.now()
        moving.move_to(today - BEGINNING)
        if strategy:
            # Now, so that the journal begins with it
            loading.load(strategy)
        organisations = load_people(data)
        for row in data["calls"]:
            call = load_call(row, data["criteria"], data["check_items"], today)
            for application in data["applications"]:
                if application["call"] == call.number:
                    organisation = organisations[application["organisation"]]
                    load_application(call, organisation, application, data["texts"])
            if row.get("is_decided"):
                decisions.decide(call)


def load_application(
    call: Call, organisation: Organisation, row: dict[str, Any], texts: dict[str, str]
) -> None:
    """Create an application and take it to the state in `row`."""
    moving.move_to(call.opens_at + timedelta(days=1))
    application = begin_application(call, organisation)
    if row["state"] != "begun":
        application = fill_in(application, row, texts)
    carry_on(application, row)
    if row["state"] == "proposed":
        days.move_to(call.closes_at + timedelta(days=15))
        decisions.prepare(call)
