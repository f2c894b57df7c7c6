"""training-science 3.5, the rules' edges: days off, misses, decreases, body weight."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.science.gear import LUNGE, SQUAT, STACK, d, day, gist, sets
from workouts.science.progression import Prescription, Session, recommend

MISS = day(70, [8, 8, 8, 7], 1)
BIGMISS = day(70, [4, 4, 4, 4], 0)
IN_RANGE = day(70, [9, 9, 8, 8], 2)


def squat(*history: Session, gap: int = 3) -> tuple[str, str | None, int | None]:
    return gist(recommend(SQUAT, history, gap))


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (0, ("UP", "102.5", 8)),
        (10, ("UP", "102.5", 8)),
        (11, ("HOLD", "100", 8)),
        (14, ("HOLD", "100", 8)),
        (15, ("LAYOFF", "90", 8)),
        (28, ("LAYOFF", "90", 8)),
        (29, ("LAYOFF", "80", 8)),
        (56, ("LAYOFF", "80", 8)),
        (57, ("LAYOFF", "70", 8)),
        (112, ("LAYOFF", "70", 8)),
        (113, ("RESTART", "50", 8)),
    ],
)
def test_days_off(gap: int, expected: tuple[str, str, int]) -> None:
    assert squat(day(100, [10] * 4, 2), gap=gap) == expected


def test_days_off_come_before_the_classes() -> None:
    assert squat(BIGMISS, gap=12) == ("HOLD", "70", 8)
    assert squat(MISS, MISS, MISS, gap=20) == ("LAYOFF", "62.5", 8)


def test_an_unknown_gap_is_no_gap() -> None:
    assert recommend(SQUAT, [MISS], None).action == "HOLD"


@pytest.mark.parametrize(
    ("before", "action"),
    [
        (day(60, [10] * 4, 2), "UP"),
        (day(60, [10] * 4, 4), "UP"),
        (day(60, [10] * 4, 0), "UP"),
        (day(60, [10] * 4, None), "UP"),
        (day(60, [10] * 4, 6), "HOLD"),
        (day("57.5", [10] * 4, 0), "HOLD"),
        (day(60, [9] * 4, 0), "HOLD"),
        (day(60, [10] * 2, 0), "HOLD"),
    ],
)
def test_a_hard_top_holds_once(before: Session, action: str) -> None:
    assert recommend(SQUAT, [day(60, [10] * 4, 0), before], 3).action == action


def test_a_hard_top_holds_with_the_top_as_goal_and_looks_one_session_back() -> None:
    hard = day(60, [10] * 4, 0)
    assert squat(hard) == ("HOLD", "60", 10)
    assert squat(hard, day(60, [9] * 4, 0), hard) == ("HOLD", "60", 10)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([MISS, MISS], ("HOLD", "70", 8)),
        ([MISS, BIGMISS, MISS], ("RESET", "62.5", 8)),
        ([MISS, MISS, MISS, MISS], ("RESET", "62.5", 8)),
        ([BIGMISS, MISS, MISS], ("DOWN", "65", 8)),
        ([MISS, MISS, IN_RANGE, MISS], ("HOLD", "70", 8)),
        ([MISS, MISS, day("67.5", [7] * 4)], ("HOLD", "70", 8)),
        ([MISS, day(70, [8]), MISS, day(70, [8, 8]), MISS], ("RESET", "62.5", 8)),
        ([MISS, MISS, day(65, [8, 8]), MISS], ("HOLD", "70", 8)),
        ([MISS, MISS, Session(sets(70, [8] * 3) + sets(60, [8])), MISS], ("HOLD", "70", 8)),
    ],
)
def test_three_misses_in_a_row(history: list[Session], expected: tuple[str, str, int]) -> None:
    assert squat(*history) == expected


def test_a_decrease_is_at_least_one_grid_value_and_ends_at_the_lightest() -> None:
    assert squat(day(25, [4] * 4)) == ("DOWN", "22.5", 8)
    assert squat(day(20, [4] * 4)) == ("DOWN", "20", 8)
    assert squat(day("22.5", [4] * 4)) == ("DOWN", "20", 8)
    assert squat(day(61, [4] * 4)) == ("DOWN", "57.5", 8)
    assert squat(day(15, [4] * 4)) == ("DOWN", "20", 8)
    advice = recommend(SQUAT, [day(20, [4] * 4)], 3)
    assert advice.reason == "Your sets were far below 8 reps at 20 kg: take 20 kg, the lightest there is."
    assert gist(recommend(STACK, [day(50, [3] * 3)], 3)) == ("DOWN", "40", 10)


@pytest.mark.parametrize(
    ("reps", "rir", "expected"),
    [
        ([10, 10, 10], 6, ("REPS", None, 11)),
        ([14, 14, 15], 2, ("REPS", None, 15)),
        ([15, 15, 15], None, ("ADDLOAD", None, 10)),
        ([9, 9, 9], 2, ("HOLD", "0", 10)),
        ([5, 5, 5], 2, ("DOWN", "0", 10)),
        ([10, 10], 2, ("HOLD", "0", 10)),
        ([10, 10, 10], 0, ("HOLD", "0", 10)),
    ],
)
def test_body_weight(reps: list[int], rir: int | None, expected: tuple[str, str | None, int]) -> None:
    assert gist(recommend(LUNGE, [day(0, reps, rir)], 3)) == expected


def test_body_weight_reductions_leave_nothing_and_the_low_end() -> None:
    missed = day(0, [9, 9, 9])
    assert gist(recommend(LUNGE, [missed] * 3, 3)) == ("RESET", "0", 10)
    assert gist(recommend(LUNGE, [missed], 30)) == ("LAYOFF", "0", 10)
    assert gist(recommend(LUNGE, [missed], 300)) == ("RESTART", "0", 10)
    assert gist(recommend(LUNGE, [missed], 12)) == ("HOLD", "0", 10)
    assert recommend(LUNGE, [missed], 30).reason.endswith("go back to 10 per side (20 steps).")


def test_body_weight_with_a_range_and_the_usual_ceiling() -> None:
    split = replace(LUNGE, low=8, high=12, rep_ceiling=None, style="per_side")
    assert gist(recommend(split, [day(0, [12, 11, 10], 2)], 3)) == ("HOLD", "0", 34)
    assert gist(recommend(split, [day(0, [9, 9, 8], 6)], 3)) == ("REPS", None, 9)
    assert gist(recommend(split, [day(0, [15, 15, 15], 2)], 3)) == ("ADDLOAD", None, 8)
    assert gist(recommend(split, [day(0, [14, 15, 15], 2)], 3)) == ("REPS", None, 15)
    stale = [day(0, [10, 10, 10], 2)] * 5
    assert gist(recommend(split, stale, 3)) == ("PLATEAU", "0", 8)
    assert gist(recommend(replace(split, rep_ceiling=20), [day(0, [15] * 3, 2)], 3)) == ("REPS", None, 16)


def test_the_least_prescription_is_one_set_of_one() -> None:
    single = Prescription(1, 1, 1, (d(20), d(22)))
    assert gist(recommend(single, [day(20, [1], 2)], 3)) == ("UP", "22", 1)
    assert gist(recommend(single, [day(20, [0], 2)], 3)) == ("HOLD", "20", 1)


@pytest.mark.parametrize("wrong", [{"sets": 0}, {"low": 0}, {"low": 11}, {"grid": ()}])
def test_impossible_prescriptions_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"^(a prescription needs a set|an exercise with load needs a grid)"):
        Prescription(**{"sets": 4, "low": 8, "high": 10, "grid": (Decimal(20),)} | wrong)  # type: ignore[arg-type]


class Counted:
    """A history that counts how far anybody has looked."""

    def __init__(self, sessions: list[Session]) -> None:
        self.sessions, self.seen = sessions, 0

    def __iter__(self) -> Iterator[Session]:
        for number, session in enumerate(self.sessions, start=1):
            self.seen = max(self.seen, number)
            yield session


STALE = [IN_RANGE] * 5
RISEN = day(70, [10] * 4, 2)


@pytest.mark.parametrize(
    ("history", "code", "seen"),
    [
        ([RISEN, IN_RANGE, MISS], "rise", 1),
        ([day(70, [10] * 4, 0), RISEN, MISS], "rise", 2),
        ([MISS, MISS, RISEN, MISS], "miss", 3),
        ([IN_RANGE, RISEN, *STALE], "in_range", 2),
        ([*STALE, RISEN] * 3 + [MISS], "plateau_variant", 18),
        ([*STALE, RISEN] * 4, "plateau_variant", 18),
        ([*STALE, RISEN] * 2 + [MISS], "plateau", 13),
    ],
)
def test_no_more_of_the_history_is_looked_at_than_decides(history: list[Session], code: str, seen: int) -> None:
    counted = Counted(history)
    assert (recommend(SQUAT, counted, 3).reason_code, counted.seen) == (code, seen)
