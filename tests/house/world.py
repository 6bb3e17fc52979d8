"""Test data in which every URL has something to show, with one person of each kind."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from applications.models import Application, Membership, MembershipRole
from applications.selection.models import Decision
from applications.selection.operations import declaring, scoring
from budget.models import Amendment, Entry, Kind
from budget.operations import allocations, amending
from budget.projects.models import Project
from calls.models import Call
from strategy_portal.accounts.models import Role, User
from strategy_portal.clock import reading
from tests import factories
from tests.budget.projects import stories

VISITORS = [
    "anonymous",
    "stranger",
    "viewer",
    "owner",
    "declared",
    "undeclared",
    "conflicted",
    "coordinator",
    "manager",
    "board",
    "auditor",
]


@dataclass
class World:
    """`call` has a draft, an application being scored (`scoring`), one awaiting its decision."""

    people: dict[str, User | None]
    call: Call
    planned: Call
    draft: Application
    scoring: Application
    submitted: Application
    decision: Decision
    project: Project
    amendment: Amendment
    arguments: dict[str, dict] = field(default_factory=dict)

    def url(self, name: str) -> str:
        return reverse(name, kwargs=self.arguments.get(name))


def make() -> World:
    people: dict[str, User | None] = {"anonymous": None, "stranger": factories.UserFactory()}
    people |= {role.value: factories.user_with(role) for role in Role}
    people |= {name: factories.user_with(Role.EVALUATOR) for name in ("declared", "undeclared")}
    people["conflicted"] = factories.user_with(Role.COORDINATOR)
    people["conflicted"].role_grants.create(role=Role.EVALUATOR)
    action = factories.make_action()
    project = factories.approved(call=factories.make_call(action))
    call = factories.make_call(action, evaluators=2, by=people["coordinator"])
    factories.scored(call=call, evaluators=[people["evaluator"], people["declared"]])
    decision = factories.prepared(call, by=people["coordinator"])
    # In an open call of its own: the other one has closed, as its decision is prepared
    later = reading.now() + timedelta(days=99)
    open_call = factories.make_call(action, by=people["coordinator"], closes_at=later)
    draft = factories.make_application(open_call)
    people["owner"] = draft.created_by
    people["viewer"] = factories.UserFactory()
    Membership.objects.create(
        organisation=draft.organisation, user=people["viewer"], role=MembershipRole.VIEWER
    )
    scoring = in_scoring(call, people, draft.organisation)
    return with_arguments(
        World(
            people=people,
            call=call,
            planned=factories.make_call(action, published=False, by=people["coordinator"]),
            draft=draft,
            scoring=scoring,
            submitted=factories.submitted(call=call, organisation=draft.organisation),
            decision=decision,
            project=with_a_claim(project.number),
            amendment=shown_amendment(action.strategy, people),
        )
    )


def with_a_claim(number: str) -> Project:
    """A contracted project with a claim awaiting approval."""
    project = stories.again(Project.objects.get(number=number))
    stories.projects.sign(project, stories.terms("8000.00"), stories.pressed(project))
    stories.claimed(project, "100.00")
    return project


def shown_amendment(strategy, people) -> Amendment:
    accounts = allocations.accounts_of(strategy)
    figures = {
        allocations.code_of(account): allocations.Allocation(account.ceiling + 1, account.quota)
        for account in accounts
    }
    press = factories.press(people["coordinator"], allocations.fingerprint(accounts))
    made = amending.draft(strategy, figures, press, reason="Priežastis")
    return amending.publish(made, factories.press(people["coordinator"]))


def in_scoring(call, people, organisation) -> Application:
    """An application assigned to a declared, an undeclared and a conflicted evaluator."""
    application = factories.in_scoring(
        call=call, evaluators=[people["declared"]], organisation=organisation
    )
    evaluators = [people[name] for name in ("declared", "undeclared", "conflicted")]
    scoring.assign(application, evaluators, by=people["coordinator"])
    conflicted = factories.press(people["conflicted"])
    declaring.declare(application, conflicted, has_conflict=True, relation="family")
    return factories.again(application)


def with_arguments(world: World) -> World:
    """The test data with the objects of each URL, room by room."""
    world.arguments = {
        "account_confirm_email": {"key": "netikras"},
        "account_sign_in_by_link": {"key": "netikras"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "netikras"},
        **of_budget(world),
        **of_projects(world),
        **of_calls(world),
        **of_applications(world),
        **of_selection(world),
    }
    return world


def of_budget(world: World) -> dict[str, dict]:
    books = {
        "action_ledger": {"code": world.project.action.code},
        "source_ledger": {"code": "es-vb"},
        "project_ledger": {"number": world.project.number},
    }
    amendments = ("amendment", "amendment_office", "amendment_confirm", "amendment_withdraw")
    return {
        "budget:strategy_table": {"ending": "csv"},
        **{f"budget:{name}": {"number": 1} for name in amendments},
        "books:journal_file": {"ending": "csv"},
        **{f"books:{name}": of for name, of in books.items()},
        **{f"books:{name}_file": {**of, "ending": "xlsx"} for name, of in books.items()},
    }


def of_projects(world: World) -> dict[str, dict]:
    project = {"number": world.project.number}
    claim = world.project.claims.get()
    contract = Entry.objects.get(kind=Kind.CONTRACT).nth()
    return {
        "projects:detail": project,
        "projects_office:detail": project,
        "projects_office:step": {**project, "slug": "keitimas"},
        "projects_office:claim_step": {**project, "pk": claim.pk, "slug": "tvirtinti"},
        "projects_office:correct_entry": {**project, "nth": contract},
    }


def of_calls(world: World) -> dict[str, dict]:
    planned = {"number": world.planned.number}
    return {
        "calls:detail": {"number": world.call.number},
        **{f"calls:{name}": planned for name in ("edit", "criteria", "publish")},
    }


def of_applications(world: World) -> dict[str, dict]:
    own, sent = {"reference": world.draft.reference}, {"reference": world.scoring.reference}
    drafting = ("detail", "check", "submit", "costs", "answers")
    return {
        "applications:organisation": {"pk": world.draft.organisation.pk},
        "applications:start": {"number": world.draft.call.number},
        **{f"applications:{name}": own for name in drafting},
        "applications:section": {**own, "section": "esme"},
        **{f"applications:{name}": sent for name in ("receipt", "withdraw")},
        "organisations:detail": {"pk": world.draft.organisation.pk},
        "organisations:act": {"pk": world.draft.organisation.pk, "slug": "taisyti"},
    }


def of_selection(world: World) -> dict[str, dict]:
    scoring, call = {"number": world.scoring.number}, {"number": world.call.number}
    decision = {"pk": world.decision.pk}
    of_an_application = ("review", "assign", "declare", "recuse", "score", "sheets")
    return {
        **{f"selection:{name}": scoring for name in of_an_application},
        "selection:check_sheet": {"number": world.submitted.number},
        **{f"selection:{name}": call for name in ("ranking", "waitlist")},
        **{f"selection:{name}": decision for name in ("decision", "confirm", "retract")},
        "selection:divide": {**decision, "item_pk": world.decision.items.get().pk},
    }


def names(patterns=None, prefix: str = "") -> list[str]:
    """The name of every URL except those of Django's admin."""
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                found += names(
                    pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix
                )
        elif isinstance(pattern, URLPattern):
            found.append(f"{prefix}{pattern.name}")
    return found
