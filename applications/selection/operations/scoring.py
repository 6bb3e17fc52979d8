"""Operations of scoring: assign evaluators, save and submit score sheets."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection import impartiality
from applications.selection.exact import half_up
from applications.selection.models import Assignment, Score, ScoreSheet
from applications.selection.models.scoring import SHORTEST_REASON
from applications.selection.sheets import counted_sheets, has_enough_sheets, is_scored
from calls.models import Criterion
from strategy_portal.accounts.models import User
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, NotReady, Stale
from strategy_portal.language import in_the_records_language
from strategy_portal.requests.press import Press
from strategy_portal.templatetags import quantity

# By criterion's primary key: points (None: not scored yet) and the reason
Scores = Mapping[int, tuple[Decimal | None, str]]


@transaction.atomic
def assign(application: Application, evaluators: Sequence[User], *, by: User) -> Application:
    """Make `evaluators` the application's evaluators, replacing the present ones.

    Raises Stale once scoring has ended, DomainError for a person who may not judge it, or for
    leaving out one who has submitted a sheet.
    """
    application = lock(application)
    if application.status not in Status.unscored():
        raise Stale(
            _("Evaluators can no longer be changed: the application is “%s”.")
            % application.get_status_display()
        )
    chosen = {evaluator.pk: evaluator for evaluator in evaluators}
    judges = set(counted_sheets(application).values_list("evaluator", flat=True))
    for pk, evaluator in chosen.items():
        # Evaluators who have scored stay, even if their role has ended since
        if pk not in judges:
            refuse_partial(application, evaluator)
    drop_others(application, chosen)
    # Assignments that remain are kept as they are: they say who assigned whom when
    known = set(application.assignments.values_list("evaluator", flat=True))
    for pk, evaluator in chosen.items():
        if pk not in known:
            Assignment.objects.create(application=application, evaluator=evaluator, assigned_by=by)
    # Somebody left out may have been the last one awaited
    follow(application, by=by)
    return application


def refuse_partial(application: Application, evaluator: User) -> None:
    """Raise DomainError if the person may not judge the application."""
    person = {"person": evaluator}
    if not evaluator.is_evaluator:
        raise DomainError(_("%(person)s is not an evaluator now.") % person)
    if impartiality.is_bound(evaluator, application):
        raise DomainError(
            _("%(person)s belongs or belonged to the applying organisation.") % person
        )
    if application.declarations.filter(person=evaluator, has_conflict=True).exists():
        raise DomainError(_("%(person)s has declared a conflict of interest.") % person)


def drop_others(application: Application, chosen: Iterable[int]) -> None:
    """Delete all assignments except of `chosen` (primary keys).

    Raises DomainError if one of the others has submitted a sheet.
    """
    dropped = application.assignments.exclude(evaluator__in=chosen)
    scored = counted_sheets(application).filter(evaluator__in=dropped.values("evaluator"))
    if sheet := scored.select_related("evaluator").first():
        raise DomainError(
            _("%(evaluator)s has submitted a score sheet already.") % {"evaluator": sheet.evaluator}
        )
    dropped.delete()


@transaction.atomic
def save_scores(application: Application, scores: Scores, *, by: User) -> ScoreSheet:
    """Save `scores` as a draft; what is not scored stays NULL, never zero.

    Raises Stale if the sheet is submitted or scoring has ended, DomainError without an
    assignment or a declaration of no conflict, NotReady for points out of range.
    """
    application = lock(application)
    refuse_outsider(application, by)
    # Locked, so that a draft from another tab can't overwrite a sheet just submitted
    sheet, _created = ScoreSheet.objects.select_for_update(no_key=True).get_or_create(
        application=application, evaluator=by
    )
    if sheet.is_submitted:
        raise Stale(_("Your score sheet is submitted; it no longer changes."))
    criteria = list(application.call.criteria.all())
    refuse_out_of_range(criteria, scores)
    for criterion in criteria:
        points, reason = scores.get(criterion.pk, (None, ""))
        Score.objects.update_or_create(
            sheet=sheet, criterion=criterion, defaults={"points": points, "reason": reason}
        )
    return sheet


def refuse_out_of_range(criteria: Iterable[Criterion], scores: Scores) -> None:
    """Raise NotReady, with all problems, unless all points given are within their maximum."""
    problems = []
    for criterion in criteria:
        points, _reason = scores.get(criterion.pk, (None, ""))
        if points is not None and not 0 <= points <= criterion.max_points:
            limits = {"most": quantity(criterion.max_points), "criterion": criterion}
            problems.append(_("Points from 0 to %(most)s: %(criterion)s") % limits)
    if problems:
        raise NotReady(problems)


def refuse_outsider(application: Application, evaluator: User) -> None:
    """Raise Stale unless the application is being scored, DomainError unless by this person."""
    if application.status != Status.SCORING:
        raise Stale(_("This application is not being scored now."))
    if not application.assignments.filter(evaluator=evaluator).exists():
        raise DomainError(_("This application is not assigned to you."))
    # The foreign key enforces this too; here it gets a message
    if not application.declarations.filter(person=evaluator, has_conflict=False).exists():
        raise DomainError(_("Sign the declaration of impartiality first."))


@transaction.atomic(durable=True)
def submit_scores(application: Application, scores: Scores, press: Press) -> ScoreSheet:
    """Save `scores` and submit the sheet, which freezes it; the last one awaited ends scoring.

    Raises NotReady for missing or out-of-range points and too short reasons; else as save_scores.
    """
    if press.is_repeated("submit_scores", application.pk, dict(scores)):
        return ScoreSheet.objects.get(pk=press.made)
    # Two evaluators could otherwise both miss that theirs is the last sheet awaited
    application = lock(application)
    sheet = save_scores(application, scores, by=press.by)
    press.remember(sheet)
    listed = list(sheet.scores.select_related("criterion"))
    refuse_incomplete(listed)
    sheet.total = half_up(sum((score.weighted for score in listed), Fraction()))
    sheet.submitted_at = clock.now()
    sheet.save(update_fields=["total", "submitted_at"])
    follow(application, by=press.by)
    sheet.refresh_from_db(fields=["submitted_at"])  # as the database stamped it
    return sheet


def refuse_incomplete(scores: Iterable[Score]) -> None:
    """Raise NotReady unless every score has points and a reason."""
    problems: list[str] = []
    for score in scores:
        problems += problems_of(score)
    if problems:
        raise NotReady(problems)


def problems_of(score: Score) -> list[str]:
    """Return what prevents submitting the score, one sentence each."""
    found = []
    if score.points is None:
        found.append(_("Give points: %(criterion)s") % {"criterion": score.criterion})
    if not score.has_reason:
        found.append(
            _("Give a reason of at least %(count)d characters: %(criterion)s")
            % {"count": SHORTEST_REASON, "criterion": score.criterion}
        )
    return found


def follow(application: Application, *, by: User) -> None:
    """End scoring once all sheets are in; resume it if a conflict of interest left too few.

    Of a locked application, after every change of its evaluators or their sheets.
    """
    if workflow.can(application, "finish_scoring") and is_scored(application):
        workflow.move(application, "finish_scoring", by=by)
    # Also after a retraction: a proposed application could not resume at the time
    elif workflow.can(application, "resume_scoring") and not has_enough_sheets(application):
        with in_the_records_language():
            reason = _("A conflict of interest came to light.")
        workflow.move(application, "resume_scoring", by=by, reason=reason)


def lock(application: Application) -> Application:
    """Return the application's current row, locked: one change of its assessment at a time."""
    # Not workflow.lock(): most steps of scoring change no status
    return (
        Application.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=application.pk)
    )
