"""Reading by the API: pages, filters, ETags, and as many statements for much as for little."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast, factories
from workouts.accounts.actions import put_body_weight
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import Mutation, Workout
from workouts.routines.models import Prescription, Routine
from workouts.science.units import Unit, parse_weight

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture
def squat(content: None) -> Exercise:
    return Exercise.objects.get(slug="barbell-squat")


def items(client: Client, path: str, **asked: Any) -> list[dict[str, Any]]:
    """Of all pages together."""
    found: list[dict[str, Any]] = []
    while True:
        answer = client.get(f"{V1}/{path}", asked)
        assert answer.status_code == 200, answer.content
        found += answer.json()["items"]
        if answer.json()["next"] is None:
            return found
        asked = {**asked, "cursor": answer.json()["next"]}


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 200])
def test_pages_hold_everything_once(as_owner: Client, owner: User, squat: Exercise, limit: int) -> None:
    factories.history(by=owner, exercise=squat, workouts=7)
    factories.workout(by=owner)  # a second one on a day
    days = [each["day"] for each in items(as_owner, "workouts", limit=limit)]
    assert len(days) == 8
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("path", ["sets", "exercises", "routines", "notes", "body-weight"])
def test_every_list_goes_on_where_it_stopped(as_owner: Client, owner: User, squat: Exercise, path: str) -> None:
    factories.history(by=owner, exercise=squat, workouts=3)
    for n, exercise in enumerate(Exercise.objects.all()[:3]):
        actions.put_note(by=owner, exercise=exercise, text="Seat 4")
        day = factories.TUESDAY - datetime.timedelta(days=n)
        put_body_weight(by=owner, day=day, weight=parse_weight("82.5", Unit.KG))
        Routine.objects.create(owner=owner, slug=f"my-{n}", name="Same name")
    key = "slug" if path in {"exercises", "routines"} else "id"
    one_by_one = [each[key] for each in items(as_owner, path, limit=1)]
    assert len(set(one_by_one)) == len(one_by_one) >= 3
    assert one_by_one == [each[key] for each in items(as_owner, path)]


def test_a_row_written_meanwhile_hides_none(as_owner: Client, owner: User, squat: Exercise) -> None:
    factories.history(by=owner, exercise=squat, workouts=4)
    first = as_owner.get(f"{V1}/workouts", {"limit": 2}).json()
    factories.workout(by=owner, day=factories.TUESDAY + datetime.timedelta(days=1))
    rest = as_owner.get(f"{V1}/workouts", {"limit": 2, "cursor": first["next"]}).json()
    assert len({each["id"] for each in first["items"] + rest["items"]}) == 4


def test_a_cursor_is_for_its_list_its_filters_and_its_owner(
    as_owner: Client, as_other: Client, owner: User, other: User, squat: Exercise
) -> None:
    for user in (owner, other):
        factories.history(by=user, exercise=squat, workouts=3)
    cursor = as_owner.get(f"{V1}/workouts", {"limit": 1}).json()["next"]
    assert as_owner.get(f"{V1}/workouts", {"cursor": cursor}).status_code == 200
    wrong = [
        as_owner.get(f"{V1}/sets", {"cursor": cursor}),
        as_owner.get(f"{V1}/workouts", {"cursor": cursor, "from": "2026-01-01"}),
        as_other.get(f"{V1}/workouts", {"cursor": cursor}),
        as_owner.get(f"{V1}/workouts", {"cursor": cursor[:-1]}),
        as_owner.get(f"{V1}/workouts", {"cursor": ""}),
    ]
    assert [(each.status_code, each.json()["code"]) for each in wrong] == [(400, "bad-cursor")] * 5


def test_workouts_by_filter(as_owner: Client, owner: User, squat: Exercise, leg_day: Routine) -> None:
    factories.history(by=owner, exercise=squat, workouts=3)  # 17, 15 and 13 November
    planned = actions.start_workout(by=owner, day=datetime.date(2026, 11, 1), zone="UTC", routine=leg_day)
    days = ["2026-11-17", "2026-11-15", "2026-11-13"]
    assert [each["day"] for each in items(as_owner, "workouts", exercise=squat.slug, **{"from": days[1]})] == days[:2]
    assert [each["day"] for each in items(as_owner, "workouts", to="2026-11-14", **{"from": "2026-11-02"})] == days[2:]
    assert [each["id"] for each in items(as_owner, "workouts", routine="leg-day")] == [str(planned.uid)]
    assert items(as_owner, "workouts", routine="nobody-has-it") == []
    Mutation.objects.update(at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    since = {"updated": "2026-06-01T00:00:00+02:00"}
    assert items(as_owner, "workouts", **since) == []
    # A set counts as a change of its workout.
    oldest = Workout.objects.of(owner).get(day=days[2])
    row = oldest.exercises.get()
    actions.record_set(by=owner, performed=row, draft=factories.draft(position=9))
    assert [each["id"] for each in items(as_owner, "workouts", **since)] == [str(oldest.uid)]


def test_sets_by_filter(as_owner: Client, owner: User, squat: Exercise) -> None:
    factories.history(by=owner, exercise=squat, workouts=2, sets=3)
    found = items(as_owner, "sets", exercise=squat.slug, kind="working")
    assert len(found) == 6
    assert (found[0]["weight"], found[0]["weight_text"], found[0]["unit"], found[0]["reps"]) == ("60", "60", "kg", 8)
    assert items(as_owner, "sets", kind="warmup") == []
    assert len(items(as_owner, "sets", **{"from": "2026-11-16"})) == 3


def test_a_workout_whole(as_owner: Client, owner: User, squat: Exercise) -> None:
    row = factories.performed(by=owner, exercise=squat, sets=[factories.draft(), factories.draft(weight="62,5")])
    told = as_owner.get(f"{V1}/workouts/{row.workout.uid}").json()
    assert told["exercises"] == [squat.slug]
    assert [each["weight"] for each in told["performed"][0]["logged"]] == ["60", "62.5"]
    actions.delete_workout(by=owner, workout=row.workout)
    assert as_owner.get(f"{V1}/workouts/{row.workout.uid}").status_code == 404
    assert items(as_owner, "sets") == []


def test_own_exercises_and_routines_are_for_her(
    as_owner: Client, as_other: Client, owner: User, squat: Exercise
) -> None:
    mine = factories.exercise(slug="my-press", name="My press", owner=owner)
    routine = Routine.objects.create(owner=owner, slug="my-day", name="My day")
    Prescription.objects.create(routine=routine, exercise=mine)
    assert [each["slug"] for each in items(as_owner, "exercises", own="true")] == [mine.slug]
    assert as_owner.get(f"{V1}/exercises/{mine.slug}").json()["own"] is True
    assert as_owner.get(f"{V1}/routines/my-day").json()["prescriptions"][0]["exercise"] == mine.slug
    for client in (as_other, Client()):
        assert items(client, "exercises", own="true") == []
        assert client.get(f"{V1}/exercises/{mine.slug}").status_code == 404
        assert client.get(f"{V1}/routines/my-day").status_code == 404
        assert mine.slug not in {each["slug"] for each in items(client, "exercises")}


def test_exercises_by_filter(client: Client, squat: Exercise) -> None:
    hinges = items(client, "exercises", pattern="hinge")
    assert {each["pattern"] for each in hinges} == {"hinge"}
    assert all("barbell" in each["equipment"] for each in items(client, "exercises", equipment="barbell"))
    assert squat.slug in {each["slug"] for each in items(client, "exercises", group="quadriceps")}
    assert items(client, "exercises", group="wings") == []


def test_advice_is_what_the_page_says(as_owner: Client, owner: User, squat: Exercise) -> None:
    factories.history(by=owner, exercise=squat, workouts=4, last=datetime.date(2026, 11, 1))
    told = as_owner.get(f"{V1}/next-session").json()
    page = as_owner.get("/today/").content.decode()
    target = next(each for each in told["targets"] if each["exercise"] == squat.slug)
    assert target["weight"] is not None
    assert target["headline"] in page.replace("&#x27;", "'")
    assert as_owner.get(f"{V1}/next-session", {"routine": "no-such"}).status_code == 404
    assert as_owner.get(f"{V1}/readiness").json()["code"]


def test_progress_is_what_the_page_says(as_owner: Client, owner: User, squat: Exercise) -> None:
    row = factories.performed(by=owner, exercise=squat, sets=[factories.draft(weight="100", reps=5)])
    told = as_owner.get(f"{V1}/progress/{squat.slug}", {"range": "all"}).json()
    assert told["sessions"][0]["workout"] == str(row.workout.uid)
    page = as_owner.get(f"/progress/{squat.slug}/").content.decode()
    assert told["sessions"][0]["e1rm"]["value"] in page
    assert as_owner.get(f"{V1}/progress").json()["items"][0]["sessions"] == 1
    records = as_owner.get(f"{V1}/progress/{squat.slug}/records").json()
    assert records["reps"][0]["weight"] == "100"
    assert as_owner.get(f"{V1}/workouts/{row.workout.uid}/records").json()["items"][0]["first"] is True


READS = ["account", "workouts", "sets", "notes", "progress", "progress/barbell-squat", "body-weight", "exercises"]


@pytest.mark.parametrize("path", [*READS, "routines", "muscle-groups", "routines/leg-day", "exercises/barbell-squat"])
def test_what_has_not_changed_is_a_304(as_owner: Client, owner: User, squat: Exercise, path: str) -> None:
    factories.history(by=owner, exercise=squat, workouts=3)
    first = as_owner.get(f"{V1}/{path}", headers={"accept-encoding": "gzip"})
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "Authorization"} <= set(first.headers["Vary"].split(", "))
    again = as_owner.get(f"{V1}/{path}", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_has_changed_is_not(as_owner: Client, owner: User, squat: Exercise) -> None:
    first = as_owner.get(f"{V1}/workouts")
    factories.workout(by=owner)
    again = as_owner.get(f"{V1}/workouts", headers={"if-none-match": first.headers["ETag"]})
    assert len(again.json()["items"]) == 1


@pytest.fixture
def statements(owner: User, squat: Exercise) -> Callable[[str], int]:
    client = cast.signed_in(owner)

    def count(path: str) -> int:
        client.get(f"{V1}/account")
        with CaptureQueriesContext(connection) as seen:
            assert client.get(f"{V1}/{path}").status_code == 200
        return len(seen)

    return count


LISTS = ["workouts", "sets", "notes", "exercises", "routines", "body-weight", "muscle-groups", "progress"]


@pytest.mark.parametrize(
    "path",
    [
        *LISTS,
        "progress/barbell-squat?range=all",
        "progress/barbell-squat/records",
        "workouts?updated=2020-01-01T00:00:00Z",
    ],
)
def test_many_rows_take_as_many_statements_as_few(
    owner: User, squat: Exercise, statements: Callable[[str], int], path: str
) -> None:
    # Within one minute: the first request of each clears old counts away.
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC), tick=False):
        few = _filled(owner, squat, 10, statements, path)
        many = _filled(owner, squat, 60, statements, path)
    assert few == many <= 10


def _filled(owner: User, squat: Exercise, size: int, statements: Callable[[str], int], path: str) -> int:
    last = factories.TUESDAY - datetime.timedelta(days=size * 3)
    factories.history(by=owner, exercise=squat, workouts=size, last=last)
    for n in range(size):
        exercise = factories.exercise(slug=f"my-{size}-{n}", owner=owner)
        routine = Routine.objects.create(owner=owner, slug=f"my-{size}-{n}", name="R")
        Prescription.objects.create(routine=routine, exercise=exercise)
        actions.put_note(by=owner, exercise=exercise, text="Seat 4")
        put_body_weight(by=owner, day=last - datetime.timedelta(days=n), weight=parse_weight("82.5", Unit.KG))
    return statements(path)


def test_unknown_addresses_are_problems(as_owner: Client) -> None:
    for path in ("/api/", "/api/v1/", "/api/v1/nothing", "/api/v2/workouts", "/api/v1/workouts/7"):
        answer = as_owner.get(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json"), path
        assert answer.json()["code"] == "not-found"


@pytest.mark.parametrize(
    "query",
    ["form=2026-01-01", "from=1700000000", "from=2026-02-30", "from=", "from=2026-01-01&from=2026-01-02", "limit=0",
     "limit=201", "limit=x", "updated=2026-01-01", "updated=2026-01-01T25:00:00Z", "exercise=%00", "exercise=a b"],
)  # fmt: skip
def test_what_is_asked_wrongly_is_refused(as_owner: Client, query: str) -> None:
    answer = as_owner.get(f"{V1}/workouts?{query}")
    assert answer.status_code == 422
    told = answer.json()
    assert told["code"] == "bad-shape"
    assert set(told["errors"]) == {query.partition("=")[0]}


def test_the_first_and_the_last_moment_there_is(as_owner: Client) -> None:
    for moment in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"):
        assert as_owner.get(f"{V1}/workouts", {"updated": moment}).status_code == 200
