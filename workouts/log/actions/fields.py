"""The fields of each synced kind that devices share, and how the change log writes them as JSON."""

import datetime
from collections.abc import Iterable
from typing import Any

from workouts.log.models import Change, LoggedSet, PerformedExercise, StickyNote, SyncedRow, Workout

Kind = Change.Kind
MODELS: dict[Change.Kind, type[SyncedRow]] = {
    Kind.WORKOUT: Workout,
    Kind.EXERCISE: PerformedExercise,
    Kind.SET: LoggedSet,
    Kind.NOTE: StickyNote,
}
KINDS: dict[type[SyncedRow], Change.Kind] = {model: kind for kind, model in MODELS.items()}
DOSE = ("sets", "low", "high", "rep_style", "rest_seconds", "target_rir")
# In the order of the change log's JSON.
FIELDS: dict[type[SyncedRow], tuple[str, ...]] = {
    Workout: ("day", "zone", "started_at", "utc_offset", "finished_at", "routine", "title", "note"),
    PerformedExercise: (
        "workout", "exercise", "position", "superset", "prescribed", "pain", "deload", "note", *DOSE,
    ),
    LoggedSet: (
        "performed", "position", "kind", "load_mode", "weight_text", "weight", "unit", "reps", "left", "right",
        "seconds", "rir", "rpe", "note",
    ),
    StickyNote: ("exercise", "text"),
}  # fmt: skip


def plain(row: SyncedRow, names: Iterable[str]) -> dict[str, Any]:
    """Fields of a row as JSON has them: days as text, moments in UTC, decimals as text with the places they are kept
    with, other rows by their id, exercises and routines by their slug. The same whether the row was just typed or
    read from the database."""
    return {name: _plain(row, name, getattr(row, name)) for name in names}


def whole(row: SyncedRow) -> dict[str, Any]:
    """All fields of a row as JSON has them."""
    return plain(row, FIELDS[type(row)])


def as_sent(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of the change log as devices have them: of a weight the text that was typed, and nothing else."""
    if kind != Kind.SET or not {"weight", "weight_text"} & fields.keys():
        return fields
    sent = {name: value for name, value in fields.items() if name not in {"weight", "weight_text"}}
    if "weight_text" in fields:
        sent["weight"] = fields["weight_text"] or None
    return sent


def _plain(row: SyncedRow, name: str, value: Any) -> Any:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, SyncedRow):
        return str(value.uid)
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    places = getattr(row._meta.get_field(name), "decimal_places", None)
    return f"{value:.{places}f}" if places is not None else getattr(value, "slug", value)
