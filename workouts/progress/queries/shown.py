"""Figures as they are shown. Typed weights stay as typed; what had to be converted says so with "≈"."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format

from workouts.progress.queries.sessions import Session
from workouts.progress.queries.sets import DoneSet
from workouts.science.one_rep_max import one_decimal
from workouts.science.units import Unit, convert, grams

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as shown: `value` is rounded as `text` has it, `about` where it was converted and "≈" goes before it."""

    value: Decimal
    text: str
    unit: str
    about: bool = False


def estimate_in(done: DoneSet, unit: Unit) -> Figure | None:
    """The set's estimated 1RM in `unit`, to one decimal."""
    if done.estimate is None:
        return None
    value = one_decimal(convert(done.estimate.value, done.unit, unit))
    return Figure(value, f"{value:f}", unit.value, about=done.unit != unit)


def volume_in(session: Session, unit: Unit) -> Figure | None:
    """Weight times reps of the session in `unit`, summed exactly and rounded once, to a whole one; None for none."""
    if not session.volume:
        return None
    value = (session.volume / grams(_ONE, unit)).quantize(_ONE, ROUND_HALF_UP)
    about = any(one.volume and one.unit != unit for one in session.sets)
    return Figure(value, number_format(value, decimal_pos=0, force_grouping=True), unit.value, about)


def own_unit(session: Session, unit: Unit) -> Unit:
    """The unit in which all of the session's weights were typed; `unit` where they differ."""
    typed = {one.unit for one in session.sets if one.volume}
    return typed.pop() if len(typed) == 1 else unit
