"""A preview takes the step and rolls it back: the page shows the true effect, nothing is kept."""

from decimal import Decimal
from functools import partial

import pytest

from budget.models import Account, Entry, Kind
from budget.projects import operations as projects
from budget.projects.models import Claim, Contract, Project, ProjectChange
from budget.projects.position import Position
from strategy_portal.errors import DomainError, Stale
from strategy_portal.requests.models import Request
from tests.budget.projects import stories
from tests.budget.projects.stories import PAPER, REASON, again, effect_of, pressed, terms

pytestmark = pytest.mark.usefixtures("whole_books")
MODELS = [Account, Claim, Contract, Entry, Project, ProjectChange, Request]
WHY = {"document": PAPER, "reason": REASON}


def written():
    """Every row that a step may change."""
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def last_of(kind):
    return Entry.objects.filter(kind=kind).last()


def first_of(kind):
    return Entry.objects.filter(kind=kind).first()


def life_of(project):
    """Every step that moves money; each must be taken before the next is generated."""
    yield partial(projects.sign, project, terms("1100.00"))
    claim = stories.approved_claim(project, "600.00")
    yield partial(projects.change_contract, project, terms("1000.00"))
    yield partial(projects.pay, claim, amount=Decimal("600.00"), document=PAPER)
    yield partial(projects.recover, project, amount=Decimal("100.00"), **WHY)
    yield partial(projects.correct, project, last_of(Kind.RECOVERY), **WHY)
    yield partial(projects.complete, project, **WHY)
    yield partial(projects.recover, project, amount=Decimal("50.00"), **WHY)
    yield partial(projects.correct, project, last_of(Kind.RELEASE), **WHY)
    yield partial(projects.correct, project, first_of(Kind.RELEASE), **WHY)
    yield partial(projects.correct, project, last_of(Kind.PAYMENT), **WHY)
    yield partial(projects.terminate, project, **WHY)


@pytest.mark.django_db(transaction=True)
def test_a_preview_shows_what_happens_and_writes_nothing(action):
    project = stories.awarded(action, "1000.00")

    for act in life_of(project):
        before = written()
        effect = effect_of(act)
        assert written() == before

        act(pressed())
        posted = list(Entry.objects.filter(seq__gt=effect.before.last.seq).order_by("seq"))
        assert [figure for _before, figure in effect.lines] == figures_of(project)
        assert [words_of(entry) for entry in effect.entries] == [words_of(one) for one in posted]


def figures_of(project):
    return list(Position(again(project)).figures.values())


def words_of(entry):
    return entry.kind, entry.amount, entry.split, entry.places, entry.closes_id


@pytest.mark.django_db
def test_a_refused_preview_writes_nothing(action):
    project = stories.running(action, "1000.00")
    before = written()

    with pytest.raises(DomainError):
        effect_of(partial(projects.change_contract, project, terms("10000.01")))

    assert written() == before


@pytest.mark.django_db
def test_a_press_that_was_carried_out_has_no_effect_left_to_show(action):
    project = stories.awarded(action, "1000.00")
    act = partial(projects.sign, project, terms("900.00"))
    press = pressed()
    act(press)
    before = written()

    assert projects.preview(act, press) is None
    assert written() == before


@pytest.mark.django_db
def test_the_same_press_is_free_after_its_preview(action):
    project = stories.awarded(action, "1000.00")
    act = partial(projects.sign, project, terms("900.00"))
    press = pressed(project)

    projects.preview(act, press)
    act(press)

    assert again(project).held == Decimal("900.00")


@pytest.mark.django_db
def test_others_work_elsewhere_disturbs_no_press_that_moves_nothing_of_it(action):
    project = stories.running(action, "1000.00")
    claim = stories.approved_claim(project, "400.00")
    press = pressed(project)
    stories.awarded(action, "500.00")

    projects.pay(claim, press, amount=Decimal("400.00"), document=PAPER)

    assert again(project).paid == Decimal("400.00")


@pytest.mark.django_db
def test_a_project_that_moved_is_stale_even_where_no_money_moves(action):
    project = stories.running(action, "1000.00")
    stories.paid(project, "1000.00")
    press = pressed(project)
    projects.change_contract(project, terms("1000.00"), pressed())

    with pytest.raises(Stale):
        projects.complete(project, press, **WHY)
    assert again(project).status == "running"


@pytest.mark.django_db
@pytest.mark.parametrize("seen", ["x", "{}", "null", "[]", "NaN", "[" * 5000, '{"held": {}}'])
def test_figures_that_were_tampered_with_are_stale(action, seen):
    project = stories.awarded(action, "1000.00")
    press = stories.factories.press(pressed().by, seen)

    with pytest.raises(Stale):
        projects.sign(project, terms("900.00"), press)
