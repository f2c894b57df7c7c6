"""Finding the weight within a first session, set by set. Source: training-science 3.5, first session calibration."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries.reading import Reader
from workouts.coach.queries.targets import Target
from workouts.log.models import LoggedSet, SetKind
from workouts.science.progression.calibration import next_set
from workouts.science.units import Unit, plain
from workouts.shared.language.numbers import spoken


@dataclass(frozen=True, slots=True)
class Calibration:
    """The next set of a first session: `weight` in `unit`, and why."""

    weight: Decimal
    unit: Unit
    text: str

    @property
    def weight_text(self) -> str:
        return plain(self.weight)


def calibration(target: Target, sets: Sequence[LoggedSet]) -> Calibration | None:
    """The next weight after the last of the working `sets` that are stored; None outside a first session."""
    done = [each for each in sets if each.kind != SetKind.WARMUP]
    if target.history or not done or target.rep_style == RepStyle.SECONDS:
        return None
    last = done[-1]
    if last.weight is None or last.load_mode in {LoadMode.BODYWEIGHT, LoadMode.ASSISTED}:
        return None
    unit = Unit(last.unit)
    reader = Reader(target.kit, unit, loaded=True, beginner=False)
    seen = reader.working_set(last, target.rep_style)
    weight = next_set(reader.prescription(target.dose), seen)
    words = {"weight": f"{spoken(weight)} {unit}"}
    if weight > last.weight:
        text = _("Next set: %(weight)s. The last one left 5 or more reps.") % words
    elif weight < last.weight:
        text = _("Next set: %(weight)s. The last one stayed under the range.") % words
    else:
        text = _("Next set: %(weight)s again. How many reps are left decides what follows.") % words
    return Calibration(weight, unit, text)
