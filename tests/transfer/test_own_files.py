"""Our own formats with something wrong in them: a sentence and a line, never an error page and nothing half."""

import copy
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.transfer.full_account import full_account
from tests.transfer.test_round_trip import JSON, Upload, fetched
from workouts.accounts.models import User
from workouts.log.models import LoggedSet, Workout
from workouts.transfer import actions
from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.rows import Unreadable
from workouts.transfer.models import ImportBatch
from workouts.transfer.queries import choices, remembered

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parent / "samples"
CSV_FILE, JSON_FILE = ((SAMPLES / name).read_bytes() for name in ("legday.csv", "legday.json"))
HEADER = CSV_FILE.splitlines()[0] + b"\r\n"


def bring(by: User, data: bytes) -> ImportBatch:
    batch = actions.receive(by=by, data=data, name="x", limited=False)
    slugs = batch.counts["slugs"]
    known = remembered(by, list(slugs), choices(by, set(slugs.values())), slugs)
    actions.bring_in(by=by, batch=batch, answers=actions.Answers(chosen=known))
    return batch


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "begins as JSON and cannot be read"),
        (b"[" * 100_000, "begins as JSON and cannot be read"),
        (b"{}", "not an export of Legday"),
        (b'["legday"]', "not an export of Legday"),
        (b'{"format":"legday","version":2}', "newer Legday"),
        (b'{"format":"legday","version":[]}', "newer Legday"),
        (b'{"format":"legday","version":1}', "no training in it"),
        (b'{"format":"legday","version":1,"training":{}}', "a header, and no sets below it"),
        (b'{"format":"legday","version":1,"training":{"workouts":{}}}', "workouts is not a list"),
        (b'{"format":"legday","version":1,"training":{"workouts":[7]}}', "holds something that is no row"),
        (b'{"a":' + b"9" * 5000 + b"}", "begins as JSON and cannot be read"),
        (b"{" + b" " * (5 * 1024 * 1024), "larger than 5 MB"),
        (HEADER, "a header, and no sets below it"),
    ],
)
def test_what_cannot_be_read_at_all(as_owner: Client, upload: Upload, data: bytes, said: str) -> None:
    answer = upload(as_owner, data)
    assert answer.status_code in {413, 422}
    assert said in answer.content.decode()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b",working,", b",wrking,", "set_kind “wrking”: not one of the words"),
        (b'"62,5"', b"1001", "weight “1001”: Type a number from 0 to 1000"),
        (b'"62,5"', b"", "Type the weight"),
        (b"ee12,2,", b"ee12,x,", "set_position “x”: not a whole number"),
        (b"ee12,2,", b"ee13,2,", "stands in the file twice"),
        (b",1.5,", b",1.3,", "rir “1.3”: Reps in reserve run from 0 to 10 in halves"),
        (b"0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeee12", b"12", "set_id “12”: not an id"),
        (b",Europe/Lisbon,", b",Europe/Lisbonne,", "time_zone “Europe/Lisbonne”: not a time zone"),
        (b",2026-11-17,", b",17/11/2026,", "day “17/11/2026”: not a day"),
        (b"19:00:00+00:00", b"17:00:00+00:00", "before it has begun"),
        (b"18:05:00+00:00", b"18:05:00", "started_at “2026-11-17T18:05:00”: not a time"),
    ],
)
def test_a_wrong_row_is_listed_with_its_line(old: bytes, new: bytes, said: str) -> None:
    assert old in CSV_FILE
    sorting = read(CSV_FILE.replace(old, new)).sorting
    assert sorting.errors >= 1
    assert any(said in problem for _line, problem in sorting.listed), sorting.listed
    assert sorting.listed[0][0] in {2, 3, 4}


def test_a_wrong_set_of_the_json_has_the_line_it_stands_on() -> None:
    sorting = read(JSON_FILE.replace(b'"reps":7', b'"reps":-7')).sorting
    assert sorting.listed == [(12, "reps “-7”: outside 0 to 999.")]
    spread = json.dumps(json.loads(JSON_FILE.replace(b'"reps":7', b'"reps":-7')), indent=1).encode()
    line, problem = read(spread).sorting.listed[0]
    assert b"eeeeeeeeee12" in spread.splitlines()[line - 1]
    assert problem == "reps “-7”: outside 0 to 999."


def test_an_origin_cannot_stand_for_two(owner: User) -> None:
    whole = json.loads(JSON_FILE)
    for each in whole["training"]["workouts"][0]["exercises"][0]["logged"]:
        each["origin"] = "strong:same"
    reading = read(json.dumps(whole).encode())
    assert (reading.sorting.errors, sets(reading)) == (1, 1)


def sets(reading: Reading) -> int:
    return sum(len(block.sets) for each in reading.sessions for block in each.blocks)


JUNK: list[Any] = [
    None, "", "x", "=1", "a\x00b", "\ud800", -1, 10**30, 1.5, True, [], {}, [None], "9" * 3000, "my-", "../x",
    "9999-12-31", "0001-01-01T00:00:00+14:00",
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of the training part."""
    if path:
        yield path
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(each, (*path, key))


def whole_file(owner: User, client: Client) -> dict[str, Any]:
    """The export of an account with everything in it, cut down to one row of each kind."""
    full_account(owner)
    found: dict[str, Any] = json.loads(fetched(client, JSON))
    training = found["training"]
    full = next(each for each in training["workouts"] if any(one["logged"] for one in each["exercises"]))
    full["exercises"] = [next(one for one in full["exercises"] if one["logged"])]
    full["exercises"][0]["logged"] = full["exercises"][0]["logged"][:1]
    for name in ("exercises", "routines", "body_weights", "notes"):
        training[name] = training[name][-1:]
    training["workouts"] = [full]
    return {"format": "legday", "version": 1, "training": training}


def test_no_value_anywhere_breaks_an_import(owner: User, other: User, as_owner: Client, content: None) -> None:
    """Each place of a file with each kind of rubbish: it is read or refused, brought in or listed."""
    file = whole_file(owner, as_owner)
    tried = 0
    for number, path in enumerate(places(file["training"])):
        for junk in JUNK[number % 9 :: 9]:
            broken = copy.deepcopy(file)
            spot = broken["training"]
            for step in path[:-1]:
                spot = spot[step]
            spot[path[-1]] = junk
            tried += 1
            try:
                bring(other, json.dumps(broken).encode())
            except Unreadable:
                continue
    assert tried > 100
    assert LoggedSet.objects.of(other).live().exists()


@pytest.mark.parametrize("junk", ["a\x00b", "\ud800", "\x1b[31m"])
def test_what_is_shown_of_a_value_can_be_kept(owner: User, as_owner: Client, content: None, junk: str) -> None:
    file = whole_file(owner, as_owner)
    file["training"]["exercises"][0]["pattern"] = junk
    batch = bring(owner, json.dumps(file).encode())
    said = " ".join(problem for _line, problem in batch.counts["listed"])
    assert "pattern" in said
    assert said.isprintable()


def test_a_file_of_years_keeps_nothing_back(owner: User) -> None:
    bring(owner, JSON_FILE)
    bring(owner, CSV_FILE)
    assert Workout.objects.of(owner).live().count() == 2, "two of one id are one"


def test_ids_of_another_account_stay_hers(owner: User, other: User) -> None:
    bring(owner, JSON_FILE)
    bring(other, JSON_FILE)
    one, two = (LoggedSet.objects.of(each).live().values_list("uid", flat=True) for each in (owner, other))
    assert set(one) == set(two)
    assert uuid.UUID("0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeee11") in set(one)
