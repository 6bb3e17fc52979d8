"""The administrative check: pass or fail for each item, and what follows; with its page."""

import pytest
from django.urls import reverse

from applications.models import Status
from applications.operations import submitting
from applications.selection.models import CheckSheet
from applications.selection.operations import checking
from strategy_portal.accounts.models import Role
from strategy_portal.errors import NotReady, Stale
from tests import factories
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, coordinator):
    client.force_login(coordinator)
    return client


def started(coordinator):
    return checking.start(factories.submitted(), by=coordinator)


def all_passed(sheet):
    return {item.pk: (True, "") for item in sheet.application.call.check_items.all()}


def page_of(application):
    return reverse("selection:check_sheet", args=[application.number])


def typed(sheet, *answers, **extra):
    """POST data: (yes or no, note) for each item in order."""
    data = dict(extra)
    for item, (passed, note) in zip(sheet.application.call.check_items.all(), answers, strict=True):
        data |= {f"passed-{item.pk}": passed, f"note-{item.pk}": note}
    return data


def test_starting_opens_an_empty_answer_for_each_item(coordinator):
    sheet = started(coordinator)

    assert [(answer.passed, answer.note) for answer in sheet.answers.all()] == [
        (None, ""),
        (None, ""),
    ]
    assert factories.again(sheet.application).status == Status.CHECKING


def test_starting_twice_is_starting_once(coordinator):
    sheet = started(coordinator)

    assert checking.start(sheet.application, by=coordinator) == sheet

    assert CheckSheet.objects.count() == 1


def test_all_passed_leads_to_scoring(coordinator):
    sheet = started(coordinator)

    application = checking.conclude(sheet, all_passed(sheet), press(coordinator))

    assert application.status == Status.SCORING


def test_one_failed_rejects_with_its_note_as_the_reason(coordinator):
    sheet = started(coordinator)
    first, second = sheet.application.call.check_items.all()

    application = checking.conclude(
        sheet, {first.pk: (True, ""), second.pk: (False, "Per toli.")}, press(coordinator)
    )

    assert application.status == Status.REJECTED
    reason = application.status_changes.last().reason
    assert reason == f"Neatitinka reikalavimo „{second.text}“: Per toli."


@pytest.mark.parametrize(("passed", "note"), [(None, ""), (False, ""), (False, "  ")])
def test_an_open_item_or_a_failed_one_without_a_note_concludes_nothing(coordinator, passed, note):
    sheet = started(coordinator)
    answers = all_passed(sheet) | {sheet.application.call.check_items.last().pk: (passed, note)}

    with pytest.raises(NotReady) as refusal:
        checking.conclude(sheet, answers, press(coordinator))

    assert len(refusal.value.problems) == 1
    assert factories.again(sheet.application).status == Status.CHECKING
    assert [answer.passed for answer in sheet.answers.all()] == [None, None]


def test_a_concluded_check_no_longer_changes(coordinator):
    sheet = started(coordinator)
    checking.conclude(sheet, all_passed(sheet), press(coordinator))

    with pytest.raises(Stale):
        checking.save(sheet, dict.fromkeys(all_passed(sheet), (False, "Ne.")))

    assert [answer.passed for answer in sheet.answers.all()] == [True, True]


def test_a_withdrawn_application_is_not_concluded(coordinator):
    sheet = started(coordinator)
    submitting.withdraw(sheet.application, factories.press(sheet.application.created_by))

    with pytest.raises(Stale):
        checking.conclude(sheet, all_passed(sheet), press(coordinator))

    assert CheckSheet.objects.get().concluded_at is None


def test_the_same_press_again_answers_as_the_first_time(coordinator):
    sheet, pressed = started(coordinator), press(coordinator)
    checking.conclude(sheet, all_passed(sheet), pressed)

    assert checking.conclude(sheet, all_passed(sheet), pressed).status == Status.SCORING
    assert sheet.application.status_changes.filter(transition="pass_check").count() == 1


def test_the_same_answers_with_another_press_are_refused(coordinator):
    sheet = started(coordinator)
    checking.conclude(sheet, all_passed(sheet), press(coordinator))

    with pytest.raises(Stale):
        checking.conclude(sheet, all_passed(sheet), press(coordinator))


# Pages


def test_the_page_starts_the_check_on_post_alone(office):
    application = factories.submitted()

    shown = office.get(page_of(application))
    unstarted = CheckSheet.objects.exists()
    answer = office.post(page_of(application))

    assert (shown.status_code, unstarted) == (200, False)
    assert (answer.status_code, answer.url) == (303, page_of(application))
    assert CheckSheet.objects.get().application == application


def test_a_late_press_on_start_empties_no_draft(office, coordinator):
    sheet = started(coordinator)
    checking.save(sheet, all_passed(sheet))

    start, bare = (
        office.post(page_of(sheet.application), {"step": "start"}),
        office.post(page_of(sheet.application)),
    )

    assert (start.status_code, bare.status_code) == (303, 422)
    assert [answer.passed for answer in sheet.answers.all()] == [True, True]


def test_starting_what_was_withdrawn_is_409(office):
    application = factories.submitted()
    submitting.withdraw(application, factories.press(application.created_by))

    assert office.post(page_of(application)).status_code == 409


def test_a_draft_keeps_gaps(office, coordinator):
    sheet = started(coordinator)

    answer = office.post(
        page_of(sheet.application), typed(sheet, ("yes", ""), ("", "Tikslinti"), step="save")
    )

    assert answer.status_code == 303
    assert [(one.passed, one.note) for one in sheet.answers.all()] == [
        (True, ""),
        (None, "Tikslinti"),
    ]


def test_concluding_with_gaps_names_the_fields_and_keeps_what_was_typed(office, coordinator):
    sheet = started(coordinator)

    answer = office.post(
        page_of(sheet.application), typed(sheet, ("no", ""), ("", "Pusiau"), step="conclude")
    )

    page = answer.content.decode()
    first, second = sheet.application.call.check_items.all()
    assert answer.status_code == 422
    assert f'href="#id_note-{first.pk}"' in page
    assert f'href="#id_passed-{second.pk}_0"' in page
    assert "Pusiau" in page


def test_concluding_leads_back_to_the_application_and_the_sheet_is_frozen(office, coordinator):
    sheet = started(coordinator)

    answer = office.post(
        page_of(sheet.application), typed(sheet, ("yes", ""), ("no", "Per toli."), step="conclude")
    )

    frozen = office.get(page_of(sheet.application)).content.decode()
    review = office.get(answer.url).content.decode()
    assert answer.status_code == 303
    assert "Per toli." in frozen
    assert "<textarea" not in frozen
    assert "Per toli." in review
    assert factories.again(sheet.application).status == Status.REJECTED


def test_the_page_carries_a_key_that_makes_a_second_press_harmless(office, coordinator):
    sheet = started(coordinator)
    page = office.get(page_of(sheet.application))
    key = str(page.context["form"]["request_key"].value())
    sent = typed(sheet, ("yes", ""), ("yes", ""), step="conclude", request_key=key)

    answers = [office.post(page_of(sheet.application), sent) for _press in range(2)]

    assert f'name="request_key" value="{key}"' in page.content.decode()
    assert [answer.status_code for answer in answers] == [303, 303]


def test_a_form_that_comes_after_the_conclusion_is_409_and_keeps_its_text(office, coordinator):
    sheet = started(coordinator)
    checking.conclude(sheet, all_passed(sheet), press(coordinator))

    answer = office.post(
        page_of(sheet.application),
        typed(sheet, ("no", "Mano pastaba"), ("yes", ""), step="conclude"),
    )

    assert answer.status_code == 409
    assert "Mano pastaba" in answer.content.decode()
    assert factories.again(sheet.application).status == Status.SCORING


@pytest.mark.parametrize(
    ("passed", "note"), [("maybe", ""), ("yes", "a" * 1001), ("yes", "a" * 1_000_000)]
)
def test_what_no_form_offers_is_422(office, coordinator, passed, note):
    sheet = started(coordinator)

    answer = office.post(
        page_of(sheet.application), typed(sheet, (passed, note), ("yes", ""), step="conclude")
    )

    assert answer.status_code == 422
    assert factories.again(sheet.application).status == Status.CHECKING


def test_missing_fields_conclude_nothing(office, coordinator):
    sheet = started(coordinator)

    assert office.post(page_of(sheet.application), {"step": "conclude"}).status_code == 422


@pytest.mark.parametrize("role", [Role.MANAGER, Role.AUDITOR])
def test_only_coordinators_check(client, coordinator, role):
    sheet = started(coordinator)
    client.force_login(factories.user_with(role))

    assert client.get(page_of(sheet.application)).status_code == 403
    assert client.post(page_of(sheet.application), {"step": "conclude"}).status_code == 403
