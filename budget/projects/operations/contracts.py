"""A project after the decision: a mirror of its contract and its end, as staff enter them from the papers.

Each step locks the project, then the strategy, checks that the figures are still those of the page, and posts.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from budget.models import Entry, Kind
from budget.operations.awarding import refuse_bad_split, refuse_over_caps
from budget.operations.posting import Document, lock, post, refuse_future, shortage
from budget.projects.models import Contract, Project, ProjectChange, ProjectStatus
from budget.projects.models.project import PROJECT_TRANSITIONS
from budget.projects.position import Movement, Position
from budget.sources import difference
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, OverBudget, Stale
from strategy_portal.money import ZERO
from strategy_portal.requests.press import is_repeated
from strategy_portal.templatetags import eur


@dataclass(frozen=True)
class Asked:
    """Whose press it is: the key of the form, and the figures the page showed (Position.seen) if it showed any."""

    by: User
    request_key: UUID
    seen: str | None = None


@dataclass(frozen=True)
class Terms:
    """What a contract, or a change of it, says. EUR; `split` by source only where it was entered."""

    document: Document
    amount: Decimal
    total_cost: Decimal
    starts_on: date
    ends_on: date
    split: Mapping[str, Decimal] | None = None
    reason: str = ""


@contextmanager
def step(
    project: Project, asked: Asked, content: object, *, name: str = ""
) -> Iterator[Position | None]:
    """The project's position now, everything locked; None if the same press was carried out before.

    Raises Stale if the project can't take the step `name` now.
    """
    with transaction.atomic(durable=True):
        if is_repeated(asked.request_key, [project.pk, name, content], by=asked.by):
            yield None
            return
        rows = Project.objects.select_for_update(no_key=True, of=("self",)).select_related(
            "action", "award"
        )
        fresh = rows.get(pk=project.pk)
        if name in PROJECT_TRANSITIONS:
            refuse_wrong_status(fresh, PROJECT_TRANSITIONS[name][0])
        lock(fresh.action.strategy_id)
        yield Position(fresh)


def refuse_moved(position: Position, asked: Asked, *movements: Movement | None) -> None:
    """Raise Stale if what the page showed of the figures the step changes is no longer so."""
    if asked.seen is not None and position.has_moved(asked.seen, *movements):
        raise Stale(
            _(
                "The figures have changed since the page was opened. Look at the new ones and confirm again."
            )
        )


def refuse_wrong_status(project: Project, allowed: set[ProjectStatus]) -> None:
    if project.status not in allowed:
        raise Stale(
            _("Project %(number)s is now “%(status)s”, so this can no longer be done.")
            % {"number": project.number, "status": project.get_status_display()}
        )


def carry_out(
    position: Position, movement: Movement, asked: Asked, document: Document, reason: str = ""
) -> Entry:
    """Post one movement of the project."""
    refuse_future(document.dated, document.effective_on)
    details = {"closes": movement.closes} if movement.closes else {}
    key = f"{asked.request_key}:{movement.kind}"
    if movement.kind == Kind.REVERSAL:  # of which one press may make two
        key += f":{movement.closes.seq}"
    return post(
        movement.kind,
        position.last.strategy_id,
        action=position.project.action,
        project_number=position.project.number,
        amount=movement.amount,
        split=movement.split,
        places=movement.places,
        **document.as_fields(),
        **details,
        reason=reason,
        prepared_by=asked.by,
        posted_by=asked.by,
        request_key=key,
    )


def sign(project: Project, terms: Terms, asked: Asked) -> Project:
    """Record the project's contract: its sum takes the place of what the board awarded, up or down.

    What its call announced binds the board; a contract is bound by the call's largest sum for a project and by what
    the action, the sources and the strategy have left.
    Raises OverBudget naming the cap and what is short, DomainError for sums or dates that can't be, Stale.
    """
    return agree(project, terms, asked, name="contract")


def change_contract(project: Project, terms: Terms, asked: Asked) -> Project:
    """Record a change of the contract: its sum, dates or total cost. Raises as sign does."""
    return agree(project, terms, asked, name="contract_change")


def agree(project: Project, terms: Terms, asked: Asked, *, name: str) -> Project:
    with step(project, asked, asdict(terms), name=name) as position:
        if position is None:
            return project
        if name == "contract_change":
            refuse_wrong_status(position.project, {ProjectStatus.RUNNING, ProjectStatus.SUSPENDED})
        movement = plan_contract(position, terms)
        refuse_moved(position, asked, movement)
        entry = carry_out(position, movement, asked, terms.document, terms.reason)
        Contract.objects.create(
            project=position.project,
            entry=entry,
            number=terms.document.number,
            signed_on=terms.document.dated,
            amount=terms.amount,
            total_cost=terms.total_cost,
            starts_on=terms.starts_on,
            ends_on=terms.ends_on,
        )
        return move(
            position.project, name, asked, entry=entry, document=terms.document, reason=terms.reason
        )


def plan_contract(position: Position, terms: Terms) -> Movement:
    """The contract's entry; raises unless it is within every cap, not below what was paid, its dates in order. EUR."""
    movement = position.contract(terms.amount, terms.split)
    project, amount = position.project, movement.amount
    if terms.starts_on > terms.ends_on:
        raise DomainError(_("The project can't end before it starts."))
    if amount > terms.total_cost:
        raise DomainError(
            _("The contract's sum %(amount)s can't be more than the total cost %(cost)s.")
            % {"amount": eur(amount), "cost": eur(terms.total_cost)}
        )
    if project.max_grant is not None and amount > project.max_grant:
        raise OverBudget(
            shortage(
                _("one project of call %(number)s") % {"number": project.call_number},
                project.max_grant,
                amount,
            )
        )
    refuse_bad_split(amount, movement.split)
    for code, paid in position.paid.items():
        if movement.split.get(code, ZERO) < paid:
            raise OverBudget(
                _(
                    "%(paid)s of the source “%(source)s” is paid already: the contract can't give less of it."
                )
                % {"paid": eur(paid), "source": source_name(position, code)}
            )
    refuse_below_promised(position, movement)
    refuse_over_caps(
        project.action, amount - position.last.held, difference(movement.split, position.held)
    )
    return movement


def refuse_below_promised(position: Position, *movements: Movement) -> None:
    """Raise OverBudget unless what claims were approved for can still be paid after the movements. EUR."""
    held, paid = (sum(parts.values(), ZERO) for parts in position.after(*movements))
    if position.promised and held - paid < position.promised:
        raise OverBudget(
            _(
                "Claims for %(promised)s are approved and not paid yet, only %(unpaid)s would be left for them."
            )
            % {"promised": eur(position.promised), "unpaid": eur(max(held - paid, ZERO))}
        )


def source_name(position: Position, code: str) -> str:
    return next(
        str(account)
        for account in position.accounts
        if account.source_id and account.source.code == code
    )


def suspend(project: Project, asked: Asked, *, document: Document, reason: str) -> Project:
    """Stop a running project for a time; its money stays with it."""
    return turn(project, "suspend", asked, document, reason)


def resume(project: Project, asked: Asked, *, document: Document, reason: str) -> Project:
    """Let a suspended project run again."""
    return turn(project, "resume", asked, document, reason)


def turn(project: Project, name: str, asked: Asked, document: Document, reason: str) -> Project:
    with step(project, asked, [asdict(document), reason], name=name) as position:
        if position is None:
            return project
        return move(position.project, name, asked, document=document, reason=reason)


def complete(project: Project, asked: Asked, *, document: Document, reason: str) -> Project:
    """Close a finished project: what the contract gave beyond what was paid returns to the action (savings)."""
    return end(project, "complete", asked, document, reason)


def terminate(project: Project, asked: Asked, *, document: Document, reason: str) -> Project:
    """End a project before its time, or before its contract: everything not paid returns to the action."""
    return end(project, "terminate", asked, document, reason)


def end(project: Project, name: str, asked: Asked, document: Document, reason: str) -> Project:
    with step(project, asked, [asdict(document), reason], name=name) as position:
        if position is None:
            return project
        movement = plan_end(position, name)
        refuse_moved(position, asked, movement)
        entry = carry_out(position, movement, asked, document, reason) if movement else None
        return move(position.project, name, asked, entry=entry, document=document, reason=reason)


def plan_end(position: Position, name: str) -> Movement | None:
    """The release of what will not be paid, if there is anything; raises while a claim waits to be settled.

    What was approved waits only for money: a payment of less that was corrected may leave more approved than there is.
    """
    open_statuses = {"checked", "approved"} if any(position.unpaid.values()) else {"checked"}
    claims = position.project.claims.select_related("payment__closed_by")
    waiting = [claim for claim in claims if claim.status in open_statuses]
    if name == "complete" and waiting:
        raise DomainError(
            _("Claim No. %(number)s is neither paid nor rejected: settle it first.")
            % {"number": waiting[0].number}
        )
    return position.closing()


def move(
    project: Project,
    name: str,
    asked: Asked,
    *,
    to: ProjectStatus | None = None,
    entry: Entry | None = None,
    document: Document,
    reason: str = "",
) -> Project:
    """Give the locked project its new status and write its story."""
    origin = project.status
    project.status = to or (
        PROJECT_TRANSITIONS[name][1] if name in PROJECT_TRANSITIONS else project.status
    )
    if project.status != origin:
        project.save(update_fields=["status"])
    ProjectChange.objects.create(
        project=project,
        step=name,
        from_status=origin,
        to_status=project.status,
        entry=entry,
        document=document.number,
        document_date=document.dated,
        reason=reason,
        changed_by=asked.by,
    )
    return project
