"""A load creates what is missing, lets what nobody edited follow the files, and leaves an admin's hand alone."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.content.conftest import Load
from workouts.accounts.models import User
from workouts.catalogue.models import Equipment, Exercise, ExerciseAlias, Instruction
from workouts.faq.models import Question
from workouts.routines.models import Routine
from workouts.shared.models import ContentRecord

ALL = 2 * 74


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def summary(*, created: int = 0, updated: int = 0, unchanged: int = 0, left: int = 0) -> str:
    return f"Content: {created} created, {updated} updated, {unchanged} unchanged, {left} left alone.\n"


def test_a_second_load_changes_nothing_and_asks_little(load: Load) -> None:
    assert load() == summary(created=ALL)
    before = list(Instruction.objects.values_list("pk", "text"))
    with CaptureQueriesContext(connection) as queries:
        assert load() == summary(unchanged=ALL)
    assert len(queries) <= 30
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert list(Instruction.objects.values_list("pk", "text")) == before


def test_quiet_prints_nothing(load: Load) -> None:
    assert load(quiet=True) == ""


def test_what_nobody_edited_follows_the_files(load: Load, folder: Path) -> None:
    load()
    change(folder / "exercises/leg-press.toml", 'name = "Leg press"', 'name = "The leg press"')
    change(folder / "faq.toml", "How often should I train my legs?", "How often?")
    assert load() == summary(updated=2, unchanged=ALL - 2)
    assert Exercise.objects.get(slug="leg-press").name == "The leg press"
    assert Question.objects.get(slug="how-often").question == "How often?"
    assert load() == summary(unchanged=ALL)


def test_children_follow_as_well(load: Load, folder: Path) -> None:
    load()
    file = folder / "exercises/barbell-squat.toml"
    change(file, '  "The heels lift off the floor.",\n', "")
    change(file, 'equipment = ["barbell", "rack"]', 'equipment = ["barbell"]')
    change(file, 'glutes = "1"', 'glutes = "0.5"')
    assert load() == summary(updated=1, unchanged=ALL - 1)
    squat = Exercise.objects.get(slug="barbell-squat")
    assert [e.slug for e in squat.equipment.all()] == ["barbell"]
    assert squat.groups.get(group__slug="glutes").volume_weight == Decimal("0.5")
    assert [line.position for line in squat.instructions.filter(kind="mistake")] == [1, 2]


def test_an_alias_may_move_to_another_exercise(load: Load, folder: Path) -> None:
    load()
    change(folder / "exercises/barbell-squat.toml", '"Full Squat", ', "")
    change(folder / "exercises/box-squat.toml", "aliases = [", 'aliases = [ "full squat",')
    assert load() == summary(updated=2, unchanged=ALL - 2)
    assert ExerciseAlias.objects.get(name__iexact="full squat").exercise.slug == "box-squat"


@pytest.mark.parametrize("what", ["name", "step", "alias", "retired", "target"])
def test_an_admin_s_edit_is_kept_and_listed(load: Load, folder: Path, what: str) -> None:
    load()
    press = Exercise.objects.get(slug="leg-press")
    if what == "name":
        Exercise.objects.filter(pk=press.pk).update(name="Sled")
    elif what == "step":
        press.instructions.filter(kind="step", position=1).update(text="Sit down.")
    elif what == "alias":
        press.aliases.create(name="My sled")
    elif what == "retired":
        Exercise.objects.filter(pk=press.pk).update(retired=True)
    else:
        press.groups.filter(target_position=1).update(target_position=9)
    change(folder / "exercises/leg-press.toml", 'summary = "', 'summary = "New: ')
    told = load()
    assert told.startswith("  exercise leg-press: edited in the admin; left alone.\n")
    assert told.endswith(summary(unchanged=ALL - 1, left=1))
    press.refresh_from_db()
    assert not press.summary.startswith("New")


def test_a_save_without_a_change_is_not_an_edit(load: Load, folder: Path) -> None:
    """A browser sends other line ends than the files have."""
    load()
    question = Question.objects.get(slug="how-often")
    question.answer = question.answer.replace("\n", "\r\n") + "\r\n"
    question.save()
    assert load() == summary(unchanged=ALL)


def test_what_an_admin_deleted_stays_deleted_and_is_listed(load: Load) -> None:
    load()
    Question.objects.get(slug="proper-form").delete()
    assert "  question proper-form: deleted in the admin; left deleted.\n" in load()
    assert Question.objects.count() == 3


def test_what_an_admin_made_is_left_alone_and_listed(load: Load) -> None:
    Question.objects.create(slug="how-often", question="Mine", answer="Mine")
    assert "  question how-often: made in the admin; left alone.\n" in load()
    assert Question.objects.get(slug="how-often").answer == "Mine"


def test_what_left_the_files_stays_and_is_listed(load: Load, folder: Path) -> None:
    load()
    (folder / "exercises/good-morning.toml").unlink()
    (folder / "de/exercises/good-morning.toml").unlink()
    change(folder / "exercises/sissy-squat.toml", 'summary = "', 'summary = "New: ')
    assert "  exercise good-morning: no longer in the files; kept" in load()
    assert Exercise.objects.filter(slug="good-morning").exists()


def test_reset_puts_everything_back(load: Load) -> None:
    load()
    Exercise.objects.filter(slug="leg-press").update(name="Sled", retired=True)
    Question.objects.all().delete()
    Routine.objects.get(slug="leg-day").prescriptions.all().delete()
    assert load(reset=True) == summary(created=2 * 4, updated=2, unchanged=ALL - 10)
    assert Exercise.objects.get(slug="leg-press").name == "Leg press"
    assert load() == summary(unchanged=ALL)


def test_a_row_that_says_what_the_file_says_follows_it_again(load: Load, folder: Path) -> None:
    load()
    Question.objects.filter(slug="how-often").update(question="How often?")
    change(folder / "faq.toml", "How often should I train my legs?", "How often?")
    assert load() == summary(unchanged=ALL)
    change(folder / "faq.toml", "How often?", "How many times?")
    assert load() == summary(updated=1, unchanged=ALL - 1)


def test_a_name_that_an_admin_gave_to_another_exercise_stays_there(load: Load, folder: Path) -> None:
    load()
    Exercise.objects.get(slug="leg-press").aliases.create(name="Brand new name")
    change(folder / "exercises/box-squat.toml", "aliases = [", 'aliases = [ "brand NEW name",')
    told = load()
    assert "  exercise box-squat: loaded without" in told
    assert ExerciseAlias.objects.get(name__iexact="brand new name").exercise.slug == "leg-press"
    assert load() == told.replace("1 updated, 72 unchanged", "0 updated, 73 unchanged")


def test_what_names_something_deleted_is_loaded_without_it(load: Load, folder: Path) -> None:
    load()
    Equipment.objects.get(slug="kettlebell").delete()
    (folder / "exercises/new-swing.toml").write_text(
        (folder / "exercises/goblet-squat.toml")
        .read_text()
        .replace('slug = "goblet-squat"', 'slug = "new-swing"')
        .split("aliases = [")[0]
        + "aliases = []\nrole = []\n[volume]\n"
    )
    assert "  exercise new-swing: loaded without" in load()
    swing = Exercise.objects.get(slug="new-swing")
    assert "kettlebell" not in [e.slug for e in swing.equipment.all()]


def test_a_lifter_s_own_rows_are_out_of_reach(load: Load, owner: User) -> None:
    mine = Exercise.objects.create(owner=owner, slug="my-squat", name="Mine")
    mine.aliases.create(name="Barbell Squat")
    assert "  exercise barbell-squat: loaded without" in load()
    load(reset=True)
    mine.refresh_from_db()
    assert (mine.name, [alias.name for alias in mine.aliases.all()]) == ("Mine", ["Barbell Squat"])
    assert not ContentRecord.objects.filter(key="my-squat").exists()
