"""The table of an exercise as CSV: what is shown, safe in a spreadsheet."""

import csv
import io

import pytest
from django.test import Client

from tests.factories import exercise, performed
from tests.progress.histories import day, done, mixed
from workouts.accounts.models import User
from workouts.catalogue.models import LoadMode

pytestmark = pytest.mark.django_db


def lines(client: Client, query: str = "range=all", slug: str = "test-squat") -> list[dict[str, str]]:
    answer = client.get(f"/progress/{slug}/export.csv?{query}")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_the_file_has_the_numbers_of_the_table(owner: User, as_owner: Client) -> None:
    mixed(owner, exercise())
    found = lines(as_owner)
    assert [(one["Date"], one["e1RM, kg"], one["Grade"], one["At least"], one["Remark"]) for one in found] == [
        ("2026-11-13", "80.0", "B", "yes", ""),
        ("2026-11-11", "", "", "", "deload"),
        ("2026-11-09", "", "", "", "it hurt"),
        ("2026-11-06", "75.0", "A", "", ""),
        ("2026-11-04", "81.6", "B", "", ""),
        ("2026-11-02", "80.0", "B", "", ""),
    ]
    assert found[0]["Volume, kg"] == "1140", "a plain number"
    assert (found[4]["Weight"], found[4]["Its unit"], found[4]["Reps"]) == ("135", "lb", "8")


def test_the_file_holds_the_range_that_is_shown(owner: User, as_owner: Client) -> None:
    squat = exercise()
    for year in (2019, 2020):
        performed(by=owner, exercise=squat, day=day(2).replace(year=year), sets=[done("60", 8)])
    assert len(lines(as_owner)) == 2
    assert lines(as_owner, "range=3m") == []


def test_text_that_a_spreadsheet_would_run_is_quoted(owner: User, as_owner: Client) -> None:
    curl = exercise()
    performed(by=owner, exercise=curl, day=day(2), sets=[done("10", 8, load_mode=LoadMode.BODYWEIGHT_PLUS)])
    found = lines(as_owner)[0]
    assert (found["Best set"], found["Weight"]) == ("'+10 kg × 8", "'+10")


def test_the_file_has_a_name(owner: User, as_owner: Client) -> None:
    performed(by=owner, exercise=exercise(), day=day(2), sets=[done("60", 8)])
    answer = as_owner.get("/progress/test-squat/export.csv?range=all")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="legday-test-squat-all.csv"'


def test_before_the_first_workout_it_is_a_head_alone(as_owner: Client) -> None:
    exercise()
    assert lines(as_owner) == []
