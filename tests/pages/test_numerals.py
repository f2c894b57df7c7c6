"""How numerals are set in texts."""

import pytest

from workouts.templatetags.numerals import unbroken


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("90 kg × 10", "90~kg~×~10"),
        ("heaviest set, × 10", "heaviest set, ×~10"),
        ("most reps at 92,5 lb", "most reps at 92,5~lb"),
        ("best estimate: at least 129.0 kg, grade C", "best estimate: at least 129.0~kg, grade~C"),
        ("body weight", "body weight"),
        ("marks 10–20, a target", "marks 10–\u206020, a target"),
    ],
)
def test_no_line_breaks_within_a_set_or_a_grade(text: str, shown: str) -> None:
    assert unbroken(text).replace("\u00a0", "~") == shown
