"""Every reason with its numbers: the English sentence, and the facts that another language makes its own from."""

from dataclasses import dataclass, replace

import pytest

from tests.science.gear import COARSE, LUNGE, SLED, SQUAT, STACK, d, day, sets
from workouts.science.progression import Action, Advice, Facts, Prescription, Session, WorkingSet, recommend
from workouts.science.progression.words import TEXTS

PER_SIDE = replace(LUNGE, style="per_side", low=8, high=12)
MISS = day(70, [9, 8, 8, 7], [3, 2, 1, 0])
TOP = day(60, [10, 10, 11, 10], [3, 2, 2, 2])
RANGE = day(60, [9, 9, 8, 8], 2)
WALKED = day(0, [10, 10, 10], 2)


@dataclass(frozen=True)
class Case:
    """A history (newest first), and what is said of it. `seen` are the facts that differ from those of no history."""

    code: str
    prescription: Prescription
    history: list[Session]
    said: str
    seen: Facts
    gap: int = 3

    @property
    def advice(self) -> Advice:
        return recommend(self.prescription, self.history, self.gap)


# Facts of the newest session, as most cases have them.
MISSED = Facts(weight=d(70), judged=4, asked=4, fewest=7, total=32, spare=0)
TOPPED = Facts(weight=d(60), judged=4, asked=4, fewest=10, total=41, spare=2)
RANGED = Facts(weight=d(60), judged=4, asked=4, fewest=8, total=34, spare=2)
STEPPED = Facts(weight=d(0), judged=3, asked=3, fewest=10, total=30, spare=2)

CASES = [
    Case(
        "layoff_over_2_weeks",
        SQUAT,
        [TOP],
        "15 days since you did this one, more than 2 weeks: take 52.5 kg instead of 60 kg.",
        replace(TOPPED, gap=15),
        gap=15,
    ),
    Case(
        "layoff_over_4_weeks",
        SQUAT,
        [TOP],
        "29 days since you did this one, more than 4 weeks: take 47.5 kg instead of 60 kg.",
        replace(TOPPED, gap=29),
        gap=29,
    ),
    Case(
        "layoff_over_8_weeks",
        SQUAT,
        [TOP],
        "57 days since you did this one, more than 8 weeks: take 40 kg instead of 60 kg.",
        replace(TOPPED, gap=57),
        gap=57,
    ),
    Case(
        "restart_over_16_weeks",
        SQUAT,
        [TOP],
        "113 days since you did this one, more than 16 weeks: start again, take 30 kg instead of 60 kg.",
        replace(TOPPED, gap=113),
        gap=113,
    ),
    Case(
        "gap_hold",
        SQUAT,
        [TOP],
        "12 days since you did this one: stay with 60 kg this time.",
        replace(TOPPED, gap=12),
        gap=12,
    ),
    Case(
        "big_miss",
        SQUAT,
        [day(80, [6, 5, 4, 4], [1, 1, 0, 0])],
        "Your sets were far below 8 reps at 80 kg: take 75 kg instead of 80 kg.",
        Facts(weight=d(80), judged=4, asked=4, fewest=4, total=19, spare=0),
    ),
    Case(
        "miss",
        SQUAT,
        [MISS],
        "One set stayed at 7, below 8. Stay at 70 kg: this is miss 1 of 3.",
        replace(MISSED, misses=1),
    ),
    Case(
        "miss",
        SQUAT,
        [MISS, MISS],
        "One set stayed at 7, below 8. Stay at 70 kg: this is miss 2 of 3.",
        replace(MISSED, misses=2),
    ),
    Case(
        "three_misses",
        SQUAT,
        [MISS] * 4,
        "One set stayed at 7, below 8. That is miss 4 in a row at 70 kg: take 62.5 kg instead of 70 kg.",
        replace(MISSED, misses=4),
    ),
    Case(
        "cut_short",
        SQUAT,
        [day(60, [10, 9, 9], 1)],
        "You did 3 of 4 sets at 60 kg: repeat it. This does not count as a miss.",
        Facts(weight=d(60), judged=3, asked=4, fewest=9, total=28, spare=1),
    ),
    Case(
        "back_off_sets",
        SQUAT,
        [Session(sets(60, [10, 10, 9], 2) + sets(50, [12], 4))],
        "Only 3 of 4 sets were at 60 kg, the others lighter: hold until all of them are.",
        Facts(weight=d(60), judged=3, asked=4, fewest=9, total=29, spare=2),
    ),
    Case(
        "top_no_reserve",
        SQUAT,
        [day(60, [10] * 4, [1, 1, 0, 0])],
        "All four sets reached 10 at 60 kg with no rep to spare, less than you aim for: repeat it once.",
        Facts(weight=d(60), judged=4, asked=4, fewest=10, total=40, spare=0),
    ),
    Case("rise", SQUAT, [TOP], "All four sets reached 10 at 60 kg with two to spare: 62.5 kg (+4.2 %).", TOPPED),
    Case(
        "rise_two_steps",
        SQUAT,
        [day(60, [10] * 4, [6, 5, 4, 5])],
        "All four sets reached 10 at 60 kg with four to spare: two steps, 65 kg (+8.3 %).",
        Facts(weight=d(60), judged=4, asked=4, fewest=10, total=40, spare=4),
    ),
    Case(
        "rise_coarse",
        SQUAT,
        [day(20, [13] * 4)],
        "All four sets reached 13 at 20 kg: you have earned the big step to 22.5 kg (+12.5 %).",
        Facts(weight=d(20), judged=4, asked=4, fewest=13, total=52),
    ),
    Case(
        "reps_before_step",
        SQUAT,
        [day(20, [10] * 4, 2)],
        "The next weight is 22.5 kg (+12.5 %): first reach 13 on every set at 20 kg.",
        Facts(weight=d(20), judged=4, asked=4, fewest=10, total=40, spare=2, heavier=d("22.5")),
    ),
    Case(
        "reps_before_step",
        COARSE,
        [day(20, [8] * 3)],
        "The next weight is 40 kg (+100 %): first reach 13 on every set at 20 kg.",
        Facts(weight=d(20), judged=3, asked=3, fewest=8, total=24, heavier=d(40)),
    ),
    Case(
        "first_load",
        SLED,
        [day(0, [12, 13, 12], 3)],
        "All three sets reached 12 at 0 kg with three to spare: add the first weight, 5 kg.",
        Facts(weight=d(0), judged=3, asked=3, fewest=12, total=37, spare=3),
    ),
    Case(
        "maxed",
        STACK,
        [day(200, [12, 12, 13], 1)],
        "All three sets reached 12 at 200 kg with one to spare, and no further step can be loaded:"
        " do more reps, lower more slowly, or pick a harder variant.",
        Facts(weight=d(200), judged=3, asked=3, fewest=12, total=37, spare=1),
    ),
    Case(
        "bodyweight_rep",
        LUNGE,
        [WALKED],
        "All three sets reached 10 per side (20 steps) with two to spare: 11 per side (22 steps) next time.",
        STEPPED,
    ),
    Case(
        "rep_ceiling",
        PER_SIDE,
        [day(0, [15, 16, 15])],
        "All three sets reached 15 per side, the most for body weight:"
        " add the lightest load and go back to 8 per side.",
        Facts(weight=d(0), judged=3, asked=3, fewest=15, total=46),
    ),
    Case("in_range", SQUAT, [RANGE], "You did 34 reps in all with 60 kg: same again, one more rep in all.", RANGED),
    Case(
        "in_range",
        PER_SIDE,
        [day(0, [10, 9, 9])],
        "You did 28 reps in all with body weight: same again, one more rep in all.",
        Facts(weight=d(0), judged=3, asked=3, fewest=9, total=28),
    ),
    Case(
        "plateau",
        SQUAT,
        [RANGE] * 5,
        "No new best in 4 sessions at 60 kg: take 52.5 kg instead of 60 kg and rebuild, or change the variant.",
        RANGED,
    ),
    Case(
        "plateau_variant",
        SQUAT,
        ([RANGE] * 5 + [TOP]) * 3,
        "No new best in 4 sessions at 60 kg, and not for the first time: try another variant first,"
        " or else take 52.5 kg instead of 60 kg and rebuild.",
        RANGED,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_reason_and_its_facts(case: Case) -> None:
    assert (case.advice.reason_code, case.advice.reason, case.advice.facts) == (case.code, case.said, case.seen)


def test_without_history_the_facts_are_what_she_says_she_can_do() -> None:
    known = WorkingSet(d(100), 5, 0)
    told = [recommend(SQUAT, [], None), recommend(SQUAT, [], None, known=known), recommend(LUNGE, [], None)]
    assert [(one.reason_code, one.reason, one.facts) for one in told] == [
        (
            "start_lightest",
            "Nothing logged yet: start with 20 kg, the lightest, and keep 3 or more reps in reserve.",
            Facts(),
        ),
        (
            "start_known",
            "You can do 100 kg for 5: start with 75 kg and keep 3 or more reps in reserve.",
            Facts(known=known),
        ),
        (
            "start_bodyweight",
            "Nothing logged yet: start with body weight and keep 3 or more reps in reserve.",
            Facts(),
        ),
    ]


def test_pain_says_no_number() -> None:
    hurt = recommend(SQUAT, [TOP], 3, pain=True)
    assert hurt == Advice(Action.PAIN, None, None, "pain", TEXTS["pain"])
    assert (hurt.facts, "no target for now" in hurt.reason) == (Facts(), True)


def test_every_reason_is_told_here() -> None:
    told = {case.code for case in CASES} | {"pain", "start_lightest", "start_known", "start_bodyweight"}
    assert told == set(TEXTS)


@pytest.mark.parametrize(
    ("side", "sentence"),
    [("left", "Your left side stayed at 9, below 10 per side (20 steps)."), ("right", "Your right side stayed at 9,")],
)
def test_the_side_that_limited_the_set_is_named(side: str, sentence: str) -> None:
    weak = WorkingSet(d(0), 9, 1, side)  # type: ignore[arg-type]  # one of the two
    advice = recommend(LUNGE, [Session((WorkingSet(d(0), 10, 3), weak, WorkingSet(d(0), 11)))], 3)
    assert advice.reason.startswith(sentence)
    expected = Facts(weight=d(0), judged=3, asked=3, fewest=9, total=30, weaker=weak.weaker, spare=1, misses=1)
    assert advice.facts == expected


def test_the_first_of_equally_weak_sets_is_meant() -> None:
    first, then = WorkingSet(d(0), 9, None, "right"), WorkingSet(d(0), 9, None, "left")
    assert recommend(LUNGE, [Session((WorkingSet(d(0), 12), first, then))], 3).facts.weaker == "right"


def test_asked_is_what_was_prescribed_on_that_day() -> None:
    then = Session(sets(60, [8, 8], 2), replace(SQUAT, sets=3))
    advice = recommend(SQUAT, [then], 3)
    assert advice.reason == "You did 2 of 3 sets at 60 kg: repeat it. This does not count as a miss."
    assert (advice.facts.judged, advice.facts.asked) == (2, 3)


def test_a_reduction_at_body_weight_goes_back_to_the_low_end() -> None:
    missed = day(0, [9, 9, 9])
    told = recommend(LUNGE, [missed] * 3, 3)
    assert told.reason == (
        "One set stayed at 9, below 10 per side (20 steps). That is miss 3 in a row at body weight:"
        " go back to 10 per side (20 steps)."
    )
    assert told.facts == Facts(weight=d(0), judged=3, asked=3, fewest=9, total=27, misses=3)


def test_facts_are_not_part_of_what_makes_two_advices_the_same() -> None:
    advice = recommend(SQUAT, [TOP], 3)
    assert advice == replace(advice, facts=Facts())
