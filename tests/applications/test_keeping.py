"""The office verifies, corrects and frees organisations; whatever it does is kept as history."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.db.transaction import atomic

from applications.models import (
    Application,
    Membership,
    Organisation,
    OrganisationAct,
    OrganisationChange,
    Status,
)
from applications.operations import drafting, keeping, membership, submitting
from strategy_portal.accounts.models import Role
from strategy_portal.clock import reading as clock
from strategy_portal.errors import DomainError, KeyReused, Stale
from tests import factories
from tests.applications.test_limits import wait_until_blocked

pytestmark = pytest.mark.django_db
WHY = "Savininkas atsiuntė JAR išrašą."
CORRECT = {
    "name": "Teisinga bendrija",
    "legal_form": "foundation",
    "address": "Kita g. 2, Druskininkai",
}


@pytest.fixture
def organisation():
    return factories.OrganisationFactory(name="Klaidinga", code="304871235")


@pytest.fixture
def coordinator():
    return factories.user_with(Role.COORDINATOR)


@pytest.fixture
def press(coordinator, organisation):
    return factories.kept_by(coordinator, organisation)


def again(organisation: Organisation) -> Organisation:
    return Organisation.objects.get(pk=organisation.pk)


def check_history() -> None:
    """Check what is checked at commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def update(organisation: Organisation, **fields) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(**fields)
    check_history()


def tell(organisation: Organisation, **fields) -> None:
    organisation.changes.create(**fields)
    check_history()


def test_verifying_says_who_when_and_how(organisation, press):
    keeping.verify(organisation, press, reason=WHY)

    change = OrganisationChange.objects.get()
    assert (change.act, change.reason) == (OrganisationAct.VERIFY, WHY)
    assert change.changed_by == press.by
    assert change.before == change.after == organisation.facts
    assert again(organisation).verified_at <= change.changed_at
    check_history()


def test_correcting_keeps_both_forms_of_each_fact(organisation, press):
    keeping.correct(organisation, CORRECT, press, reason=WHY)

    change = OrganisationChange.objects.get()
    assert again(organisation).facts == {**CORRECT, "code": "304871235"}
    assert change.before == organisation.facts
    assert [difference["after"] for difference in change.differences] == [
        "Teisinga bendrija",
        "Labdaros ir paramos fondas",
        "Kita g. 2, Druskininkai",
    ]
    check_history()


def test_a_code_is_corrected_only_while_nothing_is_submitted(organisation, coordinator, press):
    keeping.correct(organisation, {"code": "1234567"}, press, reason=WHY)
    factories.submitted(organisation=organisation)
    later = factories.kept_by(coordinator, organisation)

    with pytest.raises(DomainError, match="pateikusi paraiškų"):
        keeping.correct(organisation, {"code": "7654321"}, later, reason=WHY)
    keeping.correct(organisation, {**CORRECT, "code": "1234567"}, later, reason=WHY)

    assert again(organisation).code == "1234567"
    assert again(organisation).name == "Teisinga bendrija"


def test_a_code_that_another_has_is_refused(organisation, press):
    other = factories.OrganisationFactory()

    with pytest.raises(Stale, match="Šį kodą portale turi kita"):
        keeping.correct(organisation, {"code": other.code}, press, reason=WHY)

    assert again(organisation).code == "304871235"
    assert not OrganisationChange.objects.exists()


def test_nothing_corrected_is_no_act(organisation, press):
    with pytest.raises(DomainError, match="nesiskiria"):
        keeping.correct(organisation, organisation.facts, press, reason=WHY)


def test_a_freed_code_can_be_added_by_its_true_owner(organisation, press):
    squatter, owner = factories.member_of(organisation), factories.UserFactory()
    draft = factories.make_application(organisation=organisation)

    keeping.free(organisation, press, reason=WHY)
    facts = {**CORRECT, "code": organisation.code}
    founded = drafting.found(Organisation(**facts), by=owner)

    assert founded.code == again(organisation).code
    assert list(Organisation.objects.standing()) == [founded]
    assert not Organisation.objects.of_member(squatter).exists()
    assert not Application.objects.of_applicant(draft.created_by).exists()
    # Kept, as everything is: who wrote it may still not judge the organisation
    assert Application.objects.get(pk=draft.pk).status == Status.DRAFT
    assert Application.objects.bound_to(squatter).get() == draft
    check_history()


def test_a_freed_organisation_does_nothing_more(organisation, coordinator, press):
    draft = factories.make_application(organisation=organisation)
    keeping.free(organisation, press, reason=WHY)
    later = factories.kept_by(coordinator, organisation)
    acts = [
        lambda: keeping.verify(organisation, later, reason=WHY),
        lambda: keeping.correct(organisation, CORRECT, later, reason=WHY),
        lambda: keeping.free(organisation, later, reason=WHY),
        lambda: drafting.start(draft.call, organisation, by=draft.created_by),
        lambda: membership.add(organisation, email="a@example.org", role="editor"),
    ]

    for act in acts:
        with pytest.raises(Stale, match="atlaisvino šios organizacijos kodą"), atomic():
            act()
    with pytest.raises(IntegrityError, match="freed organisation submits nothing"):
        submitting.submit(draft, factories.press(draft.created_by), at=clock.now())


def test_an_organisation_that_submitted_something_is_not_freed(organisation, coordinator):
    factories.submitted(organisation=organisation)
    press = factories.kept_by(coordinator, organisation)

    with pytest.raises(DomainError, match="pateikusi paraiškų"):
        keeping.free(organisation, press, reason=WHY)

    assert Membership.objects.current().filter(organisation=organisation).exists()


@pytest.mark.parametrize("tie", ["member", "earlier member", "founder", "author"])
def test_whoever_worked_with_it_decides_nothing_about_it(tie, organisation):
    person = factories.member_of(organisation) if "member" in tie else factories.UserFactory()
    if tie == "earlier member":
        Membership.objects.update(until=clock.now())
    if tie == "founder":
        organisation = factories.OrganisationFactory(founded_by=person)
    if tie == "author":
        Application.objects.create(
            call=factories.make_call(), organisation=organisation, created_by=person
        )
    person.role_grants.create(role=Role.MANAGER)

    for act in (keeping.verify, keeping.free):
        with pytest.raises(DomainError, match="sprendžia kas nors kitas"):
            act(organisation, factories.kept_by(person, organisation), reason=WHY)

    assert not OrganisationChange.objects.exists()


def test_the_same_press_acts_once_and_never_differently(organisation, press):
    keeping.correct(organisation, CORRECT, press, reason=WHY)
    keeping.correct(organisation, CORRECT, press, reason=WHY)
    with pytest.raises(KeyReused):
        keeping.correct(organisation, {"name": "Trečia"}, press, reason=WHY)

    assert OrganisationChange.objects.count() == 1


def test_what_was_changed_since_the_page_was_shown_is_looked_at_again(organisation, coordinator):
    first, second = (factories.kept_by(coordinator, organisation) for _ in range(2))
    keeping.correct(organisation, CORRECT, first, reason=WHY)

    with pytest.raises(Stale, match="pakeitė kas nors kitas"):
        keeping.verify(organisation, second, reason=WHY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "Tyliai"}, "history change together"),
        ({"verified_at": clock.Now()}, "history change together"),
        ({"freed_at": clock.Now()}, "history change together"),
    ],
)
def test_the_database_changes_nothing_without_its_history(organisation, change, said):
    with pytest.raises(IntegrityError, match=said), atomic():
        update(organisation, **change)


def test_the_database_keeps_no_history_that_did_not_happen(organisation, coordinator):
    made_up = {"before": organisation.facts, "after": organisation.facts}

    with pytest.raises(IntegrityError, match="history change together"), atomic():
        tell(organisation, act="free", reason=WHY, changed_by=coordinator, **made_up)
    for wrong in ({"reason": " "}, {"act": "correct"}, {"act": "x"}):
        values = {"act": "verify", "reason": WHY, "changed_by": coordinator, **made_up, **wrong}
        with pytest.raises(IntegrityError, match="organisation_change_"), atomic():
            organisation.changes.create(**values)


@pytest.mark.parametrize("change", [{"code": "1234567"}, {"freed_at": clock.Now()}])
def test_the_database_keeps_a_code_once_something_is_submitted(organisation, change):
    factories.submitted(organisation=organisation)

    with pytest.raises(IntegrityError, match="with applications stays"), atomic():
        Organisation.objects.filter(pk=organisation.pk).update(**change)


def test_the_database_lets_nobody_into_a_freed_organisation(organisation, press):
    keeping.free(organisation, press, reason=WHY)

    with pytest.raises(IntegrityError, match="nobody joins a freed organisation"), atomic():
        factories.member_of(organisation)
    with pytest.raises(IntegrityError, match="freed is frozen"), atomic():
        Organisation.objects.filter(pk=organisation.pk).update(freed_at=None)
    with pytest.raises(IntegrityError, match="verified or freed later"), atomic():
        factories.OrganisationFactory(verified_at=clock.now())


@pytest.mark.django_db(transaction=True)
def test_freeing_waits_for_a_submission_and_then_refuses(organisation, coordinator):
    draft = factories.make_application(organisation=organisation)
    press = factories.kept_by(coordinator, organisation)
    first_is_in, refusals = threading.Event(), []

    def second() -> None:
        try:
            first_is_in.wait(5)
            keeping.free(organisation, press, reason=WHY)
        except DomainError as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(second)
        with atomic():
            submitting.submit_in_time.__wrapped__(
                draft, factories.press(draft.created_by), at=clock.now()
            )
            first_is_in.set()
            wait_until_blocked()
        result.result()

    assert "pateikusi paraiškų" in str(refusals[0])
    assert not again(organisation).is_freed
