"""German beside English: loaded, edited and followed each for itself."""

import shutil
import tomllib
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from legday.env import BASE
from workouts.catalogue.models import Exercise, Instruction, Muscle, MuscleGroup, MuscleRole
from workouts.faq.models import Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(BASE / "content", copy)
    return copy


def load(folder: Path) -> None:
    call_command("load_content", quiet=True, folder=folder)


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def test_the_files_are_in_the_rows(folder: Path) -> None:
    load(folder)
    assert MuscleGroup.objects.get(slug="glutes").name_de == "Gesäß"  # type: ignore[attr-defined]
    squat = Exercise.objects.get(slug="barbell-squat")
    first = squat.instructions.filter(kind=Instruction.Kind.MISTAKE).first()
    assert first is not None
    assert (first.text, first.text_de) == ("The heels lift off the floor.", "Die Fersen heben ab.")  # type: ignore[attr-defined]


def test_each_language_follows_its_file_while_the_other_is_edited(folder: Path) -> None:
    load(folder)
    Question.objects.filter(slug="how-often").update(question_de="Wie oft denn?")
    Question.objects.filter(slug="proper-form").update(question="Is it right?")
    change(folder / "faq.toml", "How often should I train my legs?", "How often, then?")
    change(folder / "de" / "faq.toml", "Woher weiß ich, dass meine Ausführung stimmt?", "Stimmt es?")
    change(folder / "de" / "faq.toml", "Wie oft soll ich meine Beine trainieren?", "Wie oft?")
    load(folder)
    often, form = (Question.objects.get(slug=slug) for slug in ("how-often", "proper-form"))
    assert (often.question, often.question_de) == ("How often, then?", "Wie oft denn?")  # type: ignore[attr-defined]
    assert (form.question, form.question_de) == ("Is it right?", "Stimmt es?")  # type: ignore[attr-defined]


def test_german_lines_outlive_a_change_of_the_english_exercise(folder: Path) -> None:
    load(folder)
    change(folder / "exercises" / "barbell-squat.toml", "The knees cave in.", "The knees fall in.")
    for _ in range(2):
        load(folder)
        rows = Instruction.objects.filter(exercise__slug="barbell-squat", kind=Instruction.Kind.MISTAKE)
        assert list(rows.values_list("text_de", flat=True)) == [
            "Die Fersen heben ab.", "Die Knie fallen nach innen.", "Der Rücken rundet sich unten.",
        ]  # fmt: skip


def test_an_editor_s_german_line_outlives_it_too(folder: Path) -> None:
    load(folder)
    Instruction.objects.filter(text="The heels lift off the floor.").update(text_de="Fersen ab.")
    change(folder / "exercises" / "barbell-squat.toml", "The knees cave in.", "The knees fall in.")
    load(folder)
    assert Instruction.objects.get(text="The heels lift off the floor.").text_de == "Fersen ab."  # type: ignore[attr-defined]


def test_notes_of_roles_follow_their_muscle_and_outlive_a_change_of_the_english(folder: Path) -> None:
    load(folder)
    hinge = MuscleRole.objects.filter(exercise__slug="romanian-deadlift")
    assert hinge.get(muscle__slug="biceps-femoris").note_de == "langer Kopf"  # type: ignore[attr-defined]
    assert {role.note_de for role in hinge.exclude(muscle__slug="biceps-femoris")} == {""}  # type: ignore[attr-defined]
    file = folder / "de" / "exercises" / "romanian-deadlift.toml"
    change(file, "langer Kopf", "nur der lange Kopf")
    change(folder / "exercises" / "romanian-deadlift.toml", "The bar drifts away", "The bar moves away")
    load(folder)
    assert hinge.get(muscle__slug="biceps-femoris").note_de == "nur der lange Kopf"  # type: ignore[attr-defined]
    hinge.filter(muscle__slug="biceps-femoris").update(note_de="langer Kopf allein")
    change(file, "nur der lange Kopf", "langer Kopf")
    load(folder)
    assert hinge.get(muscle__slug="biceps-femoris").note_de == "langer Kopf allein"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('muscle = "biceps-femoris"', 'muscle = "biceps"', 'there is no muscle "biceps"'),
        ('muscle = "biceps-femoris"', 'muscel = "biceps-femoris"', 'the key "muscle" is missing'),
        ("role = [", 'role = [ { muscle = "biceps-femoris", note = "x" },', '"role" names biceps-femoris twice'),
        ('why = "Die Bewegung', 'because = "Die Bewegung', 'the key "why" is missing'),
        ("[[substitution]]", '[[substitution]]\nreason = "beginner"', '"reason" is not a key that belongs here'),
        ('name = "Rumän', f'name = "{"x" * 100}Rumän', "name_de: "),
        ('"Die Stange entfernt', f'"{"x" * 500}Die Stange entfernt', "text_de: "),
    ],
)
def test_a_broken_translation_says_where_and_writes_nothing(folder: Path, before: str, after: str, told: str) -> None:
    change(folder / "de" / "exercises" / "romanian-deadlift.toml", before, after)
    with pytest.raises(CommandError, match=r"romanian-deadlift\.toml") as error:
        load(folder)
    assert told in str(error.value)
    assert not Exercise.objects.exists()


def test_a_note_of_a_muscle_that_an_admin_deleted_is_left_out(folder: Path) -> None:
    load(folder)
    MuscleRole.objects.filter(muscle__slug="gastrocnemius").delete()
    Muscle.objects.get(slug="gastrocnemius").delete()
    call_command("load_content", quiet=True, reset=True, folder=folder)
    notes = MuscleRole.objects.filter(exercise__slug="seated-leg-curl").exclude(note_de="")
    assert [role.note_de for role in notes] == ["beide Köpfe"]  # type: ignore[attr-defined]


def test_a_translation_of_nothing_is_an_error(folder: Path) -> None:
    (folder / "de" / "exercises" / "made-up.toml").write_text('slug = "made-up"\nname = "Nichts"\n')
    with pytest.raises(CommandError, match="made-up"):
        load(folder)


def test_a_deleted_row_takes_its_german_along(folder: Path) -> None:
    load(folder)
    Muscle.objects.filter(slug="soleus", roles=None).delete()
    Question.objects.filter(slug="proper-form").delete()
    load(folder)
    assert not Question.objects.filter(slug="proper-form").exists()


@pytest.mark.parametrize("path", sorted((BASE / "content/de/exercises").glob("*.toml")), ids=lambda path: path.stem)
def test_german_lists_are_as_long_as_the_english(path: Path) -> None:
    """One of another length is left in English."""
    german = tomllib.loads(path.read_text())
    english = tomllib.loads((BASE / "content/exercises" / path.name).read_text())
    for key in ("steps", "cues", "mistakes", "substitution"):
        assert len(german.get(key, english.get(key, []))) == len(english.get(key, []))
    noted = {role["muscle"] for role in english["role"] if role["note"]}
    assert {role["muscle"] for role in german.get("role", [])} <= noted
