"""Submitting an application, and taking it back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from applications import completeness, workflow
from applications.models import Application, ApplicationVersion, LateAttempt, Status
from applications.models.application import CONTENT
from budget import operations as budget
from calls.models import Call
from strategy_portal.accounts.models import User
from strategy_portal.canonical import canonical, digest
from strategy_portal.errors import KeyReused, Late, NotReady, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import is_repeated
from strategy_portal.templatetags import long_moment


def submit(
    application: Application, *, by: User, at: datetime, request_key: UUID
) -> ApplicationVersion:
    """Submit the draft: number it, freeze its first version, and leave it to the office.

    `at` is the database's clock when the request arrived. The same `request_key` answers as the first time.
    Raises Late (and records the attempt) outside the window, NotReady with all that is missing, Stale if the draft
    was submitted under another key, KeyReused if the key submitted another application.
    """
    if earlier := answered(application, request_key):
        return earlier
    is_draft = Application.objects.filter(pk=application.pk, status=Status.DRAFT).exists()
    if is_draft and not application.call.takes_applications_at(at):
        LateAttempt.objects.create(application=application, attempted_at=at, attempted_by=by)
        raise Late(
            _(
                "The call closed on %(when)s, so the application can no longer be submitted. Your draft is kept."
            )
            % {"when": long_moment(application.call.closes_at)}
        )
    try:
        return submit_in_time(application, by=by, at=at, request_key=request_key)
    except Stale:
        if earlier := answered(application, request_key):  # the button was pressed twice at once
            return earlier
        raise


def answered(application: Application, request_key: UUID) -> ApplicationVersion | None:
    """The version this key submitted already. Raises KeyReused if that was another application's."""
    earlier = ApplicationVersion.objects.filter(request_key=request_key).first()
    if earlier and earlier.application_id != application.pk:
        raise KeyReused(_("This form has been used already. Open the page anew."))
    return earlier


@transaction.atomic(durable=True)
def submit_in_time(
    application: Application, *, by: User, at: datetime, request_key: UUID
) -> ApplicationVersion:
    application = workflow.lock(application, "submit")
    call = Call.objects.select_for_update(no_key=True).get(
        pk=application.call_id
    )  # one number at a time
    if problems := completeness.problems(application):
        raise NotReady(problem.text for problem in problems)
    last = call.applications.aggregate(last=Max("sequence"))["last"]
    application.sequence = (last or 0) + 1
    application.number = f"{call.number}-{application.sequence:03d}"
    application.submitted_at = at
    content = canonical(snapshot(application))
    workflow.move(application, "submit", by=by, also=("number", "sequence", "submitted_at"))
    return ApplicationVersion.objects.create(
        application=application,
        number=1,
        content=content,
        sha256=digest(content),
        submitted_at=at,
        submitted_by=by,
        request_key=request_key,
    )


def snapshot(application: Application) -> dict[str, Any]:
    """Everything the applicant says, by field: what the version's canonical JSON is made of."""
    answers = {
        name: getattr(application, name) for name in CONTENT if name not in ("call", "organisation")
    }
    organisation = application.organisation
    return {
        "number": application.number,
        "call": application.call.number,
        "organisation": {
            name: getattr(organisation, name) for name in ("code", "name", "legal_form", "address")
        },
        "answers": answers,
        "costs": [
            {
                name: getattr(line, name)
                for name in ("name", "kind", "unit", "quantity", "unit_price", "amount")
            }
            for line in application.cost_lines.all()
        ],
        "submitted_at": application.submitted_at.isoformat() if application.submitted_at else None,
    }


@transaction.atomic(durable=True)
def withdraw(
    application: Application, *, by: User, reason: str = "", request_key: UUID | None = None
) -> Application:
    """Take a submitted application back, until it is approved; money proposed for it returns."""
    if request_key and is_repeated(request_key, ["withdraw", application.pk, reason], by=by):
        return Application.objects.get(pk=application.pk)
    application = workflow.lock(application, "withdraw")
    with in_the_records_language():
        why = _("The applicant withdrew the application.")
    budget.release_reserved(
        application.number, by=by, reason=why, request_key=f"withdraw:{application.pk}"
    )
    workflow.move(application, "withdraw", by=by, reason=reason)
    return application
