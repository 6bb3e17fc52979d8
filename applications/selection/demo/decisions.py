"""Decisions of the demo data, and the project that follows from one."""

from datetime import timedelta
from uuid import uuid4

from applications.selection.call_ranking import ranking_of
from applications.selection.demo import days
from applications.selection.demo.people import CLERK, MANAGER, person, press
from applications.selection.models import Decision, PaperKind
from applications.selection.operations import deciding, preparing
from applications.selection.operations.deciding import Paper
from budget.operations.posting import Document
from budget.projects import operations as projects
from budget.projects.models import ClaimKind, Project
from budget.projects.operations import Terms
from calls.models import Call
from strategy_portal.clock import reading as clock
from strategy_portal.money import to_cents
from strategy_portal.requests.press import Press

WITHOUT_OTHERS = "Kitos šio kvietimo paraiškos dar vertinamos. (Pavyzdys.)"


def prepare(call: Call) -> Decision:
    """Prepare the decision that the ranking proposes for those scored so far."""
    pressed = Press(person(CLERK), uuid4(), ranking_of(call).sha256)
    return preparing.prepare(call, {}, pressed, unscored_reason=WITHOUT_OTHERS)


def decide(call: Call) -> None:
    """Decide on the call's applications, sign a contract and pay an advance."""
    days.move_to(call.closes_at + timedelta(days=20))
    decision = prepare(call)
    days.move_to(call.closes_at + timedelta(days=25))
    paper = Paper(PaperKind.MINUTES, "1 (pavyzdys)", clock.today())
    deciding.confirm(decision, press(MANAGER), paper=paper)
    begin(Project.objects.filter(call_number=call.number).earliest("number"))


def begin(project: Project) -> None:
    """Sign the project's contract for the awarded sum and pay an advance of a third."""
    clerk, granted_on = person(CLERK), clock.now()
    days.move_to(granted_on + timedelta(days=25))
    signed = clock.today()
    granted = project.award.amount
    terms = Terms(
        Document("VP-001 (pavyzdys)", signed),
        granted,
        project.total_cost,
        project.starts_on,
        project.ends_on,
    )
    projects.sign(project, terms, Press(clerk, uuid4()))
    # Once it has started
    days.move_to(granted_on + timedelta(days=45))
    today = clock.today()
    advance = to_cents(granted / 3)
    claim = projects.register_claim(
        project,
        Press(clerk, uuid4()),
        kind=ClaimKind.ADVANCE,
        number="MP-1",
        received_on=today,
        claimed=advance,
    )
    claim = projects.approve_claim(
        claim, Press(clerk, uuid4()), approved=advance, approved_on=today
    )
    projects.pay(
        claim, Press(clerk, uuid4()), amount=advance, document=Document("MN-1 (pavyzdys)", today)
    )
