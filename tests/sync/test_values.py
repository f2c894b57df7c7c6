"""Rows T24, T58 and T59 for the fields of the API: numbers, dates and text that nobody should send.

Every value is either refused with its field named, or kept as said here; no answer is an error of the server's.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model

from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote, Workout

pytestmark = pytest.mark.django_db

# As they stand in the JSON. What is not refused is kept as the value beside it.
ODD = [
    "NaN", "-Infinity", "Infinity", "1e400", "1e1000000", "-1", str(2**63), "9" * 5000, "true", "[]", "{}", '"NaN"',
    '"sNaN"', '"Infinity"', '"1e400"', '"-1"', '"' + "9" * 5000 + '"', '"1_000"', '"0x10"', '"\\u0661\\u0662"',
    '"\\uff11\\uff12"', '"1,5,5"', '"+1"', '"1 2"', '"\\u0000"', '"\\ud800"', "1e1", "-0.0", '"-0"',
]  # fmt: skip
KEPT = {"0": 0, "-0": 0, '" 12\\n"': 12, '"12"': 12, "12": 12}
COUNTS = {
    "set": {"reps": 999, "left": 999, "right": 999, "seconds": 86_400, "position": 9999},
    "exercise": {"position": 9999, "superset": 9999, "rest_seconds": 1800, "sets": 20, "low": 600, "high": 600},
    "workout": {"utc_offset": 960},
}
NUMBERS = [(kind, name) for kind, names in COUNTS.items() for name in names]
DECIMALS = [("set", "weight"), ("set", "rir"), ("set", "rpe"), ("exercise", "target_rir")]


def sent(phone: Device, kind: str, name: str, text: str) -> Json:
    """The verdict on a row of `kind` whose field `name` is `text` in the JSON, and the row as it is sent back."""
    workout, exercise = wire.begun()
    rows = {"workout": workout, "exercise": exercise, "set": wire.one_set(exercise), "note": wire.put("note")}
    fields = rows[kind]["fields"]
    fields[name] = "here"
    if name in {"left", "right"}:
        fields |= {"left": 1, "right": 1, name: "here"}
    if name == "high":
        fields["low"] = 1
    if name == "low":
        fields["high"] = 600
    body = json.dumps(phone.body(list(rows.values())[: list(rows).index(kind) + 1])).replace('"here"', text)
    response = phone.post(body)
    assert response.status_code == 200, response.content
    answer = json.loads(response.content)
    phone.cursor = answer["cursor"]
    result: Json = answer["results"][-1]
    kept = [change["fields"] for change in answer["changes"] if change["mutation"] == result["id"]]
    return result | {"kept": kept[0].get(name) if kept else None}


def refused(result: Json, name: str) -> None:
    assert (result["status"], result["problem"]["code"]) == ("rejected", "invalid"), result
    assert name in result["problem"]["errors"]
    assert all(result["problem"]["errors"][name])


@pytest.mark.parametrize(("kind", "name"), NUMBERS)
def test_odd_numbers_are_refused_in_every_count(phone: Device, kind: str, name: str) -> None:
    """T24."""
    takes = {"-1", '"-1"', "-0.0"} if name == "utc_offset" else set()
    for text in [*ODD, '"1,5"', "1.5", "8.0"]:
        if text not in takes:
            refused(sent(phone, kind, name, text), name)
    most = COUNTS[kind][name]
    refused(sent(phone, kind, name, str(most + 1)), name)
    assert sent(phone, kind, name, str(most))["kept"] == most


@pytest.mark.parametrize(("kind", "name"), [*NUMBERS, *DECIMALS])
def test_what_is_kept_is_kept_exactly(phone: Device, kind: str, name: str) -> None:
    """T24: spaces around a typed number do not count, minus nought as a number is nought."""
    for text, value in KEPT.items():
        result = sent(phone, kind, name, text)
        if result["status"] == "rejected":
            refused(result, "low" if name == "high" and value else name)
        elif name in {"weight", "rir", "rpe", "target_rir"}:
            assert float(result["kept"]) == value
        else:
            assert result["kept"] == value


@pytest.mark.parametrize(("kind", "name"), DECIMALS)
def test_odd_numbers_are_refused_in_every_decimal(phone: Device, kind: str, name: str) -> None:
    """T24."""
    for text in ODD:
        refused(sent(phone, kind, name, text), name)


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("weight", '"62,5"', "62,5"), ("weight", "62.5", "62.5"), ("weight", '"0"', "0"), ("weight", '"1000"', "1000"),
        ("weight", '"1000,01"', None), ("weight", '"1234567890123"', None), ("rir", "10", "10.0"),
        ("rir", '"1,5"', "1.5"),
        ("rir", "1.3", None), ("rir", "10.5", None), ("rpe", "1", "1.0"), ("rpe", "0.5", None), ("rpe", "10.5", None),
    ],
)  # fmt: skip
def test_decimals_of_a_set(phone: Device, name: str, text: str, kept: str | None) -> None:
    result = sent(phone, "set", name, text)
    assert result["kept"] == kept
    if kept is None:
        refused(result, name)


@pytest.mark.parametrize("value", ["null", '""'])
@pytest.mark.parametrize("name", ["rir", "rpe", "left", "seconds"])
def test_nothing_is_nothing(phone: Device, name: str, value: str) -> None:
    fields = {"left": "right"}
    workout, exercise, logged = wire.begun(sets=1)
    logged["fields"] |= {name: json.loads(value), fields.get(name, name): json.loads(value)}
    assert phone.statuses([workout, exercise, logged]) == ["applied"] * 3
    assert getattr(LoggedSet.objects.get(), name) is None


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"weight": None}, "weight"), ({"weight": ""}, "weight"), ({"load_mode": "bodyweight"}, "weight"),
        ({"reps": None}, "reps"), ({"left": 8}, "right"), ({"rir": 1, "rpe": 9}, "rpe"), ({"unit": "st"}, "unit"),
        ({"kind": "nap"}, "kind"), ({"kind": None}, "kind"), ({"load_mode": "rocket"}, "load_mode"),
        ({"unit": ["kg"]}, "unit"), ({"weight": "2200,1", "unit": "lb"}, "weight"), ({"position": None}, "position"),
    ],
    ids=str,
)  # fmt: skip
def test_a_set_that_makes_no_sense(phone: Device, fields: Json, wrong: str) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    logged["fields"] |= fields
    refused(phone.push([workout, exercise, logged])["results"][-1], wrong)


DAYS = {
    "1950-01-01": True, "2199-12-31": True, "2024-02-29": True, "2026-11-23": True, "2038-01-19": True,
    "1949-12-31": False, "2200-01-01": False, "0001-01-01": False, "9999-12-31": False, "2026-02-29": False,
    "2026-02-31": False, "2026-W48-1": False, "20261123": False, "2026-11-23T00:00:00Z": False, "": False,
    "2026-1-1": False, " 2026-11-23": False, "٢٠٢٦-١١-٢٣": False, "2026-11-23\n": False, "0000-00-00": False,
}  # fmt: skip
MOMENTS: dict[str, str | None] = {
    "2026-11-23T18:30:00Z": "2026-11-23T18:30:00+00:00",
    "2026-11-23T18:30:00.123456+01:00": "2026-11-23T17:30:00.123456+00:00",
    "2026-03-29T01:30:00+00:00": "2026-03-29T01:30:00+00:00",  # the hour that Lisbon's clocks leave out
    "2026-10-25T01:30:00+01:00": "2026-10-25T00:30:00+00:00",  # and the one they have twice
    "2038-01-19T03:14:08Z": "2038-01-19T03:14:08+00:00",
    "1970-01-01T00:00:00Z": "1970-01-01T00:00:00+00:00",
    "1969-12-31T23:59:59Z": "1969-12-31T23:59:59+00:00",
    "2026-11-23T18:30:00+14:00": "2026-11-23T04:30:00+00:00",
    "9999-12-31T23:59:59-01:00": None,
    "0001-01-01T00:00:00+14:00": None,
    "1949-12-31T23:59:59Z": None,
    "2026-11-23T24:00:00Z": None,
    "2026-11-23T18:60:00Z": None,
    "2026-02-31T18:30:00Z": None,
    "2026-11-23T18:30:00": None,  # of which zone?
    "2026-11-23T18:30Z": None,
    "2026-11-23": None,
    "2026-W48-1T18:30:00Z": None,
    "2026-11-23T18:30:00+99:00": None,
    "1785870000": None,
}


@pytest.mark.parametrize("day", DAYS)
def test_days(phone: Device, day: str) -> None:
    """T58."""
    result = sent(phone, "workout", "day", json.dumps(day))
    if DAYS[day]:
        assert result["kept"] == day
        assert phone.browser.get("/workouts/").status_code == 200
    elif day:
        refused(result, "day")
    else:
        assert result["status"] == "rejected"


@pytest.mark.parametrize("name", ["started_at", "finished_at"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_moments(phone: Device, moment: str, name: str) -> None:
    """T58."""
    result = sent(phone, "workout", name, json.dumps(moment))
    if MOMENTS[moment]:
        assert result["kept"] == MOMENTS[moment]
    else:
        refused(result, name)


def test_no_day_is_a_number(phone: Device) -> None:
    for name in ("day", "started_at"):
        for text in ("20261123", "true", "[]", "{}", "1e400", '"\\ud800"'):
            refused(sent(phone, "workout", name, text), name)


def test_a_workout_ends_after_it_has_begun(phone: Device) -> None:
    workout = wire.workout(started_at="2026-11-23T18:30:00Z")
    phone.push([workout])
    earlier = wire.put("workout", workout["row"], finished_at="2026-11-23T19:29:59+01:00")
    refused(phone.push([earlier])["results"][0], "finished_at")
    assert phone.statuses([wire.put("workout", workout["row"], finished_at="2026-11-23T18:30:00Z")]) == ["applied"]


@pytest.mark.parametrize(
    "zone", ["Nowhere/City", "", "../etc/passwd", "utc ", "Europe/Lisbon\x00", 7, None, "Z" * 5000]
)
def test_zones_are_known(phone: Device, zone: Any) -> None:
    refused(phone.push([wire.workout(zone=zone)])["results"][0], "zone")


TEXTS: list[tuple[type[Model], str, str, int]] = [
    (Workout, "workout", "title", 120), (Workout, "workout", "note", 2000),
    (PerformedExercise, "exercise", "note", 2000), (LoggedSet, "set", "note", 2000), (StickyNote, "note", "text", 2000),
]  # fmt: skip


@pytest.mark.parametrize(("model", "kind", "name", "most"), TEXTS, ids=[f"{row[1]}-{row[2]}" for row in TEXTS])
def test_text_is_kept_exactly_or_refused(phone: Device, model: Any, kind: str, name: str, most: int) -> None:
    """T59."""
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    makers: dict[str, Callable[..., Json]] = {
        "workout": wire.workout,
        "exercise": lambda **fields: wire.exercise(workout, **fields),
        "set": lambda **fields: wire.one_set(exercise, **fields),
        "note": lambda **fields: wire.put("note", exercise="leg-press", **fields),
    }
    exact = [
        "😀" * (most // 2),
        "n" * most,
        "a\u202egnp.exe",
        "zero\u200bwidth",
        "e" + "\u0301\u0323" * 50,
        "'; DROP--",
        "<b>",
    ]
    for text in exact:
        made = makers[kind](**{name: text})
        assert phone.statuses([made]) == ["applied"], text[:9]
        row = model.objects.get(uid=made["row"])
        assert getattr(row, name) == phone.live(kind)[made["row"]][name]
        if not text.startswith("e"):  # what is composed has another length
            assert getattr(row, name) == text
        phone.push([wire.op("delete", kind, made["row"])])
    wrong: list[Any] = ["n" * (most + 1), "a\x00b", "\ud800", "x\udfff", 7, True, ["a"], {"a": 1}]
    for value in wrong:
        refused(phone.push([makers[kind](**{name: value})])["results"][0], name)


def test_what_looks_the_same_is_the_same(phone: Device) -> None:
    """T59: composed and decomposed are one text."""
    workout = wire.workout(title="Cafe\u0301")
    phone.push([workout])
    assert Workout.objects.get().title == "Caf\u00e9"
    assert phone.push([wire.put("workout", workout["row"], title="Caf\u00e9")])["changes"] == []


def test_a_weight_with_all_the_digits_that_another_app_gave_it_comes_back_as_it_stood(phone: Device) -> None:
    """After a restore a device sends again what an import had brought."""
    result = sent(phone, "set", "weight", '"149.99999999999997"')
    assert (result["status"], result["kept"]) == ("applied", "149.99999999999997")
