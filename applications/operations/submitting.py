"""Submitting an application, and taking it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _

from applications import completeness, workflow
from applications.models import Application, ApplicationVersion, LateAttempt
from applications.models.application import ANSWERS
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
COST = ["name", "kind", "unit", "quantity", "unit_price", "amount"]


def submit(application: Application, press: Press, *, at: datetime) -> ApplicationVersion:
    """Submit the draft: number it, freeze its first version, and leave it to the office.

    `at` is the database's clock when the request arrived.
    Raises Late (and records the attempt) outside the window, NotReady with all that is missing,
    Stale if the draft was submitted by another press.
    """
    try:
        return submit_in_time(application, press, at=at)
    except Late:
        # Outside the transaction, which left nothing behind
        LateAttempt.objects.create(application=application, attempted_at=at, attempted_by=press.by)
        raise


# Durable: a receipt is shown only for what is committed, never for what an outer block may undo
@transaction.atomic(durable=True)
def submit_in_time(application: Application, press: Press, *, at: datetime) -> ApplicationVersion:
    # Before the clock is asked: what was submitted in time stays so, however late it is repeated
    if press.is_repeated("submit", application.pk):
        return ApplicationVersion.objects.get(pk=press.made)
    application = workflow.lock(application, "submit")
    refuse_late(application.call, at)
    if problems := completeness.problems(application):
        raise NotReady(problem.text for problem in problems)
    give_number(application)
    application.submitted_at = at
    # In one UPDATE with the status: the database refuses a draft with a number, and the reverse
    workflow.move(application, "submit", by=press.by, also=("number", "sequence", "submitted_at"))
    version = freeze(application, by=press.by)
    press.remember(version)
    return version


def refuse_late(call: Call, at: datetime) -> None:
    if not call.takes_applications_at(at):
        raise Late(
            _(
                "The call closed on %(when)s, so the application can no longer be submitted. "
                "Your draft is kept."
            )
            % {"when": long_moment(call.closes_at)}
        )


def give_number(application: Application) -> None:
    """Give the application the next number of its call, without a gap: 2.2-K1-014."""
    # The lock gives out one number at a time; a sequence of the database would leave gaps
    call = Call.objects.select_for_update(no_key=True).get(pk=application.call_id)
    last = call.applications.aggregate(last=Max("sequence"))["last"]
    application.sequence = (last or 0) + 1
    application.number = f"{call.number}-{application.sequence:03d}"


def freeze(application: Application, *, by: User) -> ApplicationVersion:
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
    """Everything the applicant says, by field: what the version's canonical JSON is made of."""
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
    """Take a submitted application back, until it is approved; money proposed for it returns."""
    if press.is_repeated("withdraw", application.pk, reason):
        return Application.objects.get(pk=application.pk)
    application = workflow.lock(application, "withdraw")
    # The reason goes into the journal, which has one language
    with in_the_records_language():
        why = _("The applicant withdrew the application.")
    budget.release_reserved(
        application.number, by=press.by, reason=why, request_key=f"withdraw:{application.pk}"
    )
    workflow.move(application, "withdraw", by=press.by, reason=reason)
    return application
