"""Row T17, the server's part: no clock of a device decides anything."""

import datetime
import zoneinfo

import pytest

from tests.sync import wire
from tests.sync.wire import Device
from workouts.log.models import LoggedSet, Workout

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("years", [-10, -1, 0, 1, 10])
def test_a_wrong_clock_refuses_nothing(phone: Device, years: int) -> None:
    wrong = datetime.datetime(2026 + years, 11, 23, 18, 30, tzinfo=datetime.UTC)
    workout = wire.workout(day=wrong.date().isoformat(), started_at=wrong.isoformat())
    exercise = wire.exercise(workout)
    assert phone.statuses([workout, exercise, wire.one_set(exercise)]) == ["applied"] * 3


def test_edits_one_after_the_other_end_at_the_last_whatever_the_clocks_say(phone: Device, tablet: Device) -> None:
    """The ids of mutations hold the device's clock. Nobody reads it."""
    workout, exercise, logged = wire.begun(sets=1)
    phone.push([workout, exercise, logged])
    tablet.pull()
    late, early = "ffffffff-ffff-7fff-bfff-ffffffffffff", "00000000-0000-7000-8000-000000000001"
    phone.push([wire.put("set", logged["row"], reps=20) | {"id": late}])
    tablet.push([wire.put("set", logged["row"], reps=21) | {"id": early}])
    assert LoggedSet.objects.get().reps == 21


NIGHTS = [
    ("Europe/Lisbon", "2026-03-29"), ("Europe/Lisbon", "2026-10-25"), ("America/New_York", "2026-11-01"),
    ("Australia/Lord_Howe", "2026-04-05"), ("Pacific/Apia", "2011-12-29"), ("Asia/Kathmandu", "2026-11-23"),
    ("Pacific/Kiritimati", "2026-12-31"), ("Etc/GMT+12", "2026-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "day"), NIGHTS)
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 23])
def test_a_workout_keeps_its_local_day_on_every_night(phone: Device, zone: str, day: str, hour: int) -> None:
    local = datetime.datetime.fromisoformat(f"{day}T{hour:02}:30:00").replace(tzinfo=zoneinfo.ZoneInfo(zone))
    offset = local.utcoffset()
    assert offset is not None
    minutes = int(offset.total_seconds() // 60)
    workout = wire.workout(day=day, zone=zone, started_at=local.isoformat(), utc_offset=minutes)
    assert phone.statuses([workout]) == ["applied"]
    kept = Workout.objects.get()
    assert (kept.day.isoformat(), kept.zone, kept.utc_offset) == (day, zone, minutes)
    assert kept.started_at == local.astimezone(datetime.UTC)
