"""The demo data: applications in every state, and books that balance."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from applications.models import Application, Status
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
    call_command("reconcile", stdout=StringIO())
    call_command("demo", stdout=StringIO())
    assert Call.objects.count() == 4
