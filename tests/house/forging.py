"""Writes rows as the operations do, one by one: what a forger with the portal's role would do."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

from applications.models import Application, StatusChange
from applications.selection.models import Decision, DecisionItem, Outcome, PaperKind
from budget.models import Entry
from strategy_portal.canonical import digest
from strategy_portal.clock import reading

IN_2020 = datetime(2020, 1, 1, tzinfo=UTC)


def tell(application: Application, transition: str, origin: str, target: str, by=None) -> None:
    StatusChange.objects.create(
        application=application,
        transition=transition,
        from_status=origin,
        to_status=target,
        changed_by=by or application.created_by,
    )


def begin(call, by, **others) -> Decision:
    """Write a decision without its items."""
    values = {"protocol": "{}", "sha256": digest("{}"), **others}
    return Decision.objects.create(call=call, prepared_by=by, **values)


def end(decision, by, **others) -> None:
    """Write what the operation writes in the row of a decision that is confirmed."""
    values = {
        "confirmed_by": by,
        "confirmed_at": reading.now(),
        "paper_kind": PaperKind.MINUTES,
        "paper_number": "1",
        "paper_date": reading.today(),
        **others,
    }
    Decision.objects.filter(pk=decision.pk).update(**values)


def take_back(decision, by) -> None:
    """Write what the operation writes in the row of a decision that is retracted."""
    Decision.objects.filter(pk=decision.pk).update(
        retracted_by=by, retracted_at=reading.now(), retraction_reason="Klaida"
    )


def item_of(decision, application, **others) -> DecisionItem:
    values = {
        "order": 1,
        "place": 1,
        "score": Decimal("90.00"),
        "outcome": Outcome.REJECT,
        "reason": "Ne",
        **others,
    }
    return DecisionItem.objects.create(decision=decision, application=application, **values)


def held_for(application, decision) -> dict:
    """Reserve money by hand, and return an item's fields that say so."""
    amount = application.requested
    entry = copy_of(
        decision.items.get(order=1).reservation,
        project_number=application.number,
        amount=amount,
        split={"es-vb": str(amount)},
    )
    return {"outcome": Outcome.FUND, "amount": amount, "reservation": entry}


def move(application, status) -> None:
    Application.objects.filter(pk=application.pk).update(status=status)


def copy_of(entry, **others) -> Entry:
    names = [
        "strategy",
        "action",
        "kind",
        "amount",
        "split",
        "places",
        "project_number",
        "posted_by",
    ]
    values = {name: getattr(entry, name) for name in names}
    return Entry.objects.create(**{**values, "request_key": str(uuid4()), **others})
