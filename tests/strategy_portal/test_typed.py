"""What was typed but not saved is kept at an address of its own: a little, for its author only."""

import pytest
from django.db import IntegrityError
from django.db.transaction import atomic

from strategy_portal.requests import typed
from strategy_portal.requests.models import Typed
from tests import factories

pytestmark = pytest.mark.django_db
CONTENT = {"texts": [{"name": "Baldai „A“"}]}


@pytest.fixture
def person():
    return factories.UserFactory()


def at(rf, person, path="/samata/", **query):
    request = rf.get(path, query)
    request.user = person
    return request


def test_it_comes_back_at_its_address_with_the_rest_of_the_query(rf, person):
    answer = typed.keep(at(rf, person, grizti="patikrinti", ivesta="sena"), CONTENT)

    again = rf.get(answer.url)
    again.user = person
    assert again.GET["grizti"] == "patikrinti"
    assert typed.kept(again) == CONTENT


@pytest.mark.parametrize("key", ["", "x", "9" * 40])
def test_an_address_that_names_nothing_shows_what_is_saved(rf, person, key):
    typed.keep(at(rf, person), CONTENT)

    assert typed.kept(at(rf, person, ivesta=key)) is None


def test_nobody_else_and_no_other_page_gets_it(rf, person):
    typed.keep(at(rf, person), CONTENT)
    key = str(Typed.objects.get().key)

    assert typed.kept(at(rf, factories.UserFactory(), ivesta=key)) is None
    assert typed.kept(at(rf, person, "/kita/", ivesta=key)) is None
    assert typed.kept(at(rf, person, ivesta=key)) == CONTENT


def test_saving_forgets_what_was_typed_into_this_page(rf, person):
    typed.keep(at(rf, person), CONTENT)
    typed.keep(at(rf, person, "/kita/"), CONTENT)
    typed.keep(at(rf, factories.UserFactory()), CONTENT)

    typed.forget(at(rf, person))

    assert {(row.path, row.typed_by == person) for row in Typed.objects.all()} == {
        ("/kita/", True),
        ("/samata/", False),
    }


def test_of_one_person_the_newest_are_kept(rf, person, monkeypatch):
    monkeypatch.setattr(typed, "MOST", 3)
    typed.keep(at(rf, factories.UserFactory()), CONTENT)

    for number in range(5):
        typed.keep(at(rf, person), {"number": number})

    own = Typed.objects.filter(typed_by=person)
    assert sorted(row.content["number"] for row in own) == [2, 3, 4]
    assert Typed.objects.count() == 4


def test_too_much_is_not_kept(rf, person):
    assert typed.keep(at(rf, person), {"texts": "x" * typed.LARGEST}) is None
    assert not Typed.objects.exists()


def test_what_was_typed_stays_as_it_was(rf, person):
    typed.keep(at(rf, person), CONTENT)

    with pytest.raises(IntegrityError, match="typed is frozen"), atomic():
        Typed.objects.update(content={})
