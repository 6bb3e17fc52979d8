"""Columns shared by all files of journal entries; the figures of each page follow them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from strategy_portal.exports import Column, Type


def facts() -> dict[str, Column]:
    """The shared columns, by the lookup of their values."""
    return {
        "seq": Column(_("No."), Type.NUMBER),
        "posted_at": Column(_("Booked"), Type.MOMENT),
        "kind": Column(_("Kind")),
        "action__code": Column(_("Action")),
        "source__name": Column(_("Source")),
        "project_number": Column(_("Project")),
        "document": Column(_("Document")),
        "document_date": Column(_("Date of the document"), Type.DAY),
        "effective": Column(_("In effect from"), Type.DAY),
        "day_paid": Column(_("Paid on"), Type.DAY),
        "reason": Column(_("Reason")),
        "preparer": Column(_("Prepared by")),
        "confirmer": Column(_("Confirmed by")),
    }


def rows_of(entries: QuerySet[Entry], *figures: str, numbered: bool) -> Iterator[list[Any]]:
    """For each entry the values of facts(), followed by those of `figures`.

    Not `numbered` if entries are left out: the gaps would tell how many.
    """
    kinds = dict(Kind.choices)
    # Values and names straight from SQL: a file has all entries, not one page of them
    is_payment = Q(kind=Kind.PAYMENT)
    was_confirmed = ~Q(posted_by=F("prepared_by"))  # as Entry.confirmed_by says
    named = entries.annotate(
        effective=Case(When(~is_payment, then="effective_on")),
        day_paid=Case(When(is_payment, then="effective_on")),
        preparer=name_of("prepared_by"),
        confirmer=Case(When(was_confirmed, then=name_of("posted_by"))),
    )
    for seq, posted_at, kind, *rest in named.values_list(*facts(), *figures):
        yield [seq if numbered else None, posted_at, str(kinds[kind]), *rest]


def name_of(person: str) -> Coalesce:
    """A person's name in SQL, as User.__str__ gives it."""
    name = NullIf(f"{person}__name", Value(""))
    return Coalesce(name, f"{person}__email", output_field=CharField())
