"""Each action of training-science 3.5 with its words on /today/, the history behind it, and what stands beside it."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from tests.coach.histories import TODAY, did, target
from tests.training.conftest import AT
from workouts.accounts.models import User
from workouts.log import actions
from workouts.routines.models import Routine
from workouts.science.units import Unit

pytestmark = pytest.mark.django_db
SQUAT = "barbell-squat"


def plateau(user: User) -> None:
    for ago, reps in ((15, 10), (12, 8), (9, 8), (6, 8), (3, 8)):
        did(user, SQUAT, "60", reps, 9, 9, 8, ago=ago)


def misses(user: User) -> None:
    for ago in (9, 6, 3):
        did(user, SQUAT, "70", 8, 8, 8, 7, ago=ago)


CASES: dict[str, tuple[Callable[[User], object], str, str, str]] = {
    "START": (lambda user: None, "20", "First time.", "start with 20 kg, the lightest"),
    "UP": (lambda user: did(user, SQUAT, "60", 10, 10, 10, 10), "62.5", "One step up.", "All four sets reached 10"),
    "UP twice": (
        lambda user: did(user, SQUAT, "60", 10, 10, 10, 10, rir="5"), "65", "Two steps up.", "two steps, 65 kg",
    ),
    "HOLD": (lambda user: did(user, SQUAT, "60", 10, 9, 9, 8), "60", "Same weight.", "one more rep in all"),
    "HOLD miss": (lambda user: did(user, SQUAT, "60", 9, 8, 8, 7), "60", "Same weight.", "this is miss 1 of 3"),
    "HOLD gap": (
        lambda user: did(user, SQUAT, "60", 10, 10, 10, 10, ago=12), "60", "Same weight.", "12 days since",
    ),
    "HOLD cut short": (lambda user: did(user, SQUAT, "60", 10, 10), "60", "Same weight.", "You did 2 of 4 sets"),
    "REPS": (
        lambda user: did(user, SQUAT, "20", 10, 10, 10, 10, rir="3"), "20", "Reps before weight.", "first reach 14 on",
    ),
    "DOWN": (lambda user: did(user, SQUAT, "80", 6, 5, 4, 4), "75", "One step down.", "take 75 kg instead of 80 kg"),
    "RESET": (misses, "62.5", "Lighter, then rebuild.", "miss 3 in a row at 70 kg"),
    "LAYOFF": (
        lambda user: did(user, SQUAT, "60", 10, 10, 10, 10, ago=20), "52.5", "Lighter after the break.", "20 days",
    ),
    "RESTART": (
        lambda user: did(user, SQUAT, "100", 10, 10, 10, 10, ago=130), "50", "A new start.", "more than 16 weeks",
    ),
    "PLATEAU": (plateau, "52.5", "Lighter, or a variant.", "No new best in 4 sessions"),
    "PAIN": (
        lambda user: did(user, SQUAT, "60", 10, flags={"pain": True}), "", "No target.", "You marked pain",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_action_has_its_weight_and_its_words(owner: User, as_owner: Client, leg_day: Routine, name: str) -> None:
    history, weight, headline, words = CASES[name]
    history(owner)
    squat = target(owner, SQUAT)
    assert (squat.weight_text, squat.headline) == (weight, headline)
    assert words in squat.reason
    with time_machine.travel(AT, tick=False):
        page = as_owner.get("/today/").content.decode()
    assert f"<b>{headline}</b>" in page
    assert words in page


def test_nothing_heavier_and_more_load_on_the_body(owner: User, leg_day: Routine) -> None:
    did(owner, "walking-lunge", None, 30, 30, 30)
    lunge = target(owner, "walking-lunge")
    assert (lunge.headline, lunge.weight_text, lunge.load_mode) == ("Add weight.", "2", "bodyweight_plus")
    did(owner, SQUAT, "482.5", 10, 10, 10, 10)
    assert target(owner, SQUAT).headline == "No further step."


def test_pain_lists_what_to_do_instead(owner: User, as_owner: Client, leg_day: Routine) -> None:
    did(owner, SQUAT, "60", 10, flags={"pain": True})
    texts = [text.lower() for text, _exercise in target(owner, SQUAT).swaps]
    assert any("box squat" in text for text in texts)
    with time_machine.travel(AT, tick=False):
        assert "/exercises/box-squat/" in as_owner.get("/today/").content.decode()


def test_a_plateau_leaves_the_choice(owner: User, as_owner: Client, leg_day: Routine) -> None:
    plateau(owner)
    with time_machine.travel(AT, tick=False):
        assert (
            '<a href="/exercises/barbell-squat/#instead">another variant</a>'
            in as_owner.get("/today/").content.decode()
        )


def test_the_weaker_side_is_named(owner: User, leg_day: Routine) -> None:
    did(owner, "walking-lunge", None, 1, 1, 1, sides=(8, 10))
    assert target(owner, "walking-lunge").reason.startswith("Your left side stayed at 8, below 10 per side (20 steps).")


def test_the_sessions_it_was_read_from_are_one_tap_away(owner: User, as_owner: Client, leg_day: Routine) -> None:
    did(owner, SQUAT, "60", 10, 10, 9, 8, ago=6, rir="2")
    did(owner, SQUAT, "50", 8, 8, ago=3, flags={"deload": True})
    judged = [(each.day.day, each.sets, each.verdict) for each in target(owner, SQUAT).judged]
    assert judged == [
        (TODAY.day - 3, "50 kg: 8, 8", "Deload: not counted"),
        (TODAY.day - 6, "60 kg: 10, 10, 9, 8 (2 to spare)", "In the range"),
    ]
    with time_machine.travel(AT, tick=False):
        page = as_owner.get("/today/").content.decode()
    assert "<summary>Past sessions" in page
    assert "60 kg: 10, 10, 9, 8 (2 to spare)" in page


def test_what_is_logged_is_the_only_input_next_time(owner: User, leg_day: Routine) -> None:
    """She was told 62.5 and took 80: the rules go on from 80."""
    did(owner, SQUAT, "60", 10, 10, 10, 10, ago=6)
    assert target(owner, SQUAT).weight_text == "62.5"
    did(owner, SQUAT, "80", 10, 10, 10, 10, ago=3)
    assert target(owner, SQUAT).weight_text == "82.5"


def test_an_old_set_edited_or_deleted_changes_the_advice_at_once(owner: User, leg_day: Routine) -> None:
    old = did(owner, SQUAT, "60", 10, 10, 10, 10, ago=6)
    new = did(owner, SQUAT, "80", 6, 5, 4, 4, ago=3)
    assert target(owner, SQUAT).headline == "One step down."
    actions.delete_workout(by=owner, workout=new.workout)
    assert target(owner, SQUAT).weight_text == "62.5"
    logged = old.logged_sets.get(position=1)
    actions.delete_set(by=owner, logged=logged)
    assert "You did 3 of 4 sets at 60 kg" in target(owner, SQUAT).reason


def test_a_beginner_keeps_three_in_reserve(owner: User, leg_day: Routine) -> None:
    for ago in (15, 12, 9, 6, 3):
        did(owner, SQUAT, "60", 10, 10, 10, 10, ago=ago, rir="1")
    squat = target(owner, SQUAT)
    assert (str(squat.rir), squat.headline) == ("3", "One step up."), "twice at the top without the reserve"
    did(owner, SQUAT, "60", 10, 10, 10, 10, ago=18, rir="1")
    assert target(owner, SQUAT).rir == 2


def test_pounds_of_the_last_set_stay_pounds(owner: User, leg_day: Routine) -> None:
    did(owner, SQUAT, "135", 10, 10, 10, 10, unit=Unit.LB)
    squat = target(owner, SQUAT)
    assert (squat.weight_text, squat.unit) == ("140", Unit.LB)
    assert squat.plates is not None
    assert (squat.plates.sum, squat.plates.caption) == ("45 + 2.5", "a side, 45 lb bar")
