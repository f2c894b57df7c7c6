"""Writes to a lifter's own routines. None touches a workout: that has its prescriptions copied when it starts."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from workouts.accounts.models import Preferences, User
from workouts.catalogue.models import Exercise
from workouts.routines.models import Prescription, Routine
from workouts.routines.queries.dosing import dose_like
from workouts.routines.queries.own import fingerprint

MOST_LINES = 30
LONGEST_REST = 1800
_LONGEST_SLUG = 80
_OWN = re.compile(r"my-[-a-zA-Z0-9_]{1,77}")
_COPIED = ("name", "summary", "advice", "position")
_DOSE = ("sets", "low", "high", "rep_style", "rest_seconds", "target_rir", "superset")


class Changed(Exception):
    """Another window has changed the routine since this one read it."""


class NotInRoutine(Exception):
    """The exercise to be replaced does not stand in the routine."""


class AlreadyThere(Exception):
    """The exercise that should come in stands in the routine already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An exercise with its dose, as a Prescription has it; its place is that in the list."""

    exercise: Exercise
    sets: int
    low: int
    high: int
    rep_style: str
    rest_seconds: int
    target_rir: Decimal | None
    superset: int | None = None
    note: str = ""


def copy_routine(*, by: User, routine: Routine) -> Routine:
    """Her own copy of the site's `routine`, as that stands now; the one that she has, if she has one.

    One that she has deleted is taken up again under its address, with the site's lines.
    """
    with transaction.atomic():
        _lock(by)
        own = Routine.objects.filter(owner=by, based_on=routine).first()
        if own is not None and own.deleted_at is None:
            return own
        own = own or Routine(owner=by, based_on=routine, slug=_free_slug(by, routine.slug))
        for name in _COPIED:
            setattr(own, name, getattr(routine, name))
        own.deleted_at = None
        own.save()
        _write(own, [line_of(row) for row in routine.prescriptions.select_related("exercise")])
    return own


def save_routine(*, by: User, routine: Routine, name: str, lines: Sequence[Line], seen: str) -> None:
    """What she made of a routine of hers, all of it. `seen` is the `fingerprint` of what she was shown.

    Raises Changed if that is no longer what stands there; ValidationError where a range is not kept.
    """
    if not 1 <= len(lines) <= MOST_LINES:
        raise ValidationError(_("A routine has 1 to %(most)s exercises.") % {"most": MOST_LINES})
    with transaction.atomic():
        _lock(by)
        row = Routine.objects.of(by).filter(pk=routine.pk).first()
        if row is None or fingerprint(row) != seen:
            raise Changed
        row.name = name
        row.full_clean(exclude=["owner", "based_on"])
        row.save(update_fields=["name"])
        _write(row, lines)


def swap_exercise(*, by: User, routine: Routine, old: Exercise, new: Exercise) -> Routine:
    """`new` in place of `old` from now on, in the routine of hers, or in her copy of the site's, which is made if she
    has none. The same swap sent again changes nothing. Returns her routine.

    Raises NotInRoutine and AlreadyThere; nothing is written then.
    """
    with transaction.atomic():
        _lock(by)
        own = routine
        if routine.owner_id is None:
            own = Routine.objects.of(by).filter(based_on=routine).first() or routine
        rows = list(own.prescriptions.select_related("exercise"))
        there = {row.exercise_id for row in rows}
        if old.pk not in there:
            if new.pk in there and own.owner_id is not None:
                return own
            raise NotInRoutine
        if new.pk in there:
            raise AlreadyThere
        if own.owner_id is None:
            own = copy_routine(by=by, routine=routine)
        _write(own, [_swapped(own, row, new) if row.exercise_id == old.pk else line_of(row) for row in rows])
    return own


def delete_routine(*, by: User, routine: Routine) -> None:
    """She trains by the site's again. Workouts that were begun with hers still name it."""
    Routine.objects.of(by).filter(pk=routine.pk).update(deleted_at=timezone.now())


def restore_routine(*, by: User, routine: Routine) -> None:
    Routine.objects.known_to(by).filter(owner=by, pk=routine.pk).update(deleted_at=None)


def place_routine(
    *, by: User, slug: str, name: str, based_on: Routine | None, but: Collection[int] = ()
) -> tuple[Routine, bool]:
    """The row of hers that a routine from an export of ours is, by its slug, original or name, and whether it was
    made: empty and deleted then, so that nobody sees it before it is brought in. `but` are keys of routines that came
    with it, of which two may have one name."""
    with transaction.atomic():
        _lock(by)
        named = Q(name=name, deleted_at=None) & ~Q(pk__in=but)
        original = Q(based_on=based_on, based_on__isnull=False)
        mine = Routine.objects.filter(owner=by)
        found = next((row for way in (Q(slug=slug), original, named) if (row := mine.filter(way).first())), None)
        if found is not None:
            return found, False
        fresh = slug if _OWN.fullmatch(slug) else _free_slug(by, slug.removeprefix("my-"))
        return Routine.objects.create(
            owner=by, slug=fresh, name=name, based_on=based_on, deleted_at=timezone.now()
        ), True


def bring_routine(
    *, by: User, routine: Routine, fields: Mapping[str, Any], lines: Sequence[Line], placed: bool
) -> bool:
    """Writes a routine from an export of ours, and says whether it did: one that was `placed` for it, or that she has
    deleted and the file has not. One that lives is left alone. `fields` are those of Routine.

    Raises ValidationError where a line is out of its limits.
    """
    with transaction.atomic():
        _lock(by)
        own = Routine.objects.filter(owner=by, pk=routine.pk).first()
        if own is None or own.deleted_at is None or (fields["deleted_at"] is not None and not placed):
            return False
        for name, value in fields.items():
            setattr(own, name, value)
        own.save()
        _write(own, lines)
    return True


def remove_placed(*, by: User, keys: Collection[int]) -> None:
    """Takes away what `place_routine` made and nothing was brought for."""
    Routine.objects.filter(owner=by, pk__in=keys, prescriptions=None).exclude(deleted_at=None).delete()


def line_of(row: Prescription) -> Line:
    doses = {name: getattr(row, name) for name in _DOSE}
    return Line(exercise=row.exercise, note=row.note, **doses)


def line_like(exercise: Exercise) -> Line:
    """The line that adding `exercise` makes."""
    return line_of(dose_like(exercise, None))


def line_instead(line: Line, exercise: Exercise) -> Line:
    """`exercise` in the place of `line`: its sets, rest and effort, and its range where it counts the same."""
    dose = dose_like(exercise, Prescription(**_told(line)))
    dose.superset = line.superset
    return line_of(dose)


def _swapped(own: Routine, row: Prescription, new: Exercise) -> Line:
    """Where the two are counted differently, the range is the original's for `new`: so a swap back is one back."""
    line = line_instead(line_of(row), new)
    original = own.based_on.prescriptions.filter(exercise=new).first() if own.based_on else None
    if original is None or original.rep_style == row.rep_style:
        return line
    return replace(line, low=original.low, high=original.high, rep_style=original.rep_style)


def _told(line: Line) -> dict[str, Any]:
    return {"exercise": line.exercise, "note": line.note, **{name: getattr(line, name) for name in _DOSE}}


def _write(own: Routine, lines: Iterable[Line]) -> None:
    rows = [Prescription(routine=own, position=place, **_told(line)) for place, line in enumerate(lines, start=1)]
    for row in rows:
        _check(row)
    Prescription.objects.filter(routine=own).delete()
    Prescription.objects.bulk_create(rows)


def _check(row: Prescription) -> None:
    """The constraints of the table, in words. Django's own check of them asks the database five times a line."""
    rir = row.target_rir
    kept = 1 <= row.sets <= 20 and 1 <= row.low <= row.high <= 600 and 0 <= row.rest_seconds <= LONGEST_REST
    if not kept or not (rir is None or 0 <= rir <= 10) or len(row.note) > 300:
        raise ValidationError(_("%(name)s: sets, range, rest or effort is out of its limits.") % {"name": row.exercise})


def _lock(by: User) -> None:
    """Two windows at once come one after the other."""
    Preferences.objects.select_for_update().get(user=by)


def _free_slug(by: User, base: str) -> str:
    taken = set(Routine.objects.filter(owner=by).values_list("slug", flat=True))
    stem = f"my-{base}"[: _LONGEST_SLUG - 4]
    numbered = (f"{stem}-{number}" for number in range(2, 1000))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
