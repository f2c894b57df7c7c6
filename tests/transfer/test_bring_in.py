"""What the log holds after an import: exact text, modes, times, notes."""

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.transfer.strong_files import data, line, sets
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.log import actions as log
from workouts.log.drafts import SetEntry, Sheet
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.log.queries import open_workout
from workouts.transfer import actions
from workouts.transfer.models import ImportBatch, ImportedName

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]


@pytest.fixture
def bring(as_owner: Client, upload: Upload, confirm: Confirm) -> Callable[..., ImportBatch]:
    """Uploads rows and confirms."""

    def send(*lines: dict[str, str], **answers: str) -> ImportBatch:
        upload(as_owner, data(*lines))
        return confirm(as_owner, **answers)

    return send


def test_a_weight_is_kept_as_typed(bring: Confirm) -> None:
    bring(line(weight="149.99999999999997"), line(order=2, weight="62,5"), unit="lb")
    found = list(LoggedSet.objects.order_by("position").values_list("weight_text", "weight", "unit", "load_mode"))
    assert found == [
        ("149.99999999999997", Decimal("150.000"), "lb", "external"),
        ("62,5", Decimal("62.500"), "lb", "external"),
    ]


def test_what_nought_and_minus_mean(bring: Confirm) -> None:
    bring(
        line(exercise="Chin Up", weight="0", reps="9"),
        line(exercise="Chin Up", order=2, weight="-22.05", reps="9"),
        line(exercise="Wall Sit", weight="0", reps="0", seconds="45"),
    )
    found = list(LoggedSet.objects.order_by("pk").values_list("load_mode", "weight_text", "weight", "reps", "seconds"))
    assert found == [
        ("bodyweight", "", None, 9, None),
        ("assisted", "22.05", Decimal("22.050"), 9, None),
        ("bodyweight", "", None, None, 45),
    ]
    own = dict(Exercise.objects.values_list("slug", "rep_style"))
    assert own == {"my-chin-up": RepStyle.REPS, "my-wall-sit": RepStyle.SECONDS}


def test_a_weight_on_a_body_weight_exercise_comes_on_top(bring: Confirm, owner: User) -> None:
    factories.exercise(slug="my-dip", name="dip", owner=owner, load_mode=LoadMode.BODYWEIGHT)
    bring(line(exercise="DIP", weight="20"))
    logged = LoggedSet.objects.get()
    assert (logged.load_mode, logged.weight) == ("bodyweight_plus", Decimal(20))


def test_times_are_the_lifter_s_wall_clock(bring: Confirm, owner: User) -> None:
    owner.preferences.zone = "Europe/Lisbon"
    owner.preferences.save()
    bring(line(date="2024-07-05 23:50:00", duration="1h 30m"))
    workout = Workout.objects.get()
    assert (workout.day, workout.zone, workout.utc_offset) == (datetime.date(2024, 7, 5), "Europe/Lisbon", 60)
    assert workout.started_at == datetime.datetime(2024, 7, 5, 22, 50, tzinfo=datetime.UTC)
    assert workout.finished_at == datetime.datetime(2024, 7, 6, 0, 20, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("clock", "ends"),
    [
        ("2024-03-31 02:30:00", "2024-03-31T02:30:00+00:00"),  # an hour that did not exist
        ("2024-10-27 02:30:00", "2024-10-27T01:30:00+00:00"),  # an hour that came twice: its first time
    ],
)
def test_daylight_saving_moves_no_workout(bring: Confirm, owner: User, clock: str, ends: str) -> None:
    owner.preferences.zone = "Europe/Berlin"
    owner.preferences.save()
    bring(line(date=clock, duration="1h"))
    workout = Workout.objects.get()
    assert str(workout.day) == clock[:10]
    assert workout.finished_at is not None
    assert workout.finished_at.isoformat() == ends


def test_a_workout_of_unknown_length_is_over(bring: Confirm, owner: User) -> None:
    bring(line(duration=""))
    assert Workout.objects.get().finished_at == Workout.objects.get().started_at
    assert open_workout(owner) is None


def test_a_day_without_a_time(bring: Confirm) -> None:
    bring(line(date="2024-03-05"))
    workout = Workout.objects.get()
    assert (workout.day, workout.started_at, workout.finished_at) == (datetime.date(2024, 3, 5), None, None)


CELLS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "x\r\ny", "＝1", "|calc", '=HYPERLINK("x")', 'say "hi"', "<script>", "'a",
]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS)
def test_cells_that_look_like_formulas_are_text(bring: Confirm, as_owner: Client, cell: str) -> None:
    batch = bring(*sets(2, exercise=cell, workout=cell, notes=cell, workout_notes=cell))
    workout, performed = Workout.objects.get(), PerformedExercise.objects.get()
    assert (workout.title, workout.note, performed.note) == (cell, cell, cell)
    assert performed.exercise.name == cell.strip()
    assert ImportedName.objects.get().name == cell
    assert batch.counts["names"] == [[cell, 2]]
    assert b"<script>" not in as_owner.get(batch.get_absolute_url()).content


def test_notes_of_later_sets_stay_with_them(bring: Confirm) -> None:
    bring(line(notes="seat 4"), line(order=2), line(order=3, notes="slipped"))
    assert PerformedExercise.objects.get().note == "seat 4"
    assert list(LoggedSet.objects.order_by("position").values_list("note", flat=True)) == ["", "", "slipped"]


def test_a_weight_above_the_log_s_limit_is_left_out_in_kilograms_only(bring: Confirm, as_owner: Client) -> None:
    batch = bring(line(), line(order=2, weight="1500"))
    assert (LoggedSet.objects.count(), batch.counts["left_out"]) == (1, 1)
    assert "1 set was left out" in as_owner.get(batch.get_absolute_url()).content.decode()
    assert bring(line(order=1), line(order=2, weight="1500"), unit="lb").counts["added"]["sets"] == 1


def test_an_import_cut_short_after_the_write_is_taken_up(
    as_owner: Client, upload: Upload, confirm: Confirm, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(as_owner, data(*sets(3)))
    with monkeypatch.context() as patch:
        patch.setattr(ImportBatch, "save", lambda *_a, **_k: (_ for _ in ()).throw(OSError("gone")))
        with pytest.raises(OSError, match="gone"):
            confirm(as_owner)
    batch = ImportBatch.objects.get()
    assert batch.status == "running"
    assert LoggedSet.objects.live().count() == 3
    as_owner.post(reverse("transfer:go_on", args=[batch.uid]))
    batch.refresh_from_db()
    assert (batch.status, batch.counts["added"]) == ("done", {"workouts": 1, "exercises": 1, "sets": 3})
    assert LoggedSet.objects.count() == 3


def test_what_was_added_by_hand_survives_the_undo(bring: Confirm, owner: User) -> None:
    batch = bring(*sets(3))
    row = PerformedExercise.objects.select_related("workout").get()
    log.record_set(by=owner, performed=row, draft=factories.draft(reps=20))
    actions.undo(by=owner, batch=batch)
    assert LoggedSet.objects.live().get().reps == 20
    assert Exercise.objects.get().retired is False, "a live workout holds it"


def test_names_that_end_in_the_same_slug(bring: Confirm) -> None:
    bring(line(exercise="Leg Day!"), line(exercise="leg-day?"), line(exercise="鍛錬"), line(exercise="修行"))
    found = set(Exercise.objects.values_list("slug", "name"))
    assert {name for _slug, name in found} == {"Leg Day!", "leg-day?", "鍛錬", "修行"}
    assert {slug for slug, _name in found} == {"my-leg-day", "my-leg-day-2", "my-exercise", "my-exercise-2"}


def test_names_that_differ_in_case_are_one_exercise(bring: Confirm) -> None:
    bring(line(exercise="Sled"), line(exercise="SLED", order=2))
    assert Exercise.objects.get().name == "Sled"
    assert LoggedSet.objects.count() == 2


def test_an_undo_is_honest_about_what_came_on_top(bring: Confirm, owner: User, as_owner: Client) -> None:
    batch = bring(*sets(3))
    row = PerformedExercise.objects.select_related("workout").get()
    mended = LoggedSet.objects.order_by("position")[0]
    entry = SetEntry(uid=mended.uid, performed=row.uid, draft=factories.draft(reps=3, position=mended.position))
    log.save_sheet(by=owner, workout=row.workout, sheet=Sheet(sets=[entry]))
    log.record_set(by=owner, performed=row, draft=factories.draft(reps=20))
    shown = " ".join(as_owner.get(batch.get_absolute_url()).content.decode().split())
    assert "You have changed 1 of its sets since: an undo takes it away too." in shown
    assert "You have added 1 set to its workouts since: an undo leaves it there." in shown
    told = as_owner.post(reverse("transfer:undo", args=[batch.uid]), follow=True).content.decode()
    assert "What you had changed in its sets since is gone with them." in told
    assert "Sets that you had added to its workouts are still there." in told
    assert "as it was before" not in told
    assert LoggedSet.objects.live().get().reps == 20


def test_an_undo_with_nothing_on_top_says_so(bring: Confirm, owner: User, as_owner: Client) -> None:
    batch = bring(*sets(3))
    factories.performed(by=owner, exercise=factories.exercise(slug="else"), sets=[factories.draft()])
    assert "since: an undo" not in as_owner.get(batch.get_absolute_url()).content.decode()
    told = as_owner.post(reverse("transfer:undo", args=[batch.uid]), follow=True).content.decode()
    assert "Your log is as it was before." in told
