"""The walk that is measured: its pages and forms are there, and each is asked for."""

import pytest
from django.test import Client

from bench.browsing import AFTER, FORM, MEMBER, ONE, PUBLIC, SHEET, WORKOUT, planned, read_pages, train
from bench.statements import Counter, counted
from bench.syncing import PUSHES, READS, sync
from tests import factories
from tests.training.helpers import opened
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db


def counter(client: Client) -> Counter:
    found = Counter(None)
    found.client = client
    return found


def test_public_pages_are_counted(content: None) -> None:
    anybody = counter(Client())
    read_pages(anybody, PUBLIC)
    assert list(anybody.counts) == list(PUBLIC)
    assert all(cold >= warm >= 0 for cold, warm in anybody.counts.values())


def test_a_lifter_reads_and_trains(as_owner: Client, owner: User, leg_day: Routine) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.history(by=owner, exercise=squat, workouts=3)
    before = LoggedSet.objects.live().count()
    lifter = counter(as_owner)
    read_pages(lifter, MEMBER)
    train(lifter)
    assert list(lifter.counts) == [*MEMBER, FORM, WORKOUT, AFTER, ONE, SHEET]
    # Each is asked three times; the three looks at the chart change one and the same set.
    assert LoggedSet.objects.live().count() == before + 1 + 3 * 1 + 3 * 17


def test_a_phone_pulls_and_pushes(as_owner: Client, leg_day: Routine) -> None:
    lifter = counter(as_owner)
    sync(lifter)
    assert list(lifter.counts) == [*READS, *PUSHES]
    assert LoggedSet.objects.live().count() == 3 * 1 + 3 * 17


def test_a_sheet_is_the_routine_s_seventeen_sets(as_owner: Client, owner: User, leg_day: Routine) -> None:
    workout = factories.workout(by=owner, routine=leg_day)
    assert len(planned(opened(as_owner, f"/train/{workout.uid}/form/"))) == 17


def test_what_opens_and_closes_a_transaction_is_not_counted() -> None:
    asked = ["BEGIN", "SAVEPOINT x", "SELECT 1", "RELEASE SAVEPOINT x", "INSERT INTO t VALUES (1)", "COMMIT"]
    assert counted(asked) == 2
