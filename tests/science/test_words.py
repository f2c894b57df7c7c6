"""The reasons as sentences: plain words, and only what the log shows (training-science 4.3)."""

from dataclasses import replace

import pytest

from tests.science.gear import LUNGE, SQUAT, STACK, Rir, day
from workouts.science.progression import Prescription, Session, recommend
from workouts.science.progression.words import TEXTS

NO_UNIT = replace(SQUAT, unit=None)
ONE_SET = replace(SQUAT, sets=1)
MANY_SETS = replace(SQUAT, sets=11)
PER_SIDE = replace(SQUAT, style="per_side")

SPARE: list[tuple[Rir, str]] = [
    (None, ""),
    (2, " with two to spare"),
    (1, " with one to spare"),
    ("1.5", " with 1.5 to spare"),
]


def reason(prescription: Prescription, *history: Session) -> str:
    return recommend(prescription, history, 3).reason


@pytest.mark.parametrize(("rir", "spare"), SPARE)
def test_what_was_kept_in_reserve(rir: Rir, spare: str) -> None:
    assert reason(SQUAT, day(60, [10] * 4, rir)) == f"All four sets reached 10 at 60 kg{spare}: 62.5 kg (+4.2 %)."


def test_numbers_above_ten_are_figures() -> None:
    assert reason(MANY_SETS, day(60, [10] * 11, 2)).startswith("All 11 sets reached 10 at 60 kg with two")
    assert reason(replace(SQUAT, sets=10), day(60, [10] * 10)).startswith("All ten sets reached")


def test_a_single_set() -> None:
    assert reason(ONE_SET, day(60, [11], 2)).startswith("Your set reached 11 at 60 kg with two to spare: 62.5 kg")
    assert reason(replace(SQUAT, sets=2), day(60, [11] * 2)).startswith("All two sets reached 11 at 60 kg: ")


def test_without_a_unit_the_number_stands_alone() -> None:
    assert reason(NO_UNIT, day("62.50", [10] * 4)) == "All four sets reached 10 at 62.5: 65 (+4 %)."


def test_per_side_is_said_and_steps_only_for_steps() -> None:
    assert reason(PER_SIDE, day(60, [10] * 4)) == "All four sets reached 10 per side at 60 kg: 62.5 kg (+4.2 %)."
    assert "(22 steps)" in reason(LUNGE, day(0, [10] * 3))


def test_the_percentage_is_rounded_half_up() -> None:
    grid = tuple(SQUAT.grid[0] * 40 + step for step in (0, 33))
    plain = Prescription(4, 8, 10, grid)
    # 33 / 800 = 4.125 %, and 34 / 800 = 4.25 %.
    assert "(+4.1 %)" in reason(plain, day(800, [10] * 4))
    assert "(+4.3 %)" in reason(replace(plain, grid=(grid[0], grid[0] + 34)), day(800, [10] * 4))


def test_nothing_heavier() -> None:
    assert reason(STACK, day(200, [12, 12, 12])) == (
        "All three sets reached 12 at 200 kg, and no further step can be loaded:"
        " do more reps, lower more slowly, or pick a harder variant."
    )


def test_a_hard_top_with_half_a_rep_left() -> None:
    assert "with 0.5 to spare, less than you aim for" in reason(SQUAT, day(60, [10] * 4, "0.5"))


@pytest.mark.parametrize("claim", ["optimal", "injur", "overtrain", "tone", "lost", "calor", "!"])
def test_no_sentence_claims_what_it_must_not(claim: str) -> None:
    assert not [code for code, text in TEXTS.items() if claim in text.lower()]
