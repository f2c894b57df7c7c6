"""Figures as they are shown. Typed weights stay as typed; what had to be converted says so with "≈"."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from workouts.log.figures.scale import KG, LB, PER_THOUSANDTH, in_tenths, rounded
from workouts.progress.queries.sessions import Session
from workouts.science.units import Unit
from workouts.shared.language.numbers import grouped, spoken


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as shown: `value` is rounded as `text` has it, which is as it was typed or as the language writes it;
    `about` where it was converted and "≈" goes before it."""

    value: Decimal
    text: str
    unit: str
    about: bool = False


class Volume(NamedTuple):
    """Weight times reps in thousandths of the unit each weight was typed in."""

    kg: int
    lb: int

    def whole(self, unit: Unit) -> int:
        """Summed exactly and rounded once, to a whole one of `unit`."""
        exact = self.kg * KG + self.lb * LB
        return rounded(exact, 1000 * PER_THOUSANDTH[unit])

    def about(self, unit: Unit) -> bool:
        """Whether something was typed in the other unit."""
        return bool(self.lb if unit == Unit.KG else self.kg)

    def own_unit(self, unit: Unit) -> Unit:
        """The unit in which all of it was typed; `unit` where they differ."""
        if self.kg and self.lb:
            return unit
        return Unit.LB if self.lb else Unit.KG


def volume_of(session: Session) -> Volume:
    """With every hand that held the weight."""
    return Volume(session.volume_kg * session.hands, session.volume_lb * session.hands)


def volume_figure(volume: Volume, unit: Unit) -> Figure:
    value = volume.whole(unit)
    text = grouped(value)
    return Figure(Decimal(value), text, unit.value, volume.about(unit))


def volume_in(session: Session, unit: Unit) -> Figure | None:
    """The session's volume in `unit`; None for none."""
    volume = volume_of(session)
    return volume_figure(volume, unit) if any(volume) else None


def estimate_figure(e1rm: int, typed: Unit, unit: Unit) -> Figure:
    """An estimate (on the scale of `log/figures/scale.py`) in `unit`, to one decimal."""
    value = Decimal(in_tenths(e1rm, unit)).scaleb(-1)
    return Figure(value, spoken(f"{value:f}"), unit.value, about=typed != unit)


def estimate_in(session: Session, unit: Unit) -> Figure | None:
    """The session's best estimated 1RM in `unit`."""
    return None if session.e1rm is None else estimate_figure(session.e1rm, session.best.unit, unit)
