"""A broken file: a message with file, entry and what to do, and nothing half written."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from tests.content.conftest import Load
from tests.content.test_loading import change, summary
from workouts.catalogue.models import Exercise, MuscleGroup
from workouts.faq.models import Question

SQUAT, ROUTINE = "exercises/barbell-squat.toml", "routines/leg-day.toml"
GOOD_SUBSTITUTE = 'exercise = "goblet-squat"'

# file, what stands there, what is put there, what the message says.
BROKEN = [
    (SQUAT, 'slug = "', "slug = ", "content/exercises/barbell-squat.toml: this is not TOML"),
    ("faq.toml", "[[question]]", "[[question", "content/faq.toml: this is not TOML"),
    (SQUAT, 'name = "', 'nmae = "', 'the key "name" is missing'),
    (SQUAT, "position = 1", 'position = "first"', '"position" must be a whole number'),
    (SQUAT, "position = 1", "position = true", '"position" must be a whole number'),
    (SQUAT, "position = 1", "position = -1", "position: "),
    (SQUAT, "position = 1", "position = 1\ncolour = 3", '"colour" is not a key that belongs here'),
    (SQUAT, 'pattern = "squat"', 'pattern = "jump"', "pattern: "),
    (SQUAT, 'step_kg = "2.5"', 'step_kg = "two"', '"step_kg" must be a number in quotes'),
    (SQUAT, 'step_kg = "2.5"', 'step_kg = "NaN"', '"step_kg" must be a number, not "NaN"'),
    (SQUAT, 'step_kg = "2.5"', 'step_kg = "-2.5"', "A step is above 0"),
    (SQUAT, 'step_kg = "2.5"', 'step_kg = "1e400"', "step_kg: "),
    (SQUAT, '"barbell", "rack"', '"barbell", "barbell"', '"equipment" names barbell twice'),
    (SQUAT, '"barbell", "rack"', '"barbell", "trampoline"', 'there is no equipment "trampoline"'),
    (SQUAT, '"barbell", "rack"', '"barbell", 3', '"equipment" must be a list of texts'),
    (SQUAT, 'targets = ["quadriceps"', 'targets = ["arms"', 'there is no muscle group "arms"'),
    (SQUAT, 'muscle = "soleus"', 'muscle = "soleos"', 'there is no muscle "soleos"'),
    (SQUAT, 'muscle = "soleus"', 'muscle = "gastrocnemius"', '"role" names gastrocnemius twice'),
    (SQUAT, 'role = "synergist"', 'role = "hero"', "role: "),
    (SQUAT, 'glutes = "1"', 'glutes = "2"', "a set counts from 0 to 1 for glutes"),
    (SQUAT, GOOD_SUBSTITUTE, 'exercise = "gobblet"', 'there is no exercise "gobblet"'),
    (SQUAT, GOOD_SUBSTITUTE, 'exercise = "barbell-squat"', "a substitution names the exercise itself"),
    (SQUAT, '"Squats",', '"squat",', '"aliases" names squat twice'),
    (SQUAT, '"Squats",', '"GOBLET SQUAT",', "is in content/exercises/"),
    (SQUAT, 'slug = "barbell-squat"', 'slug = "sissy-squat"', 'the slug "sissy-squat" is used twice'),
    (SQUAT, 'slug = "barbell-squat"', 'slug = "my-squat"', "there is no exercise"),
    ("equipment.toml", 'slug = "rack"', 'slug = "my rack"', "there is no equipment"),
    ("equipment.toml", "[[equipment]]", "[[kit]]\nslug = 1\n[[equipment]]", '"kit" is not a key'),
    ("muscles.toml", 'group = "calves"', 'group = "claves"', 'there is no muscle group "claves"'),
    ("muscles.toml", "deep = true", 'deep = "yes"', '"deep" must be true or false'),
    ("muscles.toml", 'kind = "leg"', 'kind = "arm"', "kind: "),
    (ROUTINE, 'exercise = "leg-press"', 'exercise = "press"', 'there is no exercise "press"'),
    (ROUTINE, "low = 8", "low = 12", "The range runs from a number of at least 1"),
    (ROUTINE, "sets = 4", "sets = 0", "Sets run from 1 to 20."),
    (ROUTINE, "target_rir = 2", "target_rir = 11", "Reps in reserve run from 0 to 10."),
    ("faq.toml", 'answer = """', 'answer = ""\nquestion_2 = """', "is not a key that belongs here"),
]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case[0]} {case[2]}")
def test_the_message_says_where_and_what(load: Load, folder: Path, case: tuple[str, str, str, str]) -> None:
    file, old, new, message = case
    change(folder / file, old, new)
    with pytest.raises(CommandError) as told:
        load()
    assert message in str(told.value)
    assert str(told.value).startswith("content/")
    assert not MuscleGroup.objects.exists()
    assert not Exercise.objects.exists()


def test_a_missing_file_is_named(load: Load, folder: Path) -> None:
    (folder / "faq.toml").unlink()
    with pytest.raises(CommandError, match=r"content/faq\.toml: the file is missing"):
        load()


def test_nothing_is_half_updated(load: Load, folder: Path) -> None:
    """The muscles are sound and come first; the last kind of all is not."""
    load()
    change(folder / "muscles.toml", 'name = "Quadriceps"', 'name = "Quads"')
    change(folder / "faq.toml", 'question = "How often', f'question = "{"x" * 201}How often')
    with pytest.raises(CommandError, match="question: "):
        load()
    assert MuscleGroup.objects.get(slug="quadriceps").name == "Quadriceps"
    assert Question.objects.get(slug="how-often").question.startswith("How often")
    change(folder / "faq.toml", "x" * 201, "")
    assert load() == summary(updated=1, unchanged=147)
