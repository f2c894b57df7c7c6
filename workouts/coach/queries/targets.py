"""A target for each exercise of a session, with the reason in words. Source: training-science 3.

The rules are `science.progression`; here the log is laid out for them, and their answer for a page.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from workouts.accounts.models import User
from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries import words
from workouts.coach.queries.gear import grid_of, knows_lightest
from workouts.coach.queries.reading import gap_days, prescription_of, sessions_of
from workouts.coach.queries.recent import Past, recent
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.routines.models import Prescription
from workouts.science.progression import Action, recommend
from workouts.science.units import Unit, plain

Dose = Prescription | PerformedExercise
ON_THE_BODY = {LoadMode.BODYWEIGHT, LoadMode.BODYWEIGHT_PLUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to aim at in one exercise.

    `weight` in `unit` (per hand for dumbbells), None where none is suggested; `low` to `high` count what `rep_style`
    says; `headline` and `reason` are sentences; `last` is the newest session before.
    """

    dose: Dose
    low: int
    high: int
    weight: Decimal | None
    unit: Unit
    load_mode: LoadMode
    headline: str
    reason: str
    last: Past | None

    @property
    def sets(self) -> int:
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
        return self.dose.exercise.load_type == "dumbbell_pair"

    @property
    def on_the_body(self) -> bool:
        """Whether the body alone is the load."""
        return self.load_mode == LoadMode.BODYWEIGHT

    @property
    def last_sets(self) -> list[LoggedSet]:
        return [] if self.last is None else self.last.sets


def targets(
    user: User, doses: Iterable[Dose], today: datetime.date, *, unit: Unit, but: Workout | None = None
) -> list[Target]:
    """A target for each dose (with its exercise loaded), in order; one statement however long the history is.

    `unit` is the lifter's own, for exercises without history; `but` is the workout in progress.
    """
    doses = list(doses)
    history = recent(user, {dose.exercise_id for dose in doses}, until=today, but=but)
    return [_target(dose, history.get(dose.exercise_id, []), today, unit) for dose in doses]


def _target(dose: Dose, history: list[Past], today: datetime.date, preferred: Unit) -> Target:
    last = history[0] if history else None
    blank = Target(
        dose=dose,
        low=dose.low,
        high=dose.high,
        weight=None,
        unit=Unit(last.sets[-1].unit) if last else preferred,
        load_mode=LoadMode(last.sets[-1].load_mode if last else dose.exercise.load_mode),
        headline="",
        reason="",
        last=last,
    )
    if last is None:
        return _first(blank)
    if blank.load_mode == LoadMode.ASSISTED or dose.rep_style == RepStyle.SECONDS:
        # Neither has a rule of its own yet.
        headline, reason = words.as_last_time()
        return replace(blank, weight=last.sets[-1].weight, headline=headline, reason=reason)
    return _advised(blank, history, today, loaded=last.loaded)


def _first(blank: Target) -> Target:
    loaded = blank.load_mode not in ON_THE_BODY
    if blank.rep_style == RepStyle.SECONDS or (loaded and not knows_lightest(blank.dose.exercise)):
        headline, reason = words.first_time()
        return replace(blank, headline=headline, reason=reason)
    return _advised(blank, [], datetime.date.min, loaded=loaded)


def _advised(blank: Target, history: list[Past], today: datetime.date, *, loaded: bool) -> Target:
    dose, exercise, unit = blank.dose, blank.dose.exercise, blank.unit
    advice = recommend(
        prescription_of(dose, exercise, unit, loaded=loaded),
        sessions_of(history, exercise, unit, loaded=loaded),
        gap_days(blank.last.row, today) if blank.last else None,
        pain=bool(blank.last and blank.last.row.pain),
    )
    weight, low, high = advice.weight if loaded else None, blank.low, blank.high
    if advice.action == Action.ADDLOAD:
        weight = next(iter(grid_of(exercise, unit)), None)
    if advice.action == Action.REPS and advice.rep_goal is not None:
        low = high = advice.rep_goal * (2 if dose.rep_style == RepStyle.STEPS else 1)
    headline, reason = words.of(advice)
    mode = _mode(blank.load_mode, loaded=loaded or weight is not None)
    return replace(blank, weight=weight, low=low, high=high, load_mode=mode, headline=headline, reason=reason)


def _mode(usual: LoadMode, *, loaded: bool) -> LoadMode:
    if usual in ON_THE_BODY:
        return LoadMode.BODYWEIGHT_PLUS if loaded else LoadMode.BODYWEIGHT
    return usual
