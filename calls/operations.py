"""Steps in the life of a call: creating, changing and publishing it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from budget import operations as budget
from budget.models import Action
from calls.models import Call, CheckItem, Criterion
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.errors import NotReady, Stale
from strategy_portal.money import ZERO
from strategy_portal.templatetags import eur, quantity


@transaction.atomic
def create(call: Call, *, by: User, request_key: UUID | None = None) -> Call:
    """Save a new (unsaved) `call` under the next number of its action: 2.2-K1, 2.2-K2 …

    The same `request_key` answers as the first time: a button pressed twice makes one draft.
    """
    action = Action.objects.select_for_update(no_key=True).get(pk=call.action_id)
    if request_key and (
        earlier := Call.objects.filter(request_key=request_key, created_by=by).first()
    ):
        return earlier
    call.request_key = request_key
    last = (
        Call.objects.filter(action=action)
        .order_by("-sequence")
        .values_list("sequence", flat=True)
        .first()
    )
    call.sequence = (last or 0) + 1
    call.number = f"{action.code}-K{call.sequence}"
    call.created_by = by
    call.save(force_insert=True)
    return call


def lock_unpublished(call: Call, revision: int | None = None) -> Call:
    """The call's row as it is now, locked for a change of its rules.

    Raises Stale once it is published, or when the draft is no longer of the `revision` that the page showed.
    """
    fresh = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    refuse_published(fresh)
    if revision is not None and fresh.revision != revision:
        raise Stale(
            _(
                "Somebody else saved this call meanwhile. What you typed is kept; pressing again saves it over theirs."
            )
        )
    return fresh


def refuse_published(call: Call) -> None:
    """Raise Stale once `call` is published."""
    if call.is_published:
        raise Stale(
            _("Call %(number)s is published; its rules no longer change.") % {"number": call.number}
        )


@transaction.atomic
def save_criteria(
    call: Call,
    criteria: list[dict[str, Any]],
    check_items: list[dict[str, Any]],
    *,
    revision: int | None = None,
) -> None:
    """Put these criteria and check items, in this order, in the place of those that were.

    Raises Stale like lock_unpublished.
    """
    fresh = lock_unpublished(call, revision)
    fresh.revision += 1
    fresh.save(update_fields=["revision"])
    call.criteria.all().delete()
    call.check_items.all().delete()
    Criterion.objects.bulk_create(
        Criterion(call=call, position=position, **values)
        for position, values in enumerate(criteria, start=1)
    )
    CheckItem.objects.bulk_create(
        CheckItem(call=call, position=position, **values)
        for position, values in enumerate(check_items, start=1)
    )


def problems(call: Call) -> list[str]:
    """What stands in the way of publishing `call`, as sentences; empty when nothing does.

    The money and places left bind (DESIGN 6), and the weights of the criteria are the 100 points of the ranking.
    """
    found = []
    action = Action.objects.with_balance().get(pk=call.action_id)
    criteria = list(call.criteria.all())
    weights = sum((criterion.weight for criterion in criteria), ZERO)
    if call.closes_at <= database.now():
        found.append(_("The closing time has passed already."))
    if call.amount > action.left:
        found.append(
            _("The sum of the call is %(short)s more than action %(code)s has left (%(left)s).")
            % {
                "short": eur(call.amount - action.left),
                "code": action.code,
                "left": eur(action.left),
            }
        )
    if action.account.quota_is_binding and call.planned_projects > action.places_left:
        found.append(
            _("The call plans %(planned)d projects; action %(code)s has places for %(left)d.")
            % {"planned": call.planned_projects, "code": action.code, "left": action.places_left}
        )
    if not criteria:
        found.append(_("Add the evaluation criteria."))
    elif weights != 100:
        found.append(
            _("The weights of the criteria add up to %(sum)s, not to 100.")
            % {"sum": quantity(weights)}
        )
    if not call.check_items.exists():
        found.append(_("Add what the administrative check asks."))
    if any(f"criterion-{number}" in call.tie_break for number in range(len(criteria) + 1, 5)):
        found.append(_("The order of equal scores names a criterion that the call does not have."))
    return found


@transaction.atomic(durable=True)
def publish(call: Call, *, by: User, revision: int | None = None) -> Call:
    """Announce the call; from here on its rules are frozen by the database.

    Raises NotReady with every problem at once, Stale if it is published already or not of the `revision` read.
    """
    call = lock_unpublished(call, revision)
    budget.lock(
        call.action.strategy_id
    )  # what is left must not move between the check and the publication
    if found := problems(call):
        raise NotReady(found)
    call.published_at, call.published_by = database.now(), by
    call.save(update_fields=["published_at", "published_by"])
    return call
