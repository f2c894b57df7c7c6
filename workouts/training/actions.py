"""What the pages of training write, through the log's own door."""

import datetime
import zoneinfo
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Value, When

from workouts.accounts.models import User
from workouts.log import actions as log
from workouts.log.drafts import Sheet
from workouts.log.models import PerformedExercise, Workout
from workouts.routines.queries import GUIDE_ROUTINE, routine_for
from workouts.science.progression import deload
from workouts.training.models import CalendarFeed, new_key


def move_exercise(*, by: User, performed: PerformedExercise, up: bool) -> None:
    """Moves an exercise one place up or down in its workout, and numbers all of them anew; at the end of the line
    nothing happens."""
    rows = list(PerformedExercise.objects.of(by).live().filter(workout=performed.workout).order_by("position", "pk"))
    uids = [row.uid for row in rows]
    at = uids.index(performed.uid)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(uids):
        return
    uids[at], uids[to] = uids[to], uids[at]
    places: dict[UUID, dict[str, object]] = {uid: {"position": n} for n, uid in enumerate(uids, start=1)}
    log.save_sheet(by=by, workout=performed.workout, sheet=Sheet(exercises=places))


def reopen_workout(*, by: User, workout: Workout) -> None:
    """Takes back that a workout is finished."""
    log.save_sheet(by=by, workout=workout, sheet=Sheet(workout={"finished_at": None}))


def start_lighter(*, by: User, now: datetime.datetime) -> Workout | None:
    """Starts the guide's routine as a deload at `now` (aware): half the sets, 4 or more reps in reserve, every exercise
    flagged, so that the coach asks for 90 % of the weight. None where the site has no routine."""
    routine = routine_for(by, GUIDE_ROUTINE)
    if routine is None:
        return None
    zone = by.preferences.zone
    with transaction.atomic():
        workout = log.start_workout(
            by=by,
            day=by.preferences.today(now),
            zone=zone,
            routine=routine,
            started_at=now.astimezone(zoneinfo.ZoneInfo(zone)),
        )
        rows = PerformedExercise.objects.of(by).live().filter(workout=workout)
        log.save_sheet(by=by, workout=workout, sheet=Sheet(exercises={row.uid: _lighter(row) for row in rows}))
    return workout


def _lighter(row: PerformedExercise) -> dict[str, object]:
    return {"deload": True, "sets": deload.half(row.sets), "target_rir": max(row.target_rir or 0, deload.RIR)}


def renew_feed(*, by: User) -> None:
    """Switches the calendar on under a new address; one that was there opens nothing any more."""
    CalendarFeed.objects.update_or_create(user=by, defaults={"key": new_key()})


def drop_feed(*, by: User) -> None:
    CalendarFeed.objects.filter(user=by).delete()


def count_reading(*, key: str, now: datetime.datetime) -> CalendarFeed | None:
    """Counts that the calendar is read at `now` (aware). Returns it with its lifter and `reads` of this minute; None
    where nobody has this key. Two statements."""
    minute = int(now.timestamp()) // 60
    reads = Case(When(minute=minute, then=F("reads") + 1), default=Value(1))
    if not CalendarFeed.objects.filter(key=key).update(reads=reads, minute=minute):
        return None
    return CalendarFeed.objects.select_related("user__preferences").filter(key=key).first()
