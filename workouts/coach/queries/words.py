"""Advice in words, for translation: what to do at a glance, and why, from the numbers the rule saw.

`science.progression.words` says the same in plain English; a test holds that both agree, sentence by sentence.
"""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from workouts.science.progression import Action, Advice, Facts, Prescription
from workouts.science.progression.runs import STALE_SESSIONS
from workouts.science.progression.words import percent
from workouts.science.units import Unit
from workouts.shared.language.numbers import spoken

_NUMBERS = (
    gettext_lazy("no"),
    gettext_lazy("one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
    gettext_lazy("ten"),
)
# By reason code; the names are methods of `_Said` below.
REASONS = {
    "pain": gettext_lazy("You marked pain: no target for now. Pick a substitute, and see a professional if it lasts."),
    "start_lightest": gettext_lazy(
        "Nothing logged yet: start with %(new)s, the lightest, and keep 3 or more reps in reserve."
    ),
    "start_bodyweight": gettext_lazy("Nothing logged yet: start with body weight and keep 3 or more reps in reserve."),
    "start_known": gettext_lazy("You can do %(known)s: start with %(new)s and keep 3 or more reps in reserve."),
    "layoff_over_2_weeks": gettext_lazy("%(gap)s days since you did this one, more than 2 weeks: %(easier)s."),
    "layoff_over_4_weeks": gettext_lazy("%(gap)s days since you did this one, more than 4 weeks: %(easier)s."),
    "layoff_over_8_weeks": gettext_lazy("%(gap)s days since you did this one, more than 8 weeks: %(easier)s."),
    "restart_over_16_weeks": gettext_lazy(
        "%(gap)s days since you did this one, more than 16 weeks: start again, %(easier)s."
    ),
    "gap_hold": gettext_lazy("%(gap)s days since you did this one: stay with %(old)s this time."),
    "big_miss": gettext_lazy("Your sets were far below %(low)s reps at %(old)s: %(easier)s."),
    "miss": gettext_lazy("%(shortfall)s Stay at %(old)s: this is miss %(misses)s of 3."),
    "three_misses": gettext_lazy("%(shortfall)s That is miss %(misses)s in a row at %(old)s: %(easier)s."),
    "cut_short": gettext_lazy(
        "You did %(done)s of %(sets)s sets at %(old)s: repeat it. This does not count as a miss."
    ),
    "back_off_sets": gettext_lazy(
        "Only %(done)s of %(sets)s sets were at %(old)s, the others lighter: hold until all of them are."
    ),
    "top_no_reserve": gettext_lazy("%(reached)s, less than you aim for: repeat it once."),
    "rise": gettext_lazy("%(reached)s: %(new)s (+%(percent)s %%)."),
    "rise_two_steps": gettext_lazy("%(reached)s: two steps, %(new)s (+%(percent)s %%)."),
    "rise_coarse": gettext_lazy("%(reached)s: you have earned the big step to %(new)s (+%(percent)s %%)."),
    "reps_before_step": gettext_lazy(
        "The next weight is %(heavier)s (+%(percent)s %%): first reach %(goal)s on every set at %(old)s."
    ),
    "first_load": gettext_lazy("%(reached)s: add the first weight, %(new)s."),
    "maxed": gettext_lazy(
        "%(reached)s, and no further step can be loaded: do more reps, lower more slowly, or pick a harder variant."
    ),
    "bodyweight_rep": gettext_lazy("%(reached)s: %(goal)s next time."),
    "rep_ceiling": gettext_lazy("%(reached)s, the most for body weight: add the lightest load and go back to %(low)s."),
    "in_range": gettext_lazy("You did %(total)s reps in all with %(old)s: same again, one more rep in all."),
    "plateau": gettext_lazy(
        "No new best in %(stale)s sessions at %(old)s: %(easier)s and rebuild, or change the variant."
    ),
    "plateau_variant": gettext_lazy(
        "No new best in %(stale)s sessions at %(old)s, and not for the first time: try another variant first,"
        " or else %(easier)s and rebuild."
    ),
}


def reason(advice: Advice, prescription: Prescription) -> str:
    """Why, in a sentence; `prescription` is the one that the advice was asked for with."""
    return str(REASONS[advice.reason_code]) % _Said(advice, prescription)


def headline(advice: Advice) -> str:
    """What to do, in two or three words."""
    if advice.reason_code == "rise_two_steps":
        return _("Two steps up.")
    return {
        Action.START: _("First time."),
        Action.UP: _("One step up."),
        Action.HOLD: _("Same weight."),
        Action.REPS: _("Reps before weight."),
        Action.ADDLOAD: _("Add weight."),
        Action.DOWN: _("One step down."),
        Action.RESET: _("Lighter, then rebuild."),
        Action.LAYOFF: _("Lighter after the break."),
        Action.RESTART: _("A new start."),
        Action.PLATEAU: _("Lighter, or a variant."),
        Action.MAXED: _("No further step."),
        Action.PAIN: _("No target."),
    }[advice.action]


def in_other_unit(old: Decimal, old_unit: Unit, new: Decimal | None, new_unit: Unit, lightest: Decimal) -> str:
    """How the weight came to be in the unit of her equipment."""
    words = {"old": f"{spoken(old)} {old_unit}", "unit": new_unit}
    if new is None:
        words |= {"lightest": f"{spoken(lightest)} {new_unit}"}
        return _("In %(unit)s, even the lightest, %(lightest)s, is more than %(old)s.") % words
    return _("%(old)s becomes %(new)s.") % (words | {"new": f"{spoken(new)} {new_unit}"})


def not_loadable(near: tuple[Decimal | None, Decimal | None] | None, weight: Decimal, unit: Unit) -> str:
    """What can be loaded instead of `weight`; nothing where it can be loaded itself."""
    if near is None:
        return ""
    below, above = near
    words = {"weight": f"{spoken(weight)} {unit}", "unit": unit}
    words |= {"below": "" if below is None else spoken(below), "above": "" if above is None else spoken(above)}
    if below is None:
        text = _("%(weight)s is below the lightest you can load: %(above)s %(unit)s is, or take something else.")
    elif above is None:
        text = _("%(weight)s is more than you can load: %(below)s %(unit)s is the most.")
    else:
        text = _("%(weight)s cannot be loaded: %(below)s or %(above)s %(unit)s can.")
    return text % words


def first_time() -> tuple[str, str]:
    """Where even the lightest load is unknown: every machine has its own."""
    return (
        _("First time."),
        _("Nothing logged yet: choose a load so light that 3 or more reps are left at the end of each set."),
    )


def as_last_time() -> tuple[str, str]:
    return _("As last time."), _("What you did last time stands here: do as much, or a little more.")


def lighter_week(weight: Decimal | None, unit: Unit) -> tuple[str, str]:
    """An exercise in a session that is lighter on purpose."""
    if weight is None:
        return _("Lighter week."), _("Half the sets, and 4 or more reps in reserve.")
    words = {"weight": f"{spoken(weight)} {unit}"}
    text = _("Half the sets at %(weight)s, 4 or more reps in reserve. Afterwards you go on from the weight before.")
    return _("Lighter week."), text % words


class _Said:
    """The parts of a sentence, each made when the sentence asks for it."""

    def __init__(self, advice: Advice, prescription: Prescription) -> None:
        self._advice, self._prescription = advice, prescription
        self._facts: Facts = advice.facts

    def __getitem__(self, name: str) -> str:
        return str(getattr(self, f"_{name}")())

    def _load(self, weight: Decimal | None) -> str:
        if self._prescription.bodyweight or weight is None:
            return _("body weight")
        unit = self._prescription.unit
        return spoken(weight) if unit is None else f"{spoken(weight)} {unit}"

    def _reps(self, count: int | None) -> str:
        words = {"count": count, "steps": 2 * (count or 0)}
        if self._prescription.style == "reps":
            return str(count)
        if self._prescription.style == "steps":
            return _("%(count)s per side (%(steps)s steps)") % words
        return _("%(count)s per side") % words

    def _old(self) -> str:
        return self._load(self._facts.weight)

    def _new(self) -> str:
        return self._load(self._advice.weight)

    def _heavier(self) -> str:
        return self._load(self._facts.heavier)

    def _low(self) -> str:
        return self._reps(self._prescription.low)

    def _goal(self) -> str:
        return self._reps(self._advice.rep_goal)

    def _gap(self) -> int | None:
        return self._facts.gap

    def _misses(self) -> int | None:
        return self._facts.misses

    def _done(self) -> int:
        return self._facts.judged

    def _sets(self) -> int:
        return self._facts.asked

    def _total(self) -> int:
        return self._facts.total

    def _stale(self) -> int:
        return STALE_SESSIONS

    def _percent(self) -> str:
        higher = self._facts.heavier or self._advice.weight
        return percent(self._facts.weight, higher) if self._facts.weight and higher else ""

    def _known(self) -> str:
        known = self._facts.known
        return _("%(load)s for %(reps)s") % {"load": self._load(known.weight), "reps": known.reps} if known else ""

    def _easier(self) -> str:
        old, new = self._facts.weight or Decimal(0), self._advice.weight or Decimal(0)
        words = {"old": self._load(old), "new": self._load(new), "low": self._low()}
        if self._prescription.bodyweight:
            return _("go back to %(low)s") % words
        if new >= old:
            return _("take %(new)s, the lightest there is") % words
        return _("take %(new)s instead of %(old)s") % words

    def _shortfall(self) -> str:
        words = {"reps": self._facts.fewest, "low": self._low()}
        if self._facts.weaker == "left":
            return _("Your left side stayed at %(reps)s, below %(low)s.") % words
        if self._facts.weaker == "right":
            return _("Your right side stayed at %(reps)s, below %(low)s.") % words
        return _("One set stayed at %(reps)s, below %(low)s.") % words

    def _reached(self) -> str:
        facts = self._facts
        words = {"sets": _number(facts.judged), "reps": self._reps(facts.fewest)}
        told = ngettext("Your set reached %(reps)s", "All %(sets)s sets reached %(reps)s", facts.judged) % words
        if not self._prescription.bodyweight:
            told = _("%(told)s at %(load)s") % {"told": told, "load": self._old()}
        if facts.spare is None:
            return told
        spare = _("no rep") if facts.spare == 0 else _number(facts.spare)
        return _("%(told)s with %(spare)s to spare") % {"told": told, "spare": spare}


def _number(value: Decimal | int) -> str:
    if value == int(value) and value < len(_NUMBERS):
        return str(_NUMBERS[int(value)])
    return spoken(Decimal(value))
