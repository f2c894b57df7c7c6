"""A row that changed in the file since: both values are shown, and the log's own is kept unless told."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.transfer.strong_files import data, line, sets
from workouts.accounts.models import User
from workouts.log.models import LoggedSet
from workouts.transfer.models import ImportBatch
from workouts.transfer.queries import left_out

pytestmark = pytest.mark.django_db

Upload = Callable[..., HttpResponse]
Confirm = Callable[..., ImportBatch]


def numbers() -> list[tuple[str, int]]:
    return list(LoggedSet.objects.live().order_by("position").values_list("weight_text", "reps"))


@pytest.fixture
def again(as_owner: Client, upload: Upload, confirm: Confirm) -> ImportBatch:
    """Three sets are in the log; the file comes again with the second of them mended."""
    first, second, third = sets(3)
    upload(as_owner, data(first, second, third))
    confirm(as_owner)
    upload(as_owner, data(first, {**second, "Weight": "65", "Reps": "7"}, third))
    return ImportBatch.objects.latest("pk")


def test_both_values_are_shown(as_owner: Client, again: ImportBatch) -> None:
    (change,) = again.counts["changes"]
    assert (change["line"], change["log"], change["file"]) == (3, "60 kg × 8", "65 kg × 7")
    shown = " ".join(as_owner.get(again.get_absolute_url()).content.decode().split())
    assert "your log: 60 kg × 8; the file: 65 kg × 7 (line 3)" in shown
    assert "a part of it with other numbers" in shown


def test_the_log_s_own_is_kept_unless_told(as_owner: Client, again: ImportBatch, confirm: Confirm) -> None:
    assert confirm(as_owner).counts["corrected"] == 0
    assert numbers() == [("60.0", 8)] * 3


def test_the_file_s_is_taken_when_told(as_owner: Client, again: ImportBatch, confirm: Confirm) -> None:
    done = confirm(as_owner, take=again.counts["changes"][0]["key"])
    assert (done.counts["corrected"], done.counts["added"]["sets"]) == (1, 0)
    assert numbers() == [("60.0", 8), ("65", 7), ("60.0", 8)]
    undone = as_owner.post(reverse("transfer:undo", args=[done.uid]), follow=True)
    assert "keep them" in undone.content.decode(), "the undo says what it does not bring back"
    assert numbers() == [("60.0", 8), ("65", 7), ("60.0", 8)]


def test_a_set_that_is_not_on_the_list_is_not_taken(as_owner: Client, again: ImportBatch, confirm: Confirm) -> None:
    untouched = LoggedSet.objects.order_by("position")[0]
    assert confirm(as_owner, take=untouched.origin_key).counts["corrected"] == 0
    assert numbers() == [("60.0", 8)] * 3


def test_a_file_without_ratings_changes_none(as_owner: Client, upload: Upload, confirm: Confirm) -> None:
    upload(as_owner, data(line(rpe="8")))
    confirm(as_owner)
    upload(as_owner, data(line()))
    assert ImportBatch.objects.latest("pk").counts["changed"] == 0


def test_a_name_that_is_left_out_is_remembered(as_owner: Client, owner: User, upload: Upload, confirm: Confirm) -> None:
    rows = [line(exercise="Yoga"), line(exercise="Squats", order=2)]
    upload(as_owner, data(*rows))
    names = [name for name, _sets in ImportBatch.objects.latest("pk").counts["names"]]
    field = f"name-{names.index('Yoga')}"
    assert confirm(as_owner, **{field: "out"}).counts["added"]["sets"] == 1
    assert left_out(owner, names) == {"Yoga"}
    upload(as_owner, data(*rows))
    page = as_owner.get(ImportBatch.objects.latest("pk").get_absolute_url()).content.decode()
    assert '<option value="out" selected>' in page
    confirm(as_owner, **{field: "own"})
    assert left_out(owner, names) == set()
    assert LoggedSet.objects.live().count() == 2


def test_leaving_everything_out_is_no_import(as_owner: Client, upload: Upload) -> None:
    upload(as_owner, data(line()))
    address = ImportBatch.objects.latest("pk").get_absolute_url()
    response = as_owner.post(address, {"unit": "kg", "name-0": "out"})
    assert response.status_code == 422
    assert "Every name is left out" in response.content.decode()
