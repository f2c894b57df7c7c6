"""Exports as a lifter meets them: names of files, links, statements, years, paper."""

import csv
import io
import json
import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests import factories
from tests.sources import ROOT
from tests.transfer.full_account import full_account
from tests.transfer.leaving import leave
from tests.transfer.test_round_trip import CSV, JSON, fetched
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode
from workouts.log import actions
from workouts.log.models import Workout
from workouts.transfer.exports import account, columns, history, training

pytestmark = pytest.mark.django_db

PRINT = "/workouts/print/"


@pytest.fixture
def two_years(owner: User) -> User:
    squat = factories.exercise(owner=owner, slug="my-squat", name="=Squat")
    factories.history(by=owner, exercise=squat, workouts=3, last=factories.TUESDAY)
    factories.history(by=owner, exercise=squat, workouts=2, last=factories.TUESDAY.replace(year=2024))
    return owner


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_your_data_leads_to_all_of_it(two_years: User, as_owner: Client) -> None:
    page = as_owner.get("/settings/data/").content.decode()
    for link in ("/settings/data/import/", CSV, JSON, PRINT, f"{CSV}?year=2024", f"{JSON}?year=2026"):
        assert f'href="{link}"' in page
    assert 'href="/settings/data/"' in as_owner.get("/settings/").content.decode()
    history_page = as_owner.get("/workouts/").content.decode()
    assert 'href="/settings/data/"' in history_page
    assert f'href="{PRINT}"' in history_page
    row = Workout.objects.latest("pk")
    for kind in ("csv", "json"):
        assert f'href="/workouts/{row.uid}/export.{kind}"' in as_owner.get(f"/workouts/{row.uid}/").content.decode()


@time_machine.travel("2026-11-17T20:00+00:00", tick=False)
def test_files_are_named_for_the_lifter_s_day(two_years: User, as_owner: Client) -> None:
    two_years.preferences.zone = "Pacific/Auckland"
    two_years.preferences.save()
    uid = Workout.objects.get(day=factories.TUESDAY).uid
    names = {
        CSV: "legday-2026-11-18.csv",
        JSON: "legday-2026-11-18.json",
        f"{CSV}?year=2024": "legday-2024-exported-2026-11-18.csv",
        f"{JSON}?year=2024": "legday-2024-exported-2026-11-18.json",
        f"/workouts/{uid}/export.csv": "legday-workout-2026-11-17.csv",
        f"/workouts/{uid}/export.json": "legday-workout-2026-11-17.json",
    }
    for path, name in names.items():
        answer = as_owner.get(path)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        kind = "text/csv" if ".csv" in path else "application/json"
        assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert answer.streaming
        leave(answer)


def test_a_file_is_a_row_a_set_with_its_mark_and_ends(two_years: User, as_owner: Client) -> None:
    content = fetched(as_owner, CSV)
    assert content.startswith(b"\xef\xbb\xbfworkout_id,day,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 21
    found = rows(content)
    assert (found[0]["day"], found[-1]["day"]) == ("2024-11-15", "2026-11-17")
    assert {line["exercise"] for line in found} == {"'=Squat"}
    assert (found[0]["weight"], found[0]["reps"], found[0]["set_kind"]) == ("60", "8", "working")


def test_an_exercise_without_a_set_has_a_row(owner: User, as_owner: Client, content: None) -> None:
    full_account(owner)
    empty = Workout.objects.of(owner).get(title="Empty")
    found = [line for line in rows(fetched(as_owner, CSV)) if line["workout_id"] == str(empty.uid)]
    assert [(line["exercise_id"], line["set_id"]) for line in found] == [("", "")]


def test_a_year_is_its_own_file(two_years: User, as_owner: Client) -> None:
    assert {line["day"][:4] for line in rows(fetched(as_owner, f"{CSV}?year=2024"))} == {"2024"}
    whole = json.loads(fetched(as_owner, f"{JSON}?year=2024"))
    assert {each["day"][:4] for each in whole["training"]["workouts"]} == {"2024"}
    assert whole["account"]["user"]["email"] == "owner@legday.example"


@pytest.mark.parametrize("year", ["0", "1949", "2200", "x", "２０２６", "9" * 5000, "-1"])
@pytest.mark.parametrize("path", [CSV, JSON, PRINT])
def test_a_year_that_no_log_has_is_no_page(as_owner: Client, path: str, year: str) -> None:
    assert as_owner.get(path, {"year": year}).status_code == 404


def test_an_empty_account_has_files_too(as_owner: Client) -> None:
    assert rows(fetched(as_owner, CSV)) == []
    whole = json.loads(fetched(as_owner, JSON))
    assert whole["training"] == {"exercises": [], "routines": [], "body_weights": [], "notes": [], "workouts": []}
    assert "There is no workout to print in this time." in as_owner.get(PRINT).content.decode()


def test_a_workout_s_file_holds_nothing_of_the_account(two_years: User, as_owner: Client) -> None:
    uid = Workout.objects.get(day=factories.TUESDAY).uid
    whole = json.loads(fetched(as_owner, f"/workouts/{uid}/export.json"))
    assert "account" not in whole
    assert [each["slug"] for each in whole["training"]["exercises"]] == ["my-squat"]
    assert [each["id"] for each in whole["training"]["workouts"]] == [str(uid)]


@pytest.mark.parametrize("path", [CSV, JSON, PRINT])
def test_statements_do_not_grow_with_the_history(
    owner: User, as_owner: Client, django_assert_num_queries: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three for each page of workouts; the page is made small here."""
    monkeypatch.setattr(history, "PAGE", 10)
    squat = factories.exercise()
    factories.history(by=owner, exercise=squat, workouts=10)
    once = {CSV: 2 + 1, JSON: 2 + 22, PRINT: 2 + 3}[path]
    with django_assert_num_queries(once + 3):
        read(as_owner, path)
    factories.history(by=owner, exercise=squat, workouts=20, last=factories.TUESDAY.replace(month=8))
    with django_assert_num_queries(once + 9):
        read(as_owner, path)


def read(client: Client, path: str) -> bytes:
    answer = client.get(path)
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def test_a_file_comes_in_pieces(owner: User, as_owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workouts.transfer.exports.sheet.PAGE", 10)
    monkeypatch.setattr("workouts.transfer.exports.document.ROWS", 10)
    factories.history(by=owner, exercise=factories.exercise(), workouts=50)
    for path in (CSV, JSON):
        pieces = list(as_owner.get(path).streaming_content)  # type: ignore[attr-defined]
        assert max(map(len, pieces)) < sum(map(len, pieces)) / 3


def test_paper_shows_a_year(two_years: User, as_owner: Client) -> None:
    page = as_owner.get(PRINT).content.decode()
    assert "Workouts of 2026" in page
    assert page.count("<h3>") == 3
    assert "Tuesday 17 November 2026" in page
    older = as_owner.get(PRINT, {"year": "2024"}).content.decode()
    assert older.count("<h3>") == 2
    assert "2026" not in re.sub(r"<nav.*?</nav>|<p class=\"lead\">.*?</p>|<head>.*?</head>", "", older, flags=re.S)


def test_paper_says_what_is_typed(owner: User, as_owner: Client) -> None:
    sets = [
        factories.draft(weight="62,5", note="<b>deep</b>"),
        factories.draft(weight=None, reps=None, left=7, right=9),
        factories.draft(weight="10", load_mode=LoadMode.ASSISTED),
    ]
    factories.performed(by=owner, exercise=factories.exercise(), sets=sets)
    page = as_owner.get(PRINT).content.decode()
    for words in ("62,5", "&lt;b&gt;deep", "7<small> left", "of help"):
        assert words in page


def test_a_pair_of_dumbbells_says_so(owner: User, as_owner: Client) -> None:
    pair = factories.exercise(load_type=Exercise.LoadType.DUMBBELL_PAIR)
    row = factories.performed(by=owner, exercise=pair, sets=[factories.draft(weight="22")])
    for page in (PRINT, f"/workouts/{row.workout.uid}/"):
        assert '2 <span class="x">×</span> 22<small> kg' in as_owner.get(page).content.decode()


def test_a_deleted_workout_is_no_file(owner: User, as_owner: Client) -> None:
    row = factories.workout(by=owner)
    actions.delete_workout(by=owner, workout=row)
    for kind in ("csv", "json"):
        assert as_owner.get(f"/workouts/{row.uid}/export.{kind}").status_code == 404
    assert str(row.uid) in fetched(as_owner, JSON).decode(), "yet it is hers, and in the account's own"


DOCUMENT = (ROOT / "docs/exports.md").read_text()


def test_every_column_is_documented_in_order() -> None:
    table = DOCUMENT.split("## CSV")[1].split("## JSON")[0]
    assert tuple(re.findall(r"^\| `([a-z_]+)` \|", table, re.M)) == columns.HEADER


def test_every_field_of_the_json_is_documented(owner: User, as_owner: Client, content: None) -> None:
    full_account(owner)
    text = DOCUMENT.split("## JSON")[1]
    said = set(re.findall(r"`([a-z_]+)`", text))
    whole = json.loads(fetched(as_owner, JSON))
    assert keys(whole, opaque={"answers", "counts", "fields", "replaced", "problem"}) - said == set()
    for names in (training.WORKOUT, training.PERFORMED, training.DOSE, training.SET, training.EXERCISE):
        assert set(names) - said == set()
    for others in (account.USER, account.PREFERENCES, account.GEAR, account.BATCH, account.CHANGE, account.MUTATION):
        assert set(others) - said == set()


def keys(value: Any, opaque: set[str]) -> set[str]:
    if isinstance(value, dict):
        inner = (keys(each, opaque) for name, each in value.items() if name not in opaque)
        return set(value).union(*inner)
    return set().union(*(keys(each, opaque) for each in value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("path", [CSV, JSON])
def test_one_file_at_a_time(two_years: User, as_owner: Client, as_other: Client, path: str) -> None:
    """The second waits for the first to be sent, or given up; other people do not."""
    first = as_owner.get(path)
    second = as_owner.get(CSV)
    assert (second.status_code, second["Retry-After"]) == (429, "10")
    assert "Another file of your history is being made." in second.content.decode()
    assert as_other.get(path).status_code == 200
    next(iter(first))
    leave(first)
    third = as_owner.get(path)
    assert third.status_code == 200
    leave(third)


def test_a_file_that_was_only_asked_about_is_no_file_under_way(as_owner: Client) -> None:
    asked = as_owner.head(CSV)
    assert asked.status_code == 200
    leave(asked)  # as a server does
    assert read(as_owner, CSV)
