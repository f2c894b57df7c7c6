"""A chart of many sessions draws the best of each week or month; the table and the file have them all."""

import datetime

import pytest
from django.test import Client

from tests.factories import exercise, performed
from tests.progress.histories import TODAY, day, done, progress
from tests.progress.test_pages import text
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, WorkoutDraft
from workouts.progress.queries import periods

pytestmark = pytest.mark.django_db


def every_other_day(user: User, squat: Exercise, count: int) -> None:
    """Up to 16 November, at 60 kg; every tenth time one rep more."""
    drafts = [
        WorkoutDraft(
            day=TODAY - datetime.timedelta(days=1 + 2 * n),
            zone="UTC",
            title="Leg day",
            exercises=[ExerciseDraft(exercise=squat, sets=[done("60", 6 if n % 10 == 5 else 5, "0", position=1)])],
        )
        for n in range(count)
    ]
    actions.import_workouts(by=user, drafts=drafts)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periods, "MOST_POINTS", 12)


def test_the_best_of_each_week_and_the_newest(owner: User, few: None) -> None:
    squat = exercise()
    every_other_day(owner, squat, 36)
    found = progress(owner, squat, "all")
    assert found.series.period == "week"
    drawn = [point.session for point in found.series.points]
    weeks = {one.day.isocalendar()[:2] for one in found.sessions}
    assert {one.day.isocalendar()[:2] for one in drawn} == weeks
    for one in drawn[:-1]:
        same = [each.e1rm for each in found.sessions if each.day.isocalendar()[:2] == one.day.isocalendar()[:2]]
        assert one.e1rm == max(e1rm for e1rm in same if e1rm)
    assert drawn[-1] == found.sessions[-1], "the chart ends where the headline stands"
    assert len(found.sessions) == 36, "the table has them all"


def test_of_very_many_the_best_of_each_month(owner: User, few: None) -> None:
    squat = exercise()
    every_other_day(owner, squat, 120)
    found = progress(owner, squat, "all")
    assert found.series.period == "month"
    *best, newest = found.series.points
    assert [point.session.day.month for point in best] == list(range(3, 12))
    assert {point.figure.text for point in best} == {"72.0"}
    assert newest.session == found.sessions[-1]


def test_few_sessions_are_drawn_each(owner: User, few: None) -> None:
    squat = exercise()
    every_other_day(owner, squat, 12)
    assert len(progress(owner, squat, "all").series.points) == 12


def test_a_break_between_sessions_that_are_not_drawn_is_kept(owner: User, few: None) -> None:
    squat = exercise()
    every_other_day(owner, squat, 20)
    performed(by=owner, exercise=squat, day=datetime.date(2026, 9, 2), sets=[done("60", 8, "0")])
    performed(by=owner, exercise=squat, day=datetime.date(2026, 9, 3), sets=[done("50", 5, "0")])
    points = progress(owner, squat, "all").series.points
    assert points[0].session.day == datetime.date(2026, 9, 2)
    # From 3 September, when she last did it, to 9 October.
    assert [point.off for point in points][:3] == [0, 36, 0]


def test_page_and_file_say_so_and_have_every_session(owner: User, as_owner: Client, few: None) -> None:
    squat = exercise()
    every_other_day(owner, squat, 36)
    page = text(as_owner.get("/progress/test-squat/?range=all").content)
    assert "One point for each week, its best session: of 36 there are too many to tell apart." in page
    assert len(as_owner.get("/progress/test-squat/export.csv?range=all").content.splitlines()) == 37


def test_two_sessions_of_a_day_stand_in_the_order_they_were_done(owner: User) -> None:
    squat = exercise()
    drafts = [
        WorkoutDraft(
            day=day(3),
            zone="UTC",
            started_at=None if hour is None else datetime.datetime(2026, 11, 3, hour, tzinfo=datetime.UTC),
            exercises=[ExerciseDraft(exercise=squat, sets=[done(weight, 5, "0", position=1)])],
        )
        for hour, weight in [(18, "80"), (7, "60"), (None, "40")]
    ]
    actions.import_workouts(by=owner, drafts=drafts)
    found = progress(owner, squat, "all")
    assert [one.best.words for one in found.sessions] == ["40 kg × 5", "60 kg × 5", "80 kg × 5"]
