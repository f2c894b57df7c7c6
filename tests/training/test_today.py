"""The page a lifter opens first."""

import datetime

import pytest
import time_machine
from django.test import Client

from tests import cast, factories
from tests.training.conftest import AT
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import Workout
from workouts.routines.models import Routine
from workouts.training.queries.today import today_page

pytestmark = pytest.mark.django_db

TUESDAY = factories.TUESDAY


def leg_days(user: User, *days_ago: int) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    for ago in days_ago:
        day = TUESDAY - datetime.timedelta(days=ago)
        factories.performed(by=user, exercise=squat, day=day, sets=[factories.draft(reps=10, rir=2)] * 4)


def today(user: User) -> str:
    with time_machine.travel(AT, tick=False):
        return str(cast.signed_in(user).get("/today/").content.decode())


@pytest.mark.parametrize(
    ("days_ago", "headline", "reason"),
    [
        ([], "Your first leg day.", "start when you like"),
        ([0], "Done for today.", "You trained today."),
        ([1], "Rest today. Legs tomorrow.", "You trained yesterday"),
        ([2], "Ready for legs.", "2 days ago"),
        ([2, 4, 6], "Rest for now.", "next from Wednesday 18 November"),
        ([8], "Ready for legs.", "8 since your last leg day"),
        ([12], "Back to legs.", "12 days since your last leg day: the weights stay"),
        ([40], "Back to legs.", "40 days since your last leg day: the weights below start lower"),
    ],
)
def test_the_verdict_and_its_reason(
    owner: User, leg_day: Routine, days_ago: list[int], headline: str, reason: str
) -> None:
    leg_days(owner, *days_ago)
    page = today(owner)
    assert f"<h1>{headline}</h1>" in page
    assert reason in page


START = '/train/new/?routine=leg-day">'


@pytest.mark.parametrize(
    ("days_ago", "button", "words"),
    [([], "btn", "Start leg day"), ([3], "btn", "Start this workout"), ([1], "btn line", "Start this workout")],
)
def test_one_button_starts_and_steps_back_on_a_day_of_rest(
    owner: User, leg_day: Routine, days_ago: list[int], button: str, words: str
) -> None:
    leg_days(owner, *days_ago)
    head, _, rest = today(owner).partition("</main>")[0].partition('id="next"')
    assert f'class="{button}" href="{START}' in head
    assert words in head
    assert START not in rest


def test_before_the_first_workout_it_says_how_a_session_goes(owner: User, leg_day: Routine) -> None:
    assert "How it goes" in today(owner)
    leg_days(owner, 3)
    assert "How it goes" not in today(owner)


def test_the_next_session_says_why(owner: User, leg_day: Routine) -> None:
    leg_days(owner, 3)
    page = today(owner)
    assert "62.5<small>kg</small>" in page
    assert "All four sets reached 10 at 60 kg with two to spare: 62.5 kg (+4.2 %)." in page
    assert "17 sets." in page


@pytest.mark.parametrize(
    ("days_ago", "kinds", "words"),
    [
        ([], ["needed", "needed", "free"], "2 more sessions meet your goal."),
        ([1], ["done", "needed", "free"], "1 more session meets your goal."),
        ([0, 1], ["done", "done", "free"], "Your goal is met."),
        ([0, 0, 1, 1], ["done"] * 4, "Your goal is met."),
        ([2], ["needed", "needed", "free"], "2 more sessions meet your goal."),
    ],
)
def test_the_weeks_goal_is_plates_on_a_bar(
    owner: User, leg_day: Routine, days_ago: list[int], kinds: list[str], words: str
) -> None:
    leg_days(owner, *days_ago)
    plates = today_page(owner, AT).goal.plates
    assert [plate.kind for plate in plates] == kinds
    assert max(plate.x + plate.width for plate in plates) <= 328
    assert words in today(owner)


def test_a_goal_of_ones_own_is_kept(owner: User, leg_day: Routine) -> None:
    owner.preferences.goal_low = owner.preferences.goal_high = 7
    owner.preferences.save()
    assert len(today_page(owner, AT).goal.plates) == 7
    assert "0 of 7 this week" in today(owner)


def test_the_weeks_sets_are_fractional(owner: User, leg_day: Routine) -> None:
    leg_days(owner, 1)
    shown = {each.group.slug: each.sets_text for each in today_page(owner, AT).week}
    assert shown == {"quadriceps": "4", "hamstrings": "0", "glutes": "4", "calves": "0"}


def test_an_open_workout_is_resumed_from_every_page(as_owner: Client, begun: Workout) -> None:
    for url in ("/today/", "/workouts/", "/workouts/calendar/", "/train/new/"):
        page = as_owner.get(url).content.decode()
        assert f'href="/train/{begun.uid}/"' in page
        assert "Resume" in page


def test_a_workout_in_progress_is_no_last_time_yet(owner: User, leg_day: Routine) -> None:
    leg_days(owner, 3)
    workout = factories.workout(by=owner, routine=leg_day, started_at=AT)
    squat = workout.exercises.order_by("position")[0]
    for position in range(1, 4):
        actions.record_set(by=owner, performed=squat, draft=factories.draft(weight="20", position=position))
    page = today(owner)
    assert "<h1>Leg day is under way.</h1>" in page
    assert "You trained today" not in page
    assert "62.5<small>kg</small>" in page


def test_somebody_new_is_led_to_the_start_and_to_her_old_log(as_owner: Client, leg_day: Routine) -> None:
    page = as_owner.get("/today/").content.decode()
    assert "/train/new/?routine=leg-day" in page
    assert "Bring your log from elsewhere" in page


def test_the_address_that_is_not_confirmed_is_mentioned(as_owner: Client, leg_day: Routine) -> None:
    assert "owner@legday.example is not confirmed yet" in as_owner.get("/today/").content.decode()


def test_a_site_without_its_routine_still_has_a_today(as_owner: Client) -> None:
    assert as_owner.get("/today/").status_code == 200
