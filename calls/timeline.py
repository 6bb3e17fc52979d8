"""Steps of a timeline (components/timeline.html), and the timeline of a call."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from calls.models import Call, Phase
from strategy_portal.templatetags import long_moment

# How many of the four steps are done in each phase
STEPS_DONE = {
    Phase.PLANNED: 0,
    Phase.OPEN: 1,
    Phase.CLOSED: 2,
}


@dataclass
class Step:
    """One step of a timeline; `state` is done, current or next."""

    label: str
    date_text: str = ""
    text: str = ""
    state: str = "next"


def mark(steps: Sequence[Step], done: int) -> None:
    """Mark the first `done` steps as done and the one after them as current."""
    for step in steps[:done]:
        step.state = "done"
    # A slice: there is no current step once all are done
    for step in steps[done : done + 1]:
        step.state = "current"


def steps_of(call: Call) -> list[Step]:
    """Return the four steps of the call's timeline. Needs with_phase()."""
    steps = [
        Step(_("The call opens"), long_moment(call.opens_at)),
        Step(_("The call closes"), long_moment(call.closes_at)),
        Step(_("Check and scoring"), text=_("They begin when the call has closed.")),
        Step(
            _("Decision of the board"),
            text=_("Applicants are told, and the funded projects are published here."),
        ),
    ]
    mark(steps, STEPS_DONE[Phase(call.phase)])
    return steps
