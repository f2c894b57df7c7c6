"""Sets that are held for seconds. Source: training-science 6.3: 5 seconds more, up to 60, then load."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.coach.queries.past import History, Past
from workouts.science import grids
from workouts.science.grids import Grid
from workouts.science.progression import styles

HOLD_FROM_DAYS, BACK_FROM_DAYS = 11, 15


@dataclass(frozen=True, slots=True)
class Timed:
    """What to hold next time: `seconds`, with `weight` (None: as it was), and both in words."""

    seconds: int
    weight: Decimal | None
    headline: str
    reason: str


def timed(last: Past, low: int, gap: int, grid: Grid) -> Timed:
    """The goal after the session `last` (working sets, at least one), `gap` days ago; `low` is where it begins."""
    held = min(each.seconds or 0 for each in last.sets[: last.row.sets] or last.sets)
    weight = next((each.weight for each in last.sets if each.weight), None)
    words = {"held": held, "gap": gap, "low": low, "goal": styles.next_seconds(held)}
    if gap >= BACK_FROM_DAYS:
        return Timed(low, weight, _("Shorter after the break."), _("%(gap)s days off: begin at %(low)s s.") % words)
    if gap >= HOLD_FROM_DAYS or _cut_short(last):
        text = _("You held %(held)s s: the same again, on every set.") % words
        return Timed(max(held, low), weight, _("Same time."), text)
    if words["goal"] is not None:
        text = _("Every set was held for %(held)s s: %(goal)s s next time.") % words
        return Timed(max(int(words["goal"]), low), weight, _("Five seconds more."), text)
    return _ceiling(held, low, weight, grid)


def _cut_short(last: Past) -> bool:
    return last.row.prescribed and len(last.sets) < last.row.sets


def _ceiling(held: int, low: int, weight: Decimal | None, grid: Grid) -> Timed:
    heavier = grids.next_above(grid, weight or Decimal(0)) if grid else None
    if heavier is None:
        text = _("Every set was held for %(held)s s: a harder variant comes next.") % {"held": held}
        return Timed(held, weight, _("Long enough."), text)
    text = _("Every set was held for %(held)s s: add weight and begin at %(low)s s.") % {"held": held, "low": low}
    return Timed(low, heavier, _("Add weight."), text)


def working(history: History) -> Past | None:
    """The newest session that counts."""
    return next((past for past in history if past.counts), None)
