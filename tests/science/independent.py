"""A second progression, written from training-science 3 alone, without a look at workouts/science/progression.

On purpose separate, and on purpose plain: it shares the data classes with the real one and nothing else, so that a
slip in either shows up as a difference on random histories (test_against_independent.py). Every function names the
sentence that it spells out. Exact: quotients are compared by multiplying, never by dividing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from workouts.science.progression import Prescription, Session, WorkingSet

ZERO = Decimal(0)


class Class(Enum):
    """The classes of a session, in the order in which they are tried."""

    BIGMISS = auto()
    MISS = auto()
    DROPPED = auto()
    INCOMPLETE = auto()
    TOOLIGHT = auto()
    TOPEASY = auto()
    TOP = auto()
    TOPHARD = auto()
    INRANGE = auto()


@dataclass(frozen=True)
class Verdict:
    """One session after the page's definitions; fewest and total are over the judged sets, rir the least one logged."""

    kind: Class
    weight: Decimal
    fewest: int
    total: int
    rir: Decimal | None
    all_high: bool


@dataclass(frozen=True)
class Answer:
    """What the page orders. goal is None with said = False where the page names no rep goal."""

    action: str
    weight: Decimal | None
    goal: int | None = None
    said: bool = False
    rule: str = ""


def second_opinion(
    p: Prescription,
    history: Sequence[Session],
    gap: int | None,
    pain: bool = False,
    known: WorkingSet | None = None,
) -> Answer:
    """Answer as recommend() should: rules 1 to 9, the first match wins."""
    if pain:
        return Answer("PAIN", None, None, said=True, rule="1 pain")
    # A session in which nothing was done has no W, and so nothing to say.
    done = [judged(session, session.prescription or p) for session in history if session.sets]
    if not done:
        return start(p, known)
    last = done[0]
    return after_a_break(p, last, gap) or after_class(p, last, done)


# --- The nine rules -----------------------------------------------------------------------------------------------


def start(p: Prescription, known: WorkingSet | None) -> Answer:
    """Rule 2: the lightest, or floor(0.90 * e1RM / (1 + (hi + target)/30)) where the lifter gives a known set."""
    if p.load_kind == "bodyweight":
        return Answer("START", ZERO, rule="2 body")
    if known is None or (effective := effective_reps(known)) is None:
        return Answer("START", p.grid[0], rule="2 lightest")
    # e1RM = w (30 + eff) / 30, or w for eff = 1; both the 30ths fall out of the quotient.
    one_rep_max_30 = known.weight * (30 if effective == 1 else 30 + effective)
    share, whole = 9 * one_rep_max_30, 10 * (30 + p.high + Decimal(p.target_rir))
    under = [value for value in p.grid if value * whole <= share]
    return Answer("START", under[-1] if under else p.grid[0], rule="2 known")


def after_a_break(p: Prescription, last: Verdict, gap: int | None) -> Answer | None:
    """Rules 3 and 4: they come before the classes, whatever they are."""
    if gap is None or gap < 11:
        return None
    for days, tenths, action in ((112, 5, "RESTART"), (56, 7, "LAYOFF"), (28, 8, "LAYOFF"), (14, 9, "LAYOFF")):
        if gap > days:
            return reduced(p, last, action, Decimal(tenths) / 10, f"3 over {days}")
    return hold(p, last, "4 hold")


def after_class(p: Prescription, last: Verdict, done: list[Verdict]) -> Answer:
    """Rules 5 to 9, by the class of the last session."""
    match last.kind:
        case Class.BIGMISS:
            return reduced(p, last, "DOWN", Decimal("0.95"), "5 down")
        case Class.MISS if misses_in_a_row(done) >= 3:
            return reduced(p, last, "RESET", Decimal("0.90"), "6 reset")
        case Class.MISS | Class.DROPPED | Class.INCOMPLETE:
            return hold(p, last, f"6 {last.kind.name.lower()}")
        case Class.TOPHARD if not counts_as_top(done):
            return hold(p, last, "7 hold")
        case Class.INRANGE:
            return in_range(p, last, done)
    rule = "7 again" if last.kind is Class.TOPHARD else f"8 {last.kind.name.lower()}"
    return one_more_a_side(p, last, rule) if p.load_kind == "bodyweight" else heavier(p, last, rule)


def one_more_a_side(p: Prescription, last: Verdict, rule: str) -> Answer:
    """Rule 8: "min per side >= ceiling (15) -> ADDLOAD lightest, back to 10 per side ; else +1 per side"."""
    if last.fewest >= (15 if p.rep_ceiling is None else p.rep_ceiling):
        return Answer("ADDLOAD", None, p.low, said=True, rule=rule + ", add load")
    return Answer("REPS", None, last.fewest + 1, said=True, rule=rule + ", one more a side")


def heavier(p: Prescription, last: Verdict, rule: str) -> Answer:
    """Rule 8 with a load: one step or two, with the bounds of the cap and the end of the grid."""
    # "W = 0 (empty sled/machine) -> UP to the first grid weight, no cap"
    one = one_step(p, last.weight) if last.weight else next((value for value in p.grid if value > 0), None)
    if one is None:
        return Answer("MAXED", last.weight, rule=rule + ", maxed")
    if last.weight == 0:
        return Answer("UP", one, rule=rule + ", from nothing")
    light = last.kind is Class.TOPEASY or (last.kind is Class.TOOLIGHT and last.all_high)
    two = one_step(p, one) if light else None
    if two is not None and not above_cap(p, last.weight, two):
        return Answer("UP", two, rule=rule + ", two steps")
    if not above_cap(p, last.weight, one):
        return Answer("UP", one, rule=rule + ", one step")
    return coarse(p, last, one, rule)


def coarse(p: Prescription, last: Verdict, upper: Decimal, rule: str) -> Answer:
    """Rule 8: "need = min( ceil( W'/W * (30+lo+target) - 30 - target ), hi + 5 )"."""
    target = Decimal(p.target_rir)
    need = p.high + 5
    for reps in range(need):
        if last.weight * (reps + 30 + target) >= upper * (30 + p.low + target):
            need = reps
            break
    # The target of the formula is the one that the next session is to be done with.
    surplus = max(last.rir - target, ZERO) if last.rir is not None else ZERO
    if last.fewest + surplus >= need:
        return Answer("UP", upper, rule=rule + ", coarse step earned")
    return Answer("REPS", last.weight, need, said=True, rule=rule + ", coarse step to earn")


def in_range(p: Prescription, last: Verdict, done: list[Verdict]) -> Answer:
    """Rule 9: "HOLD W, goal = one more rep in total than last time", unless "since >= 4 -> PLATEAU"."""
    if sessions_since_best(done) >= 4:
        return reduced(p, last, "PLATEAU", Decimal("0.90"), "9 plateau")
    return Answer("HOLD", held(p, last), last.total + 1, said=True, rule="9 hold")


def hold(p: Prescription, last: Verdict, rule: str) -> Answer:
    """Repeat W, "exactly as typed" (case 43)."""
    return Answer("HOLD", held(p, last), rule=rule)


def held(p: Prescription, last: Verdict) -> Decimal:
    """W; "body weight: W is 0"."""
    return ZERO if p.load_kind == "bodyweight" else last.weight


def reduced(p: Prescription, last: Verdict, action: str, factor: Decimal, rule: str) -> Answer:
    """Floor to the grid, at least one step lower, never below grid[0]; body weight leaves 0, the goal is lo again."""
    if p.load_kind == "bodyweight":
        return Answer(action, ZERO, p.low, said=True, rule=rule)
    lighter = [value for value in p.grid if value <= factor * last.weight and value < last.weight]
    if not lighter:  # floor(x) is grid[0] here; if that is not below W, nothing on the grid is
        lighter = [p.grid[0]]
    return Answer(action, lighter[-1], rule=rule)


# --- What the rules count -----------------------------------------------------------------------------------------


def misses_in_a_row(done: list[Verdict]) -> int:
    """Count: MISS and BIGMISS at the same W count, INCOMPLETE at the same W is skipped, anything else ends it."""
    count = 0
    for one in done:
        if one.weight != done[0].weight or one.kind not in (Class.MISS, Class.BIGMISS, Class.INCOMPLETE):
            break
        count += one.kind is not Class.INCOMPLETE
    return count


def counts_as_top(done: list[Verdict]) -> bool:
    """TOPHARD counts as TOP when the session just before was at the same W and TOP, TOPEASY or TOPHARD."""
    before = done[1] if len(done) > 1 else None
    return (
        before is not None
        and before.weight == done[0].weight
        and before.kind in (Class.TOP, Class.TOPEASY, Class.TOPHARD)
    )


def sessions_since_best(done: list[Verdict]) -> int:
    """In time order, 0 at each total higher than all before it in the run, else one more than before."""
    run: list[int] = []
    for one in done:
        if one.weight != done[0].weight or one.kind not in (Class.INRANGE, Class.MISS, Class.TOPHARD):
            break
        run.append(one.total)
    since, best = 0, -1
    for total in reversed(run):
        since, best = (0, total) if total > best else (since + 1, best)
    return since


def one_step(p: Prescription, weight: Decimal) -> Decimal | None:
    """The smallest grid value >= W + normal step; without one, or with W off the grid, the next value above W."""
    if p.normal_step is not None and weight in p.grid:
        return next((value for value in p.grid if value >= weight + p.normal_step and value > weight), None)
    return next((value for value in p.grid if value > weight), None)


def above_cap(p: Prescription, weight: Decimal, heavier: Decimal) -> bool:
    """Whether the rise is more than the cap of W allows."""
    return p.cap is not None and heavier - weight > p.cap * weight


def effective_reps(known: WorkingSet) -> Decimal | None:
    """2.4: eff = reps + RIR, "at least" without one; no estimate over RIR 5, 12 reps, eff 15, under 1 rep, no load."""
    rir = ZERO if known.rir is None else Decimal(known.rir)
    effective = known.reps + rir
    if known.weight <= 0 or known.reps < 1 or known.reps > 12 or rir > 5 or effective > 15:
        return None
    return effective


# --- The class of a session ---------------------------------------------------------------------------------------


def judged(session: Session, own: Prescription) -> Verdict:
    """Judge a session by its own snapshot: W, the judged sets, and the first class that fits."""
    weights = [ZERO if own.load_kind == "bodyweight" else one.weight for one in session.sets]
    half = -(-own.sets // 2)
    cut_short = len(weights) < half
    weight = max(weights) if cut_short else sorted(weights, reverse=True)[half - 1]
    counted = [one for one, used in zip(session.sets, weights, strict=True) if used >= weight][: own.sets]
    reps = [one.reps for one in counted]
    logged = [Decimal(one.rir) for one in counted if one.rir is not None]
    rir = min(logged) if logged else None
    lighter = any(used < weight for used in weights)
    kind = Class.INCOMPLETE if cut_short else first_class(own, reps, rir, lighter)
    return Verdict(kind, weight, min(reps), sum(reps), rir, min(reps) >= own.high)


def first_class(own: Prescription, reps: list[int], rir: Decimal | None, lighter: bool) -> Class:
    """Return the first class, in the order listed, that the judged sets fit."""
    # How much more was left than aimed for; "RIR unknown" passes for TOP and for nothing else.
    over = ZERO if rir is None else rir - Decimal(own.target_rir)
    high = min(reps) >= own.high
    classes = {
        Class.BIGMISS: sum(reps) < (own.low - 2) * len(reps),
        Class.MISS: min(reps) < own.low,
        Class.DROPPED: len(reps) < own.sets and lighter,
        Class.INCOMPLETE: len(reps) < own.sets,
        Class.TOOLIGHT: over >= 3,
        Class.TOPEASY: high and over >= 2,
        Class.TOP: high and over >= -1,
        Class.TOPHARD: high,
        Class.INRANGE: True,
    }
    return next(kind for kind, fits in classes.items() if fits)
