"""Writes to accounts."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone

from workouts.accounts.models import BodyWeight, ExerciseGear, Gear, Preferences, User
from workouts.science.units import TypedWeight, Unit


class EmailTaken(Exception):
    """Another account has this address."""


def confirm_email(*, by: User, email: str) -> str | None:
    """`by` has proved that `email` is hers: it becomes the address of the account, and the only one.

    Returns the address that it replaces, or None if it is the one she signed up with.
    Raises EmailTaken if another account has it: only one whose mailbox she can read is told so.
    """
    before = by.email
    try:
        with transaction.atomic():
            if User.objects.filter(email=email).exclude(pk=by.pk).exists():
                raise EmailTaken
            EmailAddress.objects.filter(user=by).exclude(email=email).delete()
            EmailAddress.objects.update_or_create(user=by, email=email, defaults={"verified": True, "primary": True})
            if email != before:
                by.email = email
                by.save(update_fields=["email"])
    except (IntegrityError, EmailTaken) as problem:  # IntegrityError: taken between the look and the write
        by.email = before
        raise EmailTaken from problem
    return None if email == before else before


def note_zone(*, by: User, zone: str) -> None:
    """Keep the browser's time zone, unless she chose one by hand."""
    Preferences.objects.filter(user=by, zone_chosen=False).exclude(zone=zone).update(zone=zone)


class DayTaken(Exception):
    """Another entry has this day."""


def put_body_weight(*, by: User, day: datetime.date, weight: TypedWeight, note: str = "") -> BodyWeight | None:
    """The weight of `day`: one a day, so it takes the place of an earlier entry, which is returned.

    The same entry sent twice changes nothing.
    """
    with transaction.atomic():
        before = _entry_of(by, day)
        if before is not None:
            if (before.typed, before.note) == (weight, note):
                return None
            _bury(before)
        BodyWeight.objects.create(owner=by, day=day, note=note, **_columns(weight))
    return before


def bring_body_weights(*, by: User, entries: Mapping[datetime.date, tuple[TypedWeight, str]]) -> list[str]:
    """Weights with their notes by day, from an export: of the days that have none. Returns the ids of the new rows."""
    with transaction.atomic():
        _lock(by)
        there = set(BodyWeight.objects.of(by).live().values_list("day", flat=True))
        rows = [
            BodyWeight(owner=by, day=day, note=note, **_columns(weight))
            for day, (weight, note) in entries.items()
            if day not in there
        ]
        BodyWeight.objects.bulk_create(rows, batch_size=500)
    return [str(row.uid) for row in rows]


def drop_body_weights(*, by: User, uids: Sequence[str]) -> None:
    """The undo of `bring_body_weights`. What she has deleted herself since stays where she can bring it back."""
    with transaction.atomic():
        _lock(by)
        for start in range(0, len(uids), 500):
            BodyWeight.objects.of(by).live().filter(uid__in=uids[start : start + 500]).delete()


def change_body_weight(*, by: User, entry: BodyWeight, day: datetime.date, weight: TypedWeight, note: str = "") -> None:
    """What was typed anew on a live entry. Raises DayTaken if it moves to a day that has another one."""
    with transaction.atomic():
        there = _entry_of(by, day)
        if there is not None and there.pk != entry.pk:
            raise DayTaken
        BodyWeight.objects.filter(pk=entry.pk).update(day=day, note=note, **_columns(weight))


def delete_body_weight(*, by: User, entry: BodyWeight) -> None:
    with transaction.atomic():
        _lock(by)
        _bury(entry)


def restore_body_weight(*, by: User, entry: BodyWeight) -> BodyWeight | None:
    """Brings a deleted entry back, in place of the one that has its day by now; that one is returned."""
    with transaction.atomic():
        before = _entry_of(by, entry.day)
        if before is not None:  # `entry` itself, where it has come back already
            BodyWeight.objects.filter(pk=before.pk).update(deleted_at=timezone.now())
        BodyWeight.objects.filter(pk=entry.pk).update(deleted_at=None)
    return before


def _lock(by: User) -> None:
    """Two windows at once come one after the other."""
    Preferences.objects.select_for_update().get(user=by)


def _entry_of(by: User, day: datetime.date) -> BodyWeight | None:
    _lock(by)
    return BodyWeight.objects.of(by).live().filter(day=day).first()


def _columns(weight: TypedWeight) -> dict[str, Any]:
    return {"weight_text": weight.text, "weight": weight.value, "unit": weight.unit.value}


def _bury(entry: BodyWeight) -> None:
    """One deleted row a day is kept to be brought back: entering and deleting all day long fills no table."""
    buried = BodyWeight.objects.of(entry.owner).filter(day=entry.day).exclude(deleted_at=None)
    buried.delete()
    BodyWeight.objects.filter(pk=entry.pk).update(deleted_at=timezone.now())


class NameTaken(Exception):
    """Another thing of the kind has this name."""


def save_gear(*, by: User, thing: Gear, usual: bool) -> None:
    """Writes a new or a changed thing. As the usual one it takes that place from any other of its kind.

    Raises NameTaken if another window gave its name away meanwhile.
    """
    try:
        with transaction.atomic():
            _lock(by)
            if usual:
                Gear.objects.of(by).filter(kind=thing.kind, usual=True).exclude(pk=thing.pk).update(usual=False)
            thing.usual = usual
            thing.save()
    except IntegrityError as problem:
        raise NameTaken from problem


# What a thing is made of: enough to make it again.
_OF_A_THING = ("uid", "kind", "name", "unit", "weight", "start", "step", "top", "listed", "add_on")


def delete_gear(*, by: User, thing: Gear) -> dict[str, Any]:
    """Exercises that were done with it go back to the usual one; what was logged is not touched.

    Returns what `restore_gear` needs, as JSON takes it.
    """
    exercises = list(thing.exercises.values_list("exercise", flat=True))
    Gear.objects.of(by).filter(pk=thing.pk).delete()
    values = {name: getattr(thing, name) for name in _OF_A_THING}
    kept = {name: value if value is None else str(value) for name, value in values.items()}
    return {"thing": kept, "usual": thing.usual, "exercises": exercises}


def restore_gear(*, by: User, memo: Mapping[str, Any]) -> Gear:
    """Makes a deleted thing again, and the choice of each exercise that has got no other one since. It is the usual one
    again unless another has become that.

    Raises NameTaken if another thing has its name by now.
    """
    kept = memo["thing"]
    values = {field.name: field.to_python(kept[field.name]) for field in Gear._meta.fields if field.name in kept}
    thing = Gear(owner=by, **values)
    usual = memo["usual"] and not Gear.objects.of(by).filter(kind=thing.kind, usual=True).exists()
    exercises = ExerciseGear._meta.get_field("exercise").related_model._base_manager
    with transaction.atomic():
        save_gear(by=by, thing=thing, usual=usual)
        still = exercises.filter(pk__in=memo["exercises"]).values_list("pk", flat=True)
        choices = [ExerciseGear(owner=by, exercise_id=each, gear=thing) for each in still]
        ExerciseGear.objects.bulk_create(choices, ignore_conflicts=True)
    return thing


def save_plates(*, by: User, unit: Unit, pairs: Mapping[Decimal, int]) -> None:
    """All plates of `unit`: how many pairs of each size. None at all: the usual ones are taken again."""
    with transaction.atomic():
        _lock(by)
        Gear.objects.of(by).plates(unit).delete()
        Gear.objects.bulk_create(
            Gear(owner=by, kind=Gear.Kind.PLATE, unit=unit, weight=size, pairs=count) for size, count in pairs.items()
        )


def choose_gear(*, by: User, exercise: int, thing: Gear) -> None:
    """The exercise (its key) is done with `thing` from now on."""
    with transaction.atomic():
        _lock(by)
        ExerciseGear.objects.update_or_create(owner=by, exercise_id=exercise, defaults={"gear": thing})


def drop_choice(*, by: User, choice: ExerciseGear) -> dict[str, Any]:
    """The exercise goes back to the usual equipment. Returns what `restore_choice` needs, as JSON takes it."""
    ExerciseGear.objects.filter(owner=by, pk=choice.pk).delete()
    return {"uid": str(choice.uid), "exercise": choice.exercise_id, "gear": choice.gear_id}


def restore_choice(*, by: User, memo: Mapping[str, Any]) -> ExerciseGear | None:
    """The choice as it is from now on: another one for this exercise, made meanwhile, stays. None where the thing or
    the exercise is gone."""
    with transaction.atomic():
        _lock(by)
        exercises = ExerciseGear._meta.get_field("exercise").related_model._base_manager
        is_there = exercises.filter(pk=memo["exercise"]).exists()
        if not is_there or not Gear.objects.of(by).filter(pk=memo["gear"]).exists():
            return None
        kept = {"uid": memo["uid"], "gear_id": memo["gear"]}
        return ExerciseGear.objects.get_or_create(owner=by, exercise_id=memo["exercise"], defaults=kept)[0]


def put_off_deload(*, by: User, day: datetime.date) -> None:
    """The offer of a lighter week rests from `day` on (see coach)."""
    Preferences.objects.filter(user=by).update(deload_declined=day)
