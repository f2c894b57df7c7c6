"""training-science 4.2 and 4.3: weekly sets in fractions, and bands."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.science.gear import d
from workouts.science.volume import (
    Band,
    CountedSet,
    Group,
    Totals,
    band,
    count_sets,
    in_last_days,
    in_week_of,
    to_half,
    volume_load,
)

MONDAY = date(2025, 11, 10)
# 4.2: sets a session, the weights for quadriceps, hamstrings, glutes and calves, and whether the core counts.
ROUTINE = [
    (4, "1 0 1 0", True),
    (4, "0 1 1 0", True),
    (3, "1 0 0.5 0", False),
    (3, "1 0.5 1 0", True),
    (3, "0 0 0 1", False),
]


def session(day: date) -> list[CountedSet]:
    return [
        CountedSet(day, 10, dict(zip(Group, map(Decimal, weights.split()), strict=True)), core)
        for count, weights, core in ROUTINE
        for _ in range(count)
    ]


def totals(*figures: str, core: int) -> Totals:
    return Totals(dict(zip(Group, map(Decimal, figures), strict=True)), core)


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (1, totals("10", "5.5", "12.5", "3", core=11)),
        (2, totals("20", "11", "25", "6", core=22)),
        (3, totals("30", "16.5", "37.5", "9", core=33)),
        (0, totals("0", "0", "0", "0", core=0)),
    ],
)
def test_table_4_2_the_routine_week_by_week(sessions: int, expected: Totals) -> None:
    done = [one for at in range(sessions) for one in session(MONDAY + timedelta(days=2 * at))]
    assert count_sets(done) == expected


def test_warm_ups_and_failed_sets_count_nothing() -> None:
    one = {Group.CALVES: d(1)}
    done = [
        CountedSet(MONDAY, 0, one, core=True),
        CountedSet(MONDAY, 10, one, core=True, warm_up=True),
        CountedSet(MONDAY, 1, one),
    ]
    assert count_sets(done) == totals("0", "0", "0", "1", core=0)


def test_a_week_is_monday_to_sunday() -> None:
    days = [MONDAY + timedelta(days=at) for at in range(-1, 8)]
    done = [CountedSet(day, 10, {}) for day in days]
    assert [one.day for one in in_week_of(done, MONDAY + timedelta(days=6))] == days[1:8]
    january = [CountedSet(date(2024, 12, 30), 10, {}), CountedSet(date(2025, 12, 31), 10, {})]
    assert in_week_of(january, date(2025, 1, 1)) == january[:1]


def test_the_last_seven_days_include_today() -> None:
    today = MONDAY + timedelta(days=10)
    done = [CountedSet(today - timedelta(days=back), 10, {}) for back in (-1, 0, 6, 7)]
    assert in_last_days(done, today) == done[1:3]
    assert in_last_days(done, today, days=8) == done[1:]


@pytest.mark.parametrize(
    ("total", "name"),
    [
        ("0", Band.NONE),
        ("0.2", Band.NONE),
        ("0.5", Band.LOW),
        ("4.5", Band.LOW),
        ("4.75", Band.MODERATE),
        ("5", Band.MODERATE),
        ("9.5", Band.MODERATE),
        ("10", Band.WELL_SUPPORTED),
        ("20", Band.WELL_SUPPORTED),
        ("20.2", Band.WELL_SUPPORTED),
        ("20.5", Band.HIGH),
        ("37.5", Band.HIGH),
    ],
)
def test_4_3_bands(total: str, name: Band) -> None:
    assert band(d(total)) is name


@pytest.mark.parametrize(("total", "shown"), [("5.24", "5.0"), ("5.25", "5.5"), ("5.75", "6"), ("0.1", "0")])
def test_shown_to_the_half(total: str, shown: str) -> None:
    assert to_half(d(total)) == d(shown)


def test_volume_load_is_exact() -> None:
    assert volume_load(d("61234.97"), 10) == d("612349.70")
    assert volume_load(d(14000), 20, per_hand=True) == 560_000
