"""The administration: no way to another person's account, no 500, and a log that stays."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from strategy_portal.accounts.admin import PersonAdmin
from strategy_portal.accounts.models import Role, RoleGrant, User
from tests import factories

pytestmark = pytest.mark.django_db

PERSON = "/admin/accounts/user/"
GRANT = "/admin/accounts/rolegrant/"


@pytest.fixture
def superuser(as_owner):
    return factories.UserFactory(is_staff=True, is_superuser=True)


@pytest.fixture
def admin(superuser) -> Client:
    client = Client()
    client.force_login(superuser)
    return client


def test_nobody_sets_anothers_password_or_address(admin):
    person = factories.UserFactory()
    before = (person.email, person.password)

    pages = [admin.get(f"{PERSON}{person.pk}/password/"), admin.get("/admin/account/")]
    data = {"email": "kita@example.org", "password": "x", "name": "Nauja", "is_active": "on"}
    answer = admin.post(f"{PERSON}{person.pk}/change/", {**data, **no_rows()})

    person.refresh_from_db()
    assert answer.status_code == 303
    assert (person.email, person.password) == before
    assert person.name == "Nauja"
    assert [page.status_code for page in pages] == [302, 404]
    assert pages[0].url == f"{PERSON}{person.pk}/password/change/"


def no_rows() -> dict[str, str]:
    return {"role_grants-TOTAL_FORMS": "0", "role_grants-INITIAL_FORMS": "0"}


def test_nobody_is_made_an_administrator_here(admin):
    person = factories.UserFactory()
    data = {"name": "V", "is_active": "on", "is_staff": "on", "is_superuser": "on"}

    admin.post(f"{PERSON}{person.pk}/change/", {**data, **no_rows()})

    person.refresh_from_db()
    assert not person.is_staff
    assert not person.is_superuser


def test_a_new_person_has_no_password_that_somebody_else_knows(admin):
    data = {"email": "Nauja@Example.org", "name": "Nauja", "password1": "x", **no_rows()}

    assert admin.post(f"{PERSON}add/", data).status_code == 303

    person = User.objects.get(email="nauja@example.org")
    assert not person.has_usable_password()


def test_a_grant_records_who_gave_it_and_is_logged(admin, superuser):
    person, today = factories.UserFactory(), timezone.localdate().isoformat()
    data = {"user": person.pk, "role": "manager", "valid_from": today, "document": "Nr. 1"}

    assert admin.post(f"{GRANT}add/", data).status_code == 303

    assert person.role_grants.get().granted_by == superuser
    assert LogEntry.objects.get().user == superuser


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"valid_from": "2026-01-01"}, "Vaidmuo suteikiamas nuo šiandienos arba vėliau."),
        ({"user": "criteria-0"}, ""),
        ({"role": "kitas"}, ""),
    ],
)
def test_a_wrong_grant_is_refused_with_a_sentence(admin, data, sentence):
    today = timezone.localdate().isoformat()
    values = {"user": factories.UserFactory().pk, "role": "manager", "valid_from": today, **data}

    answer = admin.post(f"{GRANT}add/", values)

    assert sentence in answer.content.decode()
    assert not RoleGrant.objects.exists()


def test_a_grant_ends_here_once(admin):
    grant = factories.user_with(Role.BOARD).role_grants.get()
    address = f"{GRANT}{grant.pk}/change/"

    backwards = admin.post(address, {"valid_until": "2026-01-01"})
    ended = admin.post(address, {"valid_until": grant.valid_from.isoformat(), "role": "manager"})
    put_off = admin.post(address, {"valid_until": ""})

    grant.refresh_from_db()
    assert "Vaidmuo baigiasi šiandien arba vėliau." in backwards.content.decode()
    assert (ended.status_code, put_off.status_code) == (303, 403)
    assert (grant.valid_until, grant.role) == (grant.valid_from, Role.BOARD)


def test_a_page_open_for_long_brings_no_old_password_back(admin, monkeypatch):
    person = factories.UserFactory()
    stale = User.objects.get(pk=person.pk)
    User.objects.filter(pk=person.pk).update(password="naujas")
    monkeypatch.setattr(PersonAdmin, "get_object", lambda *args: stale)

    admin.post(f"{PERSON}{person.pk}/change/", {"name": "Nauja", **no_rows()})

    person.refresh_from_db()
    assert (person.name, person.is_active, person.password) == ("Nauja", False, "naujas")


def test_nothing_is_deleted_here(admin):
    person = factories.user_with(Role.BOARD)
    grant = person.role_grants.get()

    assert admin.get(f"{GRANT}{grant.pk}/delete/").status_code == 403
    assert admin.get(f"{PERSON}{person.pk}/delete/").status_code == 403
    action = {"action": "delete_selected", "_selected_action": grant.pk, "post": "yes"}
    admin.post(GRANT, action)
    assert RoleGrant.objects.filter(pk=grant.pk).exists()


@pytest.mark.parametrize(
    "change", [lambda rows: rows.delete(), lambda rows: rows.update(object_repr="kas kita")]
)
def test_the_log_of_the_administration_is_only_added_to(change):
    user = factories.UserFactory()
    LogEntry.objects.create(user=user, action_flag=1, object_repr="tai")

    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        change(LogEntry.objects.all())


def test_the_titles_are_good_lithuanian(admin):
    grant = factories.user_with(Role.BOARD).role_grants.get()
    titles = {
        GRANT: "Pasirinkite vaidmenį, kurį norite keisti",
        f"{GRANT}add/": "Suteikti vaidmenį",
        f"{GRANT}{grant.pk}/change/": "Keisti vaidmenį",
        PERSON: "Pasirinkite asmenį, kurį norite keisti",
        f"{PERSON}add/": "Pridėti žmogų",
        f"{PERSON}{grant.user_id}/change/": "Keisti asmens duomenis",
    }

    found = {address: f"<h1>{title}</h1>" for address, title in titles.items()}
    assert [address for address in found if found[address] not in text_of(admin, address)] == []


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


ODD = [
    "user=criteria-0",
    "user=999999999999999999999999999999",
    "user=-1&role=kitas&valid_from=kada&valid_until=niekada",
    "role_grants=abc&groups=abc&user_permissions=abc",
    "role=kitas&role__exact=kitas",
    "user__id__exact=abc",
    "user__password__startswith=a",
    "user__id__in=a,b",
    "user__id__isnull=gal",
    "valid_from__gte=kada",
    "valid_from__year=99999999999",
    "id__exact=999999999999999999999999999999",
    "id__gt=1e9999",
    "is_active__exact=gal",
    "role_grants__role__exact=kitas",
    "role_grants__id=abc",
    "last_login__date=x",
    "p=x&o=9.-9.x&q=%25%27%22",
    "p=999999999999999999999&all=",
    "o=" + "9" * 30,
    "e=1",
    "_to_field=password",
    "_to_field=kitas",
    "_popup=1&_to_field=id",
    "_changelist_filters=%25%25%26role%3Dx",
    "_facets=x",
    "app_label=accounts&model_name=rolegrant&field_name=user&term=%25&p=x",
    "app_label=accounts&model_name=rolegrant&field_name=user&term=a&page=" + "9" * 30,
    "app_label=x&model_name=y&field_name=z",
    "app_label=accounts&model_name=rolegrant&field_name=pk",
    "path=x",
]


def test_odd_addresses_are_never_500(admin, superuser):
    factories.user_with(Role.BOARD)
    grant = superuser.role_grants.create(role=Role.MANAGER)
    keys = [str(grant.pk), "criteria-0", "9" * 30, "-1", "_3A", "%F0%9F%A4%A1"]
    pages = ["/admin/", "/admin/autocomplete/", "/admin/password_change/", "/admin/jsi18n/"]
    pages += [f"{table}{page}" for table in (GRANT, PERSON) for page in ("", "add/")]
    pages += [f"{GRANT}{key}/{page}/" for key in keys for page in ("change", "history", "delete")]
    pages += [f"/admin/r/{kind}/{key}/" for kind in ("1", "9" * 30, "x") for key in keys[:3]]
    pages += ["/admin/nera/", "/admin/accounts/", "/admin/accounts/nera/"]
    found = []

    for page in pages:
        for query in ["", *ODD]:
            status = admin.get(f"{page}?{query}").status_code
            if status not in {200, 302, 400, 403, 404}:
                found.append(f"{page}?{query}: {status}")

    assert found == []
