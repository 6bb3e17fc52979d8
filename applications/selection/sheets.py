"""Which score sheets count, and whether all that are needed are in."""

from django.db.models import QuerySet

from applications.models import Application
from applications.selection.models import ScoreSheet


def counted_sheets(application: Application) -> QuerySet[ScoreSheet]:
    """The application's submitted sheets that are not void."""
    return ScoreSheet.objects.counted().filter(application=application)


def has_enough_sheets(application: Application) -> bool:
    return counted_sheets(application).count() >= application.call.evaluators


def is_scored(application: Application) -> bool:
    """Whether no sheet is awaited, and there are as many as the call requires."""
    # All who are assigned count: never those alone who were first to submit
    return has_enough_sheets(application) and not application.assignments.awaited().exists()
