"""The steps with a project after the decision; each class defines one page.

Its address and texts, its fields and their initial values, and the operation it carries out.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from budget.models import Entry
from budget.projects import operations
from budget.projects.forms import (
    DAY_HINT,
    LINE,
    ReasonForm,
    SplitForm,
    StepForm,
    a_reason,
    a_sum,
)
from budget.projects.models import Claim, ClaimKind, Project
from budget.projects.operations import Terms
from budget.projects.operations.correcting import CORRECTABLE, is_settled
from strategy_portal.fields import DayFormField, PastDayFormField, TextFormField
from strategy_portal.money import MoneyFormField
from strategy_portal.requests.press import Press


class ContractForm(SplitForm):
    """The contract or a change of it: the sum, the total cost and the dates now in force."""

    optional = ("reason",)
    amount = a_sum(_("Contract's sum, EUR"))
    total_cost = a_sum(_("Total cost of the project, EUR"))
    starts_on = DayFormField(label=_("Start of the project"), help_text=DAY_HINT)
    ends_on = DayFormField(label=_("End of the project"), help_text=DAY_HINT)
    reason = a_reason(required=False)

    def suggested(self) -> dict[str, Any]:
        so_far = self.project.contracts.standing().last() or self.project
        return {
            "amount": self.project.held,
            "total_cost": so_far.total_cost,
            "starts_on": so_far.starts_on,
            "ends_on": so_far.ends_on,
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and starts_on > ends_on:
            self.add_error("ends_on", _("The project can't end before it starts."))
        amount, total_cost = data.get("amount"), data.get("total_cost")
        if amount and total_cost and amount > total_cost:
            self.add_error("total_cost", _("The total cost can't be less than the contract's sum."))
        return data

    @property
    def terms(self) -> Terms:
        fields = ("amount", "total_cost", "starts_on", "ends_on", "reason")
        return Terms(document=self.paper, split=self.split, **self.typed(*fields))


class SignContract(ContractForm):
    slug = "sutartis"
    step = "contract"
    title = _("Record the contract")
    button = title
    done = _("The contract is recorded.")
    lead = _("The contract's sum replaces the sum awarded by the board.")

    def act(self, press: Press) -> Project:
        return operations.sign(self.project, self.terms, press)


class ChangeContract(ContractForm):
    slug = "keitimas"
    step = "contract_change"
    title = _("Record a change of the contract")
    button = _("Record the change")
    done = _("The change of the contract is recorded.")
    lead = _("The new sum replaces the contract's previous sum.")

    def act(self, press: Press) -> Project:
        return operations.change_contract(self.project, self.terms, press)


class RegisterClaim(StepForm):
    slug = "prasymas"
    step = "claim"
    title = _("Register a payment claim")
    button = _("Register the claim")
    done = _("The payment claim is registered.")
    lead = _("No money moves yet: first the claim is approved, then paid.")
    moves_money = False

    kind = forms.ChoiceField(label=_("Kind"), choices=ClaimKind.choices, widget=forms.RadioSelect)
    number = TextFormField(label=_("Number of the claim"), max_length=100, widget=LINE)
    received_on = PastDayFormField(label=_("Received on"), help_text=DAY_HINT)
    claimed = a_sum(_("Claimed, EUR"))

    def act(self, press: Press) -> Claim:
        claim = self.typed("kind", "number", "received_on", "claimed")
        return operations.register_claim(self.project, press, **claim)


class ApproveClaim(StepForm):
    slug = "tvirtinti"
    step = "approve_claim"
    link = _("Approve or reject")
    title = _("Approve or reject the payment claim")
    button = _("Record the outcome")
    done = _("The outcome of the claim is recorded.")
    moves_money = False

    approved = MoneyFormField(label=_("Approved, EUR"), help_text=_("0 if the claim is rejected."))
    approved_on = PastDayFormField(label=_("Approved on"), help_text=DAY_HINT)
    reason = a_reason(_("Reason (required if less is approved)"), required=False)

    def suggested(self) -> dict[str, Any]:
        return {"approved": self.subject.claimed}

    def act(self, press: Press) -> Claim:
        outcome = self.typed("approved", "approved_on", "reason")
        return operations.approve_claim(self.subject, press, **outcome)


class PayClaim(SplitForm):
    slug = "ismoketi"
    step = "pay"
    link = _("Record the payment")
    title = link
    button = link
    done = _("The payment is recorded.")

    amount = a_sum(_("Paid, EUR"))
    effective_on = PastDayFormField(label=_("Paid on"), help_text=DAY_HINT)

    def suggested(self) -> dict[str, Any]:
        return {"amount": self.subject.approved}

    def act(self, press: Press) -> Claim:
        payment = {"document": self.paper, "split": self.split, **self.typed("amount")}
        return operations.pay(self.subject, press, **payment)


class RecoverMoney(SplitForm):
    slug = "grazinimas"
    step = "recover"
    title = _("Record recovered money")
    button = _("Record the recovery")
    done = _("The recovery is recorded.")
    lead = _(
        "Money that was paid out and returned. If the project has ended, it goes back "
        "to the action at once."
    )

    amount = a_sum(_("Recovered, EUR"))
    effective_on = PastDayFormField(label=_("Received on"), help_text=DAY_HINT)
    reason = a_reason()

    @classmethod
    def is_offered(cls, project: Project, claim: Claim | None = None) -> bool:
        # Nothing can come back before something was paid
        return bool(project.paid) and super().is_offered(project, claim)

    def act(self, press: Press) -> Project:
        recovery = {"document": self.paper, "split": self.split, **self.typed("amount", "reason")}
        return operations.recover(self.project, press, **recovery)


class Suspend(ReasonForm):
    slug = "sustabdyti"
    step = "suspend"
    title = _("Suspend the project")
    button = title
    done = _("The project is suspended.")
    lead = _("The money stays with the project; nothing is paid until it is resumed.")
    moves_money = False

    def act(self, press: Press) -> Project:
        return operations.suspend(self.project, press, **self.why())


class Resume(ReasonForm):
    slug = "atnaujinti"
    step = "resume"
    title = _("Resume the project")
    button = title
    done = _("The project is resumed.")
    moves_money = False

    def act(self, press: Press) -> Project:
        return operations.resume(self.project, press, **self.why())


class Complete(ReasonForm):
    slug = "baigti"
    step = "complete"
    title = _("Complete the project")
    button = title
    done = _("The project is completed.")
    lead = _("What was contracted but not paid returns to the action.")

    def act(self, press: Press) -> Project:
        return operations.complete(self.project, press, **self.why())


class Terminate(ReasonForm):
    slug = "nutraukti"
    step = "terminate"
    title = _("Terminate the project")
    button = title
    done = _("The project is terminated.")
    lead = _(
        "Everything that was not paid returns to the action. "
        "Paid money stays until it is recovered."
    )

    def act(self, press: Press) -> Project:
        return operations.terminate(self.project, press, **self.why())


class CorrectEntry(ReasonForm):
    slug = "istaisyti"
    step = "correct"
    title = _("Correct an entry")
    button = _("Undo the entry")
    done = _("The entry is undone. Now enter the correct one.")
    lead = _(
        "Nothing is deleted: a reversing entry cancels the wrong one, and the earlier "
        "state applies again."
    )

    def act(self, press: Press) -> Project:
        return operations.correct(self.project, self.subject, press, **self.why())


def by_slug(*steps: type[StepForm]) -> Mapping[str, type[StepForm]]:
    return {step.slug: step for step in steps}


# In the order of a project's page, the usual step first
OF_PROJECTS = by_slug(
    SignContract,
    RegisterClaim,
    Resume,
    ChangeContract,
    Complete,
    Suspend,
    Terminate,
    RecoverMoney,
)
OF_CLAIMS = by_slug(ApproveClaim, PayClaim)


def offered(project: Project) -> list[type[StepForm]]:
    """The steps that can be taken with the project now."""
    return [step for step in OF_PROJECTS.values() if step.is_offered(project)]


def offered_with(claim: Claim, project: Project) -> list[type[StepForm]]:
    """The steps that can be taken with a claim of the project now."""
    return [step for step in OF_CLAIMS.values() if step.is_offered(project, claim)]


def is_correctable(entry: Entry, step_in_force: Entry | None) -> bool:
    """Whether the page offers to undo the entry; the operation checks what must come first."""
    return entry.kind in CORRECTABLE and not is_settled(entry, step_in_force)
