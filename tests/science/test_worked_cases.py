"""training-science 3.6: the 43 worked cases of progression."""

from datetime import date
from decimal import Decimal

import pytest

from tests.science.gear import (
    CALF,
    DUMBBELL_RDL,
    LB_BAR,
    LOADED_LUNGE,
    LUNGE,
    SLED,
    SQUAT,
    SQUAT_LB,
    STACK,
    d,
    day,
    gist,
    sets,
)
from workouts.science.progression import Prescription, Session, WorkingSet, recommend
from workouts.science.progression.styles import per_side, steps
from workouts.science.progression.unit_switch import in_other_unit
from workouts.science.units import Unit
from workouts.science.volume import CountedSet, Group, count_sets

TOP = day(60, [10] * 4, 2)
MISS = day(70, [9, 8, 8, 7], [None, None, None, 0])


def walked(*counts: int) -> Session:
    """Body-weight lunges by their steps."""
    return day(0, [steps(count).reps for count in counts], 2)


# Number, prescription, history newest first, gap, action, weight (None: a dash).
CASES = [
    (1, SQUAT, [], None, "START", "20"),
    (2, SQUAT, [day(60, [10] * 4, [3, 2, 2, 2])], 3, "UP", "62.5"),
    (3, SQUAT, [day(60, [10, 10, 9, 8], [2, 2, 1, 1])], 3, "HOLD", "60"),
    (4, SQUAT, [day(60, [10] * 4, [1, 1, 0, 0])], 3, "HOLD", "60"),
    (5, SQUAT, [day(60, [10] * 4, 0), day(60, [10] * 4, 0)], 3, "UP", "62.5"),
    (6, SQUAT, [day(60, [10] * 4, 4)], 3, "UP", "65"),
    (7, SQUAT, [day(60, [8] * 4, 6)], 3, "UP", "62.5"),
    (8, SQUAT, [MISS], 3, "HOLD", "70"),
    (9, SQUAT, [MISS, MISS, MISS], 3, "RESET", "62.5"),
    (10, SQUAT, [day(80, [6, 5, 4, 4])], 3, "DOWN", "75"),
    (11, SQUAT, [day(60, [10, 10])], 3, "HOLD", "60"),
    (12, SQUAT, [Session(sets(60, [10, 10]) + sets(50, [10, 10]))], 3, "HOLD", "60"),
    (13, SQUAT, [TOP], 12, "HOLD", "60"),
    (14, SQUAT, [TOP], 20, "LAYOFF", "52.5"),
    (15, SQUAT, [day(100, [10] * 4, 2)], 40, "LAYOFF", "80"),
    (16, SQUAT, [day(100, [10] * 4, 2)], 130, "RESTART", "50"),
    (17, SQUAT, [day(20, [10] * 4, 2)], 3, "REPS", "20"),
    (18, SQUAT, [day(20, [13] * 4, 2)], 3, "UP", "22.5"),
    (19, SQUAT, [day(20, [10] * 4, 5)], 3, "UP", "22.5"),
    (20, SQUAT_LB, [day(135, [10] * 4, 2)], 3, "UP", "140"),
    (21, SQUAT, [day(60, [10] * 4)], 3, "UP", "62.5"),
    (22, SQUAT, [*[day(60, [9, 9, 8, 8], 2)] * 4, day(60, [9, 9, 9, 9], 2)], 3, "PLATEAU", "52.5"),
    (23, SLED, [day(100, [12] * 3, 2)], 3, "UP", "105"),
    (24, STACK, [day(50, [12] * 3, 2)], 3, "REPS", "50"),
    (25, STACK, [day(50, [17] * 3, 2)], 3, "UP", "60"),
    (26, STACK, [day(120, [12] * 3, 2)], 3, "UP", "130"),
    (27, LUNGE, [walked(20, 20, 20)], 3, "REPS", None),
    (28, LUNGE, [walked(20, 19, 18)], 3, "HOLD", "0"),
    (29, LUNGE, [walked(30, 30, 30)], 3, "ADDLOAD", None),
    (30, LOADED_LUNGE, [day(10, [10] * 3, 2)], 3, "UP", "12"),
    (31, DUMBBELL_RDL, [day(14, [10] * 4, 2)], 3, "REPS", "14"),
    (32, CALF, [day(60, [15] * 3, 1)], 3, "REPS", "60"),
    (33, CALF, [day(60, [19] * 3, 2)], 3, "REPS", "60"),
    (35, SQUAT, [TOP], 6, "UP", "62.5"),
    (36, SQUAT, [MISS, day(70, [9, 9]), MISS, MISS], 3, "RESET", "62.5"),
]

GOALS = [(3, 38), (17, 13), (24, 17), (27, 11), (29, 10), (31, 14), (32, 20), (33, 20)]

REASONS = {
    1: "Nothing logged yet: start with 20 kg, the lightest, and keep 3 or more reps in reserve.",
    2: "All four sets reached 10 at 60 kg with two to spare: 62.5 kg (+4.2 %).",
    3: "You did 37 reps in all with 60 kg: same again, one more rep in all.",
    4: "All four sets reached 10 at 60 kg with no rep to spare, less than you aim for: repeat it once.",
    6: "All four sets reached 10 at 60 kg with four to spare: two steps, 65 kg (+8.3 %).",
    7: "All four sets reached 8 at 60 kg with six to spare: 62.5 kg (+4.2 %).",
    8: "One set stayed at 7, below 8. Stay at 70 kg: this is miss 1 of 3.",
    9: "One set stayed at 7, below 8. That is miss 3 in a row at 70 kg: take 62.5 kg instead of 70 kg.",
    10: "Your sets were far below 8 reps at 80 kg: take 75 kg instead of 80 kg.",
    11: "You did 2 of 4 sets at 60 kg: repeat it. This does not count as a miss.",
    12: "Only 2 of 4 sets were at 60 kg, the others lighter: hold until all of them are.",
    13: "12 days since you did this one: stay with 60 kg this time.",
    14: "20 days since you did this one, more than 2 weeks: take 52.5 kg instead of 60 kg.",
    15: "40 days since you did this one, more than 4 weeks: take 80 kg instead of 100 kg.",
    16: "130 days since you did this one, more than 16 weeks: start again, take 50 kg instead of 100 kg.",
    17: "The next weight is 22.5 kg (+12.5 %): first reach 13 on every set at 20 kg.",
    18: "All four sets reached 13 at 20 kg with two to spare: you have earned the big step to 22.5 kg (+12.5 %).",
    21: "All four sets reached 10 at 60 kg: 62.5 kg (+4.2 %).",
    22: "No new best in 4 sessions at 60 kg: take 52.5 kg instead of 60 kg and rebuild, or change the variant.",
    27: "All three sets reached 10 per side (20 steps) with two to spare: 11 per side (22 steps) next time.",
    28: "One set stayed at 9, below 10 per side (20 steps). Stay at body weight: this is miss 1 of 3.",
    29: "All three sets reached 15 per side (30 steps) with two to spare, the most for body weight: add the lightest"
    " load and go back to 10 per side (20 steps).",
}


@pytest.mark.parametrize(
    ("prescription", "history", "gap", "action", "weight"),
    [pytest.param(*case[1:], id=f"case{case[0]}") for case in CASES],
)
def test_table_3_6(
    prescription: Prescription, history: list[Session], gap: int | None, action: str, weight: str | None
) -> None:
    advice = recommend(prescription, history, gap)
    assert (advice.action, advice.weight) == (action, None if weight is None else Decimal(weight))
    assert advice.reason


@pytest.mark.parametrize(("number", "goal"), GOALS)
def test_table_3_6_goals_in_reps(number: int, goal: int) -> None:
    _, prescription, history, gap, *_ = next(case for case in CASES if case[0] == number)
    assert recommend(prescription, history, gap).rep_goal == goal


@pytest.mark.parametrize(("number", "reason"), REASONS.items())
def test_table_3_6_reasons_in_words(number: int, reason: str) -> None:
    _, prescription, history, gap, *_ = next(case for case in CASES if case[0] == number)
    assert recommend(prescription, history, gap).reason == reason


@pytest.mark.parametrize("history", [[], [TOP]])
def test_case_34_pain_has_no_number(history: list[Session]) -> None:
    advice = recommend(SQUAT, history, 3, pain=True)
    assert (advice.action, advice.weight, advice.rep_goal, advice.reason_code) == ("PAIN", None, None, "pain")
    assert "see a professional if it lasts" in advice.reason


def test_case_37_a_known_set_gives_a_careful_start() -> None:
    advice = recommend(SQUAT, [], None, known=WorkingSet(d(100), 5, 0))
    assert gist(advice) == ("START", "75", 8)
    assert advice.reason == "You can do 100 kg for 5: start with 75 kg and keep 3 or more reps in reserve."


def test_case_38_a_switch_of_unit_floors_to_the_new_grid() -> None:
    advice = recommend(SQUAT, [day(60, [10, 10, 9, 8], 2)], 3)
    switched = in_other_unit(advice, Unit.KG, Unit.LB, LB_BAR)
    assert gist(switched)[:2] == ("HOLD", "130")
    assert switched.reason.endswith("one more rep in all. 60 kg becomes 130 lb.")


def test_case_39_the_weaker_side_counts_and_is_named() -> None:
    count = per_side(None, left=10, right=8)
    weak = WorkingSet(d(0), count.reps, 2, count.weaker)
    advice = recommend(LUNGE, [Session((weak, *sets(0, [10, 10], 2)))], 3)
    assert (*gist(advice), advice.reason_code) == ("HOLD", "0", 10, "miss")
    assert advice.reason.startswith("Your right side stayed at 8, below 10 per side (20 steps).")


def test_case_40_extra_sets_count_for_volume_only() -> None:
    advice = recommend(SQUAT, [day(60, [10, 10, 10, 10, 3], 2)], 3)
    assert (advice.action, advice.weight) == ("UP", Decimal("62.5"))
    quads = {Group.QUADRICEPS: d(1)}
    counted = [CountedSet(date(2025, 11, 10), reps, quads) for reps in (10, 10, 10, 10, 3)]
    assert count_sets(counted).groups[Group.QUADRICEPS] == 5


def test_case_41_no_rep_is_a_miss_and_no_set_is_a_session_cut_short() -> None:
    assert recommend(SQUAT, [day(60, [10, 10, 10, 0])], 3).reason_code == "miss"
    assert recommend(SQUAT, [day(60, [10, 10, 10])], 3).reason_code == "cut_short"


def test_case_42_a_deload_is_left_out_and_the_gap_counts_from_it() -> None:
    # The caller leaves the deload session out of the history; 20 days since TOP, 4 since the deload.
    assert recommend(SQUAT, [TOP], 4).action == "UP"


def test_case_43_a_weight_off_the_grid_is_repeated_as_typed_and_left_upwards() -> None:
    assert recommend(SQUAT, [day(61, [10, 9, 9, 8], 2)], 3).weight == 61
    assert recommend(SQUAT, [day(61, [10] * 4, 2)], 3).weight == Decimal("62.5")
