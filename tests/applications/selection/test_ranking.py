"""The ranking is a pure function: the same inputs, in any order, give the same bytes.

It never funds more than the money available.
"""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.selection.funding_line import Why, rank, tally
from applications.selection.ranking import Candidate, Rules, protocol, standing_of
from strategy_portal.canonical import canonical, digest

CRITERIA = ((Decimal(60), Decimal(60)), (Decimal(40), Decimal(40)))
RULES = Rules(Decimal(50), CRITERIA, ("criterion-1", "smaller", "earlier"), "stop")
SKIP = Rules(Decimal(50), CRITERIA, ("criterion-1", "smaller", "earlier"), "skip")


def candidate(
    number: str, *points: str, requested: str = "1000.00", at: str = "2026-11-01T08:00:00+00:00"
) -> Candidate:
    """A candidate whose sheets all give `points`, criterion by criterion."""
    return Candidate(number, (tuple(Decimal(part) for part in points),), Decimal(requested), at)


def outcomes(rows) -> dict[str, str]:
    return {row.candidate.number: row.outcome for row in rows}


candidates = st.lists(
    st.builds(
        Candidate,
        number=st.from_regex(r"2\.2-K1-[0-9]{3}", fullmatch=True),
        sheets=st.lists(
            st.tuples(
                st.decimals(0, 60, places=2),
                st.decimals(0, 40, places=2),
            ),
            min_size=1,
            max_size=3,
        ).map(tuple),
        requested=st.decimals("0.01", "99999.99", places=2),
        submitted_at=st.sampled_from(["2026-11-01T08:00:00+00:00", "2026-11-02T08:00:00+00:00"]),
    ),
    max_size=12,
    unique_by=lambda candidate: candidate.number,
)
money = st.decimals(0, 150000, places=2)
places = st.none() | st.integers(0, 12)
rules = st.sampled_from([RULES, SKIP])


@given(candidates, st.randoms(use_true_random=False), rules)
def test_the_order_of_the_inputs_does_not_matter(listed, random, rules):
    shuffled = random.sample(listed, len(listed))

    assert protocol(shuffled, rules) == protocol(listed, rules)
    assert rank(shuffled, rules, money=Decimal(50000), places=3) == rank(
        listed, rules, money=Decimal(50000), places=3
    )


@given(candidates, money, places, rules)
def test_funding_never_passes_the_money_or_the_places(listed, money, places, rules):
    rows = rank(listed, rules, money=money, places=places)

    funded = [row for row in rows if row.outcome == "fund"]
    assert sum((row.candidate.requested for row in funded), Decimal(0)) <= money
    assert places is None or len(funded) <= places
    assert [row.cumulative for row in funded] == sorted(row.cumulative for row in funded)


@given(candidates, money, places, rules)
def test_places_follow_the_merit_and_nobody_is_lost(listed, money, places, rules):
    rows = rank(listed, rules, money=money, places=places)

    assert sorted(row.candidate.number for row in rows) == sorted(one.number for one in listed)
    for above, below in zip(rows, rows[1:], strict=False):
        assert above.standing.merit <= below.standing.merit
        assert (above.place == below.place) == (above.standing.merit == below.standing.merit)


@given(candidates, money, places, rules)
def test_the_tally_of_the_own_proposals_agrees_with_the_ranking(listed, money, places, rules):
    rows = rank(listed, rules, money=money, places=places)

    found = tally(rows, outcomes(rows), money=money, places=places)

    assert {number: line.cumulative for number, line in found.items()} == {
        row.candidate.number: row.cumulative for row in rows if row.outcome == "fund"
    }
    assert not any(line.short or line.lacks_place for line in found.values())


@given(candidates, money, rules)
def test_whoever_is_below_the_pass_mark_is_not_funded(listed, money, rules):
    for row in rank(listed, rules, money=money, places=None):
        assert (row.outcome == "reject") == (row.score < rules.pass_mark)


def test_more_points_for_the_first_criterion_break_a_tie():
    rows = rank(
        [candidate("1", "40", "30"), candidate("2", "45", "25")],
        RULES,
        money=Decimal(9999),
        places=None,
    )

    assert [(row.place, row.candidate.number) for row in rows] == [(1, "2"), (2, "1")]


def test_the_smaller_sum_then_the_earlier_submission_break_a_tie():
    listed = [
        candidate("1", "40", "30", requested="2000"),
        candidate("2", "40", "30", at="2026-11-02T08:00:00+00:00"),
        candidate("3", "40", "30"),
    ]

    rows = rank(listed, RULES, money=Decimal(9999), places=None)

    assert [row.candidate.number for row in rows] == ["3", "2", "1"]
    assert not any(row.is_shared for row in rows)


def test_equal_by_every_rule_share_a_place():
    listed = [candidate("2", "40", "30"), candidate("1", "40", "30"), candidate("3", "30", "30")]

    rows = rank(listed, RULES, money=Decimal(9999), places=None)

    assert [(row.place, row.is_shared) for row in rows] == [(1, True), (1, True), (3, False)]


def test_stop_and_skip_differ_after_the_first_that_does_not_fit():
    listed = [
        candidate("1", "60", "30", requested="600"),
        candidate("2", "55", "30", requested="500"),
        candidate("3", "50", "30", requested="300"),
    ]

    assert outcomes(rank(listed, RULES, money=Decimal(1000), places=None)) == {
        "1": "fund", "2": "waitlist", "3": "waitlist",
    }  # fmt: skip
    assert outcomes(rank(listed, SKIP, money=Decimal(1000), places=None)) == {
        "1": "fund",
        "2": "waitlist",
        "3": "fund",
    }
    assert [row.short for row in rank(listed, SKIP, money=Decimal(1000), places=None)] == [
        None,
        Decimal(100),
        None,
    ]


def test_places_are_a_cap_of_their_own():
    listed = [candidate("1", "60", "30"), candidate("2", "55", "30")]

    rows = rank(listed, RULES, money=Decimal(9999), places=1)

    assert [(row.outcome, row.why) for row in rows] == [
        ("fund", Why.PASSES),
        ("waitlist", Why.PLACES),
    ]


def test_scores_are_means_rounded_half_up_to_what_people_see():
    one = Candidate(
        "1", ((Decimal("50"), Decimal("20.01")), (Decimal("50"), Decimal("20"))), Decimal(1), ""
    )

    standing = standing_of(one, RULES)
    assert (standing.score, standing.spread) == (Decimal("70.01"), Decimal("0.01"))


def test_exactly_the_pass_mark_passes():
    rows = rank(
        [candidate("1", "25", "25"), candidate("2", "25", "24.99")],
        RULES,
        money=Decimal(9999),
        places=None,
    )

    assert outcomes(rows) == {"1": "fund", "2": "reject"}


def test_the_tally_says_what_is_short_and_where_a_place_lacks():
    rows = rank(
        [candidate("1", "60", "30"), candidate("2", "55", "30")],
        RULES,
        money=Decimal(1500),
        places=1,
    )

    found = tally(rows, {"1": "fund", "2": "fund"}, money=Decimal(1500), places=1)

    assert [(line.cumulative, line.short, line.lacks_place) for line in found.values()] == [
        (Decimal(1000), None, False),
        (Decimal(2000), Decimal(500), True),
    ]


def test_the_protocol_holds_inputs_rules_and_order():
    text = protocol([candidate("2", "40", "30"), candidate("1", "50", "30")], RULES)

    content = json.loads(text)
    assert [one["number"] for one in content["inputs"]] == ["1", "2"]
    assert [one["number"] for one in content["order"]] == ["1", "2"]
    assert (content["rule_version"], content["rules"]["pass_mark"]) == (2, "50")
    assert digest(text) == digest(canonical(content))


def test_the_bytes_of_the_protocol_stay_what_decisions_have_stored():
    """Decisions keep the protocol's SHA-256, so the protocol of given inputs must never change."""
    sheets = (
        (Decimal("45.50"), Decimal("30.00")),
        (Decimal("50.00"), Decimal("30.01")),
    )
    weak = ((Decimal("10.00"), Decimal("5.12")),)
    listed = [
        Candidate("2.2-K1-003", weak, Decimal("1000.00"), "2026-11-03T08:00:00+00:00"),
        Candidate("2.2-K1-001", sheets, Decimal("9000.00"), "2026-11-01T08:00:00+00:00"),
        Candidate("2.2-K1-002", sheets, Decimal("8000.00"), "2026-11-02T08:00:00+00:00"),
    ]

    text = protocol(listed, RULES)

    assert digest(text) == "407fc5de951f93a458785f2a754c3e6a144581a09855c911e2a249b521bada5a"


def test_a_changed_score_changes_the_hash():
    before = digest(protocol([candidate("1", "40", "30")], RULES))

    assert digest(protocol([candidate("1", "40", "30.01")], RULES)) != before


@pytest.mark.parametrize("rules", [RULES, SKIP])
def test_nobody_to_rank(rules):
    assert rank([], rules, money=Decimal(1), places=None) == []
