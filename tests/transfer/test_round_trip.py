"""Export, import into an empty account, export: the same bytes. T29, T69."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import cast, factories
from tests.transfer.full_account import TEXTS, full_account
from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import BodyWeight, User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote, Workout
from workouts.routines.models import Routine
from workouts.science.units import Unit, parse_weight
from workouts.transfer.actions.importing import go_on
from workouts.transfer.exports.cells import exact, safe
from workouts.transfer.models import ImportBatch

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]
CSV, JSON = "/settings/data/export.csv", "/settings/data/export.json"


def fetched(client: Client, path: str) -> bytes:
    answer = client.get(path)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def training(content: bytes) -> bytes:
    """The training part of a JSON export, as bytes."""
    return content[content.index(b'"training"') : content.index(b'"account":{\n"user"')]


@dataclass(frozen=True)
class Move:
    """From one account to another empty one, through the pages."""

    owner: User
    other: User
    upload_: Upload
    confirm_: Confirm

    @property
    def here(self) -> Client:
        return cast.signed_in(self.owner)

    @property
    def there(self) -> Client:
        return cast.signed_in(self.other)

    def look(self, content: bytes, *, client: Client | None = None) -> ImportBatch:
        """The dry run of a file."""
        answer = self.upload_(client or self.there, content, "legday")
        assert answer.status_code == 302, answer.content.decode()[:3000]
        return ImportBatch.objects.latest("pk")

    def bring(self, content: bytes, *, client: Client | None = None, **answers: str) -> ImportBatch:
        self.look(content, client=client)
        batch = self.confirm_(client or self.there, **answers)
        # A busy machine does not get through all of it within one request: then the page goes on, and so does this.
        while batch.status == ImportBatch.Status.RUNNING:
            go_on(by=batch.owner, batch=batch)
        return batch


@pytest.fixture
def move(owner: User, other: User, content: None, upload: Upload, confirm: Confirm) -> Move:
    return Move(owner, other, upload, confirm)


@pytest.fixture
def full(move: Move) -> Move:
    full_account(move.owner)
    return move


@pytest.mark.parametrize("seed", range(4))
def test_the_json_of_an_account_comes_back_to_the_byte(move: Move, seed: int) -> None:
    full_account(move.owner, seed)
    sent = fetched(move.here, JSON)
    assert move.bring(sent).counts["errors"] == 0
    assert training(fetched(move.there, JSON)) == training(sent)
    assert fetched(move.there, CSV) == fetched(move.here, CSV)


@pytest.mark.parametrize("seed", range(4))
def test_the_csv_comes_back_to_the_byte(move: Move, seed: int) -> None:
    full_account(move.owner, seed)
    sent = fetched(move.here, CSV)
    assert move.bring(sent).counts["errors"] == 0
    assert fetched(move.there, CSV) == sent


@pytest.mark.parametrize("path", [CSV, JSON])
def test_what_is_there_is_not_added_again(full: Move, path: str) -> None:
    sent = fetched(full.here, path)
    full.bring(sent)
    for client in (full.here, full.there):
        batch = full.look(sent, client=client)
        assert batch.counts["adds"] == 0
        assert batch.counts["new"] == {"workouts": 0, "exercises": 0, "sets": 0}
        assert batch.counts["changed"] == 0
        page = client.get(batch.get_absolute_url()).content.decode()
        assert "Nothing new: all of this file is in your log already." in page


@pytest.mark.parametrize("path", [CSV, JSON])
def test_undo_takes_all_of_it_and_the_file_brings_all_of_it_back(move: Move, path: str) -> None:
    full_account(move.owner, another_app=False)
    sent = fetched(move.here, path)
    batch = move.bring(sent)
    move.there.post(f"/settings/data/import/{batch.uid}/undo/")
    for model in (Workout, PerformedExercise, LoggedSet, StickyNote, BodyWeight):
        assert not model.objects.of(move.other).live().exists(), model
    assert not Routine.objects.of(move.other).exists()
    assert not Exercise.objects.current().filter(owner=move.other).exists()
    again = move.bring(sent)
    assert again.counts["added"] == batch.counts["added"]
    assert fetched(move.there, CSV) == fetched(move.here, CSV)
    if path == JSON:
        found, first = (json.loads(each)["training"] for each in (fetched(move.there, JSON), sent))
        assert {**found, "notes": 0} == {**first, "notes": 0}
        assert [each["text"] for each in found["notes"]] == [each["text"] for each in first["notes"]]
    assert move.look(sent).counts["adds"] == 0


def test_the_origin_in_another_app_s_file_is_kept(full: Move) -> None:
    full.bring(fetched(full.here, JSON))
    assert Workout.objects.of(full.other).filter(origin_key="strong:workout").exists()
    assert LoggedSet.objects.of(full.other).filter(origin_key__startswith="strong:").count() == 3


def test_what_the_account_has_by_name_or_day_is_left_alone(full: Move) -> None:
    mine = Exercise.objects.create(owner=full.other, slug="my-wall", name="wall SIT", note="mine")
    typed = parse_weight("90", Unit.KG)
    put_body_weight(by=full.other, day=factories.TUESDAY, weight=typed)
    batch = full.bring(fetched(full.here, JSON))
    assert batch.counts["there"] == {"own_exercises": 1, "routines": 0, "body_weights": 1, "notes": 0}
    assert BodyWeight.objects.of(full.other).live().get(day=factories.TUESDAY).weight_text == "90"
    mine.refresh_from_db()
    assert mine.note == "mine"
    assert PerformedExercise.objects.of(full.other).filter(exercise=mine).exists()
    assert not Exercise.objects.filter(owner=full.other, slug="my-sit").exists()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_workout_travels_alone(full: Move, kind: str) -> None:
    row = Workout.objects.of(full.owner).live().filter(routine__owner=None, exercises__isnull=False).latest("pk")
    path = f"/workouts/{row.uid}/export.{kind}"
    sent = fetched(full.here, path)
    full.bring(sent)
    assert Workout.objects.of(full.other).get().uid == row.uid
    found, first = (each.split(b"training", 1)[-1] for each in (fetched(full.there, path), sent))
    assert found == first


def test_years_are_parts_of_the_whole(full: Move) -> None:
    for year in (2025, 2026):
        full.bring(fetched(full.here, f"{JSON}?year={year}"))
    assert training(fetched(full.there, JSON)) == training(fetched(full.here, JSON))


def test_a_set_that_was_edited_here_is_shown_and_taken(full: Move) -> None:
    sent = fetched(full.here, JSON)
    logged = LoggedSet.objects.of(full.owner).live().filter(right=12, origin_key="").latest("pk")
    edited = factories.draft(reps=None, left=0, right=5)
    actions.record_set(by=full.owner, performed=logged.performed, draft=edited, uid=logged.uid)
    batch = full.look(sent, client=full.here)
    assert batch.counts["changed"] == 1
    full.confirm_(full.here, take=batch.counts["changes"][0]["key"])
    logged.refresh_from_db()
    assert logged.right == 12
    assert full.look(sent, client=full.here).counts["changed"] == 0


def test_two_windows_at_once_add_one(full: Move) -> None:
    sent = fetched(full.here, CSV)
    batches = [full.look(sent) for _window in range(2)]
    for batch in batches:
        full.there.post(batch.get_absolute_url(), {"unit": "kg"})
    assert fetched(full.there, CSV) == sent


@pytest.mark.parametrize("text", [*TEXTS, "'", "''", "'x", "=", "'=", "-", "\n=x"])
def test_a_text_is_made_safe_and_itself_again(text: str) -> None:
    assert exact(safe(text)) == text
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


def test_numbers_stay_numbers_in_the_csv(full: Move) -> None:
    """T29: an apostrophe only before text; an offset of -210 minutes is a number."""
    lines = list(csv.DictReader(io.StringIO(fetched(full.here, CSV).decode("utf-8-sig"), newline="")))
    assert "-210" in {line["utc_offset"] for line in lines}
    assert {"'=1+1", "'-5", "''=quoted", "'plain"} <= {line["set_note"] for line in lines}
