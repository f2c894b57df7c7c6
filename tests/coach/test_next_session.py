"""The next session: a target and an honest sentence for every exercise of the routine."""

import datetime

import pytest

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach import queries
from workouts.coach.queries import NextSession, leg_days, week_sets
from workouts.log import actions
from workouts.log.drafts import SetDraft, Sheet
from workouts.log.models import PerformedExercise
from workouts.routines.models import Routine
from workouts.science.units import Unit

pytestmark = pytest.mark.django_db

TODAY = factories.TUESDAY + datetime.timedelta(days=2)


def log(user: User, slug: str, *sets: SetDraft, day: datetime.date = factories.TUESDAY) -> None:
    factories.performed(by=user, exercise=Exercise.objects.get(slug=slug), day=day, sets=list(sets))


def next_session(user: User, routine: Routine, today: datetime.date) -> NextSession:
    found = queries.next_session(user, routine.slug, today)
    assert found is not None
    return found


def by_slug(session: NextSession) -> dict[str, tuple[str, str, str]]:
    return {
        each.dose.exercise.slug: (each.weight_text, each.load_mode.value, each.headline) for each in session.targets
    }


def test_without_history_the_lightest_is_said_only_where_it_is_known(owner: User, leg_day: Routine) -> None:
    session = next_session(owner, leg_day, TODAY)
    assert session.total_sets == 17
    assert by_slug(session) == {
        "barbell-squat": ("20", "external", "First time."),
        "romanian-deadlift": ("20", "external", "First time."),
        "leg-press": ("", "external", "First time."),
        "walking-lunge": ("", "bodyweight", "First time."),
        "calf-raise": ("", "external", "First time."),
    }


def test_the_bar_of_a_lifter_who_counts_in_pounds_weighs_45(owner: User, leg_day: Routine) -> None:
    owner.preferences.unit = Unit.LB.value
    squat = next_session(owner, leg_day, TODAY).targets[0]
    assert (squat.weight_text, squat.unit) == ("45", Unit.LB)


def test_all_sets_at_the_top_earn_a_step(owner: User, leg_day: Routine) -> None:
    log(owner, "barbell-squat", *[factories.draft(weight="60", reps=10, rir=2)] * 4)
    squat = next_session(owner, leg_day, TODAY).targets[0]
    assert (squat.weight_text, squat.headline) == ("62.5", "One step up.")
    assert squat.reason == "All four sets reached 10 at 60 kg with two to spare: 62.5 kg (+4.2 %)."


def test_the_unit_is_that_of_the_last_set(owner: User, leg_day: Routine) -> None:
    log(owner, "barbell-squat", *[factories.draft(weight="135", unit=Unit.LB, reps=10, rir=2)] * 4)
    squat = next_session(owner, leg_day, TODAY).targets[0]
    assert (squat.weight_text, squat.unit) == ("140", Unit.LB)


def test_lunges_at_body_weight_gain_a_step_a_leg(owner: User, leg_day: Routine) -> None:
    log(owner, "walking-lunge", *[factories.draft(weight=None, reps=20, rir=2)] * 3)
    lunge = next_session(owner, leg_day, TODAY).targets[3]
    assert (lunge.low, lunge.high, lunge.on_the_body) == (22, 22, True)


def test_pain_leaves_no_number(owner: User, leg_day: Routine) -> None:
    log(owner, "barbell-squat", *[factories.draft(weight="60", reps=10)] * 4)
    row = squat_of(owner)
    actions.save_sheet(by=owner, workout=row.workout, sheet=Sheet(exercises={row.uid: {"pain": True}}))
    squat = next_session(owner, leg_day, TODAY).targets[0]
    assert (squat.weight_text, squat.headline) == ("", "No target.")


def squat_of(user: User) -> PerformedExercise:
    row: PerformedExercise = PerformedExercise.objects.select_related("workout").get(owner=user)
    return row


def test_deleted_and_foreign_sets_say_nothing(owner: User, other: User, leg_day: Routine) -> None:
    log(other, "barbell-squat", *[factories.draft(weight="60", reps=10)] * 4)
    log(owner, "barbell-squat", *[factories.draft(weight="60", reps=10)] * 4)
    actions.delete_workout(by=owner, workout=squat_of(owner).workout)
    assert next_session(owner, leg_day, TODAY).targets[0].last is None


def test_statements_do_not_grow_with_the_history(owner: User, leg_day: Routine, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]  # pytest-django's callable
    squat = Exercise.objects.get(slug="barbell-squat")
    for workouts in (10, 200):
        factories.history(by=owner, exercise=squat, workouts=workouts)
        owner.refresh_from_db()
        owner.preferences  # noqa: B018 - read once, as the page has
        # Sessions that are all alike are a plateau, and whether it is the third is asked of the whole history: once.
        next_session(owner, leg_day, TODAY)
        with django_assert_num_queries(3):
            next_session(owner, leg_day, TODAY)


def test_three_completed_sets_of_a_leg_exercise_make_a_leg_session(owner: User, leg_day: Routine) -> None:
    day = factories.TUESDAY
    log(owner, "barbell-squat", *[factories.draft()] * 3)
    log(owner, "barbell-squat", *[factories.draft()] * 2, factories.draft(reps=0), day=day - datetime.timedelta(days=1))
    factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()] * 5)
    assert leg_days(owner) == [day]


def test_the_week_counts_sets_in_fractions(owner: User, leg_day: Routine) -> None:
    monday = factories.TUESDAY - datetime.timedelta(days=1)
    log(owner, "leg-press", *[factories.draft()] * 3)
    log(owner, "walking-lunge", *[factories.draft(weight=None, reps=20)] * 3)
    log(owner, "calf-raise", factories.draft(), day=monday - datetime.timedelta(days=1))
    shown = {each.group.slug: str(each.sets) for each in week_sets(owner, monday)}
    assert {slug: float(sets) for slug, sets in shown.items()} == {
        "quadriceps": 6.0, "hamstrings": 1.5, "glutes": 4.5, "calves": 0.0,
    }  # fmt: skip
