"""Scoring: assign evaluators, declare impartiality, fill in and submit score sheets."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from applications import workflow
from applications.models import Application, Status
from applications.selection.models import Assignment, Declaration, Score, ScoreSheet
from applications.selection.models.assessment import SHORTEST_REASON
from strategy_portal import database
from strategy_portal.accounts.models import User
from strategy_portal.errors import DomainError, NotReady, Stale
from strategy_portal.language import in_the_records_language

TEN_THOUSANDTH = Decimal("0.0001")


@transaction.atomic
def assign(application: Application, evaluators: Sequence[User], *, by: User) -> Application:
    """Make `evaluators` the ones who score the application.

    Raises Stale once scoring has ended, DomainError for somebody who may not judge it or has judged it already.
    """
    application = lock(application)
    if application.status not in Status.unscored():
        raise Stale(
            _("Evaluators can no longer be changed: the application is “%s”.")
            % application.get_status_display()
        )
    chosen = {evaluator.pk: evaluator for evaluator in evaluators}
    judges = set(standing_sheets(application).values_list("evaluator", flat=True))
    for pk, evaluator in chosen.items():
        if pk not in judges:  # whoever has scored already stays, even if their role ended since
            refuse_partial(application, evaluator)
    dropped = application.assignments.exclude(evaluator__in=chosen)
    submitted = standing_sheets(application).filter(evaluator__in=dropped.values("evaluator"))
    if sheet := submitted.select_related("evaluator").first():
        raise DomainError(
            _("%(evaluator)s has submitted a score sheet already.") % {"evaluator": sheet.evaluator}
        )
    dropped.delete()
    known = set(application.assignments.values_list("evaluator", flat=True))
    for pk, evaluator in chosen.items():
        if pk not in known:
            Assignment.objects.create(application=application, evaluator=evaluator, assigned_by=by)
    return application


def refuse_partial(application: Application, evaluator: User) -> None:
    if not evaluator.is_evaluator:
        raise DomainError(_("%(person)s is not an evaluator now.") % {"person": evaluator})
    if application.role_of(evaluator):
        raise DomainError(
            _("%(person)s belongs to the applying organisation.") % {"person": evaluator}
        )
    if application.declarations.filter(person=evaluator, has_conflict=True).exists():
        raise DomainError(
            _("%(person)s has declared a conflict of interest.") % {"person": evaluator}
        )


@transaction.atomic
def declare(
    application: Application, *, by: User, has_conflict: bool, relation: str = "", note: str = ""
) -> Declaration:
    """Sign the declaration of impartiality and confidentiality: no conflict, or a conflict of a kind.

    A conflict may be declared at any later time too; it ends the person's part at once, their scores no longer
    count. Raises Stale for taking a conflict back.
    """
    application = lock(application)
    earlier = Declaration.objects.filter(application=application, person=by).first()
    if earlier and earlier.has_conflict and not has_conflict:
        raise Stale(_("You have declared a conflict of interest; it can't be taken back."))
    if earlier:
        return find_conflict(earlier, relation=relation, note=note) if has_conflict else earlier
    return Declaration.objects.create(
        application=application, person=by, has_conflict=has_conflict, relation=relation, note=note
    )


def find_conflict(declaration: Declaration, *, relation: str, note: str) -> Declaration:
    """Turn „no conflict“ into „conflict“: void the person's sheet and, where scoring had ended, take it up again."""
    if declaration.has_conflict:
        return declaration
    now = database.now()
    sheets = ScoreSheet.objects.filter(
        application=declaration.application, evaluator=declaration.person
    )
    counted = sheets.filter(submitted_at__isnull=False, voided_at=None).exists()
    sheets.filter(voided_at=None).update(voided_at=now, has_conflict=None)
    declaration.has_conflict, declaration.conflict_found_at = True, now
    declaration.relation, declaration.note = relation, note
    declaration.save(update_fields=["has_conflict", "conflict_found_at", "relation", "note"])
    application = declaration.application
    if counted:
        resume_if_unscored(application, by=declaration.person)
    return declaration


def resume_if_unscored(application: Application, *, by: User) -> None:
    """Take the scoring up again where a conflict of interest left too few sheets standing."""
    if workflow.can(application, "resume_scoring") and not is_scored(application):
        with in_the_records_language():
            reason = _("A conflict of interest came to light.")
        workflow.move(application, "resume_scoring", by=by, reason=reason)


@transaction.atomic
def save_scores(
    application: Application, scores: Mapping[int, tuple[Decimal | None, str]], *, by: User
) -> ScoreSheet:
    """Keep `scores` (points and reason, by criterion) as they are so far; not scored stays empty, never zero.

    Raises Stale once the sheet is submitted or scoring has ended, DomainError without a declaration of no conflict.
    """
    application = lock(application)
    if application.status != Status.SCORING:
        raise Stale(_("This application is not being scored now."))
    if not application.assignments.filter(evaluator=by).exists():
        raise DomainError(_("This application is not assigned to you."))
    if not application.declarations.filter(person=by, has_conflict=False).exists():
        raise DomainError(_("Sign the declaration of impartiality first."))
    sheet, _created = ScoreSheet.objects.select_for_update(no_key=True).get_or_create(
        application=application, evaluator=by
    )
    if sheet.is_submitted:
        raise Stale(_("Your score sheet is submitted; it no longer changes."))
    for criterion in application.call.criteria.all():
        points, reason = scores.get(criterion.pk, (None, ""))
        Score.objects.update_or_create(
            sheet=sheet, criterion=criterion, defaults={"points": points, "reason": reason}
        )
    return sheet


@transaction.atomic(durable=True)
def submit_scores(
    application: Application, scores: Mapping[int, tuple[Decimal | None, str]], *, by: User
) -> ScoreSheet:
    """Save `scores` and submit the sheet; it is frozen from now on, and the last one needed ends the scoring.

    The same scores submitted again answer as the first time. Raises NotReady for points missing or out of range and
    for reasons shorter than SHORTEST_REASON characters.
    """
    application = lock(application)
    earlier = standing_sheets(application).filter(evaluator=by).first()
    if earlier and {
        score.criterion_id: (score.points, score.reason) for score in earlier.scores.all()
    } == dict(scores):
        return earlier
    sheet = save_scores(application, scores, by=by)
    listed = list(sheet.scores.select_related("criterion"))
    refuse_incomplete(listed)
    total = sum((weighted(score) for score in listed), Decimal(0))
    sheet.total = total.quantize(TEN_THOUSANDTH, rounding=ROUND_HALF_UP)
    sheet.submitted_at = database.now()
    sheet.save(update_fields=["total", "submitted_at"])
    if is_scored(application):
        workflow.move(workflow.lock(application, "finish_scoring"), "finish_scoring", by=by)
    return sheet


def lock(application: Application) -> Application:
    """The application's row as it is now, locked: its assessment changes one step at a time."""
    return (
        Application.objects.select_for_update(no_key=True, of=("self",))
        .select_related("call")
        .get(pk=application.pk)
    )


def is_scored(application: Application) -> bool:
    """Whether as many evaluators as the call asks for have submitted sheets that stand."""
    return standing_sheets(application).count() >= application.call.evaluators


def standing_sheets(application: Application) -> QuerySet[ScoreSheet]:
    """The submitted sheets that count."""
    return application.score_sheets.filter(submitted_at__isnull=False, voided_at=None)


def weighted(score: Score) -> Decimal:
    """The part of the 100 points this score brings: points of the most possible, times the criterion's weight."""
    assert score.points is not None  # noqa: S101 - refuse_incomplete has seen to it
    return score.points * score.criterion.weight / score.criterion.max_points


def refuse_incomplete(scores: list[Score]) -> None:
    problems = []
    for score in scores:
        values = {"criterion": score.criterion, "most": score.criterion.max_points.normalize()}
        if score.points is None:
            problems.append(_("Give points: %(criterion)s") % values)
        elif not 0 <= score.points <= score.criterion.max_points:
            problems.append(
                _("Points from 0 to %(most)s: %(criterion)s")
                % {**values, "most": f"{values['most']:f}"}
            )
        if len(score.reason.strip()) < SHORTEST_REASON:
            problems.append(
                _("Give a reason of at least %(count)d characters: %(criterion)s")
                % {**values, "count": SHORTEST_REASON}
            )
    if problems:
        raise NotReady(problems)
