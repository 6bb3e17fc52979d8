"""Reconciles each application's story: from draft to its status, without a gap."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Count, Max

from applications.models import Application, Status, StatusChange
from calls.models import Call

Steps = list[tuple[str, str]]


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    stories = told()
    for application in Application.objects.order_by("pk"):
        yield from of_application(application, stories[application.pk])
    yield from of_sequences()


def told() -> defaultdict[int, Steps]:
    """Each application's steps (from, to), in order. One query."""
    steps: defaultdict[int, Steps] = defaultdict(list)
    rows = StatusChange.objects.order_by("pk").values_list(
        "application", "from_status", "to_status"
    )
    for application, origin, target in rows:
        steps[application].append((origin, target))
    return steps


def of_application(application: Application, steps: Steps) -> Iterator[str]:
    """Each step begins where the last one ended, the first as a draft."""
    stands: str = Status.DRAFT
    for origin, target in steps:
        if origin != stands:
            yield f"{application.label}: its story jumps from {stands} to {origin}"
        stands = target
    if stands != application.status:
        yield f"{application.label} is {application.status}, its story says {stands}"


def of_sequences() -> Iterator[str]:
    """Applications of a call are numbered from 1 without gaps."""
    calls = Call.objects.annotate(
        count=Count("applications__sequence"), last=Max("applications__sequence", default=0)
    )
    for number, count, last in calls.values_list("number", "count", "last"):
        if count != last:
            yield f"call {number} has {count} submissions, the last is No. {last}"
