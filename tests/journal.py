"""Journal entries for tests of ledgers: a whole project, thousands of entries, other dates."""

import itertools
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils import timezone

from budget import operations
from budget.models import Action, Entry, Kind
from budget.operations.posting import Document, post
from budget.projects.models import Project
from budget.projects.operations.opening import open_project
from strategy_portal.accounts.models import Role
from tests import factories

KEYS = itertools.count(1)
# In one transaction PostgreSQL keeps every version of an account's row; each entry reads them all
BATCH = 500
PAIRS = """
    INSERT INTO budget_entry (strategy_id, seq, kind, action_id,
        amount, split, places, project_number,
        document, document_date, effective_on, reason, request_key,
        hold, held, held_split, paid, paid_split, left_after, left_split,
        prepared_by_id, posted_by_id)
    SELECT entry.strategy_id, 0,
        CASE mod(number, 2) WHEN 1 THEN 'payment' ELSE 'recovery' END, entry.action_id,
        1,
        jsonb_build_object((SELECT min(key) FROM jsonb_object_keys(entry.held_split) key), '1.00'),
        0, entry.project_number,
        'Mokėjimas Nr. ' || number, current_date - 1, current_date - 1,
        CASE mod(number, 2) WHEN 1 THEN '' ELSE 'Klaida' END,
        'pora-' || number || entry.project_number,
        '', 0, '{}', 0, '{}', 0, '{}',
        entry.prepared_by_id, entry.posted_by_id
    FROM budget_entry entry, generate_series(%s, %s) number WHERE entry.id = %s ORDER BY number
"""

PROTOCOL = Document("Protokolas Nr. 1", date(2026, 11, 2))


def key() -> str:
    return f"bandymas-{next(KEYS)}"


def reserve(action: Action, amount: str, number: str, by=None) -> Entry:
    return operations.reserve(
        action,
        amount=Decimal(amount),
        project_number=number,
        by=by or factories.UserFactory(),
        request_key=key(),
    )


def fund(action: Action, amount: str, number: str, by=None) -> Project:
    """A project awarded `amount` by the board's decision."""
    reservation = reserve(action, amount, number, by)
    project = Project(
        title="Šeimos ratas", beneficiary="Bendrija", call_number="K1", total_cost=Decimal(amount)
    )
    by = by or factories.user_with(Role.MANAGER)
    award = operations.award(reservation, by=by, document=PROTOCOL, request_key=key())
    return open_project(project, award)


def pay(
    project: Project, amount: str, *, source: str = "es-vb", kind: Kind = Kind.PAYMENT, **fields
) -> Entry:
    """A payment to the project, or with `kind` a recovery from it."""
    on = timezone.localdate()
    details = {
        "document": "MP-1",
        "document_date": on,
        "effective_on": on,
        "reason": "Permoka",
        **fields,
    }
    return post(
        kind,
        project.award.strategy_id,
        action=project.action,
        amount=Decimal(amount),
        split={source: amount},
        project_number=project.number,
        request_key=key(),
        **details,
    )


def pay_back_and_forth(project: Project, count: int, owner: Any = None) -> None:
    """`count` entries of one euro, paid and recovered in turn, through the posting trigger.

    For thousands of them `owner` (of the tables) keeps the planner informed, as PostgreSQL does by
    itself in time; otherwise the trigger would read the growing table from end to end.
    """
    for first in range(1, count + 1, BATCH):
        if owner:
            owner.cursor().execute("ANALYZE budget_entry")
        with connection.cursor() as cursor:
            cursor.execute(PAIRS, [first, min(first + BATCH - 1, count), project.award_id])


def book_at(entry: Entry, moment: datetime) -> None:
    """Set another booking time for the entry, past the guards."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE budget_entry SET posted_at = %s WHERE id = %s", [moment, entry.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")
