"""Operations: declare impartiality or a conflict of interest, with its consequences."""

from django.db import transaction
from django.utils.translation import gettext as _

from applications.models import Application
from applications.selection.models import Declaration, ScoreSheet
from applications.selection.operations import scoring
from strategy_portal.clock import reading as clock
from strategy_portal.errors import Stale
from strategy_portal.requests.press import Press


@transaction.atomic
def declare(
    application: Application,
    press: Press,
    *,
    has_conflict: bool,
    relation: str = "",
    note: str = "",
) -> Declaration:
    """Sign the declaration of impartiality and confidentiality, or report a conflict of interest.

    A conflict may be reported at any time; it ends the person's part at once and voids their
    scores. Raises Stale for taking a conflict back.
    """
    if press.is_repeated("declare", application.pk, has_conflict, relation, note):
        return Declaration.objects.get(pk=press.made)
    # The lock that scoring takes: a sheet can't be submitted while its declaration changes
    application = scoring.lock(application)
    earlier = Declaration.objects.filter(application=application, person=press.by).first()
    if earlier is None:
        declaration = Declaration.objects.create(
            application=application,
            person=press.by,
            has_conflict=has_conflict,
            relation=relation,
            note=note,
        )
    else:
        # The same answer again changes nothing: somebody pressed in two tabs
        declaration = earlier
        if earlier.has_conflict != has_conflict:
            turn_into_conflict(earlier, relation=relation, note=note)
    # Without this person scoring may lack a sheet, or no longer wait for one
    scoring.follow(application, by=press.by)
    press.remember(declaration)
    return declaration


def turn_into_conflict(declaration: Declaration, *, relation: str, note: str) -> None:
    """Change “no conflict” to “conflict” and void the person's sheet.

    Raises Stale for the reverse change.
    """
    if declaration.has_conflict:
        raise Stale(_("You have declared a conflict of interest; it can't be taken back."))
    now = clock.now()
    sheets = ScoreSheet.objects.filter(
        application=declaration.application, evaluator=declaration.person
    )
    # The sheet first: its foreign key refers to a declaration that says “no conflict”
    sheets.filter(voided_at=None).update(voided_at=now, has_conflict=None)
    declaration.has_conflict = True
    declaration.conflict_found_at = now
    declaration.relation = relation
    declaration.note = note
    declaration.save(update_fields=["has_conflict", "conflict_found_at", "relation", "note"])
    declaration.refresh_from_db(fields=["conflict_found_at"])  # as the database stamped it
