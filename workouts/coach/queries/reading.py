"""The log as the rules of progression read it: working sets only, in one unit, reps of the weaker side."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, Protocol

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries.gear import Kit, step_of
from workouts.coach.queries.past import History, Past, PastRow, PastSet
from workouts.log.models import SetKind
from workouts.science import progression
from workouts.science.effort import rir_from_rpe
from workouts.science.grids import ladder
from workouts.science.progression import styles
from workouts.science.progression.model import Style
from workouts.science.units import Unit, convert

_STYLES: dict[str, Style] = {RepStyle.PER_SIDE: "per_side", RepStyle.STEPS: "steps"}
_USUAL_RIR, _BEGINNERS_RIR = Decimal(2), Decimal(3)
# Training-science 3.4: more is kept in reserve in a beginner's first six sessions.
BEGINNERS_SESSIONS = 6
# Something was held in an exercise that is listed without load: any weight in these steps will do.
_ANY = ladder(Decimal("2.5"), Decimal("2.5"), Decimal(500))


class Dose(Protocol):
    """Sets and rep range, wherever they stand."""

    sets: int
    low: int
    high: int
    rep_style: str
    target_rir: Decimal | None


class Measured(Protocol):
    """A set as logged, whether a row or what was read of one."""

    @property
    def weight(self) -> Decimal | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def load_mode(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def reps(self) -> int | None: ...
    @property
    def left(self) -> int | None: ...
    @property
    def right(self) -> int | None: ...
    @property
    def rir(self) -> Decimal | None: ...
    @property
    def rpe(self) -> Decimal | None: ...


class Reader:
    """Reads one exercise's history in `unit`, with the grid of its `kit`; `beginner` raises the reserve."""

    def __init__(self, kit: Kit, unit: Unit, *, loaded: bool, beginner: bool) -> None:
        self.unit = unit
        self._kit, self._loaded, self._beginner = kit, loaded, beginner
        self._grid = kit.grid(unit) or _ANY
        self._sessions: dict[int, progression.Session] = {}
        self._sets: dict[tuple[PastSet, str], progression.WorkingSet] = {}
        self._prescriptions: dict[tuple[Any, ...], progression.Prescription] = {}

    def prescription(self, dose: "Dose | PastRow") -> progression.Prescription:
        """A dose as the rules take it: steps count per side. The same few come again and again."""
        key = (dose.sets, dose.low, dose.high, dose.rep_style, dose.target_rir)
        known = self._prescriptions.get(key)
        if known is None:
            known = self._prescriptions[key] = self._prescription(dose)
        return known

    def _prescription(self, dose: "Dose | PastRow") -> progression.Prescription:
        halve = 2 if dose.rep_style == RepStyle.STEPS else 1
        low = max(dose.low // halve, 1)
        percent = self._kit.exercise.max_rise_percent
        return progression.Prescription(
            dose.sets,
            low,
            max(dose.high // halve, low),
            self._grid,
            target_rir=reserve(dose, beginner=self._beginner),
            load_kind="load" if self._loaded else "bodyweight",
            cap=Decimal(percent) / 100 if percent else None,
            normal_step=step_of(self._kit.exercise, self.unit),
            unit=self.unit,
            style=_STYLES.get(dose.rep_style, "reps"),
        )

    def session(self, past: Past) -> progression.Session:
        """Read once: two rules, or the rules as they spoke a week ago, look at the same."""
        row = past.row
        known = self._sessions.get(row.pk)
        if known is None:
            sets = tuple(self._set_of(each, row.rep_style) for each in past.sets)
            known = progression.Session(sets, self.prescription(row) if row.prescribed else None)
            self._sessions[row.pk] = known
        return known

    def _set_of(self, each: PastSet, style: str) -> progression.WorkingSet:
        """As `working_set`; a lifter types the same few sets for years."""
        known = self._sets.get((each, style))
        if known is None:
            known = self._sets[each, style] = self.working_set(each, style)
        return known

    def working_set(self, each: Measured, style: str) -> progression.WorkingSet:
        weight = Decimal(0) if each.weight is None or each.load_mode == LoadMode.BODYWEIGHT else each.weight
        count = _counted(each, style)
        return progression.WorkingSet(convert(weight, Unit(each.unit), self.unit), count.reps, _rir(each), count.weaker)


class Sessions:
    """The sessions that count, newest first, each read when a rule asks for it: most rules need two of a thousand.

    Without those marked as deload or pain, and without the newest `but`. Going through them raises NotRead as going
    through the history does.
    """

    def __init__(self, history: History, reader: Reader, *, but: int = 0) -> None:
        self._history, self._reader, self._but = history, reader, but

    def __iter__(self) -> Iterator[progression.Session]:
        counted = (past for past in self._history if past.counts)
        return map(self._reader.session, islice(counted, self._but, None))


def reserve(dose: "Dose | PastRow", *, beginner: bool) -> Decimal:
    """Reps in reserve to aim at."""
    usual = _USUAL_RIR if dose.target_rir is None else dose.target_rir
    return max(usual, _BEGINNERS_RIR) if beginner else usual


def gap_days(last: PastRow, today: datetime.date) -> int:
    """Whole local calendar days since `last`; a deload counts, for training did happen."""
    return max((today - last.day).days, 0)


def _counted(each: Measured, style: str) -> styles.SideCount:
    count = styles.steps if style == RepStyle.STEPS else styles.per_side
    return count(each.reps or 0, each.left, each.right)


def _rir(each: Measured) -> Decimal | None:
    if each.rir is not None:
        return each.rir
    if each.rpe is not None:
        return rir_from_rpe(each.rpe)
    return Decimal(0) if each.kind == SetKind.FAILURE else None
