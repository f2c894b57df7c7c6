"""Strong's rows: shapes of the header, what counts as a set, what every cell may hold."""

from decimal import Decimal

import pytest

from tests.transfer.strong_files import B_SHORT, RESAVED, A, B, data, line, sets, text, twin
from workouts.log.models import SetKind
from workouts.science.units import Unit
from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.rows import Remark, Row


def rows(reading: Reading) -> list[Row]:
    return [row for session in reading.sessions for block in session.blocks for _key, row in block.sets]


def one(**fields: str) -> Row:
    (row,) = rows(read(data(line(**fields))))
    return row


def refused(**fields: str) -> str:
    """The sentence about the first of two rows; the second is sound."""
    sorting = read(data(line(**fields), line(order=2))).sorting
    (listed,) = sorting.listed
    assert listed[0] == 2
    return listed[1]


@pytest.mark.parametrize("header", [A, B, B_SHORT, RESAVED, B.upper(), ",".join(reversed(B_SHORT.split(",")))])
def test_every_shape_of_the_header_gives_the_same_sets(header: str) -> None:
    content = text(sets(3)) if header == B.upper() else text(sets(3), header=header)
    reading = read(content.replace(B, header).encode())
    found = [(row.exercise, row.weight, row.reps) for row in rows(reading)]
    assert found == [("Squat (Barbell)", "60.0", 8)] * 3


def test_the_same_history_in_two_shapes_has_one_identity() -> None:
    def keys(header: str) -> list[str]:
        reading = read(text(twin(workouts=3), header=header).encode())
        return [key for session in reading.sessions for block in session.blocks for key, _row in block.sets]

    assert keys(A) == keys(B) == keys(B_SHORT) == keys(RESAVED)
    assert len(set(keys(B))) == 36


@pytest.mark.parametrize(
    ("header", "unit"),
    [("kg", Unit.KG), ("lb", Unit.LB), ("LBS", Unit.LB), ("Weight (kg)", Unit.KG), ("Weight (lb)", Unit.LB)],
)
def test_a_unit_in_the_header_is_the_file_s_word(header: str, unit: Unit) -> None:
    reading = read(data(line()).replace(b"Weight", header.encode()))
    assert (reading.said_unit, rows(reading)[0].unit) == (unit, unit)


def test_without_a_unit_nothing_is_said() -> None:
    reading = read(data(line()))
    assert (reading.said_unit, rows(reading)[0].unit) == (None, None)


def test_a_unit_in_the_row_wins() -> None:
    content = B + ",Weight Unit\n2024-03-05 18:30:10,Leg,1h,Squat,1,135,5,,,,,,lbs\n"
    assert rows(read(content.encode()))[0].unit is Unit.LB


def test_rows_that_are_no_sets_are_skipped_and_counted() -> None:
    none = {"weight": "0", "reps": "0"}
    sorting = read(
        data(
            line(),
            line(order="Rest Timer", seconds="90", **none),
            line(exercise="Rest Timer", seconds="60", **none),
            dict.fromkeys(line(), ""),
            line(exercise="Plank", **none),
            line(exercise="Run", distance="5.0", **none),
            line(exercise="Bench", weight="80.0", reps="0"),
        )
    ).sorting
    assert sorting.skipped == {"rest": 2, "blank": 2, "distance": 1, "unmeasured": 1}
    assert (sorting.rows, sorting.errors, len(sorting.sessions)) == (7, 0, 1)


def test_seconds_alone_make_a_set() -> None:
    row = one(weight="0", reps="0", seconds="30.0", distance="1.0")
    assert (row.reps, row.seconds, row.amount) == (None, 30, Decimal(0))


@pytest.mark.parametrize(
    ("text", "amount", "typed"),
    [
        ("149.99999999999997", "149.99999999999997", "149.99999999999997"),
        ("62,5", "62.5", "62,5"),
        (" 60 ", "60", "60"),
        ("-22.05", "-22.05", "22.05"),
        ("-0", "0", "0"),
        ("2200", "2200", "2200"),
    ],
)
def test_weights_that_are_numbers(text: str, amount: str, typed: str) -> None:
    row = one(weight=text)
    assert (row.amount, row.weight) == (Decimal(amount), typed)


BAD = [
    "NaN", "sNaN", "Infinity", "-inf", "1e400", "1e1000000", "1_000", "0x10", "١٢", "１２", "true", "[]", "{}", "=1+1",
    "--5", "1.2.3", "9" * 5000, "9223372036854775808", "86400.5",
]  # fmt: skip


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize("column", ["weight", "reps", "seconds"])
def test_numbers_that_are_none_leave_the_row_out_by_name(column: str, value: str) -> None:
    problem = refused(**{column: value})
    assert problem.startswith(column.capitalize())
    assert len(problem) < 120


@pytest.mark.parametrize("value", ["5.5", "-1", "1000"])
def test_reps_are_whole_and_under_1000(value: str) -> None:
    assert refused(reps=value).startswith("Reps “")


def test_reps_with_a_point_and_a_nought() -> None:
    assert (one(reps="5.0").reps, one(reps="999").reps) == (5, 999)


@pytest.mark.parametrize(("text", "value"), [("", None), ("0", None), ("0.0", None), ("8.5", "8.5"), ("10", "10")])
def test_effort_ratings(text: str, value: str | None) -> None:
    row = one(rpe=text)
    assert row.rpe == (Decimal(value) if value else None)
    assert row.remarks == ()


@pytest.mark.parametrize("text", ["8.3", "11", "-1", "hard", "NaN", "0.5"])
def test_other_ratings_are_left_out_and_counted(text: str) -> None:
    row = one(rpe=text)
    assert (row.rpe, row.remarks, row.reps) == (None, (Remark.RPE,), 8)


@pytest.mark.parametrize(
    ("letter", "kind"), [("W", SetKind.WARMUP), ("d", SetKind.DROP), ("F", SetKind.FAILURE), ("3", SetKind.WORKING)]
)
def test_letters_for_the_order(letter: str, kind: SetKind) -> None:
    assert one(order=letter).kind is kind


def test_an_unknown_letter_is_a_working_set_with_a_remark() -> None:
    row = one(order="Z")
    assert (row.kind, row.remarks) == (SetKind.WORKING, (Remark.ORDER,))


@pytest.mark.parametrize(
    "date",
    [
        "2018/8/31 5:49",
        "2018-08-31 05:49:00",
        "2018-08-31T05:49",
        "31.08.2018 05:49",
        "8/31/2018 5:49",
        "31/8/2018 5:49 AM",
    ],
)
def test_dates(date: str) -> None:
    assert f"{one(date=date).start:%Y-%m-%d %H:%M}" == "2018-08-31 05:49"


@pytest.mark.parametrize(
    "date",
    ["", "31.13.2018", "31/31/2018 5:49", "2018-13-01", "2018-02-30", "1949-12-31", "2200-01-01", "2018-08-31 25:00",
     "0000-01-01", "2018-08/31", "٢٠١٨-٠٨-٣١", "99999-01-01", "tomorrow"],
)  # fmt: skip
def test_other_dates_are_refused(date: str) -> None:
    assert refused(date=date).startswith("Date “")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("2h 38m", 9480), ("45m", 2700), ("2h", 7200), ("20s", 20), ("9min", 540), ("1h 2m 3s", 3723), ("5400", 5400)],
)
def test_durations(text: str, seconds: int) -> None:
    assert one(duration=text).length == seconds


@pytest.mark.parametrize("text", ["long", "999h", "99999999999999h", "-5m", "1,5h", "7 m 5"])
def test_other_durations_are_left_out_and_counted(text: str) -> None:
    row = one(duration=text)
    assert (row.length, row.remarks) == (None, (Remark.LENGTH,))


def test_long_words() -> None:
    row = one(notes="n" * 2001, workout="w" * 121)
    assert (len(row.note), row.remarks) == (2000, (Remark.CUT,))
    assert refused(exercise="e" * 201).startswith("The name of the exercise is longer")
    assert refused(exercise="  ") == "The name of the exercise is missing."


def test_the_first_fifty_errors_are_listed_and_all_are_counted() -> None:
    sorting = read(data(line(), *sets(80, reps="x"))).sorting
    assert (sorting.errors, len(sorting.listed), sorting.listed[0][0]) == (80, 50, 3)
