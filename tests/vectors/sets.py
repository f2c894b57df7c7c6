"""Sets as a device sends them, and what the server says to each field."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from workouts.log.actions.incoming.reading import read
from workouts.log.actions.incoming.rows import CHECKS, meant
from workouts.log.actions.incoming.shapes import Kind, Rejection
from workouts.log.actions.incoming.world import World
from workouts.log.models import LoggedSet

GOOD = {"weight": "62,5", "unit": "kg", "reps": "8"}
CHANGES: list[dict[str, Any]] = [
    {}, {"weight": ""}, {"weight": None}, {"weight": " "}, {"weight": "0"}, {"weight": "1000"}, {"weight": "1000.5"},
    {"weight": "1000.5", "unit": "lb"}, {"weight": "2201", "unit": "lb"}, {"weight": "-5"}, {"weight": "heavy"},
    {"weight": "1234567890123"}, {"load_mode": "bodyweight"}, {"load_mode": "bodyweight", "weight": ""},
    {"load_mode": "bodyweight", "weight": None}, {"load_mode": "bodyweight", "weight": "x"},
    {"load_mode": "bodyweight_plus", "weight": ""}, {"load_mode": "assisted"}, {"reps": ""}, {"reps": None},
    {"reps": "0"}, {"reps": 0}, {"reps": "999"}, {"reps": "1000"}, {"reps": 1000}, {"reps": "8.5"}, {"reps": "-1"},
    {"reps": " 8 "}, {"reps": " "}, {"reps": "", "left": "8", "right": "7"}, {"reps": "", "left": "8"},
    {"right": "8"}, {"left": "8", "right": "x"}, {"left": "1000", "right": "1"}, {"reps": "", "seconds": "45"},
    {"seconds": "86400"}, {"seconds": "86401"}, {"seconds": "1m"}, {"rir": "2"}, {"rir": 2}, {"rir": "2,5"},
    {"rir": "1.3"}, {"rir": "10"}, {"rir": "10.5"}, {"rir": "-1"}, {"rir": "0"}, {"rpe": "8"}, {"rpe": "8.5"},
    {"rpe": "0"}, {"rpe": "0.5"}, {"rpe": "1"}, {"rpe": "11"}, {"rir": "2", "rpe": "8"}, {"rir": "2", "rpe": "0"},
    {"note": "x" * 2000}, {"note": "x" * 2001}, {"note": "a\x00b"}, {"note": "\U0001f9b5" * 2000},
    {"reps": "", "weight": ""}, {"kind": "warmup"}, {"kind": "drop", "rir": "0"},
]  # fmt: skip


def vectors() -> Iterator[dict[str, Any]]:
    for change in CHANGES:
        fields = {**GOOD, **change}
        yield {"fields": fields, "problems": _problems(fields)}


def _problems(fields: dict[str, Any]) -> dict[str, str]:
    """The first sentence for each field, as a rejected mutation brings them. What cannot be read is said before what
    breaks a rule."""
    try:
        asked = read({"op": "put", "kind": "set", "row": str(UUID(int=1)), "fields": fields})
        row = LoggedSet(**meant(asked, World.__new__(World)))
        CHECKS[Kind.SET](row, {})
    except Rejection as problem:
        return {name: sentences[0] for name, sentences in (problem.errors or {}).items()}
    except ValidationError as problem:
        return {name: sentences[0] for name, sentences in problem.message_dict.items()}
    return {}
