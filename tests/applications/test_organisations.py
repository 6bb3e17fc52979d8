"""Organisations: unique by code; owners add and remove members."""

import re

import pytest

from applications.models import Membership, MembershipRole, Organisation
from applications.models.organisation import check_digit
from applications.operations import drafting, membership
from strategy_portal.accounts.models import Role
from strategy_portal.errors import DomainError, Stale
from tests import factories

pytestmark = pytest.mark.django_db

CODE = f"30456789{check_digit('30456789')}"
WRONG = f"30456789{(check_digit('30456789') + 1) % 10}"
FACTS = {
    "name": "Asociacija",
    "legal_form": "association",
    "address": "Vilniaus al. 1, Druskininkai",
}


@pytest.fixture
def organisation():
    return factories.OrganisationFactory()


@pytest.fixture
def owner(client, organisation):
    owner = factories.member_of(organisation)
    client.force_login(owner)
    return owner


def url(organisation):
    return f"/en/organizacijos/{organisation.pk}/"


def without_what_differs(page: str, email: str) -> str:
    return re.sub(r'value="[^"]{64}"', "", page.replace(email, ""))


def register(client, **facts):
    return client.post("/en/organizacijos/nauja/", {**FACTS, "code": CODE, **facts})


@pytest.mark.parametrize("code", [CODE, f" {CODE[:3]} {CODE[3:6]}\u00a0{CODE[6:]} ", "1234567"])
def test_whoever_registers_an_organisation_is_its_owner(client, code):
    person = factories.UserFactory()
    client.force_login(person)

    answer = register(client, code=code)

    registered = Organisation.objects.get()
    assert answer.url == url(registered)
    assert registered.code == "".join(code.split())
    assert registered.memberships.get().user == person
    assert registered.memberships.get().role == MembershipRole.OWNER


@pytest.mark.parametrize(
    "code", ["", WRONG, "12345678", "abcdefghi", "١٢٣٤٥٦٧", "9" * 1_000_000, "-1234567"]
)
def test_a_code_that_can_not_be_is_refused_and_kept(client, code):
    client.force_login(factories.UserFactory())

    answer = register(client, code=code)

    assert answer.status_code == 422
    assert f'value="{code}"' in answer.content.decode() or not code
    assert 'value="Asociacija"' in answer.content.decode()
    assert not Organisation.objects.exists()


def test_a_registered_organisation_sends_to_its_owner(client, owner, organisation):
    answer = register(client, code=organisation.code)

    assert answer.status_code == 422
    assert "Ask whoever manages its account to add you." in answer.content.decode()


def test_two_people_registering_at_once_get_one_organisation(organisation):
    twin = Organisation(**FACTS, code=organisation.code)

    with pytest.raises(Stale, match="tvarkytojo"):
        drafting.found(twin, by=factories.UserFactory())

    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    "address", ["//example.com/", "https://example.com", "javascript:alert(1)", "\\\\example.com"]
)
def test_registering_never_leads_away_from_the_site(client, address):
    client.force_login(factories.UserFactory())

    answer = register(client, next=address)

    assert answer.url == url(Organisation.objects.get())


def test_an_owner_adds_an_editor_by_a_confirmed_address(client, owner, organisation):
    colleague = factories.UserFactory()

    answer = client.post(url(organisation), {"email": colleague.email.upper(), "role": "editor"})

    assert answer.status_code == 303
    assert organisation.memberships.get(user=colleague).role == MembershipRole.EDITOR


def test_who_can_not_be_added_and_why_is_not_told(client, owner, organisation):
    colleague, evaluator = factories.UserFactory(), factories.user_with(Role.EVALUATOR)
    colleague.emailaddress_set.update(verified=False)

    answers = set()
    for email in (colleague.email, evaluator.email, "niekas@example.org"):
        answer = client.post(url(organisation), {"email": email, "role": "viewer"})
        assert answer.status_code == 422
        assert f'value="{email}"' in answer.content.decode()
        answers.add(without_what_differs(answer.content.decode(), email))

    (same,) = answers
    assert "A person with this address can&#x27;t be added." in same
    assert organisation.memberships.count() == 1


@pytest.mark.parametrize(
    "data", [{}, {"email": "x", "role": "owner"}, {"email": "a@example.org", "role": "owner"}]
)
def test_a_malformed_addition_is_refused(client, owner, organisation, data):
    assert client.post(url(organisation), data).status_code == 422
    assert organisation.memberships.count() == 1


def test_a_member_is_not_added_again_in_another_role(organisation):
    editor = factories.member_of(organisation, MembershipRole.EDITOR)

    membership.add(organisation, email=editor.email, role=MembershipRole.EDITOR)
    with pytest.raises(DomainError, match="jau yra narys"):
        membership.add(organisation, email=editor.email, role=MembershipRole.VIEWER)

    assert organisation.memberships.get().role == MembershipRole.EDITOR


def test_removing_asks_first_and_then_removes(client, owner, organisation):
    editor = factories.member_of(organisation, MembershipRole.EDITOR)
    member = organisation.memberships.get(user=editor)

    asked = client.get(url(organisation) + f"?salinti={member.pk}")
    assert "Remove this person?" in asked.content.decode()
    assert organisation.memberships.count() == 2

    assert client.post(url(organisation), {"member": member.pk}).url == url(organisation)
    members = organisation.memberships.current()
    assert list(members.values_list("user", flat=True)) == [owner.pk]


def test_the_last_owner_stays(client, owner, organisation):
    answer = client.post(url(organisation), {"member": organisation.memberships.get().pk})

    assert answer.status_code == 422
    assert "An organisation keeps at least one account manager." in answer.content.decode()
    assert organisation.memberships.count() == 1


def test_an_owner_may_leave_to_another_owner(client, owner, organisation):
    factories.member_of(organisation)

    answer = client.post(url(organisation), {"member": organisation.memberships.get(user=owner).pk})

    assert answer.url == "/en/mano/"
    assert client.get(url(organisation)).status_code == 404


def test_somebody_gone_already_is_not_removed_again(organisation):
    factories.member_of(organisation)
    member = Membership.objects.get(user=factories.member_of(organisation, MembershipRole.EDITOR))
    membership.remove(Membership.objects.get(pk=member.pk))

    with pytest.raises(Stale):
        membership.remove(member)


@pytest.mark.parametrize("pk", ["0", "abc", "-1", "9" * 30, ""])
def test_there_is_nobody_like_that_to_remove(client, owner, organisation, pk):
    assert client.get(url(organisation), {"salinti": pk}).status_code == 404
    assert client.post(url(organisation), {"member": pk}).status_code == 422
    assert organisation.memberships.count() == 1


def test_members_of_other_organisations_are_out_of_reach(client, owner, organisation):
    foreign = Membership.objects.get(user=factories.member_of(factories.OrganisationFactory()))

    assert client.get(url(organisation), {"salinti": foreign.pk}).status_code == 404
    assert client.post(url(organisation), {"member": foreign.pk}).status_code == 422
    assert Membership.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize("role", [MembershipRole.EDITOR, MembershipRole.VIEWER])
def test_only_owners_manage(client, organisation, role):
    member = factories.member_of(organisation, role)
    own = organisation.memberships.get(user=member)
    client.force_login(member)

    assert "Add the person" not in client.get(url(organisation)).content.decode()
    assert client.get(url(organisation), {"salinti": own.pk}).status_code == 403
    assert client.post(url(organisation), {"member": own.pk}).status_code == 403
    addition = {"email": "a@example.org", "role": "viewer"}
    assert client.post(url(organisation), addition).status_code == 403


def test_strangers_find_no_organisation(client, organisation):
    client.force_login(factories.UserFactory())

    assert client.get(url(organisation)).status_code == 404
    assert client.get(f"/organizacijos/{'9' * 30}/").status_code == 404


@pytest.mark.parametrize("count", [3, 200])
def test_the_page_of_an_organisation_needs_few_queries(
    client, owner, organisation, count, django_assert_max_num_queries
):
    people = factories.UserFactory.create_batch(count)
    Membership.objects.bulk_create(
        Membership(user=user, organisation=organisation, role="viewer") for user in people
    )

    with django_assert_max_num_queries(12):
        assert client.get(url(organisation)).status_code == 200
