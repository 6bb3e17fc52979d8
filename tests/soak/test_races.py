"""Only as many decisions pass as there is money for, however many are confirmed at once.

SOAK_ROUNDS says how many rounds `make soak` runs: half of them against an action's money, half
against its places.
"""

import os
import re

import pytest

from tests.soak import books
from tests.soak.racing import ROOM, Outcome, Race, of_action, races, remove_guards

pytestmark = pytest.mark.xdist_group("soak")

ROUNDS = int(os.environ.get("SOAK_ROUNDS", "1000"))
AT_ONCE = 32
MOST_UNGUARDED = 50


def check(race: Race, outcome: Outcome) -> None:
    account = outcome.account
    assert [answer.status for answer in outcome.confirmed] == [303] * ROOM
    assert {answer.status for answer in outcome.refused} == {422}
    assert len(outcome.refused) == len(race.runners) - ROOM
    for answer in outcome.refused:
        assert re.search(of_action(race.action), answer.problems), answer.problems
    assert (account.used, account.reserved, account.places_taken) == (300, 0, ROOM)


def run(portal, sign_in, say, *, rounds: int, at_once: int) -> None:
    seconds, over = [], 0
    with races(portal, sign_in, at_once) as both:
        for number in range(rounds):
            race = both[number % 2]
            outcome = race.round()
            check(race, outcome)
            seconds.append(outcome.seconds)
            over = max(over, outcome.over)
            race.begin_anew()
            if number % 50 == 49:
                assert books.differences() == []
                say(f"races: {number + 1} rounds, p50 {books.percentile(seconds, 0.5):.2f} s")
        busy = sum(runner.client.busy for race in both for runner in race.runners)

    assert books.differences() == []
    assert not (faults := portal.faults()), "\n\n".join(faults[:3])
    say(
        f"races: {rounds} rounds × {at_once} at once for room for {ROOM}: {over:.2f} EUR over,"
        f" deadlocks 0; a round takes p50 {books.percentile(seconds, 0.5):.2f} s,"
        f" p95 {books.percentile(seconds, 0.95):.2f} s;"
        f" asked to try again {busy} times"
    )


def run_unguarded(portal, sign_in, say, *, at_once: int) -> None:
    """The negative control: without the guards the same race overdraws."""
    over = {"money": 0, "quota": 0}
    with races(portal, sign_in, at_once) as both:
        remove_guards(portal)
        for cap, race in zip(over, both, strict=True):
            for number in range(1, MOST_UNGUARDED + 1):
                over[cap] = race.round().over
                if over[cap]:
                    say(
                        f"races without guards, by {cap}: {over[cap]:.2f} EUR over"
                        f" in round {number}"
                    )
                    break
                race.begin_anew()

    assert all(over.values())
    assert [difference for difference in books.differences() if "over a cap" in difference]


def test_a_few_rounds_of_races(portal, sign_in, say):
    run(portal, sign_in, say, rounds=3, at_once=6)


@pytest.mark.usefixtures("alone")
def test_without_guards_a_few_rounds_go_over(portal, sign_in, say):
    run_unguarded(portal, sign_in, say, at_once=6)


@pytest.mark.soak
def test_races(portal, sign_in, say):
    run(portal, sign_in, say, rounds=ROUNDS, at_once=AT_ONCE)


@pytest.mark.soak
def test_races_without_guards_go_over(portal, sign_in, say):
    run_unguarded(portal, sign_in, say, at_once=AT_ONCE)
