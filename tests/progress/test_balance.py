"""Balance with the plan: sets a session times sessions, against what the log shows."""

import datetime

import pytest

from tests.progress.histories import day, leg_day
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import Workout
from workouts.progress.queries import Balance, balance
from workouts.progress.queries.balance import read_span
from workouts.routines.models import Prescription, Routine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

TODAY = datetime.date(2026, 11, 17)


def rows(found: Balance) -> dict[str, tuple[str, str, str, str]]:
    return {side.slug: (side.done, side.plan, side.value, str(side.word)) for side in found.sides}


def seen(owner: User, span: int = 4) -> Balance:
    return balance(owner, span=span, today=TODAY)


def test_the_routine_as_planned_is_a_hundred_percent_of_every_group(owner: User) -> None:
    for number in (9, 12, 16):
        leg_day(owner, day(number))
    found = seen(owner)
    assert (found.sessions, [(plan.slug, plan.sessions) for plan in found.plans]) == (3, [("leg-day", 3)])
    assert rows(found) == {
        "quadriceps": ("30", "30", "100 %", "as planned"),
        "hamstrings": ("16.5", "16.5", "100 %", "as planned"),
        "glutes": ("37.5", "37.5", "100 %", "as planned"),
        "calves": ("9", "9", "100 %", "as planned"),
    }


def test_what_is_left_out_or_added_shows(owner: User) -> None:
    """Without calf raises and leg press: 7 of 10 quadriceps sets, 11 of 12.5 glute sets (88 %)."""
    leg_day(owner, day(16), but=("calf-raise", "leg-press"))
    assert rows(seen(owner)) == {
        "quadriceps": ("7", "10", "70 %", "fewer"),
        "hamstrings": ("5.5", "5.5", "100 %", "as planned"),
        "glutes": ("11", "12.5", "88 %", "fewer"),
        "calves": ("0", "3", "0 %", "none done"),
    }


def test_both_sides_count_the_glutes_as_the_lifter_prefers(owner: User) -> None:
    owner.preferences.glutes_half = True
    leg_day(owner, day(16))
    assert rows(seen(owner))["glutes"] == ("9", "9", "100 %", "as planned")


def test_each_session_is_measured_by_its_own_routine(owner: User) -> None:
    own = Routine.objects.create(owner=owner, slug="my-calves", name="Calves only")
    Prescription.objects.create(routine=own, exercise=Exercise.objects.get(slug="calf-raise"), sets=5)
    mine = leg_day(owner, day(16), but=("barbell-squat", "romanian-deadlift", "leg-press", "walking-lunge"))
    Workout.objects.filter(pk=mine.pk).update(routine=own)
    found = seen(owner)
    assert rows(found)["calves"] == ("3", "5", "60 %", "fewer")
    assert rows(found)["quadriceps"] == ("0", "0", "–", "none planned")
    leg_day(owner, day(17))
    # Without a routine of its own, it is measured by the one that was used most.
    assert [(plan.slug, plan.sessions) for plan in seen(owner).plans] == [("my-calves", 2)]
    assert rows(seen(owner))["quadriceps"] == ("10", "0", "–", "not planned")


def test_a_routine_that_was_emptied_is_no_plan(owner: User) -> None:
    own = Routine.objects.create(owner=owner, slug="my-empty", name="Empty")
    Workout.objects.filter(pk=leg_day(owner, day(16)).pk).update(routine=own)
    assert [plan.slug for plan in seen(owner).plans] == ["leg-day"]


def test_deloads_are_left_out_on_both_sides(owner: User) -> None:
    leg_day(owner, day(9))
    leg_day(owner, day(16), deload=True)
    found = seen(owner)
    assert (found.sessions, found.deloads, rows(found)["calves"]) == (1, 1, ("3", "3", "100 %", "as planned"))


def test_four_weeks_and_twelve_with_the_one_that_runs(owner: User) -> None:
    """Four weeks up to the 22nd begin on 26 October; the 25th belongs to the fifth."""
    leg_day(owner, datetime.date(2026, 10, 25))
    leg_day(owner, datetime.date(2026, 10, 26))
    assert (seen(owner).first, seen(owner).sessions) == (datetime.date(2026, 10, 26), 1)
    assert (seen(owner, 12).first, seen(owner, 12).sessions) == (datetime.date(2026, 8, 31), 2)


def test_nothing_logged_has_no_plan(owner: User, other: User) -> None:
    leg_day(other, day(16))
    assert seen(owner).plans == []


@pytest.mark.parametrize(("text", "span"), [("12", 12), ("4", 4), ("", 4), ("5", 4), ("１２", 4), ("x" * 9999, 4)])
def test_the_span_asked_for(text: str, span: int) -> None:
    assert read_span(text) == span
