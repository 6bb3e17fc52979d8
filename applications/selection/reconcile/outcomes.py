"""Reconciles statuses with what they rest on: checks and decisions."""

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from applications.models import Application, Organisation, Status
from applications.selection.models import CheckAnswer, CheckSheet, DecisionItem, Outcome

# Where the outcome of a confirmed decision may have led by now; what waits may be promoted
LED_TO = {
    Outcome.FUND: {Status.APPROVED, Status.WITHDRAWN},
    Outcome.WAITLIST: {Status.WAITLISTED, Status.PROPOSED, Status.APPROVED, Status.WITHDRAWN},
    Outcome.REJECT: {Status.REJECTED, Status.WITHDRAWN},
}
UNCHECKED = [Status.DRAFT, Status.SUBMITTED, Status.CHECKING]
ANSWERS = CheckAnswer.objects.filter(sheet__application=OuterRef("pk"))


def differences() -> Iterator[str]:
    """Yield every difference as a sentence."""
    yield from of_decisions(DecisionItem.objects.select_related("application"))
    yield from of_statuses(Application.objects.all())
    yield from of_checks(Application.objects.submitted())
    yield from of_answers(CheckSheet.objects.filter(concluded_at__isnull=False))
    yield from of_organisations()


def of_decisions(items: QuerySet[DecisionItem]) -> Iterator[str]:
    """Applications went where their decision leads, and wait for one that stands."""
    for item in items.filter(decision__confirmed_at__isnull=False):
        status = item.application.status
        if status not in LED_TO[Outcome(item.outcome)]:
            yield f"{item.application.label} is {status}, its decision says {item.outcome}"
    standing = items.filter(decision__confirmed_at=None, decision__retracted_at=None)
    for item in standing.exclude(application__status__in=[Status.PROPOSED, Status.WITHDRAWN]):
        yield f"{item.application.label} is {item.application.status}, but awaits a decision"


def of_statuses(applications: QuerySet[Application]) -> Iterator[str]:
    """No application is proposed, approved, waitlisted or rejected without a reason to be."""
    items = DecisionItem.objects.filter(application=OuterRef("pk"))
    confirmed = items.filter(decision__confirmed_at__isnull=False)
    failed = Exists(ANSWERS.filter(passed=False, sheet__concluded_at__isnull=False))
    grounds = {
        Status.PROPOSED: Exists(
            items.filter(decision__confirmed_at=None, decision__retracted_at=None)
        ),
        Status.APPROVED: Exists(confirmed.filter(outcome=Outcome.FUND)),
        Status.WAITLISTED: Exists(confirmed.filter(outcome=Outcome.WAITLIST)),
        Status.REJECTED: failed | Exists(confirmed.filter(outcome=Outcome.REJECT)),
    }
    for status, ground in grounds.items():
        for application in applications.filter(status=status).exclude(ground):
            yield f"{application.label} is {status} without a decision"


def of_checks(submitted: QuerySet[Application]) -> Iterator[str]:
    """What came further than its check passed it; what was checked did not stay where it was."""
    failed = Exists(ANSWERS.filter(passed=False))
    concluded = submitted.filter(check_sheet__concluded_at__isnull=False)
    for application in concluded.filter(failed).exclude(status=Status.REJECTED):
        yield f"{application.label} is {application.status}, although its check failed"
    for application in concluded.filter(status__in=UNCHECKED):
        yield f"{application.label} is {application.status}, although its check is concluded"
    further = submitted.exclude(status__in=[*UNCHECKED, Status.WITHDRAWN])
    for application in further.exclude(check_sheet__concluded_at__isnull=False):
        yield f"{application.label} is {application.status} without a concluded check"


def of_answers(concluded: QuerySet[CheckSheet]) -> Iterator[str]:
    """A concluded check answers every question of its call, and no other."""
    answered = Q(answers__passed__isnull=False, answers__item__call=F("application__call"))
    counted = concluded.annotate(
        fitting=Count("answers", filter=answered, distinct=True),
        given=Count("answers", distinct=True),
        asked=Count("application__call__check_items", distinct=True),
    )
    wrong = counted.exclude(fitting=F("asked"), given=F("asked"))
    for sheet in wrong.select_related("application"):
        yield f"the check of {sheet.application.label} does not answer its call's questions"


def of_organisations() -> Iterator[str]:
    """Every organisation that applied has somebody who manages its account."""
    owned = Organisation.objects.filter(memberships__role="owner", memberships__until=None)
    applied = Organisation.objects.filter(applications__isnull=False).distinct()
    for organisation in applied.exclude(pk__in=owned.values("pk")):
        yield f"nobody manages the account of {organisation}"
