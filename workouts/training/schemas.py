"""The shape of what the gym screen is given for a session: targets with reasons, loadable weights, last time.

All of it is computed here and kept on the device, so that it is there without a signal. Weights are texts in the unit
that stands beside them, as the page shows them.
"""

import datetime
from uuid import UUID

from pydantic import BaseModel


class KitDose(BaseModel):
    """Sets and rep range. `low` and `high` count what `rep_style` says."""

    sets: int
    low: int
    high: int
    rep_style: str
    rest_seconds: int
    target_rir: str | None


class KitLine(KitDose):
    """An exercise of the session, in order."""

    exercise: str
    position: int
    superset: int | None


class KitTarget(BaseModel):
    """What to aim at, and why. `weight` is `null` where none is suggested; `not_loadable` says what you can
    load instead."""

    weight: str | None
    low: int
    high: int
    rir: str
    action: str | None
    headline: str
    reason: str
    not_loadable: str


class KitSet(BaseModel):
    """A set of last time, as typed."""

    kind: str
    load_mode: str
    weight: str | None
    unit: str
    reps: int | None
    left: int | None
    right: int | None
    seconds: int | None
    rir: str | None
    rpe: str | None


class KitLast(BaseModel):
    day: datetime.date
    sets: list[KitSet]


class KitWarmUp(BaseModel):
    """A warm-up set. Weight 0 is the body alone."""

    weight: str
    reps: int


class KitSwap(BaseModel):
    """What to do instead, and why. `substitute` is the slug of an exercise of the kit, or `null`."""

    reason: str
    label: str
    text: str
    why: str
    substitute: str | None


class KitExercise(BaseModel):
    """One exercise with all that its screen says. `grid` and `stock` name entries of the kit; `null` is any weight, and
    no plates. `dose` is what adding the exercise prescribes; `target` is for that dose, or for the session's line."""

    slug: str
    name: str
    url: str
    lead: str
    rep_style: str
    load_mode: str
    load_type: str
    per_hand: bool
    unit: str
    dose: KitDose
    target: KitTarget
    last: KitLast | None
    grid: str | None
    stock: str | None
    warm_up: list[KitWarmUp]
    cues: list[str]
    swaps: list[KitSwap]
    sticky: str


class KitPlate(BaseModel):
    size: str
    unit: str
    pairs: int


class KitStock(BaseModel):
    """A bar or sled and the pairs of plates that fit it. `bar` is 0 where its weight is not known: plates only."""

    bar: str
    unit: str
    plates: list[KitPlate]


class KitRoutine(BaseModel):
    """A routine. `base` is the slug of the site's routine that it replaces, or its own."""

    slug: str
    name: str
    base: str


class Kit(BaseModel):
    """Everything for one session. `day` is your local date; in the kit for everybody it is `null`, and so is
    `account`."""

    version: int = 1
    account: UUID | None
    day: datetime.date | None
    unit: str
    routine: KitRoutine | None
    lines: list[KitLine]
    exercises: dict[str, KitExercise]
    grids: dict[str, list[str]]
    stocks: dict[str, KitStock]


class SwapIn(BaseModel):
    """Slugs of the exercise that goes and of the one that comes."""

    old: str
    new: str
