"""The lifter's own equipment decides what is suggested: grids, plates per side, units; every weight can be loaded."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.coach.histories import did, target
from workouts.accounts import actions
from workouts.accounts.models import Gear, User
from workouts.catalogue.models import Exercise
from workouts.coach.queries import Kit, gym_of
from workouts.coach.queries.loading import loaded
from workouts.routines.models import Routine
from workouts.science.grids import contains
from workouts.science.plates import Plate, Stock
from workouts.science.progression import Prescription, Session, WorkingSet, recommend
from workouts.science.units import Unit

SQUAT = "barbell-squat"


def own(user: User, kind: str, *, usual: bool = True, exercise: str = "", **fields: Any) -> Gear:
    thing = Gear(owner=user, kind=kind, **{"name": kind, "unit": "kg", **fields})
    actions.save_gear(by=user, thing=thing, usual=usual)
    if exercise:
        actions.choose_gear(by=user, exercise=Exercise.objects.get(slug=exercise).pk, thing=thing)
    return thing


def kit(user: User, slug: str) -> Kit:
    return gym_of(user).kit(Exercise.objects.get(slug=slug))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "fields", "slug", "grid"),
    [
        ("bar", {"weight": 15}, SQUAT, "15 17.5 20 477.5"),
        ("sled", {"weight": "47.5"}, "leg-press", "47.5 50 52.5 510"),
        ("stack", {"start": 5, "step": 10, "top": 95, "add_on": "2.5"}, "calf-raise", "5 7.5 15 97.5"),
        ("stack", {"listed": "4 9 15"}, "calf-raise", "4 9 15 15"),
        ("dumbbells", {"start": 2, "step": 2, "top": 30}, "walking-lunge", "2 4 6 30"),
    ],
)
def test_the_grid_is_that_of_her_thing(  # noqa: PLR0917  # a table's columns
    owner: User, content: None, kind: str, fields: dict[str, Any], slug: str, grid: str
) -> None:
    """The three lightest and the heaviest."""
    own(owner, kind, **fields)
    found = kit(owner, slug).grid(Unit.KG)
    assert [*found[:3], found[-1]] == [Decimal(each) for each in grid.split()]


@pytest.mark.django_db
def test_a_thing_that_is_not_the_usual_one_is_for_its_exercise_alone(owner: User, leg_day: Routine) -> None:
    own(owner, "bar", weight=25, usual=False, exercise="romanian-deadlift")
    assert kit(owner, "romanian-deadlift").grid(Unit.KG)[0] == 25
    assert kit(owner, SQUAT).grid(Unit.KG)[0] == 20


@pytest.mark.django_db
def test_dumbbells_for_a_barbell_exercise_are_per_hand(owner: User, leg_day: Routine) -> None:
    own(owner, "dumbbells", listed="10 14 20", usual=False, exercise="romanian-deadlift")
    hinge = target(owner, "romanian-deadlift")
    assert (hinge.weight_text, hinge.per_hand, hinge.plates) == ("10", True, None)


@pytest.mark.django_db
def test_her_plates_decide_what_can_be_loaded(owner: User, leg_day: Routine) -> None:
    did(owner, SQUAT, "60", 10, 10, 10, 10)
    actions.save_plates(by=owner, unit=Unit.KG, pairs={Decimal(20): 1, Decimal(5): 1})
    squat = target(owner, SQUAT)
    assert (squat.weight_text, squat.headline) == ("60", "Reps before weight."), "70 kg is the next: a coarse step"
    assert squat.plates is not None
    assert (squat.plates.sum, squat.plates.caption) == ("20", "a side, 20 kg bar")


@pytest.mark.django_db
def test_a_weight_that_stays_and_cannot_be_loaded_says_so(owner: User, leg_day: Routine) -> None:
    did(owner, SQUAT, "61", 10, 9, 9, 8)
    squat = target(owner, SQUAT)
    assert (squat.weight_text, squat.plates) == ("61", None)
    assert squat.not_loadable == "61 kg cannot be loaded: 60 or 62.5 kg can."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("weight", "words"),
    [
        ("60", ""),
        ("12", "12 kg is below the lightest you can load: 20 kg is, or take something else."),
        ("900", "900 kg is more than you can load: 482.5 kg is the most."),
    ],
)
def test_what_can_be_loaded_instead(owner: User, leg_day: Routine, weight: str, words: str) -> None:
    assert target(owner, SQUAT).instead_of(Decimal(weight), Unit.KG) == words


@pytest.mark.django_db
def test_nothing_is_said_of_equipment_that_nobody_knows(owner: User, leg_day: Routine) -> None:
    assert target(owner, "calf-raise").instead_of(Decimal(61), Unit.KG) == ""
    assert target(owner, SQUAT).instead_of(Decimal(61), Unit.LB) != ""


@pytest.mark.django_db
def test_another_unit_never_raises_the_load(owner: User, leg_day: Routine) -> None:
    """Case 38: 60 kg are 132.28 lb, and on pounds 130."""
    did(owner, SQUAT, "60", 10, 9, 9, 8)
    own(owner, "bar", weight=45, unit="lb")
    squat = target(owner, SQUAT)
    assert (squat.weight_text, squat.unit) == ("130", Unit.LB)
    assert squat.reason.endswith("60 kg becomes 130 lb.")


@pytest.mark.django_db
def test_a_bar_heavier_than_her_weight_leaves_no_number(owner: User, leg_day: Routine) -> None:
    did(owner, SQUAT, "20", 10, 9, 9, 8)
    own(owner, "bar", weight=45, unit="lb")
    squat = target(owner, SQUAT)
    assert squat.weight is None
    assert squat.reason.endswith("In lb, even the lightest, 45 lb, is more than 20 kg.")


@pytest.mark.django_db
def test_deleted_equipment_leaves_the_usual(owner: User, leg_day: Routine) -> None:
    bar = own(owner, "bar", weight=25, exercise=SQUAT)
    assert target(owner, SQUAT).weight_text == "25"
    actions.delete_gear(by=owner, thing=bar)
    assert target(owner, SQUAT).weight_text == "20"


@pytest.mark.django_db
def test_the_warm_up_is_full_for_the_first_loaded_exercise_alone(owner: User, leg_day: Routine) -> None:
    for slug, weight, reps in (
        (SQUAT, "100", (9, 9, 9, 8)), ("romanian-deadlift", "80", (9, 9, 9, 8)), ("leg-press", "100", (11, 11, 10)),
        ("walking-lunge", "10", (20, 20, 19)), ("calf-raise", "60", (13, 13, 12)),
    ):  # fmt: skip
        did(owner, slug, weight, *reps)
    ramps = {
        slug: [f"{each.weight_text}x{each.reps}" for each in target(owner, slug).warm_up]
        for slug in (SQUAT, "romanian-deadlift", "leg-press", "walking-lunge", "calf-raise")
    }
    assert ramps == {
        SQUAT: ["20x8", "50x5", "75x3"],
        "romanian-deadlift": ["47.5x5"],
        "leg-press": ["50x8", "75x4"],
        "walking-lunge": ["0x10"],
        "calf-raise": ["30x10"],
    }
    assert [each.plates.sum for each in target(owner, SQUAT).warm_up if each.plates] == ["", "15", "25 + 2.5"]


@pytest.mark.django_db
def test_today_costs_ten_statements_at_most_whatever_she_has_and_what_hurts(
    owner: User, as_owner: Client, leg_day: Routine
) -> None:
    own(owner, "bar", weight=20, exercise=SQUAT)
    actions.save_plates(by=owner, unit=Unit.KG, pairs={Decimal(20): 2})
    did(owner, SQUAT, "60", 10, flags={"pain": True})
    as_owner.get("/today/")
    with CaptureQueriesContext(connection) as seen:
        as_owner.get("/today/")
    assert len(seen) <= 10


sizes = st.sampled_from(["25", "20", "15", "10", "5", "2.5", "1.25", "0.5"])
stocks = st.builds(
    lambda bar, pairs: Stock(
        Decimal(bar), Unit.KG, tuple(Plate(Decimal(size), Unit.KG, count) for size, count in pairs.items())
    ),
    st.sampled_from(["0", "15", "20", "47.5"]),
    st.dictionaries(sizes, st.integers(1, 3), min_size=1, max_size=5),
)
sets = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 15)), min_size=1, max_size=5)
STAYS = {"HOLD", "REPS", "MAXED"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stock=stocks, history=st.lists(sets, max_size=6), gap=st.integers(0, 130))
def test_every_suggested_weight_can_be_loaded_with_her_plates(
    stock: Stock, history: list[list[tuple[int, int]]], gap: int
) -> None:
    """A weight that stays is repeated as it was typed; any other hangs on her bar, and the plates say how."""
    exercise = Exercise(load_type="barbell", step_kg=Decimal("2.5"))
    thing = Gear(kind="bar", weight=stock.bar, unit="kg", name="b")
    kit = Kit(exercise, thing, {Unit.KG: stock.plates})
    grid = kit.grid(Unit.KG)
    sessions = [Session(tuple(WorkingSet(Decimal(w) * 5 / 2, reps) for w, reps in day)) for day in history]
    advice = recommend(Prescription(4, 8, 10, grid, normal_step=Decimal("2.5")), sessions, gap if history else None)
    if advice.weight is None or advice.action.value in STAYS:
        return
    assert contains(grid, advice.weight)
    hung = loaded(advice.weight, Unit.KG, kit.stock(Unit.KG))
    assert hung is not None
    assert stock.bar + 2 * sum(Decimal(plate.text) for plate in hung.plates) == advice.weight
