"""The nine rules of progression, in the order of training-science 3.5: the first that matches speaks.

No counters are stored: everything follows from the history, so that an edited old set corrects the advice by itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workouts.science import grids
from workouts.science.progression import rises, runs, words
from workouts.science.progression.judge import ZERO, Judged, Verdict, judge_all
from workouts.science.progression.model import Action, Advice, Facts, Prescription, Session, WorkingSet
from workouts.science.progression.start import start

MISSES_TO_RESET = 3
THIRD_PLATEAU = 3

# Days off (more than), what is left of the weight, and what it is called; the longest first.
LAYOFFS = (
    (112, Decimal("0.50"), Action.RESTART, "restart_over_16_weeks"),
    (56, Decimal("0.70"), Action.LAYOFF, "layoff_over_8_weeks"),
    (28, Decimal("0.80"), Action.LAYOFF, "layoff_over_4_weeks"),
    (14, Decimal("0.90"), Action.LAYOFF, "layoff_over_2_weeks"),
)
HOLD_FROM_DAYS = 11
STEP_BACK = Decimal("0.95")
RESET = Decimal("0.90")

_AT_TOP = frozenset({Verdict.TOP, Verdict.TOPEASY, Verdict.TOPHARD})


@dataclass(frozen=True, slots=True)
class _Case:
    """What the rules look at: the current prescription, the history, and its newest session judged."""

    prescription: Prescription
    history: Iterable[Session]
    last: Judged

    @property
    def weight(self) -> Decimal:
        return ZERO if self.prescription.bodyweight else self.last.weight

    def sessions(self) -> Iterator[Judged]:
        """The sessions judged, newest first, one at a time: most rules need to see few of ten years."""
        return judge_all(self.history, self.prescription)


def recommend(
    prescription: Prescription,
    history: Iterable[Session],
    gap_days: int | None,
    pain: bool = False,
    known: WorkingSet | None = None,
) -> Advice:
    """Advise the next session of one exercise from its history alone.

    prescription    as it stands now; each session of history is judged by its own snapshot where it has one
    history         sessions newest first, working sets only; without warm-ups, deload and pain-flagged sessions; gone
                    through more than once, each time no further than a rule has to look
    gap_days        whole local calendar days since the exercise was last trained (a deload counts); None: no history
    pain            flagged in the last session or today
    known           a set the lifter says she can do, used only while there is no history

    The weight can be loaded with the prescription's grid, except that HOLD, REPS and MAXED repeat the last weight as
    it was typed. Source: training-science 3.4 and 3.5.
    """
    if pain:
        return Advice(Action.PAIN, None, None, "pain", words.TEXTS["pain"])
    last = next(judge_all(history, prescription), None)
    if last is None:
        return start(prescription, known)
    case = _Case(prescription, history, last)
    return _after_days_off(case, gap_days or 0) or _RULES[last.verdict](case)


def _after_days_off(case: _Case, gap: int) -> Advice | None:
    for days, share, action, code in LAYOFFS:
        if gap > days:
            return _reduce(case, action, share, code, gap=gap)
    if gap >= HOLD_FROM_DAYS:
        return _stay(case, Action.HOLD, case.prescription.low, "gap_hold", gap=gap)
    return None


def _big_miss(case: _Case) -> Advice:
    return _reduce(case, Action.DOWN, STEP_BACK, "big_miss")


def _miss(case: _Case) -> Advice:
    misses = runs.misses_in_a_row(case.sessions())
    facts: dict[str, Any] = {
        "misses": misses,
        "shortfall": words.shortfall(case.prescription, case.last.fewest, case.last.prescription.low),
    }
    if misses >= MISSES_TO_RESET:
        return _reduce(case, Action.RESET, RESET, "three_misses", **facts)
    return _stay(case, Action.HOLD, case.prescription.low, "miss", **facts)


def _cut_short(case: _Case) -> Advice:
    return _stay(case, Action.HOLD, case.prescription.low, "cut_short", done=len(case.last.sets))


def _back_off_sets(case: _Case) -> Advice:
    return _stay(case, Action.HOLD, case.prescription.low, "back_off_sets", done=len(case.last.sets))


def _top_hard(case: _Case) -> Advice:
    """Hold once; a second time at the top of the same weight counts as any other."""
    sessions = case.sessions()
    next(sessions)
    before = next(sessions, None)
    if before is not None and before.weight == case.last.weight and before.verdict in _AT_TOP:
        return _top(case)
    return _stay(case, Action.HOLD, case.prescription.high, "top_no_reserve", reached=_reached(case))


def _top(case: _Case) -> Advice:
    return _rise(case, rises.one_step)


def _top_easy(case: _Case) -> Advice:
    return _rise(case, rises.two_steps)


def _too_light(case: _Case) -> Advice:
    return _rise(case, rises.two_steps if case.last.all_at_top else rises.one_step)


def _rise(case: _Case, climb: Callable[[Prescription, Decimal], Decimal | None]) -> Advice:
    prescription, weight = case.prescription, case.weight
    if prescription.bodyweight:
        return _more_at_body_weight(case)
    # An empty sled has no percentages: its first plate comes without a cap.
    higher = climb(prescription, weight) if weight > 0 else grids.next_above(prescription.grid, ZERO)
    if higher is None:
        return _stay(case, Action.MAXED, case.last.fewest.reps + 1, "maxed", reached=_reached(case))
    if weight <= 0:
        return _up(case, higher, "first_load")
    if rises.over_cap(prescription, weight, higher):
        return _coarse(case, higher)
    two = higher != rises.one_step(prescription, weight)
    return _up(case, higher, "rise_two_steps" if two else "rise")


def _coarse(case: _Case, higher: Decimal) -> Advice:
    need = rises.needed_reps(case.prescription, case.weight, higher)
    if rises.shown_reps(case.prescription, case.last) >= need:
        return _up(case, higher, "rise_coarse")
    facts: dict[str, Any] = {
        "higher": words.load(case.prescription, higher),
        "percent": words.percent(case.weight, higher),
        "need": words.reps(case.prescription, need),
    }
    return _say(case, Action.REPS, case.weight, need, "reps_before_step", heavier=higher, **facts)


def _more_at_body_weight(case: _Case) -> Advice:
    prescription, fewest = case.prescription, case.last.fewest.reps
    if fewest >= prescription.ceiling:
        return _say(case, Action.ADDLOAD, None, prescription.low, "rep_ceiling", reached=_reached(case))
    facts: dict[str, Any] = {"reached": _reached(case), "next_reps": words.reps(prescription, fewest + 1)}
    return _say(case, Action.REPS, None, fewest + 1, "bodyweight_rep", **facts)


def _in_range(case: _Case) -> Advice:
    if runs.is_plateau(case.sessions()):
        again = runs.plateaus(case.sessions(), THIRD_PLATEAU) == THIRD_PLATEAU
        code = "plateau_variant" if again else "plateau"
        return _reduce(case, Action.PLATEAU, RESET, code, stale=runs.STALE_SESSIONS)
    total = case.last.total
    return _stay(case, Action.HOLD, total + 1, "in_range", total=total)


_RULES: dict[Verdict, Callable[[_Case], Advice]] = {
    Verdict.BIGMISS: _big_miss,
    Verdict.MISS: _miss,
    Verdict.DROPPED: _back_off_sets,
    Verdict.INCOMPLETE: _cut_short,
    Verdict.TOOLIGHT: _too_light,
    Verdict.TOPEASY: _top_easy,
    Verdict.TOP: _top,
    Verdict.TOPHARD: _top_hard,
    Verdict.INRANGE: _in_range,
}


def _reduce(case: _Case, action: Action, share: Decimal, code: str, **facts: Any) -> Advice:
    """Take a share of the weight, floored to the grid and at least one grid value lower; body weight stays 0."""
    prescription, old = case.prescription, case.weight
    new = ZERO if prescription.bodyweight else grids.lowered(prescription.grid, old, share)
    return _say(case, action, new, prescription.low, code, easier=words.easier(prescription, old, new), **facts)


def _stay(case: _Case, action: Action, rep_goal: int, code: str, **facts: Any) -> Advice:
    return _say(case, action, case.weight, rep_goal, code, **facts)


def _up(case: _Case, higher: Decimal, code: str) -> Advice:
    facts: dict[str, Any] = {"reached": _reached(case), "new": words.load(case.prescription, higher)}
    if case.weight > 0:
        facts["percent"] = words.percent(case.weight, higher)
    return _say(case, Action.UP, higher, case.prescription.low, code, **facts)


def _reached(case: _Case) -> str:
    return words.reached(case.prescription, case.last, case.weight)


def _say(
    case: _Case,
    action: Action,
    weight: Decimal | None,
    rep_goal: int,
    code: str,
    *,
    gap: int | None = None,
    misses: int | None = None,
    heavier: Decimal | None = None,
    **facts: str | int,
) -> Advice:
    prescription, last = case.prescription, case.last
    text = words.TEXTS[code].format(
        old=words.load(prescription, case.weight),
        low=words.reps(prescription, prescription.low),
        sets=last.prescription.sets,
        gap=gap,
        misses=misses,
        **facts,
    )
    seen = Facts(
        weight=case.weight,
        judged=len(last.sets),
        asked=last.prescription.sets,
        fewest=last.fewest.reps,
        total=last.total,
        weaker=last.fewest.weaker,
        spare=last.min_rir,
        gap=gap,
        misses=misses,
        heavier=heavier,
    )
    return Advice(action, weight, rep_goal, code, text, seen)
