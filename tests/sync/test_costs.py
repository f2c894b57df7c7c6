"""What a push may cost: statements, counted as quality.md does, without BEGIN, SAVEPOINT and COMMIT."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise

pytestmark = pytest.mark.django_db

NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")


def statements(device: Device, mutations: list[Json]) -> list[str]:
    """The statements of one push, in which all is applied."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = device.push(mutations)
    assert {each["status"] for each in answer["results"]} == {"applied"}
    found = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in found if not sql.startswith(NOT_COUNTED)]


@pytest.fixture
def lifter(owner: User, phone: Device) -> Device:
    """A phone that is known and up to date, of a lifter with a history."""
    factories.history(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), workouts=60)
    phone.snapshot()
    phone.push([])
    return phone


def test_a_set_costs_at_most_twelve_statements(lifter: Device) -> None:
    workout, exercise = wire.begun()
    lifter.push([workout, exercise])
    for n in range(3):
        found = statements(lifter, [wire.one_set(exercise, position=n + 1)])
        assert len(found) <= 12, found


def test_a_set_that_is_changed_costs_no_more(lifter: Device) -> None:
    *_, logged = pushed = wire.begun(sets=1)
    lifter.push(pushed)
    found = statements(lifter, [wire.put("set", logged["row"], base=lifter.cursor, reps=9)])
    assert len(found) <= 12, found


def test_a_whole_workout_costs_at_most_thirty(lifter: Device) -> None:
    workout = wire.workout(routine="leg-day")
    slugs = ["barbell-squat", "romanian-deadlift", "leg-press", "walking-lunge", "calf-raise"]
    exercises = [wire.exercise(workout, slug, position=n) for n, slug in enumerate(slugs)]
    sets = [wire.one_set(exercises[n % 5], position=n) for n in range(17)]
    found = statements(lifter, [workout, *exercises, *sets])
    assert len(found) <= 30, found
