"""What goes into recommend() and what comes out. Source: training-science 3.4.

Weights are Decimals in the exercise's unit; for dumbbells per hand. Repetitions of per-side work are those of the
weaker side.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from workouts.science.grids import Grid
from workouts.science.units import Unit

if TYPE_CHECKING:
    from workouts.science.progression.judge import Judged

LoadKind = Literal["load", "bodyweight"]
Style = Literal["reps", "per_side", "steps"]
Side = Literal["left", "right"]

DEFAULT_CAP = Decimal("0.10")
DEFAULT_REP_CEILING = 15


class Action(StrEnum):
    """What to do next time. The names are those of training-science 3.5."""

    START = "START"
    UP = "UP"
    HOLD = "HOLD"
    REPS = "REPS"
    ADDLOAD = "ADDLOAD"
    DOWN = "DOWN"
    RESET = "RESET"
    LAYOFF = "LAYOFF"
    RESTART = "RESTART"
    PLATEAU = "PLATEAU"
    MAXED = "MAXED"
    PAIN = "PAIN"


@dataclass(frozen=True, slots=True)
class Prescription:
    """What one exercise asks for in a session.

    sets            working sets, 1 or more
    low, high       rep range, 1 <= low <= high; per side for per-side work and steps
    grid            loadable weights, ascending; may be empty for body weight only
    target_rir      reps in reserve aimed at
    load_kind       "load", or "bodyweight" while nothing is held
    cap             largest single rise as a share of the weight (0.10 = 10 %); None: no limit
    normal_step     usual rise; None: the next weight of the grid
    rep_ceiling     body weight: reps (per side) after which load is added; None: 15
    unit, style     for the words of the reason only; "steps" counts two to the repetition

    Raises ValueError for numbers outside these ranges.
    """

    sets: int
    low: int
    high: int
    grid: Grid
    target_rir: Decimal | int = 2
    load_kind: LoadKind = "load"
    cap: Decimal | None = DEFAULT_CAP
    normal_step: Decimal | None = None
    rep_ceiling: int | None = None
    unit: Unit | None = None
    style: Style = "reps"

    def __post_init__(self) -> None:
        if self.sets < 1 or not 1 <= self.low <= self.high:
            raise ValueError("a prescription needs a set, and a range of reps that begins at 1 or more")
        if not self.grid and not self.bodyweight:
            raise ValueError("an exercise with load needs a grid of weights")

    @property
    def bodyweight(self) -> bool:
        """Whether the body is the only load."""
        return self.load_kind == "bodyweight"

    @property
    def ceiling(self) -> int:
        """Repetitions (per side) at body weight after which load is added."""
        return DEFAULT_REP_CEILING if self.rep_ceiling is None else self.rep_ceiling


@dataclass(frozen=True, slots=True)
class WorkingSet:
    """A working set as logged; rir None means it was not. A set to failure with no RIR has 0, given by the caller.

    weaker names the side whose repetitions these are, for the words only.
    """

    weight: Decimal
    reps: int
    rir: Decimal | int | None = None
    weaker: Side | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The working sets of one exercise on one day, in order, with the prescription as it stood that day.

    Without a prescription of its own the current one judges it. A session without sets says nothing.
    """

    sets: tuple[WorkingSet, ...]
    prescription: Prescription | None = None
    # What the judge found last, or nothing: several rules go through the same sessions.
    judged: "list[Judged]" = field(default_factory=list, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers a reason was made from, so that it can be said in other words; what a rule did not look at is None.

    weight      W of the last session; 0 for the body alone
    judged      how many of its sets were judged, of `asked` prescribed ones
    fewest      reps of the weakest of them (`weaker`: the side that limited it); total: of all of them
    spare       fewest reps in reserve logged with them
    gap         days off; misses: in a row, this one included; heavier: the next weight, where it has to be earned
    known       the set that the lifter says she can do
    """

    weight: Decimal | None = None
    judged: int = 0
    asked: int = 0
    fewest: int = 0
    total: int = 0
    weaker: Side | None = None
    spare: Decimal | int | None = None
    gap: int | None = None
    misses: int | None = None
    heavier: Decimal | None = None
    known: WorkingSet | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """The suggestion. The lifter may overrule all of it; only what she logs counts next time.

    weight       in the exercise's unit; None where no weight is suggested (pain, body-weight REPS, ADDLOAD)
    rep_goal     reps for every set (per side where work is per side); for reason_code "in_range" the total of all
                 sets; None for pain
    reason_code  stable name of the rule that spoke
    reason       the same as an English sentence, from the numbers
    facts        those numbers, for whoever says it in another language
    """

    action: Action
    weight: Decimal | None
    rep_goal: int | None
    reason_code: str
    reason: str
    facts: Facts = field(default_factory=Facts, compare=False)
