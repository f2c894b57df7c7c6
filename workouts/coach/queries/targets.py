"""A target for each exercise of a session, with the reason in words. Source: training-science 3.

The rules are `science.progression`; here the log is laid out for them, and their answer for a page.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.coach.queries import words
from workouts.coach.queries.gear import Gym, Kit, gym_of
from workouts.coach.queries.judged import Judgement, judgements
from workouts.coach.queries.loading import Loaded, loaded
from workouts.coach.queries.past import History, Past, PastSet
from workouts.coach.queries.ramp import WarmUp, ramp
from workouts.coach.queries.reading import BEGINNERS_SESSIONS, Reader, Sessions, gap_days, reserve
from workouts.coach.queries.recent import Log, asked, recent
from workouts.coach.queries.timed import timed, working
from workouts.log.models import PerformedExercise, Workout
from workouts.routines.models import Prescription
from workouts.science import progression
from workouts.science.progression import Action, recommend
from workouts.science.progression.deload import lighter
from workouts.science.progression.judge import judge
from workouts.science.progression.unit_switch import in_other_unit
from workouts.science.units import Unit, plain
from workouts.science.warmup import Plan

Dose = Prescription | PerformedExercise
ON_THE_BODY = {LoadMode.BODYWEIGHT, LoadMode.BODYWEIGHT_PLUS}


@dataclass(frozen=True, kw_only=True)
class Target:
    """What to aim at in one exercise.

    `weight` in `unit` (per hand for dumbbells), None where none is suggested; `low` to `high` count what `rep_style`
    says; `rir` is kept in reserve; `headline` and `reason` are sentences; `history` is what they were read from,
    newest first; `plan` says how to warm up, None for not at all.
    """

    dose: Dose
    kit: Kit
    low: int
    high: int
    weight: Decimal | None
    unit: Unit
    load_mode: LoadMode
    rir: Decimal
    headline: str
    reason: str
    history: History
    log: Log
    reader: Reader
    action: Action | None = None
    plan: Plan | None = None
    swaps: list[tuple[str, Exercise | None]] = field(default_factory=list)

    @property
    def sets(self) -> int:
        """As prescribed; half of them in a session that is lighter on purpose has been written there already."""
        return self.dose.sets

    @property
    def rep_style(self) -> str:
        return self.dose.rep_style

    @property
    def weight_text(self) -> str:
        return "" if self.weight is None else plain(self.weight)

    @property
    def per_hand(self) -> bool:
        """Whether the weight is that of one of two dumbbells."""
        return self.kit.per_hand

    @property
    def on_the_body(self) -> bool:
        """Whether the body alone is the load."""
        return self.load_mode == LoadMode.BODYWEIGHT

    @property
    def last(self) -> Past | None:
        """The newest session before."""
        return next(iter(self.history.newest(1)), None)

    @property
    def last_sets(self) -> list[PastSet]:
        return self.last.sets if self.last else []

    @cached_property
    def plates(self) -> Loaded | None:
        """What to hang on the bar, where there is one."""
        return None if self.weight is None else loaded(self.weight, self.unit, self.kit.stock(self.unit))

    @property
    def not_loadable(self) -> str:
        """What can be loaded instead, where the weight of last time stays and cannot."""
        return "" if self.weight is None else self.instead_of(self.weight, self.unit)

    def instead_of(self, weight: Decimal, unit: Unit) -> str:
        """What can be loaded instead of a weight that cannot; nothing for one that can."""
        return words.not_loadable(self.kit.near(weight, unit), weight, unit)

    @cached_property
    def warm_up(self) -> list[WarmUp]:
        return ramp(self.weight, self.unit, self.kit, self.plan)

    @property
    def judged(self) -> list[Judgement]:
        """The last sessions as the rules saw them."""
        return judgements(self.history, self.reader, self.dose)

    @property
    def prescription(self) -> progression.Prescription:
        return self.reader.prescription(self.dose)


def targets(
    user: User | None, doses: Iterable[Dose], today: datetime.date, *, unit: Unit, but: Workout | None = None
) -> list[Target]:
    """A target for each dose (with its exercise loaded), in order; two statements however long the history is, and one
    more where a rule has to look further back than usual.
    Without a `user` those of a newcomer, and no statement.

    `unit` is the lifter's own, for exercises without history or equipment; `but` is the workout in progress.
    """
    doses = list(doses)
    gym = gym_of(user) if user else Gym()
    done = dict.fromkeys(dose.exercise_id for dose in doses)
    log = recent(user, done, until=today, but=but) if user else Log()
    most = max((history.count for history in log.histories.values()), default=0)
    blanks = [_blank(dose, gym, log, unit, beginner=most < BEGINNERS_SESSIONS) for dose in doses]
    return asked(blanks, lambda blank: _target(blank, today))


def _blank(dose: Dose, gym: Gym, log: Log, preferred: Unit, *, beginner: bool) -> Target:
    """All that is known before a rule has spoken."""
    kit, history = gym.kit(dose.exercise), log.of(dose.exercise_id)
    newest = next(iter(history.newest(1)), None)
    mode = LoadMode(newest.sets[-1].load_mode if newest else dose.exercise.load_mode)
    logged_in = Unit(newest.sets[-1].unit) if newest else kit.unit or preferred
    held = newest.loaded if newest else mode not in ON_THE_BODY
    return Target(
        dose=dose,
        kit=kit,
        low=dose.low,
        high=dose.high,
        weight=None,
        unit=kit.unit or logged_in,
        load_mode=mode,
        rir=reserve(dose, beginner=beginner),
        headline="",
        reason="",
        history=history,
        log=log,
        # The rules speak in the unit of the last set; `_switched` carries their answer over.
        reader=Reader(kit, logged_in, loaded=held, beginner=beginner),
    )


def _target(blank: Target, today: datetime.date) -> Target:
    if getattr(blank.dose, "deload", False) and blank.history:
        return _lighter(blank)
    if blank.rep_style == RepStyle.SECONDS:
        return _timed(blank, today)
    if blank.history and blank.load_mode == LoadMode.ASSISTED:
        # Less help is progress: the rules, which look for more weight, have nothing to say.
        headline, reason = words.as_last_time()
        return replace(blank, weight=blank.last_sets[-1].weight, headline=headline, reason=reason)
    if not blank.history and not (blank.kit.knows_lightest or blank.load_mode in ON_THE_BODY):
        headline, reason = words.first_time()
        return replace(blank, headline=headline, reason=reason)
    return _advised(blank, today)


def _advised(blank: Target, today: datetime.date) -> Target:
    prescription = blank.prescription
    last = blank.last
    advice = recommend(
        prescription,
        Sessions(blank.history, blank.reader),
        gap_days(last.row, today) if last else None,
        pain=_hurts(blank),
    )
    low, high = blank.low, blank.high
    if advice.action == Action.REPS and advice.rep_goal is not None:
        low = high = advice.rep_goal * (2 if blank.rep_style == RepStyle.STEPS else 1)
    told = replace(
        blank,
        weight=None if prescription.bodyweight else advice.weight,
        low=low,
        high=high,
        headline=words.headline(advice),
        reason=words.reason(advice, prescription),
        action=advice.action,
    )
    if advice.action == Action.ADDLOAD:
        # In her own unit at once: nothing was held before.
        told = replace(told, weight=next((each for each in blank.kit.grid(blank.unit) if each > 0), None))
    elif not prescription.bodyweight:
        told = _switched(told, advice, prescription)
    return replace(told, load_mode=_mode(told.load_mode, held=told.weight is not None))


def _switched(told: Target, advice: progression.Advice, prescription: progression.Prescription) -> Target:
    """The advice in the unit of her equipment. Never heavier than it was."""
    old = prescription.unit
    if old is None or old == told.unit or advice.weight is None:
        return told
    grid = told.kit.grid(told.unit)
    weight = in_other_unit(advice, old, told.unit, grid).weight
    carried = words.in_other_unit(advice.weight, old, weight, told.unit, grid[0])
    return replace(told, weight=weight, reason=f"{told.reason} {carried}")


def _timed(blank: Target, today: datetime.date) -> Target:
    last = working(blank.history)
    if _hurts(blank) or last is None:
        if blank.history and _hurts(blank):
            return _advised(blank, today)
        headline, reason = words.first_time()
        return replace(blank, headline=headline, reason=reason)
    gap = gap_days(blank.history.newest(1)[0].row, today)
    goal = timed(last, blank.low, gap, blank.kit.grid(Unit(last.sets[-1].unit)))
    mode = _mode(blank.load_mode, held=bool(goal.weight))
    return replace(
        blank,
        low=goal.seconds,
        high=goal.seconds,
        weight=goal.weight,
        unit=Unit(last.sets[-1].unit),
        load_mode=mode,
        headline=goal.headline,
        reason=goal.reason,
    )


def _lighter(blank: Target) -> Target:
    """A session that is lighter on purpose: 90 % of the weight before."""
    last = next(iter(Sessions(blank.history, blank.reader)), None)
    prescription = blank.prescription
    weight: Decimal | None = None
    if last and not prescription.bodyweight:
        weight = lighter(prescription, judge(last.sets, last.prescription or prescription).weight).weight
    headline, reason = words.lighter_week(weight, blank.reader.unit)
    return replace(blank, weight=weight, unit=blank.reader.unit, headline=headline, reason=reason)


def _hurts(blank: Target) -> bool:
    """Flagged last time, or today."""
    return bool(getattr(blank.dose, "pain", False) or (blank.last and blank.last.row.pain))


def _mode(usual: LoadMode, *, held: bool) -> LoadMode:
    if usual in ON_THE_BODY:
        return LoadMode.BODYWEIGHT_PLUS if held else LoadMode.BODYWEIGHT
    return usual
