"""The cost lines: added, removed and recalculated on the server; nothing typed is lost."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from applications.forms.costs import FIELDS
from applications.forms.fields import QuantityFormField
from applications.models import CostLine
from tests import factories

pytestmark = pytest.mark.django_db

PSYCHOLOGIST = {
    "name": "Psichologo paslaugos",
    "kind": "services",
    "unit": "val.",
    "quantity": "120",
    "unit_price": "45",
}
COMPUTER = {
    "name": "Kompiuteris",
    "kind": "equipment",
    "unit": "vnt.",
    "quantity": "2",
    "unit_price": "780,00 EUR",
}
BLANK = dict.fromkeys(PSYCHOLOGIST, "")


@pytest.fixture
def draft(client):
    application = factories.make_application(complete=False)
    client.force_login(application.created_by)
    return application


def url(application):
    return f"/en/paraiskos/{application.reference}/samata/"


def typed(*lines, revision="0", **more):
    data = {
        "revision": revision,
        "lines-TOTAL_FORMS": str(len(lines)),
        "lines-INITIAL_FORMS": "0",
        **more,
    }
    for index, line in enumerate(lines):
        data |= {f"lines-{index}-{name}": line[name] for name in FIELDS}
    return data


def press(client, application, *lines, **more):
    """The answer; of a redrawn page the page itself, which has an address of its own."""
    answer = client.post(url(application), typed(*lines, **more))
    if answer.status_code == 303 and "ivesta=" in answer.url:
        return client.get(answer.url)
    return answer


def texts(answer):
    """The field values of the returned page, line by line."""
    return [texts_in(form) for form in answer.context["lines"]]


def texts_in(form):
    return {name: form[name].value() or "" for name in FIELDS}


def names(answer):
    return [line["name"] for line in texts(answer)]


def saved(application):
    lines = CostLine.objects.filter(application=application)
    return list(lines.values_list("position", "name", "quantity", "unit_price", "amount"))


def test_lines_are_saved_in_their_order_without_blank_ones(client, draft):
    answer = press(client, draft, PSYCHOLOGIST, BLANK, COMPUTER, BLANK)

    assert answer.status_code == 303
    assert answer.url.endswith("/finansavimas/")
    assert saved(draft) == [
        (1, "Psichologo paslaugos", Decimal("120.000"), Decimal("45.00"), Decimal("5400.00")),
        (2, "Kompiuteris", Decimal("2.000"), Decimal("780.00"), Decimal("1560.00")),
    ]


def test_a_draft_line_may_have_gaps(client, draft):
    press(client, draft, {**BLANK, "name": "Dar nežinome"})

    assert saved(draft) == [(1, "Dar nežinome", None, None, None)]
    assert "Line 1: fill in the name, kind" in client.get(url(draft)).content.decode()


def test_what_was_saved_comes_back_as_people_write_it(client, draft):
    lithuanian = url(draft).removeprefix("/en")

    client.post(lithuanian, typed({**PSYCHOLOGIST, "quantity": "1,125", "unit_price": "1250.5"}))

    page = client.get(lithuanian).content.decode()
    assert 'value="1,125"' in page
    assert 'value="1\xa0250,50"' in page


def test_a_line_that_makes_no_sense_is_named_and_kept_with_all_others(client, draft):
    answer = press(client, draft, PSYCHOLOGIST, {**COMPUTER, "unit_price": "3.250"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_lines-1-unit_price">Line 2: it is not clear whether this is' in page
    assert 'value="3.250"' in page
    assert 'value="Psichologo paslaugos"' in page
    assert "<title>Error: " in page
    assert saved(draft) == []


def test_a_new_line_comes_last_and_takes_the_focus(client, draft):
    answer = press(client, draft, {**PSYCHOLOGIST, "unit_price": "4.500"}, add="1")

    assert answer.status_code == 200
    assert names(answer) == ["Psichologo paslaugos", ""]
    assert texts(answer)[0]["unit_price"] == "4.500"
    assert answer.context["lines"].forms[1].fields["name"].widget.attrs["autofocus"]
    assert "error-summary" not in answer.content.decode()
    assert saved(draft) == []


def test_a_removed_line_can_be_put_back_where_it_was(client, draft):
    broken = {**COMPUTER, "quantity": "du"}

    removed = press(client, draft, broken, PSYCHOLOGIST, remove="0")
    carried = {f"removed-{name}": text for name, text in removed.context["removed"].items()}
    restored = press(client, draft, PSYCHOLOGIST, restore="0", **carried)

    assert names(removed) == ["Psichologo paslaugos"]
    assert "Line 1 is removed." in removed.content.decode()
    assert names(restored) == ["Kompiuteris", "Psichologo paslaugos"]
    assert texts(restored)[0]["quantity"] == "du"
    assert saved(draft) == []


def test_the_last_line_removed_leaves_a_blank_one(client, draft):
    assert names(press(client, draft, PSYCHOLOGIST, remove="0")) == [""]


@pytest.mark.parametrize("index", ["1", "-1", "abc", "", "9" * 30, "²"])
def test_there_is_no_such_line_to_remove(client, draft, index):
    assert press(client, draft, PSYCHOLOGIST, remove=index).status_code == 404


def test_recalculating_shows_the_sums_and_saves_nothing(client, draft):
    third = {**PSYCHOLOGIST, "quantity": "0,333", "unit_price": "10,05"}  # 3,34665

    answer = press(client, draft, PSYCHOLOGIST, third, recalculate="1")

    amounts = [form.amount for form in answer.context["lines"]]
    assert amounts == [Decimal("5400.00"), Decimal("3.35")]
    assert answer.context["total"] == Decimal("5403.35")
    assert saved(draft) == []


def test_page_and_database_round_the_same_way(client, draft):
    lines = [
        {**PSYCHOLOGIST, "quantity": "0,5", "unit_price": "0,01"},
        {**COMPUTER, "quantity": "0,335", "unit_price": "1"},
    ]
    rounded = [Decimal("0.01"), Decimal("0.34")]

    shown = press(client, draft, *lines, recalculate="1")
    press(client, draft, *lines)

    assert [form.amount for form in shown.context["lines"]] == rounded
    assert [line[-1] for line in saved(draft)] == rounded


def test_recalculating_says_what_is_wrong(client, draft):
    unclear = {**PSYCHOLOGIST, "quantity": "daug"}

    answer = press(client, draft, unclear, COMPUTER, recalculate="1")

    assert answer.status_code == 422
    assert answer.context["total"] == Decimal("1560.00")
    assert "Line 1: enter a number" in answer.content.decode()


def test_a_sum_too_large_for_the_books_is_refused(client, draft):
    huge = {**PSYCHOLOGIST, "quantity": "9999999", "unit_price": "999999999999,99"}

    answer = press(client, draft, huge)

    assert answer.status_code == 422
    assert "The sum of the line is too large." in answer.content.decode()


def test_sixty_lines_are_the_most(client, draft):
    lines = [PSYCHOLOGIST] * 60

    not_added = press(client, draft, *lines, add="1")
    refused = press(client, draft, *lines, PSYCHOLOGIST)

    assert len(not_added.context["lines"].forms) == 60
    assert refused.status_code == 422
    assert "at most 60 lines" in refused.content.decode()
    assert len(refused.context["lines"].forms) == 61


@pytest.mark.parametrize("count", ["", "0", "-5", "abc", "9" * 40, "1000000"])
def test_an_absurd_number_of_lines_is_refused(client, draft, count):
    press(client, draft, COMPUTER)

    absurd = {"lines-TOTAL_FORMS": count}
    answer = client.post(url(draft), typed(PSYCHOLOGIST, revision="1") | absurd)

    assert answer.status_code == 422
    assert [line[1] for line in saved(draft)] == ["Kompiuteris"]


def test_somebody_faster_is_shown_and_the_next_press_saves_mine(client, draft):
    press(client, draft, COMPUTER)

    refused = press(client, draft, PSYCHOLOGIST)

    page = refused.content.decode()
    assert refused.status_code == 409
    assert names(refused) == ["Psichologo paslaugos"]
    assert "What is saved now" in page
    assert ">Kompiuteris</th>" in page
    renewed = str(refused.context["form"]["revision"].value())
    press(client, draft, PSYCHOLOGIST, revision=renewed)
    assert [line[1] for line in saved(draft)] == ["Psichologo paslaugos"]


def test_the_limits_say_in_words_what_is_over(client):
    application = factories.make_application(requested="9500.00", cost="10000.00")
    client.force_login(application.created_by)

    page = client.get(url(application)).content.decode().replace("\xa0", " ")

    assert "Requested sum 9,500.00 EUR, limit 10,000.00 EUR</li>" in page
    assert "Funding rate 95 %, limit 92.5 % – <strong>over the limit</strong>" in page


@pytest.mark.parametrize(
    ("language", "text", "quantity"),
    [
        ("lt", "120", "120"),
        ("lt", "1,5", "1.5"),
        ("lt", "1.5", "1.5"),
        ("lt", "2,125", "2.125"),
        ("lt", "0.125", "0.125"),
        ("lt", "1 500", "1500"),
        ("en", "2.125", "2.125"),
        ("lt", "", None),
    ],
)
def test_a_quantity_is_read_as_it_was_meant(language, text, quantity):
    with override(language):
        read = QuantityFormField(required=False).clean(text)

    assert read == (Decimal(quantity) if quantity else None)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("lt", "1.500", "ambiguous"),
        ("en", "1,500", "ambiguous"),
        ("lt", "1,2345", "decimals"),
        ("lt", "10000000", "too_large"),
        ("lt", "-1", "invalid"),
        ("lt", "1e3", "invalid"),
        ("lt", "١", "invalid"),
        ("lt", "NaN", "invalid"),
        ("lt", "1.234,5", "invalid"),
    ],
)
def test_a_quantity_that_could_mean_two_things_or_none_is_refused(language, text, code):
    with override(language), pytest.raises(ValidationError) as caught:
        QuantityFormField().clean(text)

    assert caught.value.code == code


def test_sixty_lines_need_few_queries(client, draft, django_assert_max_num_queries):
    press(client, draft, *[PSYCHOLOGIST] * 60)

    with django_assert_max_num_queries(12):
        assert client.get(url(draft)).status_code == 200
