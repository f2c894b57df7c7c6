"""The shapes of routines in the API."""

from ninja import Schema
from pydantic import Field

from workouts.catalogue.models import RepStyle
from workouts.shared.api import Asked


class RoutinesAsked(Asked):
    own: bool | None = Field(None, description="Only your own (`true`), or only the site's (`false`).")


class RoutineOut(Schema):
    """A routine of the site, or one of your own. `based_on` is the slug of the one it was copied from."""

    slug: str
    name: str
    summary: str
    own: bool
    based_on: str | None
    exercises: list[str]
    sets: int = Field(description="The sets of all exercises together.")


class RoutinesOut(Schema):
    items: list[RoutineOut]
    next: str | None = Field(description="The cursor of the next page, `null` on the last one.")


class DoseOut(Schema):
    """Sets and rep range. `low` and `high` count what `rep_style` says; `target_rir` is how many reps to keep in
    reserve."""

    sets: int
    low: int
    high: int
    rep_style: RepStyle
    rest_seconds: int
    target_rir: str | None


class PrescriptionOut(DoseOut):
    """An exercise of the routine. Those with the same `superset` are done in turn."""

    exercise: str
    name: str
    position: int
    superset: int | None
    note: str


class RoutineWhole(RoutineOut):
    advice: str
    prescriptions: list[PrescriptionOut]
