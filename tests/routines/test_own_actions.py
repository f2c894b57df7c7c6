"""A lifter's own routine: copied, changed, swapped in, deleted; what she has done is never rewritten."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import PerformedExercise
from workouts.routines import actions
from workouts.routines.models import Prescription, Routine
from workouts.routines.queries import fingerprint, routine_for, routines_for

pytestmark = pytest.mark.django_db


def exercise(slug: str) -> Exercise:
    return Exercise.objects.get(slug=slug)


def told(routine: Routine) -> list[tuple[str, int, int, int, int]]:
    rows = routine.prescriptions.select_related("exercise").order_by("position")
    return [(row.exercise.slug, row.sets, row.low, row.high, row.rest_seconds) for row in rows]


def lines(routine: Routine) -> list[actions.Line]:
    return [actions.line_of(row) for row in routine.prescriptions.select_related("exercise")]


def test_a_copy_says_what_the_site_s_says_and_is_made_once(owner: User, other: User, leg_day: Routine) -> None:
    own = actions.copy_routine(by=owner, routine=leg_day)
    assert (own.slug, own.name, own.based_on) == ("my-leg-day", leg_day.name, leg_day)
    assert told(own) == told(leg_day)
    assert actions.copy_routine(by=owner, routine=leg_day) == own
    assert actions.copy_routine(by=other, routine=leg_day) != own
    assert Routine.objects.filter(owner=owner).count() == 1


def test_hers_stands_in_the_place_of_the_site_s_for_her_alone(owner: User, other: User, leg_day: Routine) -> None:
    assert routine_for(owner, "leg-day") == leg_day
    own = actions.copy_routine(by=owner, routine=leg_day)
    assert routine_for(owner, "leg-day") == own == routine_for(owner, "my-leg-day")
    assert routine_for(other, "leg-day") == leg_day
    assert routine_for(other, "my-leg-day") is None
    assert leg_day not in routines_for(owner)
    assert own in routines_for(owner)
    assert own not in routines_for(other)


def test_a_swap_for_good_makes_the_copy_and_is_the_same_twice(owner: User, leg_day: Routine) -> None:
    old, new = exercise("barbell-squat"), exercise("goblet-squat")
    own = actions.swap_exercise(by=owner, routine=leg_day, old=old, new=new)
    assert told(own)[0][0] == "goblet-squat"
    assert told(own)[0][1:] == told(leg_day)[0][1:]
    assert told(own)[1:] == told(leg_day)[1:]
    for routine in (own, leg_day):
        assert actions.swap_exercise(by=owner, routine=routine, old=old, new=new) == own
    assert len(told(own)) == 5
    back = actions.swap_exercise(by=owner, routine=own, old=new, new=old)
    assert told(back) == told(leg_day)


def test_a_swap_back_is_one_back_where_the_two_are_counted_differently(owner: User, leg_day: Routine) -> None:
    old, new = exercise("walking-lunge"), exercise("goblet-squat")
    own = actions.swap_exercise(by=owner, routine=leg_day, old=old, new=new)
    row = own.prescriptions.get(exercise=new)
    assert (row.rep_style, row.low, row.high, row.sets) == ("reps", 8, 12, 3)
    actions.swap_exercise(by=owner, routine=own, old=new, new=old)
    assert told(own) == told(leg_day)


def test_what_cannot_be_swapped_writes_nothing(owner: User, leg_day: Routine) -> None:
    squat, press, goblet = exercise("barbell-squat"), exercise("leg-press"), exercise("goblet-squat")
    with pytest.raises(actions.AlreadyThere):
        actions.swap_exercise(by=owner, routine=leg_day, old=squat, new=press)
    with pytest.raises(actions.NotInRoutine):
        actions.swap_exercise(by=owner, routine=leg_day, old=goblet, new=press)
    assert not Routine.objects.filter(owner=owner).exists()


def test_history_is_not_rewritten(owner: User, leg_day: Routine) -> None:
    own = actions.copy_routine(by=owner, routine=leg_day)
    workout = factories.workout(by=owner, routine=own)
    before = list(PerformedExercise.objects.filter(workout=workout).order_by("pk").values())
    changed = [replace(line, sets=1, rest_seconds=60) for line in lines(own)[:2]]
    actions.save_routine(by=owner, routine=own, name="Short", lines=changed, seen=fingerprint(own))
    actions.delete_routine(by=owner, routine=own)
    assert list(PerformedExercise.objects.filter(workout=workout).order_by("pk").values()) == before
    workout.refresh_from_db()
    assert workout.routine == own


def test_another_window_is_not_overwritten(owner: User, leg_day: Routine) -> None:
    own = actions.copy_routine(by=owner, routine=leg_day)
    seen = fingerprint(own)
    actions.save_routine(by=owner, routine=own, name="Mine", lines=lines(own)[:3], seen=seen)
    with pytest.raises(actions.Changed):
        actions.save_routine(by=owner, routine=own, name="Other", lines=lines(own), seen=seen)
    own.refresh_from_db()
    assert (own.name, len(told(own))) == ("Mine", 3)


@pytest.mark.parametrize("wrong", [{"sets": 0}, {"sets": 21}, {"low": 12, "high": 10}, {"rest_seconds": 1801}])
def test_a_wrong_line_writes_nothing(owner: User, leg_day: Routine, wrong: dict[str, int]) -> None:
    own = actions.copy_routine(by=owner, routine=leg_day)
    spoilt = [*lines(own)[:1], replace(lines(own)[1], **wrong)]  # type: ignore[arg-type]  # whole numbers
    with pytest.raises(ValidationError):
        actions.save_routine(by=owner, routine=own, name="Mine", lines=spoilt, seen=fingerprint(own))
    assert told(own) == told(leg_day)


def test_nobody_else_s_routine_is_written(owner: User, other: User, leg_day: Routine) -> None:
    own = actions.copy_routine(by=owner, routine=leg_day)
    with pytest.raises(actions.Changed):
        actions.save_routine(by=other, routine=own, name="Hers", lines=lines(own)[:1], seen=fingerprint(own))
    actions.delete_routine(by=other, routine=own)
    assert routine_for(owner, "leg-day") == own
    assert told(own) == told(leg_day)


def test_deleted_it_can_come_back_or_be_made_anew(owner: User, leg_day: Routine) -> None:
    own = actions.swap_exercise(by=owner, routine=leg_day, old=exercise("barbell-squat"), new=exercise("goblet-squat"))
    actions.delete_routine(by=owner, routine=own)
    assert routine_for(owner, "leg-day") == leg_day
    actions.restore_routine(by=owner, routine=own)
    assert told(own)[0][0] == "goblet-squat"
    actions.delete_routine(by=owner, routine=own)
    again = actions.copy_routine(by=owner, routine=leg_day)
    assert (again.pk, again.slug) == (own.pk, own.slug)
    assert told(again) == told(leg_day)
    assert Prescription.objects.filter(routine=again).count() == 5
