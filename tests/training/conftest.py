"""A workout that was begun with the guide's routine."""

import datetime

import pytest

from tests import factories
from workouts.accounts.models import User
from workouts.log.models import Workout
from workouts.routines.models import Routine

AT = datetime.datetime(2026, 11, 17, 18, 0, tzinfo=datetime.UTC)


@pytest.fixture
def begun(owner: User, leg_day: Routine) -> Workout:
    return factories.workout(by=owner, routine=leg_day, started_at=AT)


@pytest.fixture
def form_url(begun: Workout) -> str:
    return f"/train/{begun.uid}/form/"
