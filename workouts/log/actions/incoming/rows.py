"""From the fields of a mutation to columns of a row, and to new rows."""

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, LoadMode
from workouts.log import rules
from workouts.log.actions.fields import FIELDS
from workouts.log.actions.incoming.reading import FIXED, invalid
from workouts.log.actions.incoming.shapes import Asked, Kind, Rejection
from workouts.log.actions.incoming.world import World
from workouts.log.drafts import SetDraft
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, StickyNote, SyncedRow, Workout
from workouts.log.rules import refusal
from workouts.routines.models import Routine
from workouts.science.units import Refused, TypedWeight, Unit, parse_weight

# As many as `LoggedSet.weight_text` holds beside the mark: real files have 149.99999999999997, and after a restore a
# device sends it again as it stood.
DIGITS = 23


def meant(asked: Asked, world: World, row: SyncedRow | None = None) -> dict[str, Any]:
    """What the mutation says of columns that may change. `row` is the one it changes, None for a new one."""
    columns = {name: value for name, value in asked.values.items() if name not in FIXED[asked.kind]}
    if asked.kind == Kind.WORKOUT and "routine" in columns:
        columns["routine"] = _routine(columns["routine"], world)
    if asked.kind == Kind.SET and {"weight", "unit"} & columns.keys():
        columns |= _weight(columns, row)
    return columns


def _routine(slug: str | None, world: World) -> Routine | None:
    if slug is not None and slug not in world.routines:
        raise Rejection("unknown-routine", _("This routine is not on the site any more."))
    return world.routines[slug] if slug else None


def _weight(columns: dict[str, Any], row: SyncedRow | None) -> dict[str, Any]:
    """The typed text and its value. A unit that changes alone goes with the weight that is there."""
    was = row if isinstance(row, LoggedSet) else LoggedSet()
    unit = Unit(columns.get("unit", was.unit))
    text = columns.pop("weight") if "weight" in columns else was.weight_text or None
    if text is None:
        return {"weight_text": "", "weight": None}
    try:
        typed = parse_weight(text, unit, max_digits=DIGITS)
    except Refused as problem:
        raise invalid({"weight": [refusal(problem)]}) from None
    if len(typed.text) > DIGITS + 1:
        raise invalid({"weight": [_("That number is too long.")]})
    return {"weight_text": typed.text, "weight": typed.value}


# --- new rows ------------------------------------------------------------------------------------------------


def _workout(asked: Asked, world: World) -> Workout:
    return Workout(uid=asked.row, **meant(asked, world))


def _performed(asked: Asked, world: World) -> PerformedExercise:
    workout = world.workout(asked.values["workout"])
    if workout is None:
        raise Rejection("unknown-parent", _("The workout of this exercise is not on the site."))
    exercise = _exercise(asked, world)
    columns = {"rep_style": exercise.rep_style, "prescribed": False, **meant(asked, world)}
    return PerformedExercise(uid=asked.row, workout=workout, exercise=exercise, **columns)


def _set(asked: Asked, world: World) -> LoggedSet:
    performed = world.performed(asked.values["performed"])
    if performed is None:
        raise Rejection("unknown-parent", _("The exercise of this set is not on the site."))
    return LoggedSet(uid=asked.row, performed=performed, **meant(asked, world))


def _note(asked: Asked, world: World) -> StickyNote:
    exercise = _exercise(asked, world)
    if world.note_on(exercise):
        raise Rejection("note-exists", _("There is a note on this exercise already: change that one."))
    return StickyNote(uid=asked.row, exercise=exercise, **meant(asked, world))


def _exercise(asked: Asked, world: World) -> Exercise:
    exercise = world.exercises.get(asked.values["exercise"])
    if exercise is None:
        raise Rejection("unknown-exercise", _("This exercise is not on the site any more."))
    return exercise


MAKERS: dict[Kind, Callable[[Asked, World], Any]] = {
    Kind.WORKOUT: _workout,
    Kind.EXERCISE: _performed,
    Kind.SET: _set,
    Kind.NOTE: _note,
}


# --- the log's rules on a row as it would be -------------------------------------------------------------------


def _as_it_would_be(row: Any, new: dict[str, Any]) -> Any:
    changed = copy.copy(row)
    for name, value in new.items():
        setattr(changed, name, value)
    return changed


def _check_set(row: LoggedSet, new: dict[str, Any]) -> None:
    changed = {name: new.get(name, getattr(row, name)) for name in FIELDS[LoggedSet] if name != "performed"}
    text, value, unit = changed.pop("weight_text"), changed.pop("weight"), Unit(changed.pop("unit"))
    rules.check_set(
        SetDraft(
            weight=None if value is None else TypedWeight(text, Decimal(value), unit),
            unit=unit,
            kind=SetKind(changed.pop("kind")),
            load_mode=LoadMode(changed.pop("load_mode")),
            **changed,
        )
    )


def _check_note(row: StickyNote, new: dict[str, Any]) -> None:
    text = new.get("text", row.text)
    rules.check_sticky_note(text)
    if not text.strip():
        raise invalid({"text": [_("Write something, or delete the note.")]})


CHECKS: dict[Kind, Callable[[Any, dict[str, Any]], None]] = {
    Kind.WORKOUT: lambda row, new: rules.check_workout(_as_it_would_be(row, new)),
    Kind.EXERCISE: lambda row, new: rules.check_performed(_as_it_would_be(row, new)),
    Kind.SET: _check_set,
    Kind.NOTE: _check_note,
}
