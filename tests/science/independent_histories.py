"""Random histories for the second opinion: careers of moods on all kinds of equipment, and plain noise."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from tests.science.gear import DUMBBELLS, KG_BAR, LB_BAR, by, ds
from workouts.science.grids import Grid, explicit
from workouts.science.progression import Prescription, Session, WorkingSet

GRIDS: list[Grid] = [
    KG_BAR,
    LB_BAR,
    DUMBBELLS,
    by(5, 300),
    by(10, 200, 10),
    by(10, 150, 5),
    ds(0, 10, 20, 40, 80),
    ds("2.5", "5", "7.5", "12.5", "15", "20", "21.25", "30", "50"),
    ds("4.536", "9.072", "11.34", "13.608", "22.68"),
    by(1, 60, 1),
    ds(20),
]
RANGES = [(8, 10), (8, 10), (10, 12), (12, 15), (10, 10), (5, 5), (5, 8), (3, 5), (1, 3), (1, 1), (6, 20)]
TARGETS = [*ds(2, 2, 2, 3, 3, 1, 0, 4), *ds("1.5", "2.5")]
CAPS = [*ds("0.10", "0.10", "0.10", "0.10", "0.10", "0.05", "0.2"), None, None]
EDGES = [10, 11, 14, 15, 28, 29, 56, 57, 112, 113, 400]


class Case(NamedTuple):
    """The arguments of recommend()."""

    prescription: Prescription
    history: list[Session]
    gap: int | None
    pain: bool
    known: WorkingSet | None


def random_case(random: Random) -> Case:
    """Make one case; every branch of every rule comes up in some thousands of them."""
    p = _prescription(random)
    history = [] if random.random() < 0.03 else _history(random, p)
    if random.random() < 0.85:
        gap = random.choice([None, *range(1, 11)])
    else:
        gap = random.choice([*EDGES, random.randint(0, 150)])
    known = None
    if random.random() < (0.1 if history else 0.7):
        known = WorkingSet(_weight(random, p), random.randint(0, 13), _rir(random, -1))
    return Case(p, history, gap, random.random() < 0.01, known)


def _prescription(random: Random) -> Prescription:
    low, high = random.choice(RANGES)
    body = random.random() < 0.2
    return Prescription(
        sets=random.choice([1, 2, 3, 3, 4, 4, 5, 6]),
        low=low,
        high=high,
        grid=() if body and random.random() < 0.5 else _grid(random),
        target_rir=random.choice(TARGETS),
        load_kind="bodyweight" if body else "load",
        cap=random.choice(CAPS),
        normal_step=random.choice([None, None, *ds("0", "1", "2.5", "2.5", "5", "5", "10", "0.5")]),
        rep_ceiling=random.choice([None, None, 12, 15, 20, 8]),
    )


def _grid(random: Random) -> Grid:
    if random.random() < 0.75:
        return random.choice(GRIDS)
    return explicit(Decimal(random.randint(0, 400)) / 4 for _ in range(random.randint(1, 12)))


def _weight(random: Random, p: Prescription) -> Decimal:
    chance = random.random()
    if chance < 0.08 or not p.grid:
        return Decimal(random.randint(0, 600)) / random.choice([2, 4, 5, 10])
    if chance < 0.11:
        return p.grid[-1]
    if chance < 0.17:
        return p.grid[0]
    if chance < 0.22:
        return Decimal(0)
    return random.choice(p.grid)


def _rir(random: Random, least: int, most: int = 6) -> Decimal | None:
    halves = random.randint(2 * least, 2 * most)
    return None if halves < 0 else Decimal(halves) / 2


# --- Moods: how a session went --------------------------------------------------------------------------------------

Mood = Callable[[Random, Prescription, Decimal], list[WorkingSet]]


def _sets(random: Random, weight: Decimal, reps: list[int], rirs: tuple[Decimal, Decimal] | None) -> list[WorkingSet]:
    """Sets with RIR between two bounds (one in five left blank), or all blank."""
    made = []
    for count in reps:
        rir = None
        if rirs is not None and random.random() < 0.8:
            low, high = rirs
            rir = max(low, Decimal(0)) + Decimal(random.randint(0, max(int(2 * (high - max(low, Decimal(0)))), 0))) / 2
        made.append(WorkingSet(weight, max(count, 0), rir))
    return made


def _reach(more: int, below: str | None, above: str | None) -> Mood:
    """Make the mood of all sets at the top (up to `more` over it), RIR from target + below to target + above."""

    def mood(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
        bonus = random.choice([0, 0, 5])
        reps = [p.high + bonus + random.randint(0, more) for _ in range(p.sets)]
        target = Decimal(p.target_rir)
        bounds = None if below is None or above is None else (target + Decimal(below), target + Decimal(above))
        return _sets(random, weight, reps, bounds)

    return mood


def _between(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    target = Decimal(p.target_rir)
    reps = [random.randint(p.low, p.high) for _ in range(p.sets)]
    return _sets(random, weight, reps, random.choice([None, (target - 2, target + 2), (target + 3, target + 5)]))


def _steady(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    return _sets(random, weight, [p.low] * (p.sets - 1) + [random.choice([p.low, p.low, p.low + 1])], None)


def _miss(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    reps = [random.randint(p.low - 1, p.high) for _ in range(p.sets - 1)]
    return _sets(random, weight, [*reps, p.low - 1], random.choice([None, (Decimal(0), Decimal(1))]))


def _big_miss(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    return _sets(random, weight, [random.randint(p.low - 5, p.low - 1) for _ in range(p.sets)], None)


def _cut_short(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    return random.choice([_between, _reach(2, "0", "2"), _miss])(random, p, weight)[: random.randint(1, p.sets)]


def _backed_off(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    sets = random.choice([_between, _reach(1, "0", "2")])(random, p, weight)
    share = Decimal(random.choice(["0.8", "0.9", "0.5"]))
    first = random.randint(0, p.sets)
    return [*sets[:first], *(replace(one, weight=one.weight * share) for one in sets[first:])]


def _ramped(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    """Lighter or heavier sets before the work, and more sets than asked for after it."""
    around = [WorkingSet(_weight(random, p), random.randint(0, p.high + 2), None) for _ in range(random.randint(1, 3))]
    sets = random.choice([_between, _reach(1, "0", "3"), _miss])(random, p, weight)
    return [*around, *sets] if random.random() < 0.5 else [*sets, *around]


def _noise(random: Random, p: Prescription, weight: Decimal) -> list[WorkingSet]:
    other = _weight(random, p)
    return [
        WorkingSet(random.choice([weight, other]), random.randint(0, p.high + 6), _rir(random, -1))
        for _ in range(random.randint(0, p.sets + 2))
    ]


TOP, TOP_EASY, TOO_LIGHT = _reach(1, "-1", "1.5"), _reach(1, "2", "2.5"), _reach(1, "3", "5")
TOP_HARD, TOP_BLANK = _reach(0, "-4", "-1.5"), _reach(1, None, None)
MOODS: list[Mood] = [
    TOP,
    TOP,
    TOP_EASY,
    TOO_LIGHT,
    TOP_HARD,
    TOP_HARD,
    TOP_HARD,
    TOP_BLANK,
    _between,
    _between,
    _steady,
    _miss,
    _miss,
    _big_miss,
    _cut_short,
    _backed_off,
    _ramped,
    _noise,
]


def _history(random: Random, p: Prescription) -> list[Session]:
    """Stretches of one mood or a mixture, at one weight or a changing one."""
    length = random.choice([1, 1, 2, 3, 4, 5, 6, 8, 12, random.randint(13, 60)])
    snapshots = random.random() < 0.3
    own = p
    history: list[Session] = []
    while len(history) < length:
        weight = _weight(random, p)
        moods = [_steady, _steady, random.choice(MOODS)]
        if random.random() < 0.75:
            moods = random.sample(MOODS, random.choice([1, 1, 2, 3, 5]))
        for _ in range(random.choice([1, 2, 4, 7, 12])):
            own = _other(random, p) if snapshots and random.random() < 0.4 else own
            sets = random.choice(moods)(random, own, weight)
            given = own if snapshots or random.random() < 0.1 else None
            history.append(Session(tuple(sets), given))
    return history[:length]


def _other(random: Random, p: Prescription) -> Prescription:
    """Another prescription as it may have stood that day; one in six of another kind altogether."""
    if random.random() < 0.15:
        return _prescription(random)
    low, high = random.choice(RANGES)
    return replace(p, sets=random.randint(1, 5), low=low, high=high, target_rir=random.choice([p.target_rir, 1, 2, 3]))
