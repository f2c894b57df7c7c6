"""A table that nobody knows: the lifter says which column is what, and all goes on as with any file."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.transfer.formats.guessing import guesses
from workouts.transfer.formats.table import read_table
from workouts.transfer.models import ColumnMapping, ImportBatch

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]

TABLE = (
    b"Stamp;Lift;Kilo;Times;Easy by;How;Said\n"
    b"2024-03-05 18:30;Sled push;62,5;8;2;w;seat 4\n"
    b"2024-03-05 18:34;Sled push;80;8;0;;\n"
    b"2024-03-05 18:40;Wall sit;;1:30;;;\n"
    b"2024-03-07;Sled push;85;6;1;failure;hard\n"
)
SAID = {"date": "0", "exercise": "1", "weight": "2", "all": "kg", "reps": "3", "rir": "4", "kind": "5", "note": "6"}


def columns_of(batch: ImportBatch) -> str:
    return f"{batch.get_absolute_url()}columns/"


@pytest.fixture
def batch(as_owner: Client, upload: Upload) -> ImportBatch:
    upload(as_owner, TABLE, name="mine.csv")
    return ImportBatch.objects.get()


def tell(client: Client, batch: ImportBatch, **said: str) -> HttpResponse:
    return client.post(columns_of(batch), {**SAID, **said})  # type: ignore[return-value]


def test_the_page_shows_the_first_rows_and_guesses(as_owner: Client, batch: ImportBatch) -> None:
    assert batch.status == "columns"
    assert as_owner.get(batch.get_absolute_url()).headers["Location"] == columns_of(batch)
    shown = as_owner.get(columns_of(batch)).content.decode()
    for cell in ("1: Stamp", "2: Lift", "62,5", "Wall sit", "seat 4"):
        assert cell in shown
    assert "Our guess, because its first rows are dates." in shown
    assert "Our guess, because of its name." in shown
    assert '<option value="1" selected>2: Lift' in shown
    assert not LoggedSet.objects.exists()


def test_told_looked_at_imported_undone(as_owner: Client, batch: ImportBatch, confirm: Confirm) -> None:
    assert tell(as_owner, batch).headers["Location"] == batch.get_absolute_url()
    shown = as_owner.get(batch.get_absolute_url()).content.decode()
    assert "a table, with the columns that you told" in shown
    assert "Reps “1:30”: not a plain number." in shown
    done = confirm(as_owner)
    assert done.counts["added"] == {"workouts": 2, "exercises": 2, "sets": 3}
    found = LoggedSet.objects.live().order_by("performed__workout__day", "position")
    assert list(found.values_list("weight_text", "unit", "reps", "rir", "kind")) == [
        ("62,5", "kg", 8, 2, "warmup"),
        ("80", "kg", 8, 0, "working"),
        ("85", "kg", 6, 1, "failure"),
    ]
    assert [each.note for each in PerformedExercise.objects.order_by("workout__day")] == ["seat 4", "hard"]
    as_owner.post(f"{batch.get_absolute_url()}undo/")
    assert not Workout.objects.live().exists()


def test_the_answer_is_remembered_for_the_same_header(
    as_owner: Client, as_other: Client, batch: ImportBatch, upload: Upload, confirm: Confirm
) -> None:
    tell(as_owner, batch)
    confirm(as_owner)
    upload(as_owner, TABLE + b"2024-03-09;Sled push;90;5;1;;\n", name="longer.csv")
    again = ImportBatch.objects.latest("pk")
    assert (again.status, again.counts["new"]["sets"]) == ("preview", 1)
    shown = as_owner.get(columns_of(again)).content.decode()
    assert '<option value="2" selected>3: Kilo' in shown, "and can be changed"
    upload(as_other, TABLE)
    assert ImportBatch.objects.latest("pk").status == "columns", "another lifter is asked"
    assert ColumnMapping.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"date": ""}, "date", "Choose the column that holds the date"),
        ({"exercise": ""}, "exercise", "Choose the column that holds the exercise"),
        ({"reps": ""}, "reps", "Choose the column that holds the reps, or the one that holds the seconds."),
        ({"reps": "2"}, "reps", "This column is taken already, for “Weight”."),
        ({"all": ""}, "all", "Choose kilograms or pounds, or the column that says it."),
        ({"date": "7"}, "date", "Select a valid choice"),
        ({"date": "-1"}, "date", "Select a valid choice"),
        ({"all": "stone"}, "all", "Select a valid choice"),
        ({"date": "6", "note": ""}, "date", "Line 2: Date “seat 4”: not a date"),
        ({"reps": "5", "kind": ""}, "reps", "Line 2: Reps “w”: not a plain number."),
    ],
)
def test_what_is_wrong_stands_beside_the_field(
    as_owner: Client, batch: ImportBatch, said: dict[str, str], field: str, words: str
) -> None:
    response = tell(as_owner, batch, **said)
    assert response.status_code == 422
    errors = response.context["form"].errors  # type: ignore[attr-defined]
    assert list(errors) == [field]
    assert words in errors[field][0]
    if "exercise" not in said:
        assert '<option value="1" selected>2: Lift' in response.content.decode(), "what was chosen is kept"
    batch.refresh_from_db()
    assert (batch.status, ColumnMapping.objects.count()) == ("columns", 0)


def test_seconds_alone_and_a_unit_in_each_row(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    upload(as_owner, b"a,b,c,d,e\n2024-03-05,Carry,100,lb,90\n2024-03-05,Carry,40,kg,0:45\n")
    batch = ImportBatch.objects.get()
    said = {"date": "0", "exercise": "1", "weight": "2", "unit": "3", "seconds": "4"}
    assert as_owner.post(columns_of(batch), said).status_code == 302
    confirm(as_owner)
    found = LoggedSet.objects.order_by("position").values_list("weight_text", "unit", "seconds")
    assert list(found) == [("100", "lb", 90), ("40", "kg", 45)]


def test_a_column_that_holds_no_unit_is_refused_at_its_field(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, b"a,b,c,d,e\n2024-03-05,Carry,100,stone,90\n")
    said = {"date": "0", "exercise": "1", "weight": "2", "unit": "3", "seconds": "4"}
    response = as_owner.post(columns_of(ImportBatch.objects.get()), said)
    assert list(response.context["form"].errors) == ["unit"]
    assert "Weight Unit “stone”: neither kg nor lb." in response.context["form"].errors["unit"][0]


def test_the_order_of_the_date_is_asked_where_the_file_is_silent(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, b"when,lift,reps,x\n03/04/2024,Squat,5,\n")
    batch = ImportBatch.objects.get()
    as_owner.post(columns_of(batch), {"date": "0", "exercise": "1", "reps": "2"})
    assert 'name="dates"' in as_owner.get(batch.get_absolute_url()).content.decode()
    as_owner.post(columns_of(batch), {"date": "0", "exercise": "1", "reps": "2", "order": "day"})
    batch.refresh_from_db()
    assert (batch.counts["first"], batch.counts["day_open"]) == ("2024-04-03", False)


@pytest.mark.parametrize(
    "content",
    [b"one,two\n1,2\n", b"a,b,c\n", b",".join(b"c%d" % n for n in range(101)) + b"\n1,2\n", b"a,b,c\n1,2,3\n" * 50_002],
    ids=["two columns", "a header alone", "101 columns", "50,002 rows"],
)
def test_what_is_no_log_is_refused_and_not_asked_about(as_owner: Client, upload: Upload, content: bytes) -> None:
    assert upload(as_owner, content).status_code in {413, 422}
    assert not ImportBatch.objects.exists()


def test_a_header_of_formulas_and_markup_is_text(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, '<b>d</b>,"=1+1",\u202er\n2024-03-05,<script>,5\n'.encode())
    shown = as_owner.get(columns_of(ImportBatch.objects.get())).content.decode()
    assert "&lt;script&gt;" in shown
    assert "<b>d" not in shown


def test_an_import_that_is_done_has_no_columns_to_tell(as_owner: Client, batch: ImportBatch, confirm: Confirm) -> None:
    tell(as_owner, batch)
    confirm(as_owner)
    assert tell(as_owner, batch, date="6").headers["Location"] == batch.get_absolute_url()
    batch.refresh_from_db()
    assert batch.status == "done"


def test_a_file_that_waits_for_its_columns_can_be_dropped(as_owner: Client, batch: ImportBatch) -> None:
    as_owner.post(f"{batch.get_absolute_url()}drop/")
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Datum,Übung,Gewicht (kg),Wdh,Kommentar", {"date": 0, "exercise": 1, "weight": 2, "reps": 3, "note": 4}),
        ("reps,lift,day", {"reps": 0, "exercise": 1, "date": 2}),
        ("RPE,RIR,Unit", {"rpe": 0, "rir": 1, "unit": 2}),
        ("Kg lifted,When", {"weight": 0, "date": 1}),
    ],
)
def test_columns_are_guessed_by_name_in_any_order(header: str, meant: dict[str, int]) -> None:
    found = guesses(tuple(header.split(",")), [])
    assert {thing: guess.place for thing, guess in found.items()} == meant


def test_columns_are_guessed_by_what_they_hold() -> None:
    table = read_table(b"q,w,e,r\nkg,Hack squat,05.03.2024,8\nkg,Leg curl,05.03.2024,9\n")
    found = guesses(table.header, [cells for _line, cells in table.lines if cells])
    assert {thing: (guess.place, guess.why) for thing, guess in found.items()} == {
        "date": (2, "dates"), "exercise": (1, "words"), "reps": (3, "numbers"),
    }  # fmt: skip


@pytest.mark.parametrize("cells", ["8,2", "8,2,3", "0", "8.5", "101", "x"])
def test_reps_are_guessed_from_numbers_only_where_one_column_can_be_meant(cells: str) -> None:
    row = cells.split(",")
    assert "reps" not in guesses(tuple("qwerty"[: len(row)]), [row])


def test_a_weight_s_unit_in_its_header_is_the_guess(as_owner: Client, upload: Upload, owner: User) -> None:
    upload(as_owner, b"when,lift,weight (lbs),reps\n2024-03-05,Squat,135,5\n")
    shown = as_owner.get(columns_of(ImportBatch.objects.get())).content.decode()
    assert '<option value="lb" selected>' in shown
