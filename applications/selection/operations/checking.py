"""Operations of the administrative check: start, save, conclude."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application
from applications.selection.models import CheckAnswer, CheckSheet
from applications.selection.operations.barring import refuse_open
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import NotReady, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press

# By check item's primary key: passed (None: not answered yet) and a note
Answers = Mapping[int, tuple[bool | None, str]]


@transaction.atomic
def start(application: Application, *, by: User) -> CheckSheet:
    """Create the check sheet of a submitted application, with an empty answer for each item.

    Returns the existing sheet if there is one. Raises Stale if the application can't be checked,
    or not yet because its call is open.
    """
    # Locked before looking, so that the second of two simultaneous presses finds the sheet
    locked = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    if begun := CheckSheet.objects.filter(application=locked).first():
        return begun
    application = workflow.lock(application, "start_check")
    refuse_open(application.call)
    sheet = CheckSheet.objects.create(application=application, checked_by=by)
    CheckAnswer.objects.bulk_create(
        CheckAnswer(sheet=sheet, item=item) for item in application.call.check_items.all()
    )
    workflow.move(application, "start_check", by=by)
    return sheet


@transaction.atomic
def save(sheet: CheckSheet, answers: Answers) -> CheckSheet:
    """Save `answers` as a draft. Raises Stale once the check is concluded."""
    # Under the lock: a draft from another tab must not change a concluded check
    sheet = lock(sheet)
    for answer in sheet.answers.all():
        if answer.item_id in answers:
            answer.passed, answer.note = answers[answer.item_id]
            answer.save(update_fields=["passed", "note"])
    return sheet


@transaction.atomic(durable=True)
def conclude(sheet: CheckSheet, answers: Answers, press: Press) -> Application:
    """Save `answers` and end the check: all passed leads to scoring, any failure to rejection.

    The notes of failed items are the reason for the rejection. Raises NotReady for an item
    without an answer or a failed one without a note, Stale once the check is concluded.
    """
    if press.is_repeated("conclude", sheet.pk, dict(answers)):
        return Application.objects.get(check_sheet=sheet)
    sheet = save(sheet, answers)
    listed = list(sheet.answers.select_related("item"))
    refuse_incomplete(listed)
    failed = [answer for answer in listed if not answer.passed]
    transition = "fail_check" if failed else "pass_check"
    # The withdrawal of an application in the meantime makes this raise Stale
    application = workflow.lock(sheet.application, transition)
    sheet.concluded_at = clock.now()
    sheet.save(update_fields=["concluded_at"])
    workflow.move(application, transition, by=press.by, reason=in_words(failed))
    return application


def in_words(failed: Iterable[CheckAnswer]) -> str:
    """Return why the check failed, one line for each failed item; the applicant reads it."""
    # Stored as the reason of the rejection, so not in the language of whoever concludes
    with in_the_records_language():
        words = _("Does not meet the requirement “%(item)s”: %(note)s")
        lines = [words % {"item": answer.item.text, "note": answer.note} for answer in failed]
    return "\n".join(lines)


def lock(sheet: CheckSheet) -> CheckSheet:
    """Return the sheet's current row, locked. Raises Stale once the check is concluded."""
    fresh = CheckSheet.objects.select_for_update(no_key=True).get(pk=sheet.pk)
    if fresh.concluded_at:
        raise Stale(_("The check is concluded already; it no longer changes."))
    return fresh


def refuse_incomplete(answers: Iterable[CheckAnswer]) -> None:
    """Raise NotReady, with all problems, unless every item is answered and failures explained."""
    problems = []
    for answer in answers:
        if answer.passed is None:
            problems.append(_("Answer: %(item)s") % {"item": answer.item})
        elif not answer.passed and not answer.note.strip():
            problems.append(_("Say what is wrong: %(item)s") % {"item": answer.item})
    if problems:
        raise NotReady(problems)
