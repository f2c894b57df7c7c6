"""Files as Strong writes them, made here: a synthetic lifter with every quirk of the real shapes."""

import datetime
import random
from collections.abc import Iterable, Sequence

A = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes"
B = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
B_SHORT = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
RESAVED = "date,workout_name,menu,set_order,weight,reps,distance,sec,note,workout_note,part"
QUOTED = {"Workout Name", "Exercise Name", "Notes", "Workout Notes"}

SQUAT, CURL, CRUNCH, SWIM = "Squat (Barbell)", "Lying Leg Curl (Machine)", "Crunch", "Swimming"
DAY = "2024-03-05 18:30:10"


def line(
    *,
    date: str = DAY,
    workout: str = "Evening Workout",
    duration: str = "1h 5m",
    exercise: str = SQUAT,
    order: object = 1,
    weight: str = "60.0",
    reps: str = "8",
    distance: str = "0",
    seconds: str = "0",
    notes: str = "",
    workout_notes: str = "",
    rpe: str = "",
) -> dict[str, str]:
    """One row by column name, all of it as text."""
    return {
        "Date": date,
        "Workout Name": workout,
        "Duration": duration,
        "Exercise Name": exercise,
        "Set Order": str(order),
        "Weight": weight,
        "Reps": reps,
        "Distance": distance,
        "Seconds": seconds,
        "Notes": notes,
        "Workout Notes": workout_notes,
        "RPE": rpe,
    }


SAME = {
    "kg": "Weight", "km": "Distance", "date": "Date", "workout_name": "Workout Name", "menu": "Exercise Name",
    "set_order": "Set Order", "weight": "Weight", "reps": "Reps", "distance": "Distance", "sec": "Seconds",
    "note": "Notes", "workout_note": "Workout Notes",
}  # fmt: skip


def text(lines: Iterable[dict[str, str]], *, header: str = B, delimiter: str = ",", end: str = "\n") -> str:
    """The rows under a header of the file's shape, names and notes quoted as Strong quotes them."""
    names = header.split(",")
    rows = [delimiter.join(names)]
    for each in lines:
        rows.append(delimiter.join(_cell(name, each.get(SAME.get(name, name), "")) for name in names))
    return end.join(rows) + end


def _cell(name: str, value: str) -> str:
    escaped = value.replace('"', '""')
    quoted = (SAME.get(name, name) in QUOTED and value) or set(value) & set('",;\t\r\n')
    return f'"{escaped}"' if quoted else escaped


def data(*lines: dict[str, str], header: str = B) -> bytes:
    return text(lines or [line()], header=header).encode()


def sets(count: int, **fields: str) -> list[dict[str, str]]:
    return [line(order=number, **fields) for number in range(1, count + 1)]


def twin(*, workouts: int = 40, seed: int = 7) -> list[dict[str, str]]:
    """A history with everything at once: rest timers, blank rows, a distance alone, seconds, body weight, an exercise
    twice in a workout, two workouts of one minute, letters, notes, long decimals."""
    chance = random.Random(seed)
    first = datetime.datetime(2021, 1, 4, 18, 5, 9)
    rows: list[dict[str, str]] = []
    for number in range(workouts):
        date = f"{first + datetime.timedelta(days=2 * number, minutes=number):%Y-%m-%d %H:%M:%S}"
        head = {"date": date, "duration": chance.choice(["2h 38m", "45m", "2h", "20s"])}
        load = 60 + chance.randrange(20) * 2.5
        rows += sets(4, weight=f"{load}", **head)
        rows.append(line(order="Rest Timer", weight="0", reps="0", seconds="90", **head))
        rows += sets(3, exercise=CURL, weight="30.0", reps="12.0", **head)
        rows += sets(2, weight="100.0", reps="3", notes="", **head)  # squats again: the order starts over
        rows += sets(2, exercise=CRUNCH, weight="0.0", reps="25", **head)
        rows.append(line(exercise=SWIM, weight="0", reps="0", distance="1.0", seconds="30", **head))
        rows.append(line(exercise="Running", weight="0", reps="0", distance="5.0", **head))
        rows.append(line(exercise="Plank", weight="0", reps="0", **head))
    return rows


TWIN = {"rows": 15, "workouts": 1, "exercises": 5, "sets": 12, "rest": 1, "distance": 1, "blank": 1}


def long_file(*, rows: int, names: Sequence[str] = (SQUAT, CURL, "Leg Press", "Walking Lunge", CRUNCH)) -> bytes:
    """A file of `rows` sets, 25 a workout."""
    first = datetime.datetime(2000, 1, 1, 18, 0, 0)
    lines = []
    for number in range(rows):
        session, place = divmod(number, 25)
        name, order = names[place // 5], place % 5 + 1
        date = f"{first + datetime.timedelta(hours=30 * session):%Y-%m-%d %H:%M:%S}"
        lines.append(f'{date},"Leg Day",1h 10m,"{name}",{order},{60 + place}.5,8,0,0,,,8.5')
    return ("\n".join([B, *lines]) + "\n").encode()
