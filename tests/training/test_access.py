"""Another lifter's rows do not exist; nobody is asked to sign in."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import Change, LoggedSet, PerformedExercise, Workout

pytestmark = pytest.mark.django_db

READ = ["form", "workout"]
WRITE = ["form", "reopen", "add", "delete", "restore"]
OF_AN_EXERCISE = ["remove", "up", "down"]


@pytest.fixture
def row(owner: User) -> PerformedExercise:
    return factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()])


def addresses(workout: object, performed: object) -> list[tuple[str, str]]:
    """Every address of this workout, with the method that it is asked by."""
    one = [("get", reverse(f"training:{name}", args=[workout])) for name in READ]
    two = [("post", reverse(f"training:{name}", args=[workout])) for name in WRITE]
    return one + two + [("post", reverse(f"training:{name}", args=[workout, performed])) for name in OF_AN_EXERCISE]


def test_another_lifters_workout_is_not_found(as_other: Client, other: User, row: PerformedExercise) -> None:
    before = list(Change.objects.values_list("rev", "owner"))
    for method, url in addresses(row.workout.uid, row.uid):
        assert getattr(as_other, method)(url).status_code == 404, url
    mine = factories.workout(by=other)
    for name in OF_AN_EXERCISE:
        assert as_other.post(reverse(f"training:{name}", args=[mine.uid, row.uid])).status_code == 404
    assert [each for each in Change.objects.values_list("rev", "owner") if each[1] != other.pk] == before


def test_what_never_was_is_not_found(as_owner: Client) -> None:
    for method, url in addresses(uuid4(), uuid4()):
        assert getattr(as_owner, method)(url).status_code == 404, url


def test_nobody_is_led_to_the_sign_in_page(client: Client, row: PerformedExercise) -> None:
    pages = [("get", reverse(f"training:{name}")) for name in ("today", "history", "calendar", "deleted")]
    start = ("post", reverse("training:new"))  # to look is free: a guest starts on the device
    for method, url in [*pages, start, *addresses(row.workout.uid, row.uid)]:
        answer = getattr(client, method)(url)
        assert answer.status_code == 302, url
        assert answer["Location"].startswith("/accounts/login/"), url


def test_lists_show_only_ones_own(as_other: Client, row: PerformedExercise, owner: User) -> None:
    gone = factories.workout(by=owner)
    actions.delete_workout(by=owner, workout=gone)
    month = f"/workouts/calendar/?month={row.workout.day:%Y-%m}"
    for url in ("/today/", "/workouts/", "/workouts/deleted/", month):
        page = as_other.get(url).content.decode()
        assert str(row.workout.uid) not in page
        assert str(gone.uid) not in page


def test_a_foreign_exercise_cannot_be_added(as_owner: Client, other: User, row: PerformedExercise) -> None:
    hers = factories.exercise(slug="my-press", name="My secret press", owner=other)
    url = reverse("training:form", args=[row.workout.uid])
    data = opened(as_owner, url)
    assert "My secret press" not in as_owner.get(url).content.decode()
    answer = as_owner.post(url.replace("/form/", "/add/"), data | {"exercise": str(hers.pk)})
    assert answer.status_code == 422
    assert not PerformedExercise.objects.filter(exercise=hers).exists()


def test_a_form_cannot_reach_the_sets_of_other_workouts(as_owner: Client, owner: User, row: PerformedExercise) -> None:
    target = LoggedSet.objects.get()
    second = factories.performed(by=owner, exercise=Exercise.objects.get(), sets=[])
    url = reverse("training:form", args=[second.workout.uid])
    data = opened(as_owner, url)
    first = rows(data)[0]
    as_owner.post(url, ticked(data, first, uid=str(target.uid), weight="999", reps="1"))
    target.refresh_from_db()
    assert target.weight == 60
    assert second.logged_sets.count() == 1, "what was typed is kept, under an id of its own"
    assert Workout.objects.live().count() == 2
