"""What somebody with the portal's own database role can't forge: applications and their story."""

from datetime import timedelta

import pytest
from django.db.models import F

from applications.models import (
    Application,
    ApplicationVersion,
    CostLine,
    LateAttempt,
    Membership,
    Organisation,
    Status,
    StatusChange,
)
from applications.selection.models import CheckSheet
from strategy_portal.accounts.models import Role
from strategy_portal.canonical import canonical, digest
from strategy_portal.clock import reading
from tests import clock, factories
from tests.house.forging import IN_2020, tell
from tests.refusals import refused, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    application = factories.make_application()
    clock.within(application.call)
    return application


def submit(draft: Application, **others) -> None:
    """Write what the operation writes in the application's row."""
    values = {
        "status": Status.SUBMITTED,
        "sequence": 1,
        "number": f"{draft.call.number}-001",
        "submitted_at": reading.now(),
        **others,
    }
    Application.objects.filter(pk=draft.pk).update(**values)


def version_of(application: Application, **others) -> ApplicationVersion:
    content = canonical({"number": application.number})
    values = {
        "number": 1,
        "content": content,
        "sha256": digest(content),
        "submitted_at": application.submitted_at,
        "submitted_by": application.created_by,
        **others,
    }
    return ApplicationVersion.objects.create(application=application, **values)


# Submission


def test_a_draft_of_a_closed_call_submitted(draft):
    clock.after(draft.call)

    with refused("application_is_submitted_in_time"):
        submit(draft)


def test_a_submission_dated_back_into_the_calls_window(draft):
    moment = reading.now()
    clock.after(draft.call)
    clock.move_to(draft.call.closes_at + timedelta(days=1))

    with refused("application_is_submitted_in_time"):
        submit(draft, submitted_at=moment)


def test_a_submission_without_its_version(draft):
    with refused("what was submitted has its version"):
        submit(draft)
        tell(draft, "submit", "draft", "submitted")


def test_a_submission_without_its_story(draft):
    with refused("a status and its story change together"):
        submit(draft)


def test_a_submission_told_of_a_stranger(draft):
    with refused("story_is_of_who_may"):
        submit(draft)
        tell(draft, "submit", "draft", "submitted", by=factories.UserFactory())


def test_a_version_of_another_member_than_who_submits(draft):
    submit(draft)
    tell(draft, "submit", "draft", "submitted")

    with refused("application_version_is_by_an_owner"):
        version_of(factories.again(draft), submitted_by=factories.member_of(draft.organisation))
    version_of(factories.again(draft))


def test_a_number_out_of_turn(draft):
    with refused("application_number_follows_the_last"):
        submit(draft, sequence=7, number=f"{draft.call.number}-007")


def test_an_application_that_begins_submitted(draft):
    with refused("an application starts as a draft"):
        Application.objects.create(
            call=draft.call,
            organisation=draft.organisation,
            created_by=draft.created_by,
            status=Status.SUBMITTED,
            sequence=1,
            number=f"{draft.call.number}-001",
            submitted_at=reading.now(),
        )


def test_a_second_version():
    application = factories.submitted()

    with refused("application_version_is_of_its_submission"):
        version_of(application, number=2)


@pytest.mark.parametrize("content", ['{"number":"kitas"}', "{}"])
def test_a_version_of_another_number(draft, content):
    with refused("application_version_has_its_hash"):
        submit(draft)
        tell(draft, "submit", "draft", "submitted")
        version_of(factories.again(draft), content=content, sha256=digest(content))


def test_a_version_whose_hash_is_of_something_else(draft):
    with refused("application_version_has_its_hash"):
        submit(draft)
        tell(draft, "submit", "draft", "submitted")
        version_of(factories.again(draft), sha256="0" * 64)


def test_a_version_changed():
    application = factories.submitted()

    with refused("permission denied"):
        application.versions.update(content="{}")


# What was submitted, and by whom


@pytest.mark.parametrize(
    "change",
    [{"requested": 1}, {"submitted_at": IN_2020}, {"title": "Kitas"}, {"number": "1"}],
    ids=str,
)
def test_what_was_submitted_changed(change):
    application = factories.submitted()

    with refused("submitted content is frozen"):
        Application.objects.filter(pk=application.pk).update(**change)


@pytest.mark.parametrize(
    ("table", "column", "why"),
    [
        ("applications_application", "requested", "application_sums_are_not_negative"),
        ("applications_costline", "quantity", "cost_line_is_not_negative"),
        ("calls_call", "amount", "call_amounts_are_positive"),
        ("calls_criterion", "max_points", "criterion_points_and_weight_are_positive"),
    ],
)
def test_a_sum_that_is_no_number_and_so_more_than_any(as_owner, draft, table, column, why):
    with factories.past_the_triggers(), refused(why):
        run(f"UPDATE {table} SET {column} = 'NaN'")


def test_a_cost_line_changed_after_submission():
    application = factories.submitted()

    with refused("frozen with its row of applications_application"):
        application.cost_lines.update(quantity=F("quantity") * 2)


def test_a_cost_line_moved_from_a_draft_to_what_was_submitted(draft):
    application = factories.submitted()

    with refused("frozen with its row of applications_application"):
        CostLine.objects.filter(application=draft).update(application=application, position=9)


def test_a_draft_moved_to_another_organisation_or_call(draft):
    with refused("origin is frozen"):
        Application.objects.filter(pk=draft.pk).update(organisation=factories.OrganisationFactory())
    with refused("origin is frozen"):
        Application.objects.filter(pk=draft.pk).update(call=factories.make_call())


def test_an_application_dated_and_attributed_otherwise(draft):
    # Whoever left the organisation before it began may judge it
    for change in ({"created_at": reading.now()}, {"created_by": factories.UserFactory()}):
        with refused("origin is frozen"):
            Application.objects.filter(pk=draft.pk).update(**change)


def test_two_applications_that_exchange_their_keys():
    one, other = factories.submitted(), factories.submitted()

    with refused("these rows keep their keys"):
        for old, new in ((one.pk, -1), (other.pk, one.pk), (-1, other.pk)):
            run("UPDATE applications_application SET id = %s WHERE id = %s", new, old)


def test_a_late_attempt_of_a_stranger_or_in_time_or_long_ago(draft):
    owner, stranger = draft.created_by, factories.UserFactory()
    with refused("late_attempt_is_late"):
        LateAttempt.objects.create(
            application=draft, attempted_at=reading.now(), attempted_by=owner
        )
    clock.after(draft.call)
    with refused("late_attempt_is_by_an_owner"):
        LateAttempt.objects.create(
            application=draft, attempted_at=reading.now(), attempted_by=stranger
        )
    with refused("late_attempt_is_late"):
        LateAttempt.objects.create(application=draft, attempted_at=IN_2020, attempted_by=owner)


def test_a_late_attempt_to_submit_what_is_submitted():
    application = factories.submitted()

    with refused("late_attempt_is_late"):
        LateAttempt.objects.create(
            application=application,
            attempted_at=reading.now(),
            attempted_by=application.created_by,
        )


# The story


def test_a_story_without_a_move():
    application = factories.submitted()

    with refused("story_tells_its_move"):
        tell(application, "start_check", "submitted", "checking")


def test_a_story_that_begins_somewhere_else():
    application = factories.in_scoring()

    with refused("story_tells_its_move"):
        tell(application, "pass_check", "checking", "scoring")


def test_two_moves_told_as_one():
    application = factories.submitted()
    sheet = CheckSheet.objects.create(
        application=application, checked_by=factories.user_with(Role.COORDINATOR)
    )
    rows = Application.objects.filter(pk=application.pk)

    with refused("application_move_follows_its_story"):
        rows.update(status=Status.CHECKING)
        for item in application.call.check_items.all():
            sheet.answers.create(item=item, passed=True)
        CheckSheet.objects.update(concluded_at=reading.now())
        rows.update(status=Status.SCORING)


def test_a_story_dated_back():
    application = factories.submitted()
    before = reading.now()

    Application.objects.filter(pk=application.pk).update(status=Status.WITHDRAWN)
    tell(application, "withdraw", "submitted", "withdrawn")

    told = application.status_changes.last()
    assert told.changed_at >= before
    with refused("permission denied"):
        application.status_changes.update(changed_at=IN_2020)


def test_a_story_written_between_earlier_lines():
    application = factories.submitted()

    with refused("a status and its story change together"):
        Application.objects.filter(pk=application.pk).update(status=Status.WITHDRAWN)
        StatusChange.objects.create(
            pk=-1,
            application=application,
            transition="withdraw",
            from_status="submitted",
            to_status="withdrawn",
            changed_by=application.created_by,
        )


def test_a_withdrawal_by_the_office_or_an_editor():
    application = factories.submitted()
    editor = factories.member_of(application.organisation, "editor")

    for person in (factories.user_with(Role.MANAGER), editor):
        with refused("story_is_of_who_may"):
            Application.objects.filter(pk=application.pk).update(status=Status.WITHDRAWN)
            tell(application, "withdraw", "submitted", "withdrawn", by=person)


# Organisations and their members


def test_an_organisation_with_another_code_founder_or_date():
    organisation = factories.OrganisationFactory()
    rows = Organisation.objects.filter(pk=organisation.pk)

    with refused("organisation_follows_its_history"):
        rows.update(code="3000001")
    for change in (
        {"founded_by": factories.UserFactory()},
        {"created_at": IN_2020},
    ):
        with refused("origin is frozen"):
            rows.update(**change)
    with refused("permission denied"):
        rows.delete()


def test_a_membership_that_ended_before_it_was_written():
    organisation, person = factories.OrganisationFactory(), factories.UserFactory()

    with refused("a membership ends later"):
        Membership.objects.create(
            organisation=organisation, user=person, role="owner", until=reading.now()
        )


def test_a_membership_dated_otherwise_and_one_that_ended_long_ago():
    membership = Membership.objects.get(user=factories.member_of(factories.OrganisationFactory()))
    rows = Membership.objects.filter(pk=membership.pk)
    before = reading.now()

    with refused("origin is frozen"):
        rows.update(since=IN_2020)
    rows.update(until=IN_2020)

    assert rows.get().until >= before
    with refused("ended is frozen"):
        rows.update(until=None)
    with refused("permission denied"):
        rows.delete()
