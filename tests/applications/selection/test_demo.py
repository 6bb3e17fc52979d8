"""The demo data: applications in every state, and books that balance."""

import json
from datetime import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.timezone import localtime, make_aware

from applications.models import Application, Status
from applications.selection.demo import days
from applications.selection.demo.days import SATURDAY
from applications.selection.models import Decision, ScoreSheet
from calls.models import Call

STRATEGY = "budget/strategies/druskininkai-2024-2029.toml"


@pytest.mark.django_db
def test_the_demo_has_every_state_and_right_books():
    call_command("load_strategy", STRATEGY, stdout=StringIO())
    answer = StringIO()

    call_command("demo", "--json", stdout=answer)

    assert len(json.loads(answer.getvalue())["accounts"]) == 13
    assert set(Application.objects.values_list("status", flat=True)) == set(Status.values)
    assert Application.objects.count() >= 12
    assert sorted(call.phase for call in Call.objects.with_phase()) == [
        "closed",
        "closed",
        "open",
        "open",
    ]
    closings = Call.objects.values_list("closes_at", flat=True)
    confirmed = Decision.objects.exclude(confirmed_at=None).values_list("confirmed_at", flat=True)
    scored = ScoreSheet.objects.exclude(submitted_at=None).values_list("submitted_at", flat=True)
    assert all(
        localtime(moment).weekday() < SATURDAY for moment in [*closings, *confirmed, *scored]
    )
    call_command("reconcile", stdout=StringIO())
    call_command("demo", stdout=StringIO())
    assert Call.objects.count() == 4


@pytest.mark.parametrize(
    ("day", "worked_on"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-11-28", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
        ("2026-11-30", "2026-11-30"),
    ],
)
def test_nobody_works_at_weekends(day, worked_on):
    moment = make_aware(datetime.fromisoformat(f"{day} 23:59"))

    assert f"{days.at(moment, 10):%Y-%m-%d %H:%M}" == f"{worked_on} 10:00"
