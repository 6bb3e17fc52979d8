"""What is proposed and not decided yet is told neither outside nor to people in conflict with it.

Histories that differ only in one application look the same, page by page and byte by byte.
"""

import pytest
from django.test import Client

from tests.house import canaries
from tests.house.canaries import CONFLICTED, OUTSIDE, History, Variant

pytestmark = [pytest.mark.django_db, pytest.mark.wrong_books]
FUNDED = Variant()
WAITLISTED = Variant(requested="4321.09", part="0.95", outcome="waitlist")
REJECTED = Variant(part="0.30", outcome="reject")
FILES = ["/strategija/lesos.csv", "/strategija/lesos.xlsx", "/strategija/lesos.json"]
# A rejected application binds nobody any more, so the call's order shows to all the office
UNBOUND = {"selection:ranking", "selection:waitlist"}
TOLD = {"selection:desk", "books:action_ledger", "books:spending", "budget:amendment_create"}


def exact(address: str) -> tuple[bytes, dict[str, str]]:
    answer = Client().get(address)
    return answer.content, {name: answer.get(name, "") for name in ("ETag", "Last-Modified")}


def test_a_proposal_prepared_or_retracted_changes_nothing_in_public(owner):
    history = canaries.make()
    canaries.score(history, FUNDED)
    with canaries.undone(owner):
        found = canaries.addresses(history, canaries.propose(history, FUNDED))

    def public() -> list[object]:
        people = [history.people[name] for name in ("anonymous", "applicant")]
        files = [exact(address) for address in FILES]
        return [*files, *(canaries.seen_by(person, found) for person in people)]

    before = public()
    decision = canaries.propose(history, FUNDED)
    proposed = public()
    canaries.retract(history, decision)
    retracted = public()

    assert proposed == before
    assert retracted == before


def told(history: History, owner, variant: Variant, *, confirmed: bool = False):
    """What each of the people sees of `variant` once others' work has gone on."""
    with canaries.undone(owner):
        canaries.score(history, variant)
        decision = canaries.propose(history, variant)
        if confirmed:
            canaries.confirm(history, decision)
        canaries.go_on(history)
        found = canaries.addresses(history, decision)
        people = (*OUTSIDE, *CONFLICTED, "clerk")
        return {name: canaries.seen_by(history.people[name], found) for name in people}


def differing(one, other) -> dict[str, set[str]]:
    """Which addresses answer differently, by person."""
    found = {person: set(canaries.different(one[person], other[person])) for person in one}
    return {person: names for person, names in found.items() if names}


def test_nobody_outside_or_in_conflict_sees_sum_score_or_outcome(owner):
    history = canaries.make()

    one, other = (told(history, owner, one) for one in (FUNDED, WAITLISTED))

    found = differing(one, other)
    # To whom everything is open, the same pages tell it: the canaries sing
    assert found.pop("clerk") >= TOLD
    assert found == {}


def test_nor_how_its_decision_ended_unless_it_was_funded(owner):
    history = canaries.make()

    one, other = (told(history, owner, one, confirmed=True) for one in (WAITLISTED, REJECTED))

    found = differing(one, other)
    assert found.pop("clerk")
    assert {person: names - UNBOUND for person, names in found.items() if names - UNBOUND} == {}
    assert found.keys().isdisjoint(OUTSIDE)
