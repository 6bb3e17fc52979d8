"""The steps of a project after the decision: for each its form, what it would move, and the operation behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from budget.models import Entry
from budget.projects import forms
from budget.projects.forms import StepForm
from budget.projects.models import Project, ProjectStatus
from budget.projects.operations import contracts as projects
from budget.projects.operations import correcting, payments
from budget.projects.operations.contracts import Asked
from budget.projects.operations.correcting import CORRECTABLE
from budget.projects.position import Movement, Position

Subject = Any  # the claim or entry a step is about, if any
Plan = Callable[[Position, Any, Subject], list[Movement]]


def nothing(position: Position, subject: Subject) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Step:
    """One page of the office: `plan` says what it would move (None: no money), `act` carries it out."""

    title: Promise
    button: Promise
    done: Promise
    form: type[StepForm]
    act: Callable[[Project, Asked, Any, Subject], object]
    plan: Plan | None = None
    initial: Callable[[Position, Subject], dict[str, Any]] = nothing
    lead: Promise | str = ""


def terms_so_far(position: Position, subject: Subject) -> dict[str, Any]:
    project = position.project
    contract = project.contracts.standing().last()
    source = contract or project
    return {
        "amount": position.last.held,
        **{name: getattr(source, name) for name in ("total_cost", "starts_on", "ends_on")},
    }


def end_by(name: str) -> dict[str, Any]:
    operation = getattr(projects, name)
    return {
        "form": forms.EndForm,
        "act": lambda project, asked, form, subject: operation(
            project, asked, document=form.paper, reason=form.cleaned_data["reason"]
        ),
    }


def planned_end(name: str) -> Plan:
    return lambda position, form, subject: list(filter(None, [projects.plan_end(position, name)]))


STEPS: dict[str, Step] = {
    "sutartis": Step(
        _("Record the contract"),
        _("Record the contract"),
        _("The contract is recorded."),
        forms.ContractForm,
        lambda project, asked, form, subject: projects.sign(project, form.terms, asked),
        lambda position, form, subject: [projects.plan_contract(position, form.terms)],
        terms_so_far,
        _("The contract's sum takes the place of what the board awarded."),
    ),
    "keitimas": Step(
        _("Record a change of the contract"),
        _("Record the change"),
        _("The change of the contract is recorded."),
        forms.ContractForm,
        lambda project, asked, form, subject: projects.change_contract(project, form.terms, asked),
        lambda position, form, subject: [projects.plan_contract(position, form.terms)],
        terms_so_far,
        _("The new sum takes the place of the contract's sum so far."),
    ),
    "prasymas": Step(
        _("Register a payment claim"),
        _("Register the claim"),
        _("The payment claim is registered."),
        forms.ClaimForm,
        lambda project, asked, form, subject: payments.register_claim(
            project, asked, **{name: form.cleaned_data[name] for name in ("kind", "number", "received_on", "claimed")}
        ),
        lead=_("No money moves yet: first the claim is approved, then paid."),
    ),
    "tvirtinti": Step(
        _("Approve or reject the payment claim"),
        _("Record the outcome"),
        _("The outcome of the claim is recorded."),
        forms.ApprovalForm,
        lambda project, asked, form, claim: payments.approve_claim(
            claim, asked, **{name: form.cleaned_data[name] for name in ("approved", "approved_on", "reason")}
        ),
        initial=lambda position, claim: {"approved": claim.claimed},
    ),
    "ismoketi": Step(
        _("Record the payment"),
        _("Record the payment"),
        _("The payment is recorded."),
        forms.PaymentForm,
        lambda project, asked, form, claim: payments.pay(
            claim, asked, amount=form.cleaned_data["amount"], document=form.paper, split=form.split
        ),
        lambda position, form, claim: [
            payments.plan_payment(position, claim, form.cleaned_data["amount"], form.split)
        ],
        lambda position, claim: {"amount": claim.approved},
    ),
    "grazinimas": Step(
        _("Record recovered money"),
        _("Record the recovery"),
        _("The recovery is recorded."),
        forms.RecoveryForm,
        lambda project, asked, form, subject: payments.recover(
            project, asked, amount=form.cleaned_data["amount"], document=form.paper,
            reason=form.cleaned_data["reason"], split=form.split,
        ),
        lambda position, form, subject: payments.plan_recovery(position, form.cleaned_data["amount"], form.split),
        lead=_("Money that was paid and came back. Of a project that has ended it returns to the action at once."),
    ),
    "sustabdyti": Step(
        _("Suspend the project"), _("Suspend the project"), _("The project is suspended."), **end_by("suspend"),
        lead=_("The money stays with the project; nothing is paid until it runs again."),
    ),
    "atnaujinti": Step(
        _("Resume the project"), _("Resume the project"), _("The project runs again."), **end_by("resume")
    ),
    "baigti": Step(
        _("Complete the project"), _("Complete the project"), _("The project is completed."), **end_by("complete"),
        plan=planned_end("complete"), lead=_("What the contract gave and was not paid returns to the action."),
    ),
    "nutraukti": Step(
        _("Terminate the project"), _("Terminate the project"), _("The project is terminated."),
        **end_by("terminate"), plan=planned_end("terminate"),
        lead=_("Everything that was not paid returns to the action. Paid money stays until it is recovered."),
    ),
    "istaisyti": Step(
        _("Correct an entry"), _("Undo the entry"), _("The entry is undone. Enter the right one anew."),
        forms.EndForm,
        lambda project, asked, form, entry: correcting.correct(
            project, entry, asked, document=form.paper, reason=form.cleaned_data["reason"]
        ),
        lambda position, form, entry: correcting.plan_correction(position, entry),
        lead=_("Nothing is deleted: a mirror entry ends the wrong one, and what stood before it stands again."),
    ),
}  # fmt: skip

OF_A_SUBJECT = {"tvirtinti", "ismoketi", "istaisyti"}  # these are about a claim or an entry
OFFERED = {
    ProjectStatus.PREPARING: ["sutartis", "nutraukti"],
    ProjectStatus.RUNNING: ["prasymas", "keitimas", "baigti", "sustabdyti", "nutraukti"],
    ProjectStatus.SUSPENDED: ["atnaujinti", "keitimas", "nutraukti"],
}


def offered(project: Project) -> list[str]:
    """The steps the project can take now, the usual one first."""
    steps = OFFERED.get(ProjectStatus(project.status), [])
    return [*steps, "grazinimas"] if project.paid else list(steps)


def refuse_not_offered(project: Project, slug: str) -> None:
    """Raise Stale, before any effect is shown, if the project's state doesn't let it take the step now."""
    by_state = {step for steps in OFFERED.values() for step in steps}
    if slug in by_state and slug not in offered(project):
        projects.refuse_wrong_status(project, set())


def is_correctable(entry: Entry) -> bool:
    """Whether the page offers to undo the entry; what must be undone before it, the operation says."""
    return entry.kind in CORRECTABLE and not hasattr(entry, "closed_by")
