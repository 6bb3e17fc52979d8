"""Steps in the life of a call: creating, changing and publishing it."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from budget import operations as budget
from budget.models import Action
from calls.models import RULES, Call, CheckItem, Criterion, TieBreak
from strategy_portal import database
from strategy_portal.errors import NotReady, Stale
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import eur, quantity


@transaction.atomic
def create(call: Call, press: Press) -> Call:
    """Save a new (unsaved) `call` under the next number of its action: 2.2-K1, 2.2-K2 …"""
    if press.is_repeated("create call", typed_rules(call)):
        return Call.objects.get(pk=press.made)
    # Under the lock of the action two drafts can't take one number
    action = Action.objects.select_for_update(no_key=True).get(pk=call.action_id)
    sequences = action.calls.order_by("-sequence").values_list("sequence", flat=True)
    call.sequence = (sequences.first() or 0) + 1
    call.number = f"{action.code}-K{call.sequence}"
    call.created_by = press.by
    call.save(force_insert=True)
    press.remember(call)
    return call


@transaction.atomic
def save_rules(call: Call, *, revision: int | None = None) -> None:
    """Save the rules as `call` holds them, its action aside: that is part of its number.

    Raises Stale like lock_draft.
    """
    fresh = lock_draft(call, revision)
    call.revision = fresh.revision + 1
    # Not the whole row: what nobody typed here may have changed since `call` was read
    names = typed_rules(call).keys() - {"action"}
    call.save(update_fields=[*names, "revision"])


def typed_rules(call: Call) -> dict[str, Any]:
    """What a coordinator types of a call; its number and publication are the portal's own."""
    return model_to_dict(call, RULES)


@transaction.atomic
def save_criteria(
    call: Call,
    criteria: list[dict[str, Any]],
    check_items: list[dict[str, Any]],
    *,
    revision: int | None = None,
) -> None:
    """Put these criteria and check items, in this order, in the place of those that were.

    Raises Stale like lock_draft.
    """
    fresh = lock_draft(call, revision)
    fresh.revision += 1
    fresh.save(update_fields=["revision"])
    # All anew: rows have no identity but their place on the page
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


@transaction.atomic(durable=True)
def publish(call: Call, press: Press, *, revision: int | None = None) -> Call:
    """Announce the call; from here on its rules are frozen by the database.

    Raises NotReady with every problem at once, Stale like lock_draft.
    """
    if press.is_repeated("publish call", call.pk, revision):
        return Call.objects.get(pk=call.pk)
    call = lock_draft(call, revision)
    # What is left must not move between the check and the publication
    budget.lock(call.action.strategy_id)
    # Asked again: the page that showed none may be an hour old
    if found := problems(call):
        raise NotReady(found)
    call.published_at = database.now()
    call.published_by = press.by
    call.save(update_fields=["published_at", "published_by"])
    return call


def lock_draft(call: Call, revision: int | None) -> Call:
    """The call's row as it is now, locked for a change of its rules.

    Raises Stale like refuse_overtaken.
    """
    fresh = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    refuse_overtaken(fresh, revision)
    return fresh


def refuse_overtaken(call: Call, revision: int | None) -> None:
    """Raise Stale once `call` is published, or saved since the page showed its `revision`."""
    if call.is_published:
        text = _("Call %(number)s is published; its rules no longer change.")
        raise Stale(text % {"number": call.number})
    if revision is not None and call.revision != revision:
        raise Stale(
            _(
                "Somebody else has saved this call. Your text is kept; if you save again, it "
                "replaces theirs."
            )
        )


def problems(call: Call) -> list[str]:
    """What stands in the way of publishing `call`, as sentences; empty when nothing does."""
    found = []
    if call.closes_at <= database.now():
        found.append(_("The closing time has passed already."))
    return [*found, *problems_of_money(call), *problems_of_criteria(call)]


def problems_of_money(call: Call) -> Iterator[str]:
    """The money and the places left in the action bind (DESIGN 6)."""
    action = Action.objects.with_balance().get(pk=call.action_id)
    short = call.amount - action.left
    if short > 0:
        text = _("The sum of the call is %(short)s more than action %(code)s has left (%(left)s).")
        yield text % {"short": eur(short), "code": action.code, "left": eur(action.left)}
    if action.account.quota_is_binding and call.planned_projects > action.places_left:
        text = _("The call plans %(planned)d projects; action %(code)s has places for %(left)d.")
        yield text % {
            "planned": call.planned_projects,
            "code": action.code,
            "left": action.places_left,
        }


def problems_of_criteria(call: Call) -> Iterator[str]:
    """The weights of the criteria are the 100 points of the ranking."""
    criteria = list(call.criteria.all())
    weights = sum((criterion.weight for criterion in criteria), ZERO)
    if not criteria:
        yield _("Add the evaluation criteria.")
    elif weights != 100:
        text = _("The weights of the criteria add up to %(sum)s, not to 100.")
        yield text % {"sum": quantity(weights)}
    if not call.check_items.exists():
        yield _("Add the questions of the administrative check.")
    not_there = TieBreak.of_criteria()[len(criteria) :]
    if set(not_there) & set(call.tie_break):
        yield _("The order of equal scores names a criterion that the call does not have.")
