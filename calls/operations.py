"""Operations on calls: create, change, publish."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from budget import operations as budget
from budget.figures import figures_of
from budget.models import Action
from calls.models import RULES, Call, CheckItem, Criterion, TieBreak
from strategy_portal.clock import reading as clock
from strategy_portal.errors import NotReady, Stale
from strategy_portal.money import ZERO
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import eur, quantity


@transaction.atomic
def create(call: Call, press: Press) -> Call:
    """Save the unsaved `call` with the next number of its action's code: 2.2-K1, 2.2-K2 …

    Numbers count on through all strategies that have an action of the code, so none repeats.
    """
    if press.is_repeated("create call", typed_rules(call)):
        return Call.objects.get(pk=press.made)
    code = call.action.code
    lock_actions(code)
    last = Call.objects.filter(action__code=code).aggregate(last=Max("sequence", default=0))["last"]
    call.sequence = last + 1
    call.number = f"{code}-K{call.sequence}"
    call.created_by = press.by
    call.save(force_insert=True)
    press.remember(call)
    return call


def lock_actions(code: str) -> None:
    """Lock the actions of that code in all strategies: two drafts can't get the same number."""
    # In one order, so that no two wait for each other. No key: other rows may still refer to
    # the actions meanwhile
    actions = Action.objects.filter(code=code).order_by("pk").select_for_update(no_key=True)
    list(actions)


@transaction.atomic
def save_rules(call: Call, *, revision: int | None = None) -> None:
    """Save the rules held by `call`, except its action, which is part of its number.

    `revision` is the one the page showed. Raises Stale like lock_draft.
    """
    # Under the lock: an unlocked save() could undo a publication made in another tab
    fresh = lock_draft(call, revision)
    call.revision = fresh.revision + 1
    # Only the fields of the form: others may have changed since `call` was read
    names = typed_rules(call).keys() - {"action"}
    call.save(update_fields=[*names, "revision"])


def typed_rules(call: Call) -> dict[str, Any]:
    """Return the rules a coordinator types, by field; number and publication date are not typed."""
    # model_to_dict leaves out fields that are not editable
    return model_to_dict(call, RULES)


@transaction.atomic
def save_criteria(
    call: Call,
    criteria: list[dict[str, Any]],
    check_items: list[dict[str, Any]],
    *,
    revision: int | None = None,
) -> None:
    """Replace the call's criteria and check items by these, in this order.

    `revision` is the one the page showed. Raises Stale like lock_draft.
    """
    fresh = lock_draft(call, revision)
    fresh.revision += 1
    fresh.save(update_fields=["revision"])
    # Replaced, not updated: rows have no identity but their place on the page
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


# Durable: a publication must not be rolled back by an enclosing transaction
@transaction.atomic(durable=True)
def publish(call: Call, press: Press, *, revision: int | None = None) -> Call:
    """Publish the call; from then on the database freezes its rules.

    `revision` is the one the page showed. Raises NotReady with all problems at once, Stale like
    lock_draft. Whoever does not see what is reserved is not told how much is left.
    """
    if press.is_repeated("publish call", call.pk, revision):
        return Call.objects.get(pk=call.pk)
    call = lock_draft(call, revision)
    # The call first, then its money: locks are taken from the top room down, to avoid deadlocks.
    # Without this one the money left could change between the check and the publication
    budget.lock(call.action.strategy_id)
    # Checked again: the page that showed no problem may be an hour old
    if found := problems(call, proposed=press.sees_all):
        raise NotReady(found)
    if any(problems_of_money(call, proposed=True)):
        raise NotReady([budget.untold()])
    call.published_at = clock.now()
    call.published_by = press.by
    call.save(update_fields=["published_at", "published_by"])
    call.refresh_from_db(fields=["published_at"])  # as the database stamped it
    return call


def lock_draft(call: Call, revision: int | None) -> Call:
    """Return the call's current row, locked for a change of its rules.

    Raises Stale like refuse_overtaken.
    """
    fresh = Call.objects.select_for_update(no_key=True).get(pk=call.pk)
    refuse_overtaken(fresh, revision)
    return fresh


def refuse_overtaken(call: Call, revision: int | None) -> None:
    """Raise Stale if `call` is published, or was saved after the page showed `revision`.

    None skips the second check.
    """
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


def problems(call: Call, *, proposed: bool = False) -> list[str]:
    """Return what prevents publishing `call`, one sentence each; empty if nothing does.

    Only with `proposed` does reserved money count; see figures_of().
    """
    found = []
    if call.has_closed_at(clock.now()):
        found.append(_("The closing time has passed already."))
    return [*found, *problems_of_money(call, proposed=proposed), *problems_of_criteria(call)]


def problems_of_money(call: Call, *, proposed: bool) -> Iterator[str]:
    """Yield where the call promises more EUR or projects than its action has left."""
    action = figures_of(call.action.strategy, proposed=proposed).balance_of(call.action)
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
    """Yield what is missing for scoring: weights must sum to 100, the ranking's maximum."""
    criteria = list(call.criteria.all())
    weights = sum((criterion.weight for criterion in criteria), ZERO)
    if not criteria:
        yield _("Add the evaluation criteria.")
    elif weights != 100:
        text = _("The weights of the criteria add up to %(sum)s, not to 100.")
        yield text % {"sum": quantity(weights)}
    if not call.check_items.exists():
        yield _("Add the questions of the administrative check.")
    # Otherwise every application would get 0 for it, and the rule would decide nothing
    not_there = TieBreak.of_criteria()[len(criteria) :]
    if set(not_there) & set(call.tie_break):
        yield _("The order of equal scores names a criterion that the call does not have.")
