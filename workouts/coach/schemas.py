"""The shapes of advice in the API."""

import datetime

from ninja import Schema
from pydantic import Field

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.science.readiness import State
from workouts.science.volume import Band
from workouts.shared.api import Slug


class SessionAsked(Schema):
    routine: Slug = Field("leg-day", description="The slug of a routine. Your own copy of it is used, if you have one.")


class WarmUpOut(Schema):
    """A warm-up set. Weight 0 is the body alone."""

    weight: str
    reps: int


class TargetOut(Schema):
    """What to aim at in one exercise, and why. `weight` is per hand for dumbbells, and `null` where none is suggested.
    `low` to `high` count what `rep_style` says; `rir` is how many reps to keep in reserve. `instead` is what to do
    where it hurt."""

    exercise: str
    name: str
    sets: int
    low: int
    high: int
    rep_style: RepStyle
    weight: str | None
    unit: str
    per_hand: bool
    load_mode: LoadMode
    rir: str
    action: str | None
    headline: str
    reason: str
    warm_up: list[WarmUpOut]
    instead: list[str]


class NextSessionOut(Schema):
    routine: str
    name: str
    day: datetime.date
    targets: list[TargetOut]


class GroupSetsOut(Schema):
    """The week's sets for a muscle group, counted in halves."""

    group: str
    name: str
    sets: str
    band: Band


class ReadinessOut(Schema):
    """What today is for, by your latest leg days. `next_day` is the first day advised for training, `null` without any
    history. `deload` says why a lighter week is offered, if it is. This is advice: you can always log."""

    day: datetime.date
    state: State
    code: str
    next_day: datetime.date | None
    deload: str | None
    week: list[GroupSetsOut]
