"""Calls of the demo data."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from applications.selection.demo.days import at
from applications.selection.demo.people import CLERK, person
from budget.models import Action
from calls import operations as call_operations
from calls.models import Call, CheckItem, Criterion
from strategy_portal.clock import moving
from strategy_portal.requests.press import Press

# What a call's row says beside the call's own facts
ABOUT_IT = {"action", "days", "is_decided"}


def load_call(
    row: dict[str, Any],
    criteria: list[dict[str, Any]],
    check_items: list[dict[str, Any]],
    today: datetime,
) -> Call:
    clerk = person(CLERK)
    unsaved = unpublished(row, today)
    moving.move_to(unsaved.opens_at - timedelta(days=7))
    call = call_operations.create(unsaved, Press(clerk, uuid4()))
    for position, facts in enumerate(criteria, start=1):
        Criterion.objects.create(call=call, position=position, max_points=facts["weight"], **facts)
    for position, facts in enumerate(check_items, start=1):
        CheckItem.objects.create(call=call, position=position, **facts)
    return call_operations.publish(call, Press(clerk, uuid4()))


def unpublished(row: dict[str, Any], today: datetime) -> Call:
    facts = {name: value for name, value in row.items() if name not in ABOUT_IT}
    opens_in, closes_in = row["days"]
    return Call(
        action=Action.objects.get(code=row["action"]),
        opens_at=at(today + timedelta(days=opens_in), 8),
        closes_at=at(today + timedelta(days=closes_in), 17),
        what_is_needed="organizacijos kodo ir kontaktų\nprojekto aprašymo\nišlaidų sąmatos",
        intensity=Decimal("92.50"),
        pass_mark=Decimal(50),
        contact_name="Adomas Pavyzdys",
        contact_phone="+370 000 00000",
        contact_email=CLERK,
        **facts,
    )
