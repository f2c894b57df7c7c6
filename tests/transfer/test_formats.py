"""A twin of every variant that is in the wild, made up here with its quirks: whose it is, and exact counts."""

import csv
import datetime
import io
from collections import Counter
from pathlib import Path

import pytest

from workouts.log.models import SetKind
from workouts.science.units import Unit
from workouts.transfer.formats import FORMATS, Reading, read
from workouts.transfer.formats.rows import Remark, Row, Session, Unreadable

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".csv", ".tsv", ".json"})

# Format; rows, workouts, exercises, sets, of them warm-up and failure; skipped; errors; the unit that the header names.
EXPECTED = {
    "fitnotes_android_new.csv": ("fitnotes", 5, 1, 4, 4, 0, 0, {}, 1, None),
    "fitnotes_android_old.csv": ("fitnotes", 6, 2, 4, 5, 0, 0, {"distance": 1}, 0, None),
    "fitnotes_ios.csv": ("fitnotes", 3, 1, 2, 3, 1, 0, {}, 0, None),
    "hevy_app_de.csv": ("hevy", 4, 4, 4, 4, 0, 0, {}, 0, Unit.KG),
    "hevy_app_en.csv": ("hevy", 11, 3, 7, 10, 2, 2, {"blank": 1}, 0, Unit.KG),
    "hevy_app_es_ko_fr.csv": ("hevy", 3, 3, 3, 3, 0, 0, {}, 0, Unit.KG),
    "hevy_app_pt_lbs.csv": ("hevy", 4, 3, 3, 4, 0, 2, {}, 0, Unit.LB),
    "hevy_web_de.csv": ("hevy", 2, 2, 2, 2, 0, 0, {}, 0, Unit.KG),
    "hevy_web_en.csv": ("hevy", 3, 2, 2, 3, 1, 0, {}, 0, Unit.LB),
    "legday.csv": ("legday", 5, 2, 2, 3, 1, 1, {}, 0, None),
    "legday.json": ("legday_json", 2, 1, 1, 2, 0, 1, {}, 0, None),
    "liftlog.csv": ("liftlog", 4, 2, 3, 4, 0, 0, {}, 0, None),
    "liftosaur.csv": ("liftosaur", 4, 2, 2, 3, 1, 0, {"planned": 1}, 0, None),
    "strong_a.csv": ("strong", 7, 2, 3, 6, 0, 0, {"distance": 1}, 0, Unit.KG),
    "strong_b.csv": ("strong", 8, 2, 4, 6, 0, 0, {"rest": 1, "blank": 1}, 0, None),
    "strong_b_short.csv": ("strong", 3, 1, 2, 3, 0, 0, {}, 0, None),
    "strong_c.csv": ("strong", 6, 1, 2, 5, 1, 1, {"distance": 1}, 0, None),
    "strong_c_comma.csv": ("strong", 3, 1, 2, 3, 0, 0, {}, 0, None),
    "strong_d.csv": ("strong", 5, 2, 2, 4, 1, 0, {"rest": 1}, 0, Unit.LB),
    "strong_de.csv": ("strong", 4, 1, 2, 3, 0, 0, {"rest": 1}, 0, None),
    "strong_fr.csv": ("strong", 3, 1, 2, 3, 0, 0, {}, 0, None),
    "strong_resaved.csv": ("strong", 3, 2, 2, 3, 0, 0, {}, 0, None),
    "strong_spreadsheet.tsv": ("strong", 2, 2, 2, 2, 0, 0, {}, 0, None),
    "stronglifts_kg.csv": ("stronglifts", 3, 2, 3, 11, 0, 1, {}, 0, Unit.KG),
    "stronglifts_lb.csv": ("stronglifts", 1, 1, 1, 3, 0, 0, {}, 0, Unit.LB),
}


def reading(name: str) -> Reading:
    return read((SAMPLES / name).read_bytes())


def rows(name: str) -> list[Row]:
    return [row for each in reading(name).sessions for block in each.blocks for _key, row in block.sets]


def sessions(name: str) -> list[Session]:
    return reading(name).sessions


def test_every_sample_is_expected_and_every_format_has_one() -> None:
    assert set(FILES) == set(EXPECTED)
    assert {each[0] for each in EXPECTED.values()} == {each.key for each in FORMATS}


@pytest.mark.parametrize("name", FILES)
def test_counts(name: str) -> None:
    found, sorting = reading(name), reading(name).sorting
    kinds = Counter(row.kind for row in rows(name))
    assert (
        found.format.key,
        sorting.rows,
        len(found.sessions),
        sum(len(each.blocks) for each in found.sessions),
        kinds.total(),
        kinds[SetKind.WARMUP],
        kinds[SetKind.FAILURE],
        {reason.value: count for reason, count in sorting.skipped.items()},
        sorting.errors,
        found.said_unit,
    ) == EXPECTED[name]


@pytest.mark.parametrize("name", FILES)
def test_columns_in_another_order_and_case_are_the_same_file(name: str) -> None:
    table = reading(name)
    if table.format.key == "legday_json":
        pytest.skip("no table")
    if table.format.key == "stronglifts" or "android_new" in name:
        pytest.skip("its unquoted commas need the order" if "android" in name else "its sets are columns by number")
    delimiter = {".tsv": "\t"}.get(name[-4:], ";" if b";" in (SAMPLES / name).read_bytes().split(b"\n")[0] else ",")
    encoding = "utf-16" if name.endswith(".tsv") else "utf-8-sig"
    text = (SAMPLES / name).read_bytes().decode(encoding)
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        [[c.swapcase() if not n else c for c in reversed(cells)] for n, cells in enumerate(lines)]
    )
    again = read(out.getvalue().encode())
    assert [each.key for each in again.sessions] == [each.key for each in table.sessions]
    assert again.said_unit == table.said_unit


def starts(name: str) -> list[str]:
    return [f"{each.start:%Y-%m-%d %H:%M}" for each in sessions(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hevy_app_en.csv", ["2026-04-09 17:18", "2026-04-08 23:40", "2026-04-08 23:40"]),
        ("hevy_app_pt_lbs.csv", ["2026-05-05 07:34", "2026-02-03 07:34", "2025-12-01 07:34"]),
        ("hevy_app_de.csv", ["2027-01-01 10:00", "2026-10-03 10:00", "2026-09-30 17:00", "2026-06-16 17:00"]),
        ("hevy_app_es_ko_fr.csv", ["2026-08-19 14:20", "2026-09-05 06:10", "2026-02-03 06:10"]),
        ("hevy_web_en.csv", ["2026-09-22 06:00", "2026-09-24 12:30"]),
        ("hevy_web_de.csv", ["2026-09-22 17:00", "2024-11-05 18:30"]),
        ("stronglifts_kg.csv", ["2026-08-11 22:56", "2026-08-13 07:05"]),
        ("strong_spreadsheet.tsv", ["2021-05-13 18:10", "2021-06-04 18:10"]),
    ],
)
def test_dates_in_every_language(name: str, expected: list[str]) -> None:
    assert starts(name) == expected


def test_a_time_with_a_zone_is_aware() -> None:
    at = sessions("liftosaur.csv")[0].start
    assert at == datetime.datetime(2025, 5, 20, 23, 30, tzinfo=datetime.UTC)
    assert [each.start.tzinfo for each in sessions("liftlog.csv")] == [datetime.UTC, None]


@pytest.mark.parametrize(
    ("name", "lengths"),
    [
        ("strong_b.csv", [4320, 2700]),
        ("strong_b_short.csv", [20]),
        ("strong_d.csv", [3723, 1800]),
        ("strong_fr.csv", [540]),
        ("hevy_app_en.csv", [4320, 1800, 600]),
        ("hevy_web_en.csv", [3900, 2100]),
        ("stronglifts_kg.csv", [4500, 1800]),
        ("fitnotes_ios.csv", [None]),
    ],
)
def test_durations_in_every_shape(name: str, lengths: list[int | None]) -> None:
    assert [each.length for each in sessions(name)] == lengths


def test_hevy_s_text_supersets_and_kinds() -> None:
    first = sessions("hevy_app_en.csv")[0]
    assert first.note == "first\nsecond"
    assert [(block.note, block.superset) for block in first.blocks] == [("belt\non", None), ("", 0), ("", 0)]
    squats = [row.kind for _key, row in first.blocks[0].sets]
    assert squats == [SetKind.WARMUP, SetKind.FAILURE, SetKind.FAILURE, SetKind.WARMUP], "in the file's own order"
    assert sessions("hevy_web_en.csv")[0].blocks[0].note == "seat 4\nfeet high"
    assert min(row.amount for row in rows("hevy_app_en.csv")) < 0


def test_two_workouts_of_one_title_and_start() -> None:
    found = sessions("hevy_app_en.csv")[1:]
    assert [(each.title, len(each.blocks)) for each in found] == [("", 3), ("", 1)]
    assert len({each.key for each in found}) == 2


def test_pounds_that_were_kilograms_stand_as_they_are_and_are_marked() -> None:
    found = [(row.weight, Remark.CONVERTED in row.remarks) for row in rows("hevy_app_pt_lbs.csv")]
    assert found == [("44.09", True), ("220.46", True), ("135", False), ("225", False)]
    assert reading("hevy_app_pt_lbs.csv").sorting.pointed == {Remark.CONVERTED: [2, 3]}


def test_commas_without_quotes_in_fitnotes() -> None:
    found = reading("fitnotes_android_new.csv")
    names = [block.name for each in found.sessions for block in each.blocks]
    assert names == ["Barbell Squat", "Overhead Press (Each Side, Dumbbells)", "Lunge, walking, long", "Wall Sit"]
    assert rows("fitnotes_android_new.csv")[2].note == "left, then right"
    assert found.sorting.listed == [(6, "Weight “Nowhere”: not a plain number.")]


def test_a_circuit_in_fitnotes_is_one_exercise_a_day() -> None:
    first = sessions("fitnotes_android_old.csv")[0]
    assert [(block.name, len(block.sets)) for block in first.blocks] == [
        ("Barbell Squat", 2),
        ("Leg Press", 1),
        ("Rowing Machine", 1),
    ]
    assert first.timed is False


def test_fitnotes_for_ios_keeps_the_weight_that_was_typed() -> None:
    found = [(row.weight, row.unit) for row in rows("fitnotes_ios.csv")]
    assert found == [("100", Unit.KG), ("225", Unit.LB), ("", None)]


def test_a_failed_set_of_stronglifts_is_kept_with_nought() -> None:
    last = rows("stronglifts_kg.csv")[-1]
    assert (last.weight, last.reps, last.kind) == ("62.5", 0, SetKind.FAILURE)


def test_a_set_that_was_not_done_is_none() -> None:
    assert [row.reps for row in rows("liftosaur.csv")] == [5, 7, 8]
    assert sessions("liftosaur.csv")[0].blocks[0].note == "deep"


def test_decimal_commas_and_letters_of_strong() -> None:
    found = rows("strong_c.csv")
    assert [row.kind.value for row in found] == ["warmup", "working", "failure", "drop", "working"]
    assert (found[1].weight, str(found[1].rpe), found[1].note) == ("62,5", "8.5", "Knie; links")
    assert found[4].unit is None or not found[4].amount


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
@pytest.mark.parametrize("name", ["strong_de.csv", "hevy_app_pt_lbs.csv", "fitnotes_android_old.csv", "liftosaur.csv"])
def test_every_encoding_and_line_end(name: str, encoding: str, end: str) -> None:
    """T26: each app's rows exact, whatever a spreadsheet has made of the file."""
    text = (SAMPLES / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    if end == "\u2028" and encoding in {"cp1252", "latin-1"}:
        return  # there is no such character in them
    again = read(text.replace("\n", end).encode(encoding))
    assert [each.key for each in again.sessions] == [each.key for each in sessions(name)]
    assert again.sorting.rows == EXPECTED[name][1]
    assert not any("\ufffd" in block.name for each in again.sessions for block in each.blocks)


def test_shift_jis_is_read_and_what_is_no_text_is_refused_with_its_line() -> None:
    text = (SAMPLES / "hevy_web_de.csv").read_text().replace("Leg Press", "レッグプレス")
    found = read(text.encode("shift_jis"))
    assert {block.name for each in found.sessions for block in each.blocks} == {"レッグプレス"}
    with pytest.raises(Unreadable, match="Line 2 "):
        read(text.encode().replace("レッグプレス".encode(), b"\x81\x8d\xff"))


SLASHED = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n" + "{} 18:00,Legs,Squat,1,60,8\n" * 2


@pytest.mark.parametrize(
    ("dates", "day_first", "open_", "first"),
    [
        (("04/03/2024", "13/03/2024"), None, False, "2024-03-04"),
        (("04/03/2024", "04/13/2024"), None, False, "2024-04-03"),
        (("04/03/2024", "05/03/2024"), None, True, "2024-04-03"),
        (("04/03/2024", "05/03/2024"), True, True, "2024-03-04"),
        (("04/04/2024", "05/05/2024"), None, False, "2024-04-04"),
    ],
)
def test_which_of_two_numbers_is_the_day(
    dates: tuple[str, str], day_first: bool | None, open_: bool, first: str
) -> None:
    found = read(SLASHED.format(*dates).encode(), day_first=day_first)
    assert (found.day_open, f"{found.sessions[0].start:%Y-%m-%d}") == (open_, first)
