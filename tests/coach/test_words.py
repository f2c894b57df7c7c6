"""The reasons through gettext say what the rules said, in the language that is asked for."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.science.gear import LUNGE, SQUAT, STACK, day
from workouts.coach.queries import words
from workouts.science.progression import Action, Prescription, Session, WorkingSet, recommend
from workouts.science.progression.model import Side
from workouts.science.progression.words import TEXTS

PRESCRIPTIONS = [SQUAT, STACK, LUNGE]


def test_every_reason_has_its_words() -> None:
    assert set(words.REASONS) == set(TEXTS)


SIDES: list[Side | None] = [None, None, "left", "right"]
sides = st.sampled_from(SIDES)
rirs = st.sampled_from([None, 0, 1, Decimal("1.5"), 2, 3, 6])


@st.composite
def histories(draw: st.DrawFn) -> list[Session]:
    """Mostly around one weight, so that runs and plateaus come up."""
    weights = draw(st.lists(st.sampled_from([0, 20, 50, 60, 60, 60, 61, 200]), min_size=1, max_size=9))
    return [
        Session(
            tuple(
                WorkingSet(Decimal(weight), draw(st.integers(5, 20)), draw(rirs), draw(sides))
                for _ in range(draw(st.integers(1, 4)))
            )
        )
        for weight in weights
    ]


@settings(max_examples=400, deadline=None)
@given(
    prescription=st.sampled_from(PRESCRIPTIONS), history=histories(), gap=st.sampled_from([3, 3, 3, 12, 20, 40, 130])
)
def test_the_english_is_the_rules_own(prescription: Prescription, history: list[Session], gap: int) -> None:
    advice = recommend(prescription, history, gap)
    assert words.reason(advice, prescription) == advice.reason


def told() -> Iterator[tuple[str, str, str]]:
    known = WorkingSet(Decimal(100), 5, 0)
    for prescription in PRESCRIPTIONS:
        for advice in (
            recommend(prescription, [], None),
            recommend(prescription, [], None, known=known),
            recommend(prescription, [day(60, [10] * 4)], 3, pain=True),
            *(recommend(prescription, [day(60, [9, 9, 9, 8], 2)] * many, 3) for many in (1, 5, 40)),
        ):
            yield advice.reason_code, words.reason(advice, prescription), advice.reason


@pytest.mark.parametrize(("code", "ours", "theirs"), sorted(set(told())))
def test_starts_pain_and_plateaus_too(code: str, ours: str, theirs: str) -> None:
    assert ours == theirs


def test_every_action_has_a_headline() -> None:
    advice = recommend(SQUAT, [day(60, [10] * 4)], 3)
    for action in Action:
        assert words.headline(type(advice)(action, None, None, "x", "")).endswith(".")


def test_another_language_is_asked_for_at_the_time_of_speaking() -> None:
    advice = recommend(SQUAT, [day(60, [10] * 4)], 3)
    with translation.override("de"):
        assert words.reason(advice, SQUAT)
