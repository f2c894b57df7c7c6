"""Which lines belong together, and that each keeps its identity when the file comes again."""

from tests.transfer.strong_files import CURL, SQUAT, TWIN, data, line, sets, twin
from workouts.transfer.formats import read
from workouts.transfer.formats.rows import Session

TWO = "2024-03-07 18:00:00"


def sessions(*lines: dict[str, str]) -> list[Session]:
    return read(data(*lines)).sessions


def shape(*lines: dict[str, str]) -> list[list[tuple[str, int]]]:
    """Exercises with their number of sets, workout by workout."""
    return [[(block.name, len(block.sets)) for block in session.blocks] for session in sessions(*lines)]


def keys(*lines: dict[str, str]) -> list[str]:
    return [key for session in sessions(*lines) for block in session.blocks for key, _row in block.sets]


def test_the_twin_has_what_it_was_made_with() -> None:
    sorting = read(data(*twin(workouts=40))).sorting
    assert sorting.rows == 40 * TWIN["rows"]
    assert len(sorting.sessions) == 40
    assert sum(len(session.blocks) for session in sorting.sessions) == 40 * TWIN["exercises"]
    assert len(keys(*twin(workouts=40))) == 40 * TWIN["sets"]
    assert sorting.skipped == {"rest": 40, "distance": 40, "blank": 40}


def test_an_exercise_whose_order_starts_over_comes_twice() -> None:
    assert shape(*sets(3), *sets(2, exercise=CURL), *sets(2)) == [[(SQUAT, 3), (CURL, 2), (SQUAT, 2)]]
    assert shape(*sets(3), *sets(2)) == [[(SQUAT, 3), (SQUAT, 2)]]


def test_a_circuit_is_one_exercise() -> None:
    rows = [line(exercise=name, order=number) for number in (1, 2, 3) for name in (SQUAT, CURL)]
    assert shape(*rows) == [[(SQUAT, 3), (CURL, 3)]]


def test_warm_ups_open_the_exercise_that_follows_them() -> None:
    first = [line(order=order) for order in ("W", "W", 1, 2, "D")]
    again = [line(order=order) for order in ("W", 1, 2)]
    assert shape(*first, *again) == [[(SQUAT, 5), (SQUAT, 3)]]


def test_orders_may_begin_at_nought() -> None:
    assert shape(*[line(order=order) for order in (0, 1, 2, 0, 1)]) == [[(SQUAT, 3), (SQUAT, 2)]]


def test_a_file_sorted_by_exercise_keeps_its_workouts_together() -> None:
    rows = [*sets(2), *sets(2, date=TWO), *sets(3, exercise=CURL), *sets(3, date=TWO, exercise=CURL)]
    assert shape(*rows) == [[(SQUAT, 2), (CURL, 3)]] * 2


def test_two_workouts_of_one_start_and_name_are_two() -> None:
    by_place = [*sets(2), *sets(2, date=TWO), *sets(3)]
    assert shape(*by_place) == [[(SQUAT, 2)], [(SQUAT, 2)], [(SQUAT, 3)]]
    assert len(set(keys(*by_place))) == 7
    by_duration = [*sets(2), *sets(2, duration="9m")]
    assert shape(*by_duration) == [[(SQUAT, 2)], [(SQUAT, 2)]]
    assert len(set(keys(*by_duration))) == 4


def test_workouts_of_one_minute_are_told_apart() -> None:
    rows = [*sets(2), *sets(2, date="2024-03-05 18:30:50")]
    assert len(set(keys(*rows))) == 4


def test_identity_is_not_the_duration_nor_the_numbers_nor_the_notes() -> None:
    plain = keys(*sets(3))
    assert keys(*sets(3, duration="9h", weight="70", reps="5", notes="mended")) == plain


def test_a_rest_timer_moves_no_set_and_a_mended_row_none_either() -> None:
    plain = keys(*sets(3))
    rest = line(order="Rest Timer", weight="0", reps="0", seconds="90")
    first, second, third = sets(3)
    assert keys(first, rest, second, rest, third) == plain
    assert keys(first, {**second, "Reps": "?"}, third) == [plain[0], plain[2]]


def test_a_longer_file_has_the_shorter_one_s_keys() -> None:
    long = keys(*twin(workouts=12))
    assert keys(*twin(workouts=8)) == long[: 8 * TWIN["sets"]]
    assert keys(*sets(5))[:3] == keys(*sets(3))


def test_keys_fit_the_column() -> None:
    session = sessions(line())[0]
    found = {session.key, session.blocks[0].key, session.blocks[0].sets[0][0]}
    assert len(found) == 3
    assert all(len(key) <= 40 for key in found)


def test_notes_stand_where_strong_puts_them() -> None:
    rows = [line(notes="seat 4", workout_notes="slept badly"), line(order=2, notes="slipped")]
    (session,) = sessions(*rows)
    assert (session.note, session.blocks[0].note) == ("slept badly", "seat 4")
    assert session.blocks[0].sets[1][1].note == "slipped"


def test_many_rows_of_one_workout_are_quick() -> None:
    rows = "\n".join(f"2024-03-05 18:30:10,Leg,1h,{'ab'[n % 2]},{n // 2 % 9999},60,8,0,0,,," for n in range(20_000))
    warm = "\n".join("2024-03-05 18:30:10,Leg,1h,a,W,60,8,0,0,,," for _ in range(20_000))
    head = data(line()).splitlines()[0].decode()
    assert read(f"{head}\n{rows}\n".encode()).sorting.errors == 0
    assert read(f"{head}\n{warm}\n".encode()).sorting.errors == 0
