"""The shapes of an account in the API."""

import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from workouts.accounts.models import Preferences
from workouts.science.one_rep_max import Formula
from workouts.science.units import Unit
from workouts.shared.api import Asked, Day


class AccountOut(Schema):
    """Who you are, and your preferences. `day` is your local date."""

    id: UUID
    email: str
    joined: datetime.datetime
    day: datetime.date
    unit: Unit
    zone: str
    goal_low: int = Field(description="Sessions a week, at least.")
    goal_high: int = Field(description="Sessions a week, at most.")
    theme: Preferences.Theme
    formula: Formula
    glutes_half: bool


class BodyWeightsAsked(Asked):
    first: Day | None = Field(None, alias="from", description="From this day on.")
    last: Day | None = Field(None, alias="to", description="Up to and including this day.")


class BodyWeightOut(Schema):
    """The weight of one day: `weight_text` as typed, `weight` as a decimal, both in `unit`."""

    id: UUID
    day: datetime.date
    weight: str
    weight_text: str
    unit: Unit
    note: str


class BodyWeightsOut(Schema):
    items: list[BodyWeightOut]
    next: str | None = Field(description="The cursor of the next page, `null` on the last one.")
