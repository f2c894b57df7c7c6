"""A long import is worked off a stretch at a time: it can be left, killed, taken up, dropped, asked for twice; and it
is seen whole or not at all."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.transfer.strong_files import data, twin
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions as log
from workouts.log.actions import staging
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, Workout
from workouts.transfer.actions import importing, pieces
from workouts.transfer.models import ImportBatch, ImportedName, ImportPiece

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
# Six workouts of 12 sets: six pieces.
WORKOUTS, SETS = 6, 72


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece holds one workout, and a request lays one piece or none."""
    monkeypatch.setattr(pieces, "SETS", 12)
    monkeypatch.setattr(staging, "PAUSE", 0)
    monkeypatch.setattr(importing, "_lay", one_piece(importing._lay))


def one_piece(real: Callable[..., bool]) -> Callable[..., bool]:
    def lay(batch: ImportBatch, writing: Any, lease: Any, _until: float) -> bool:
        pieces_in_all, batch.pieces = batch.pieces, min(batch.laid + 1, batch.pieces or 0)
        done = real(batch, writing, lease, float("inf"))
        batch.pieces = pieces_in_all
        return done and batch.laid == pieces_in_all

    return lay


@pytest.fixture
def begun(as_owner: Client, upload: Upload) -> ImportBatch:
    """One of six pieces lies there."""
    upload(as_owner, data(*twin(workouts=WORKOUTS)))
    batch = ImportBatch.objects.get()
    response = as_owner.post(batch.get_absolute_url(), {"unit": "kg"})
    assert response.headers["Location"] == f"{batch.get_absolute_url()}?go"
    batch.refresh_from_db()
    assert (batch.status, batch.laid, batch.pieces) == ("running", 1, WORKOUTS)
    return batch


def go_on(client: Client, batch: ImportBatch) -> HttpResponse:
    response = client.post(reverse("transfer:go_on", args=[batch.uid]))
    batch.refresh_from_db()
    return response  # type: ignore[return-value]


def to_the_end(client: Client, batch: ImportBatch) -> None:
    for _stretch in range(30):
        if batch.status != "running":
            return
        go_on(client, batch)
    raise AssertionError("It never ends.")


def live() -> int:
    count: int = LoggedSet.objects.live().count()
    return count


def check_whole(batch: ImportBatch, user: User) -> None:
    assert (batch.status, batch.file, batch.counts["added"]["sets"]) == ("done", None, SETS)
    assert (live(), LoggedSet.objects.count(), Workout.objects.count()) == (SETS, SETS, WORKOUTS)
    assert not ImportPiece.objects.exists()
    revs = list(Change.objects.filter(owner=user).order_by("rev").values_list("rev", flat=True))
    assert revs == list(range(1, Ledger.objects.get(owner=user).rev + 1)), "one after the other, none left unseen"


def test_nothing_is_seen_before_the_last_stretch(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    for laid in range(2, WORKOUTS):
        assert go_on(as_owner, begun).status_code == 302
        assert (begun.laid, live(), Workout.objects.live().count()) == (laid, 0, 0)
        assert not Exercise.objects.filter(owner=owner).current().exists(), "nor are the exercises that it makes"
        assert not ImportedName.objects.exists()
    go_on(as_owner, begun)
    check_whole(begun, owner)
    assert Exercise.objects.filter(owner=owner).current().exists()
    rows = PerformedExercise.objects.filter(sets=0, logged_sets__kind="working")
    assert not rows.exists() or not PerformedExercise.objects.filter(day=None).exists()


def test_the_page_s_script_is_told_how_far_it_is(as_owner: Client, begun: ImportBatch) -> None:
    address = reverse("transfer:go_on", args=[begun.uid])
    told = [json.loads(as_owner.post(address, headers={"Accept": "application/json"}).content) for _n in range(5)]
    assert [each["percent"] for each in told] == [31, 47, 63, 79, 95]
    assert [each["runs"] for each in told] == [True] * 4 + [False]
    assert "72 sets are in your log now." in as_owner.get(begun.get_absolute_url()).content.decode()


def test_who_comes_back_is_offered_to_go_on_or_to_drop(as_owner: Client, begun: ImportBatch) -> None:
    shown = as_owner.get(begun.get_absolute_url()).content.decode()
    assert 'value="15" max="100"' in shown
    assert "<span data-percent>15</span><small>%</small>" in shown
    assert reverse("transfer:go_on", args=[begun.uid]) in shown
    assert reverse("transfer:drop", args=[begun.uid]) in shown
    assert "data-runs" not in shown
    assert "data-runs" in as_owner.get(f"{begun.get_absolute_url()}?go").content.decode()
    assert "Not finished" in as_owner.get("/settings/data/import/").content.decode()


def test_looking_writes_nothing(as_owner: Client, begun: ImportBatch) -> None:
    assert as_owner.get(reverse("transfer:go_on", args=[begun.uid])).status_code == 405
    as_owner.get(f"{begun.get_absolute_url()}?go")
    begun.refresh_from_db()
    assert begun.laid == 1


def test_a_dropped_import_leaves_nothing(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    go_on(as_owner, begun)
    as_owner.post(reverse("transfer:drop", args=[begun.uid]))
    models = [ImportBatch, ImportPiece, Workout, PerformedExercise, LoggedSet, Mutation, Change]
    assert [model._default_manager.count() for model in models] == [0] * len(models)
    assert not Exercise.objects.filter(owner=owner).exists()


class Killed(BaseException):
    """Not an Exception: nothing tidies up, as when the process is gone."""


@pytest.mark.parametrize("at", ["workouts", "sets", "reveal", "finish"])
def test_a_killed_server_costs_nothing(
    as_owner: Client, owner: User, begun: ImportBatch, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Row T30, killed half way: in the middle of a piece, before and after the end."""
    with monkeypatch.context() as patch:
        fall(patch, at)
        with pytest.raises(Killed):
            to_the_end(as_owner, begun)
    assert live() == (SETS if at == "finish" else 0)
    go_on(as_owner, begun)
    assert begun.status == "running", "who was killed is waited for"
    ImportBatch.objects.update(leased_until=timezone.now() - datetime.timedelta(seconds=1))
    to_the_end(as_owner, begun)
    check_whole(begun, owner)


def fall(patch: pytest.MonkeyPatch, at: str) -> None:
    def killed(*_args: Any, **_kwargs: Any) -> None:
        patch.setattr(importing._Lease, "give_back", lambda _lease: None)
        raise Killed

    if at == "finish":
        patch.setattr(importing, "finish", killed)
    elif at == "reveal":
        patch.setattr(staging.Staging, "reveal", killed)
    else:
        put, model = staging.Staging.put, Workout if at == "workouts" else LoggedSet

        def half(self: staging.Staging, rows: list[Any]) -> None:
            put(self, rows[: len(rows) // 2] if rows and isinstance(rows[0], model) else rows)
            if rows and isinstance(rows[0], model):
                killed()

        patch.setattr(staging.Staging, "put", half)


def test_two_tabs_do_not_double(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    mine = importing._Lease(begun)
    assert mine.take()
    assert not importing._Lease(begun).take()
    go_on(as_owner, begun)
    assert begun.laid == 1, "the other tab is at it"
    mine.give_back()
    to_the_end(as_owner, begun)
    for _late in range(2):
        assert go_on(as_owner, begun).headers["Location"] == begun.get_absolute_url()
    assert as_owner.post(begun.get_absolute_url(), {"unit": "lb"}).status_code == 302
    check_whole(begun, owner)


def test_one_import_of_a_lifter_s_runs_at_a_time(
    as_owner: Client, as_other: Client, begun: ImportBatch, upload: Upload
) -> None:
    upload(as_owner, data(*twin(workouts=1)))
    second = ImportBatch.objects.latest("pk")
    response = as_owner.post(second.get_absolute_url(), {"unit": "kg"})
    assert response.status_code == 422
    assert "Another import is not finished" in response.content.decode()
    upload(as_other, data(*twin(workouts=1)))
    assert as_other.post(ImportBatch.objects.latest("pk").get_absolute_url(), {"unit": "kg"}).status_code == 302


def test_sets_logged_meanwhile_are_no_trouble(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    while begun.status == "running":
        log.record_set(by=owner, performed=row, draft=factories.draft())
        go_on(as_owner, begun)
    assert (begun.status, begun.restarts) == ("done", 0)


def test_what_is_deleted_meanwhile_makes_it_begin_anew(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    log.delete_workout(by=owner, workout=row.workout)
    to_the_end(as_owner, begun)
    assert (begun.restarts, live(), LoggedSet.objects.count()) == (1, SETS, SETS)


def test_a_log_that_never_rests_gets_its_questions_back(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    for _change in range(40):
        row = factories.performed(by=owner, exercise=factories.exercise(slug=f"e{_change}"), sets=[])
        log.delete_workout(by=owner, workout=row.workout)
        go_on(as_owner, begun)
        if begun.status != "running":
            break
    assert (begun.status, live(), LoggedSet.objects.count()) == ("preview", 0, 0)
    assert "Nothing of it is imported" in as_owner.get(begun.get_absolute_url()).content.decode()
    as_owner.post(begun.get_absolute_url(), {"unit": "kg"})
    begun.refresh_from_db()
    to_the_end(as_owner, begun)
    assert live() == SETS


def test_a_staging_that_was_swept_away_is_laid_anew(as_owner: Client, owner: User, begun: ImportBatch) -> None:
    assert begun.staging
    log.abandon(owner, begun.staging)
    assert not LoggedSet.objects.exists()
    to_the_end(as_owner, begun)
    check_whole(begun, owner)


def test_a_piece_is_read_back_as_it_was(owner: User) -> None:
    squat = factories.exercise()
    sets = [factories.draft(position=n, origin_key=f"k{n}", note="ü\u2028😀", rir=None) for n in range(3)]
    performed = log_drafts(squat, sets)
    assert pieces.unpack(pieces.pack([performed]), {squat.pk: squat}) == [performed]
    assert pieces.unpack(pieces.pack([performed]), {})[0].exercises == [], "an exercise that is gone meanwhile"


def log_drafts(exercise: Exercise, sets: list[Any]) -> Any:
    from workouts.log.drafts import ExerciseDraft, WorkoutDraft

    row = ExerciseDraft(exercise=exercise, sets=sets, note="n", superset=1, origin_key="e")
    start = datetime.datetime(2024, 3, 31, 2, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    return WorkoutDraft(day=factories.TUESDAY, zone="UTC", started_at=start, origin_key="w", exercises=[row])
