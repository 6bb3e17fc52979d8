"""Operations: submit an application, withdraw it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from applications import completeness, workflow
from applications.models import Application, ApplicationVersion, LateAttempt
from applications.models.application import ANSWERS
from applications.operations.drafting import refuse_elsewhere
from budget import operations as budget
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.errors import Late, NotReady
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import long_moment

# Frozen with the answers, because the organisation may later move or be renamed
APPLICANT = ["code", "name", "legal_form", "address"]
# The amount too: a later way of rounding must not change what was submitted
COST = ["name", "kind", "unit", "quantity", "unit_price", "amount"]


def submit(application: Application, press: Press, *, at: datetime) -> ApplicationVersion:
    """Submit the draft: assign its number and freeze its first version, which is returned.

    `at` is database time when the request arrived.
    Raises Late (and records the attempt) outside the window, Elsewhere if DMS alone takes them,
    NotReady with everything missing, Stale if the draft was already submitted by another press.
    """
    try:
        return submit_in_time(application, press, at=at)
    except Late:
        # After the transaction, whose rollback would take this row with it
        LateAttempt.objects.create(application=application, attempted_at=at, attempted_by=press.by)
        raise


# Durable: a receipt must stand for a commit, which an enclosing transaction could undo
@transaction.atomic(durable=True)
def submit_in_time(application: Application, press: Press, *, at: datetime) -> ApplicationVersion:
    # Before the deadline check: repeating a timely submission after closing is still a success
    if press.is_repeated("submit", application.pk):
        return ApplicationVersion.objects.get(pk=press.made)
    # Locked before the checks: no section can be saved between them and the snapshot
    application = workflow.lock(application, "submit")
    refuse_elsewhere(application.call)
    refuse_late(application.call, at)
    if problems := completeness.problems(application):
        raise NotReady(problem.text for problem in problems)
    give_number(application)
    application.submitted_at = at
    # In one UPDATE with the status: a CHECK allows neither a numbered draft nor the reverse
    workflow.move(application, "submit", by=press.by, also=("number", "sequence", "submitted_at"))
    # Last, because the version contains the number and the time of submission
    version = freeze(application, by=press.by)
    press.remember(version)
    return version


def refuse_late(call: Call, at: datetime) -> None:
    """Raise Late unless the call takes applications at `at`."""
    if not call.takes_applications_at(at):
        raise Late(
            _(
                "The call closed on %(when)s, so the application can no longer be submitted. "
                "Your draft is kept."
            )
            % {"when": long_moment(call.closes_at)}
        )


def give_number(application: Application) -> None:
    """Set the next number of its call, e.g. 2.2-K1-014. Numbers are gap-free."""
    # A lock, not a database sequence: a sequence isn't rolled back, and a missing number
    # would look like a lost application
    call = Call.objects.select_for_update(no_key=True).get(pk=application.call_id)
    last = call.applications.aggregate(last=Max("sequence"))["last"]
    application.sequence = (last or 0) + 1
    application.number = f"{call.number}-{application.sequence:03d}"


def freeze(application: Application, *, by: User) -> ApplicationVersion:
    """Store the submitted content as canonical JSON with its SHA-256."""
    # Canonical, so that the same content always gives the same hash
    content = canonical(snapshot(application))
    return ApplicationVersion.objects.create(
        application=application,
        number=1,
        content=content,
        sha256=digest(content),
        submitted_at=application.submitted_at,
        submitted_by=by,
    )


def snapshot(application: Application) -> dict[str, Any]:
    """Return everything the applicant submits, by field, for the version's canonical JSON."""
    return {
        "number": application.number,
        "call": application.call.number,
        "organisation": values_of(application.organisation, APPLICANT),
        "answers": values_of(application, ANSWERS),
        "costs": [values_of(line, COST) for line in application.cost_lines.all()],
        "submitted_at": application.submitted_at.isoformat(),
    }


def values_of(row: Model, names: list[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


@transaction.atomic(durable=True)
def withdraw(application: Application, press: Press, *, reason: str = "") -> Application:
    """Withdraw a submitted application; releases the money reserved for it.

    Raises Stale once it is approved, rejected or withdrawn.
    """
    if press.is_repeated("withdraw", application.pk, reason):
        return Application.objects.get(pk=application.pk)
    # The application before the money, as decisions lock them: the reverse could deadlock
    application = workflow.lock(application, "withdraw")
    # The journal has one language, whatever language the applicant reads
    with in_the_records_language():
        why = _("The applicant withdrew the application.")
    budget.release_reserved(
        application.number, by=press.by, reason=why, request_key=f"withdraw:{application.pk}"
    )
    workflow.move(application, "withdraw", by=press.by, reason=reason)
    return application
