"""People with a conflict of interest, or without a declaration, learn nothing.

Not from any URL, list, count or order.
"""

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from applications.models import Status
from applications.selection import impartiality
from applications.selection.models import Decision
from applications.selection.operations import declaring, scoring
from strategy_portal.accounts.models import Role
from strategy_portal.templatetags import amount as amount_of
from tests import factories, sheets
from tests.factories import press

pytestmark = pytest.mark.django_db

EVERY_ROLE = [Role.COORDINATOR, Role.EVALUATOR, Role.BOARD, Role.MANAGER, Role.AUDITOR]
SECRETS = {
    "head": "Slaptavadovė",
    "contact_name": "Slaptakontaktė",
    "contact_phone": "+370 699 98765",
    "contact_email": "slapta@example.org",
    "public_summary": "Slaptasantrauka",
    "need": "Slaptasporeikis",
    "aim": "Slaptastikslas",
    "change": "Slaptaspokytis",
    "continuity": "Slaptastęstinumas",
    "signatory_name": "Slaptapasirašė",
}
REASON = "Slaptaspagrindimas, kuris yra pakankamai ilgas."
NUMBERS = ["8 765,43", "8765", "8,765", "1 234,57", "61,61", "36,97", "24,64", "23 765,43"]


def person_with(*roles: Role):
    person = factories.UserFactory()
    for role in roles:
        person.role_grants.create(role=role)
    return person


@pytest.fixture
def world():
    """`closed` has 61,61 points from one of two evaluators; `other` is scored by finish()."""
    judges = [factories.user_with(Role.EVALUATOR) for _number in range(2)]
    call = factories.make_call(amount=Decimal("50000.00"), evaluators=2)
    other = factories.in_scoring(call=call, requested="9000.00", evaluators=judges)
    closed = factories.in_scoring(
        call=call,
        requested="8765.43",
        cost="10000.00",
        title="Matomas pavadinimas",
        evaluators=judges,
        **SECRETS,
    )
    score(closed, judges[0])
    return {"call": call, "closed": closed, "other": other, "judges": judges}


def score(application, judge, part="0.6161", reason=REASON):
    scores = factories.scores_for(application, part)
    rounded = {
        pk: (points.quantize(Decimal("0.01")), reason) for pk, (points, _reason) in scores.items()
    }
    scoring.submit_scores(application, rounded, press(judge))


def give(application, person):
    """Assign `person` in addition to the present evaluators."""
    judges = [assignment.evaluator for assignment in application.assignments.all()]
    scoring.assign(application, [*judges, person], by=factories.user_with(Role.COORDINATOR))


def finish(world, *more):
    """Let all evaluators of `other`, and those in `more`, submit their sheets."""
    judges = [*world["judges"], *more]
    scoring.assign(world["other"], judges, by=factories.user_with(Role.COORDINATOR))
    for judge in more:
        declaring.declare(world["other"], press(judge), has_conflict=False)
    for judge in judges:
        score(world["other"], judge, "0.80", factories.REASON)


def recused(world, *roles):
    """A person with these roles, assigned to the application, who declared a conflict."""
    person = person_with(*roles)
    if Role.EVALUATOR in roles:
        give(world["closed"], person)
        finish(world, person)
    else:
        finish(world)
    declaring.declare(world["closed"], press(person), has_conflict=True, relation="family")
    return person


def undeclared(world, *roles):
    """A person with these roles who has not declared; an evaluator alone is assigned."""
    person = person_with(*roles)
    if roles == (Role.EVALUATOR,):
        give(world["closed"], person)
        finish(world, person)
    else:
        finish(world)
        declaring.declare(world["other"], press(person), has_conflict=False)
    return person


def addresses(world):
    """Every page of the office that might leak something."""
    found = [*of_queue(world), *books(world)]
    found += [reverse(f"selection:{name}") for name in ("desk", "decisions")]
    for application in (world["closed"], world["other"]):
        found += [
            reverse(f"selection:{step}", args=[application.number])
            for step in ("review", "check_sheet", "assign", "declare", "recuse", "score")
        ]
    found.append(reverse("selection:score", args=[world["closed"].number]) + "?patvirtinti=1")
    found.append(reverse("selection:ranking", args=[world["call"].number]))
    found.append(reverse("selection:waitlist", args=[world["call"].number]))
    for decision in Decision.objects.all():
        found += [
            reverse(f"selection:{step}", args=[decision.pk])
            for step in ("decision", "confirm", "retract")
        ]
    return found


def of_queue(world):
    """The queue with sort orders and filters that might leak something."""
    queue = reverse("selection:queue")
    queries = [f"rikiuoti={order}" for order in ("suma", "-suma", "busena", "-pateikta")]
    queries += [f"busena={status}" for status in ("scoring", "scored", "proposed")]
    queries += [f"q={text}" for text in ("8765", "Slaptas", "Matomas")]
    queries += [f"vertintojas={judge.pk}" for judge in world["judges"]]
    queries += [f"kvietimas={world['call'].number}", "vertintojas=truksta"]
    return [queue, f"/en{queue}", *(f"{queue}?{query}" for query in queries)]


def books(world):
    """The journal, every ledger and the chart, as pages and as files."""
    action = world["call"].action
    ledgers = {"action": action.code, "source": "es-vb", "project": world["closed"].number}
    found = [reverse("books:journal"), reverse("books:spending")]
    found += [reverse("books:journal_file", args=[ending]) for ending in ("csv", "xlsx")]
    for kind, of in ledgers.items():
        found.append(reverse(f"books:{kind}_ledger", args=[of]))
        found += [
            reverse(f"books:{kind}_ledger_file", args=[of, ending]) for ending in ("csv", "xlsx")
        ]
    return [
        *found,
        f"{found[0]}?kind=reservation",
        reverse("books:action_ledger", args=[action.code]) + "?page=2",
    ]


def crawl(world, person) -> dict[str, str]:
    """The answer of each URL, without parts that differ between requests."""
    client = Client()
    client.force_login(person)
    pages = {}
    with translation.override("lt"):
        for address in addresses(world):
            response = client.get(address)
            assert response.status_code in (200, 302, 403, 404, 422), address
            text = sheets.text_of(response)
            pages[address] = re.sub(
                r'name="(csrfmiddlewaretoken|request_key)" value="[^"]*"', "", text
            )
    return pages


def leaks(pages) -> list[str]:
    secrets = [*SECRETS.values(), "Slaptaspagrindimas", *NUMBERS]
    found = []
    for address, page in pages.items():
        shown = without_typed(page)
        found += [f"{address}: {secret}" for secret in secrets if secret in shown]
    return found


def without_typed(page: str) -> str:
    """The page without the search text the visitor typed themselves."""
    return re.sub(r'<input[^>]*name="q"[^>]*>|\bq=\w*', "", page)


def test_the_crawl_sees_everything_for_whoever_may(world):
    finish(world)
    pages = "".join(crawl(world, person_with(Role.COORDINATOR)).values())
    own = "".join(crawl(world, world["judges"][0]).values())

    assert all(secret in pages for secret in [*SECRETS.values(), "8 765,43", "61,61"])
    assert all(text in own for text in ("Slaptaspagrindimas", "36,97", "24,64"))


def applicant(world, *roles):
    person = person_with(*roles)
    finish(world)
    world["closed"].organisation.memberships.create(user=person, role="viewer")
    return person


@pytest.mark.parametrize("roles", [*([role] for role in EVERY_ROLE), EVERY_ROLE])
def test_a_conflict_closes_everything_in_every_role(world, roles):
    person = recused(world, *roles)
    score(world["closed"], world["judges"][1])
    factories.prepared(world["call"])

    pages = crawl(world, person)

    assert factories.again(world["closed"]).status == Status.PROPOSED
    assert leaks(pages) == []


@pytest.mark.parametrize("roles", [[Role.EVALUATOR], [Role.BOARD], EVERY_ROLE])
def test_before_the_declaration_there_is_applicant_and_title_alone(world, roles):
    person = undeclared(world, *roles)
    score(world["closed"], world["judges"][1])
    factories.prepared(world["call"])

    pages = crawl(world, person)

    assert leaks(pages) == []
    assert "Matomas pavadinimas" in pages[reverse("selection:queue")]


@pytest.mark.parametrize("bond", [recused, undeclared, applicant])
def test_what_happens_to_it_moves_nothing_they_see(world, bond):
    """No count, order or filter reveals whether and how the application was scored."""
    person = bond(world, *EVERY_ROLE)

    before = crawl(world, person)
    score(world["closed"], world["judges"][1])
    after = crawl(world, person)

    assert factories.again(world["closed"]).status == Status.SCORED
    assert after == before
    assert leaks(after) == []


@pytest.mark.parametrize("step", ["review", "check_sheet", "assign", "score"])
def test_whoever_has_not_declared_is_led_to_the_declaration(client, world, step):
    client.force_login(undeclared(world, Role.EVALUATOR))

    for send in (client.get, client.post):
        answer = send(reverse(f"selection:{step}", args=[world["closed"].number]))
        assert answer.status_code in (302, 303)
        assert answer.url == reverse("selection:declare", args=[world["closed"].number])


@pytest.mark.parametrize("step", ["review", "check_sheet", "assign", "declare", "recuse", "score"])
def test_a_conflict_is_404_at_every_step(client, world, step):
    client.force_login(recused(world, *EVERY_ROLE))

    assert (
        client.get(reverse(f"selection:{step}", args=[world["closed"].number])).status_code == 404
    )


def test_a_conflict_in_the_call_withholds_order_sums_and_the_decision(client, world):
    score(world["closed"], world["judges"][1])
    client.force_login(recused(world, Role.COORDINATOR))
    address = reverse("selection:ranking", args=[world["call"].number])

    page = client.get(address).content.decode().replace("\u00a0", " ")
    sent = client.post(address, {"step": "prepare"})

    assert world["closed"].number in page
    assert "50 000,00" not in page
    assert "9 000,00" in page
    assert "<select" not in page
    assert sent.status_code == 403
    assert not Decision.objects.exists()


def test_the_queue_names_what_one_recused_oneself_from_without_a_link(client, world):
    client.force_login(recused(world, Role.COORDINATOR))

    page = client.get(reverse("selection:queue")).content.decode()

    assert world["closed"].number in page
    assert reverse("selection:review", args=[world["closed"].number]) not in page
    assert "Matomas pavadinimas" not in page


@pytest.mark.parametrize(
    ("roles", "given", "declared", "expected"),
    [
        ([Role.COORDINATOR], False, None, True),
        ([Role.MANAGER], False, None, True),
        ([Role.AUDITOR], False, None, True),
        ([Role.BOARD], False, None, False),
        ([Role.BOARD], False, False, True),
        ([Role.EVALUATOR], False, None, False),
        ([Role.EVALUATOR], True, None, False),
        ([Role.EVALUATOR], True, False, True),
        ([Role.COORDINATOR, Role.EVALUATOR], True, None, False),
        ([Role.COORDINATOR, Role.EVALUATOR], True, False, True),
        (EVERY_ROLE, True, True, False),
        ([Role.COORDINATOR], False, True, False),
        ([], False, None, False),
    ],
)
def test_who_may_read(roles, given, declared, expected):
    application, person = factories.submitted(), person_with(*roles)
    if given:
        give(application, person)
    if declared is not None:
        declaring.declare(
            application, press(person), has_conflict=declared, relation="family" if declared else ""
        )

    assert impartiality.may_read(person, application) is expected
    row = impartiality.of_call(application.call, person).get()
    assert row.is_closed is not expected
    assert row.is_known is impartiality.visible_to(person).exists()


def prepared_world(world):
    """The closed application is proposed: the journal reserves its sum with the other one's."""
    score(world["closed"], world["judges"][1])
    factories.prepared(world["call"])
    return [Decimal("17765.43"), world["call"].action.account.ceiling - Decimal("17765.43")]


@pytest.mark.parametrize("bond", [recused, undeclared, applicant])
def test_the_books_tell_no_balance_from_which_a_concealed_sum_follows(client, world, bond):
    person = bond(world, *EVERY_ROLE)
    sums = prepared_world(world)

    crawled = crawl(world, person)
    pages = {address: crawled[address] for address in books(world)}

    told = [f"{amount:.2f}" for amount in sums]
    told += [amount_of(amount).replace("\u00a0", " ") for amount in sums]
    for text in told:
        assert [address for address, page in pages.items() if text in page] == []
    client.force_login(person)
    number = world["closed"].number
    for address in (
        reverse("books:project_ledger", args=[number]),
        reverse("books:project_ledger_file", args=[number, "csv"]),
    ):
        assert client.get(address).status_code == 404
    assert '<svg class="chart"' in pages[reverse("books:spending")]  # of what is decided
    ledger = reverse("books:action_ledger_file", args=[world["call"].action.code, "csv"])
    rows = sheets.in_csv(client.get(ledger))
    others = [] if bond is applicant else [world["other"].number]
    assert [row[5] for row in rows[1:]] == ["", *others]
    assert {tuple(row[-5:]) for row in rows[1:]} == {("",) * 5}
    rows = sheets.in_csv(client.get(reverse("books:journal_file", args=["csv"])))
    assert {row[-1] for row in rows[1:]} == {""}


def test_the_books_tell_everything_to_whoever_may_read_everything(client, world):
    finish(world)
    sums = prepared_world(world)
    client.force_login(person_with(Role.COORDINATOR))

    pages = crawl(world, person_with(Role.COORDINATOR))

    text = "".join(pages[address] for address in books(world))
    assert all(
        amount_of(amount).replace("\u00a0", " ") in text and f"{amount:.2f}" in text
        for amount in sums
    )
    assert '<svg class="chart"' in pages[reverse("books:spending")]
