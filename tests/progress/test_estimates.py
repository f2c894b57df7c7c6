"""Estimates and the chart, against histories worked out by hand (training-science 2.4, 5.3)."""

import datetime

import pytest

from tests.factories import exercise, performed
from tests.progress.histories import TODAY, day, done, flag, mixed, pounds, progress
from workouts.accounts.models import User
from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log import actions
from workouts.log.drafts import SetDraft
from workouts.log.models import SetKind
from workouts.progress.queries.series import Measure

pytestmark = pytest.mark.django_db


def test_sessions_of_both_units_with_their_estimates(owner: User) -> None:
    squat = exercise()
    mixed(owner, squat)
    found = progress(owner, squat)
    rows = [found.table.row(session) for session in found.sessions]
    shown = [(row.e1rm.text, row.e1rm.about, row.session.best.grade) if row.e1rm else None for row in rows]
    assert shown == [
        ("80.0", False, "B"),
        ("81.6", True, "B"),
        ("75.0", False, "A"),
        None,
        None,
        ("80.0", False, "B"),
    ]
    assert [row.volume.text for row in rows if row.volume] == ["480", "490", "313", "450", "500", "1,140"]
    assert [row.done.words for row in rows][:2] == ["60 kg × 8", "135 lb × 8"]


def test_the_headline_is_the_best_of_the_newest_session_and_at_least_where_the_reserve_is_unknown(owner: User) -> None:
    squat = exercise()
    mixed(owner, squat)
    headline = progress(owner, squat).headline
    assert headline is not None
    assert (headline.session.day, headline.figure.text) == (day(13), "80.0")
    assert headline.session.best.grade
    assert headline.session.best.at_least


def test_the_chart_has_the_numbers_of_the_table(owner: User) -> None:
    squat = exercise()
    mixed(owner, squat)
    found = progress(owner, squat)
    rows = [found.table.row(session) for session in found.sessions]
    data = found.series.data()
    assert data["y"] == [float(row.e1rm.value) for row in rows if row.e1rm]
    assert data["about"] == [row.e1rm.about for row in rows if row.e1rm]
    assert data["x"] == [(row.session.day - datetime.date(1970, 1, 1)).days for row in rows if row.e1rm]
    assert data["grades"] == ["B", "B", "A", "B"]
    assert data["least"] == [False, False, False, True]
    assert data["sets"] == ["60 kg × 8", "135 lb × 8", "62.5 kg × 5", "60 kg × 10"]


def test_a_lifter_who_prefers_pounds_sees_hers_exact_and_kilograms_converted(owner: User) -> None:
    owner.preferences.unit = "lb"
    owner.preferences.save()
    squat = exercise()
    mixed(owner, squat)
    found = progress(owner, squat)
    second = found.table.row(found.sessions[1])
    first = found.table.row(found.sessions[0])
    assert second.e1rm is not None
    assert first.e1rm is not None
    assert (second.e1rm.text, second.e1rm.about) == ("180.0", False)
    assert (first.e1rm.text, first.e1rm.about) == ("176.4", True)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([done("100", 1, "0")], "100.0"),
        ([done("100", 8, "6")], None),
        ([done("140", 12, "4")], None),
        ([done("40", 15, "1")], None),
        ([done("0", 10, "2")], None),
        ([done("100", 0)], None),
        ([done(None, 10, "2")], None),
        ([done("20", 10, "2", load_mode=LoadMode.BODYWEIGHT_PLUS)], None),
        ([done("20", 10, "2", load_mode=LoadMode.ASSISTED)], None),
        ([done("60", None, "2", left=10, right=10)], None),
        ([done("80", 8, rpe=8)], "106.7"),
        ([done("100", 5, kind=SetKind.FAILURE)], "116.7"),
        ([pounds("225", 5, "1")], "122.5"),
        ([done("60", 10, "2"), done("60", 10, "3")], "86.0"),
    ],
)
def test_which_sets_are_estimated(owner: User, sets: list[SetDraft], expected: str | None) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(3), sets=sets)
    found = progress(owner, squat)
    figure = found.table.row(found.sessions[0]).e1rm
    assert (figure.text if figure else None) == expected


@pytest.mark.parametrize("style", [RepStyle.STEPS, RepStyle.PER_SIDE, RepStyle.SECONDS])
def test_other_rep_styles_are_never_estimated(owner: User, style: RepStyle) -> None:
    lunge = exercise(rep_style=style)
    performed(by=owner, exercise=lunge, day=day(3), sets=[done("20", 10, "1")])
    found = progress(owner, lunge)
    assert found.sessions[0].e1rm is None
    assert not found.sessions[0].best.grade
    assert found.measure == Measure.VOLUME


def test_what_the_chart_shows_without_an_estimate(owner: User) -> None:
    lunge = exercise(slug="lunge", name="Lunge", rep_style=RepStyle.STEPS, load_type="dumbbell_pair")
    performed(by=owner, exercise=lunge, day=day(3), sets=[done("10", 20), done("10", 20)])
    curl = exercise(slug="curl", name="Curl")
    performed(by=owner, exercise=curl, day=day(3), sets=[done(None, 6), done(None, 7)])
    sit = exercise(slug="sit", name="Wall sit", rep_style=RepStyle.SECONDS)
    performed(by=owner, exercise=sit, day=day(3), sets=[done(None, None, seconds=45), done(None, None, seconds=40)])
    side = exercise(slug="side", name="Split squat", rep_style=RepStyle.STEPS)
    performed(by=owner, exercise=side, day=day(3), sets=[done(None, 20), done(None, None, left=12, right=9)])
    shown = {each.slug: progress(owner, each).series for each in (lunge, curl, sit, side)}
    # Two dumbbells of 10 kg, 40 steps in all.
    assert (shown["lunge"].measure, shown["lunge"].data()["y"]) == (Measure.VOLUME, [800.0])
    assert (shown["curl"].measure, shown["curl"].data()["y"]) == (Measure.REPS, [7.0])
    assert (shown["sit"].measure, shown["sit"].data()["y"], shown["sit"].unit) == (Measure.SECONDS, [45.0], "s")
    assert (shown["side"].data()["y"], shown["side"].unit) == ([10.0], "per side")


def test_a_break_of_more_than_fourteen_days_is_marked_and_training_without_an_estimate_is_no_break(owner: User) -> None:
    squat = exercise()
    for number in (1, 8):
        performed(by=owner, exercise=squat, day=datetime.date(2026, 9, number), sets=[done("60", 8)])
    flag(owner, performed(by=owner, exercise=squat, day=datetime.date(2026, 9, 22), sets=[done("40", 8)]), deload=True)
    performed(by=owner, exercise=squat, day=datetime.date(2026, 10, 6), sets=[done("60", 8)])
    performed(by=owner, exercise=squat, day=datetime.date(2026, 10, 21), sets=[done("60", 8)])
    assert progress(owner, squat).series.data()["off"] == [0, 0, 0, 15]


@pytest.mark.parametrize(("wanted", "count"), [("3m", 1), ("1y", 2), ("all", 3), ("", 1), ("' OR 1=1", 1)])
def test_ranges(owner: User, wanted: str, count: int) -> None:
    squat = exercise()
    for back in (10, 200, 2000):
        performed(by=owner, exercise=squat, day=TODAY - datetime.timedelta(days=back), sets=[done("60", 8)])
    assert len(progress(owner, squat, wanted).sessions) == count


def test_an_old_history_opens_in_the_range_that_holds_it(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=TODAY - datetime.timedelta(days=2000), sets=[done("60", 8)])
    assert progress(owner, squat).range == "all"
    assert progress(owner, squat, "3m").sessions == []
    assert progress(owner, squat, "3m").headline is not None


def test_an_exercise_done_twice_in_a_workout_is_one_session(owner: User) -> None:
    squat = exercise()
    row = performed(by=owner, exercise=squat, day=day(3), sets=[done("60", 8)])
    again = actions.add_exercise(by=owner, workout=row.workout, exercise=squat)
    actions.record_set(by=owner, performed=again, draft=done("70", 5, "1"))
    found = progress(owner, squat)
    assert len(found.sessions) == 1
    assert found.sessions[0].reps == 13
    assert found.sessions[0].best.words == "70 kg × 5"
