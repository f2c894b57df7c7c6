"""training-science 3.4, 3.5, 6.3: first-session calibration, sides and steps, timed sets, a switch of unit."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.science.gear import KG_BAR, LB_BAR, LUNGE, SQUAT, STACK, d, day, gist
from workouts.science.progression import Advice, Prescription, WorkingSet, recommend
from workouts.science.progression.calibration import next_set
from workouts.science.progression.model import Action
from workouts.science.progression.styles import SideCount, next_seconds, per_side, steps
from workouts.science.progression.unit_switch import in_other_unit
from workouts.science.units import Unit


@pytest.mark.parametrize(
    ("prescription", "weight", "reps", "rir", "following"),
    [
        (SQUAT, "20", 10, 5, "22.5"),
        (SQUAT, "60", 10, 5, "65"),
        (SQUAT, "60", 10, 6, "65"),
        (SQUAT, "60", 10, "4.5", "60"),
        (SQUAT, "60", 10, None, "60"),
        (SQUAT, "60", 7, None, "57.5"),
        (SQUAT, "60", 8, 0, "60"),
        (SQUAT, "20", 3, 0, "20"),
        (SQUAT, "60", 7, 6, "65"),
        (SQUAT, "61", 7, 0, "60"),
        (STACK, "200", 12, 8, "200"),
        (LUNGE, "0", 30, 8, "0"),
        (LUNGE, "0", 3, 0, "0"),
    ],
)
def test_the_next_set_of_a_first_session(
    prescription: Prescription, weight: str, reps: int, rir: str | int | None, following: str
) -> None:
    done = WorkingSet(d(weight), reps, None if rir is None else Decimal(rir))
    assert next_set(prescription, done) == d(following)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ((10, None, None), SideCount(10)),
        ((None, 10, 8), SideCount(8, "right")),
        ((None, 8, 10), SideCount(8, "left")),
        ((None, 9, 9), SideCount(9)),
        ((12, 10, 9), SideCount(9, "right")),
        ((12, 10, None), SideCount(12)),
        ((12, None, 10), SideCount(12)),
        ((None, 0, 5), SideCount(0, "left")),
    ],
)
def test_sides(given: tuple[int | None, int | None, int | None], count: SideCount) -> None:
    assert per_side(*given) == count


@pytest.mark.parametrize("given", [(None, None, None), (None, 5, None), (None, None, 5)])
def test_sides_need_a_number(given: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"^per-side work needs both sides, or one number for both"):
        per_side(*given)


def test_steps_are_two_to_the_repetition() -> None:
    assert [steps(count).reps for count in (20, 19, 18, 1, 0)] == [10, 9, 9, 0, 0]
    assert steps(20, left=10, right=8) == SideCount(8, "right")
    assert steps(None, 9, 10) == SideCount(9, "left")


@pytest.mark.parametrize(("held", "goal"), [(0, 5), (30, 35), (57, 60), (59, 60), (60, None), (90, None)])
def test_seconds_grow_by_five_up_to_sixty(held: int, goal: int | None) -> None:
    assert next_seconds(held) == goal


def advice(weight: str | None) -> Advice:
    return Advice(Action.HOLD, None if weight is None else d(weight), 8, "miss", "As it is.")


def test_a_switch_of_unit_floors() -> None:
    assert in_other_unit(advice("60"), Unit.KG, Unit.LB, LB_BAR).weight == 130
    assert in_other_unit(advice("135"), Unit.LB, Unit.KG, KG_BAR) == replace(
        advice("60"), reason="As it is. 135 lb becomes 60 kg."
    )


def test_a_switch_to_a_bar_that_is_heavier_gives_no_weight() -> None:
    switched = in_other_unit(advice("20"), Unit.KG, Unit.LB, LB_BAR)
    assert switched.weight is None
    assert switched.reason == "As it is. In lb, even the lightest, 45 lb, is more than 20 kg."
    assert in_other_unit(advice("45"), Unit.LB, Unit.KG, KG_BAR).weight == 20


def test_the_lightest_itself_is_no_rise() -> None:
    grid = (d("0.45359237"), d(1))
    assert in_other_unit(advice("1"), Unit.LB, Unit.KG, grid).weight == d("0.45359237")


def test_without_a_switch_nothing_changes() -> None:
    same = recommend(SQUAT, [day(61, [9] * 4, 2)], 3)
    assert in_other_unit(same, Unit.KG, Unit.KG, KG_BAR) is same
    pain = recommend(SQUAT, [], 3, pain=True)
    assert in_other_unit(pain, Unit.KG, Unit.LB, LB_BAR) is pain


@pytest.mark.parametrize(
    ("known", "weight"),
    [
        (WorkingSet(d(100), 5, 0), "75"),
        (WorkingSet(d(100), 1, 0), "62.5"),
        (WorkingSet(d(60), 10, None), "50"),
        (WorkingSet(d(20), 3, 0), "20"),
        (WorkingSet(d(100), 13, 0), "20"),
        (WorkingSet(d(100), 5, 6), "20"),
        (WorkingSet(d(0), 5, 0), "20"),
    ],
)
def test_a_known_set_to_start_from(known: WorkingSet, weight: str) -> None:
    found = recommend(SQUAT, [], None, known=known)
    assert (found.action, found.weight) == ("START", d(weight))


def test_a_start_of_singles_has_no_exception() -> None:
    single = replace(SQUAT, low=1, high=1, target_rir=0)
    # 0.9 * 100 / (1 + 1/30) = 87.097, and not 90.
    assert recommend(single, [], None, known=WorkingSet(d(100), 1, 0)).weight == 85


def test_a_known_set_is_for_the_start_only() -> None:
    assert recommend(SQUAT, [day(60, [10] * 4, 2)], 3, known=WorkingSet(d(200), 5, 0)).weight == d("62.5")


def test_a_start_without_load() -> None:
    found = recommend(LUNGE, [], None, known=WorkingSet(d(20), 5, 0))
    assert (*gist(found), found.reason_code) == ("START", "0", 10, "start_bodyweight")
