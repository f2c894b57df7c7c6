"""The exercises that the names of a file mean."""

from collections.abc import Collection, Mapping

from workouts.accounts.models import User
from workouts.catalogue.actions import create_own_exercise
from workouts.catalogue.models import Equipment, Exercise, LoadMode, RepStyle
from workouts.transfer.formats import Reading
from workouts.transfer.formats.own import Named
from workouts.transfer.formats.rows import Row


def bring_exercises(
    *, by: User, reading: Reading, chosen: Mapping[str, Exercise], left: Collection[str]
) -> tuple[dict[str, Exercise], list[str]]:
    """The exercise of every name of the file that is not left out, and the names that one was made for. Those are on
    no list before the import is in the log."""
    rows: dict[str, list[Row]] = {name: [] for name in (reading.own.exercises if reading.own else ())}
    for block in (block for session in reading.sessions for block in session.blocks):
        rows.setdefault(block.name, []).extend(row for _key, row in block.sets)
    named = reading.own.named if reading.own else {}
    found: dict[str, Exercise] = {}
    made: list[str] = []
    for name, sets in rows.items():
        if name in left:
            continue
        if name in chosen:
            found[name] = chosen[name]
            continue
        found[name], new = _as_it_was(by, named[name]) if name in named else _guessed(by, name, sets)
        made += [name] if new else []
    return found, made


def _guessed(by: User, name: str, sets: list[Row]) -> tuple[Exercise, bool]:
    return create_own_exercise(
        by=by,
        name=name,
        rep_style=RepStyle.REPS if any(row.reps for row in sets) else RepStyle.SECONDS,
        load_mode=LoadMode.EXTERNAL if any(row.amount for row in sets) else LoadMode.BODYWEIGHT,
        retired=True,
    )


def _as_it_was(by: User, named: Named) -> tuple[Exercise, bool]:
    made, new = create_own_exercise(
        by=by,
        name=named.name,
        rep_style=named.rep_style,
        load_mode=named.load_mode,
        slug=named.slug,
        more=named.more,
        retired=True,
    )
    if new and named.equipment:
        made.equipment.set(Equipment.objects.filter(slug__in=named.equipment))
    return made, new
