"""The reason in words: one English sentence or two, built from the numbers the rule saw.

Only what the log shows is said: no forecast, no claim about health (training-science 4.3).
"""

from decimal import ROUND_HALF_UP, Decimal

from workouts.science.progression.judge import Judged
from workouts.science.progression.model import Prescription, WorkingSet
from workouts.science.units import plain

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# By reason code. The fields are those of `facts` and what the rule adds.
TEXTS = {
    "pain": "You marked pain: no target for now. Pick a substitute, and see a professional if it lasts.",
    "start_lightest": "Nothing logged yet: start with {new}, the lightest, and keep 3 or more reps in reserve.",
    "start_bodyweight": "Nothing logged yet: start with body weight and keep 3 or more reps in reserve.",
    "start_known": "You can do {known}: start with {new} and keep 3 or more reps in reserve.",
    "layoff_over_2_weeks": "{gap} days since you did this one, more than 2 weeks: {easier}.",
    "layoff_over_4_weeks": "{gap} days since you did this one, more than 4 weeks: {easier}.",
    "layoff_over_8_weeks": "{gap} days since you did this one, more than 8 weeks: {easier}.",
    "restart_over_16_weeks": "{gap} days since you did this one, more than 16 weeks: start again, {easier}.",
    "gap_hold": "{gap} days since you did this one: stay with {old} this time.",
    "big_miss": "Your sets were far below {low} reps at {old}: {easier}.",
    "miss": "{shortfall} Stay at {old}: this is miss {misses} of 3.",
    "three_misses": "{shortfall} That is miss {misses} in a row at {old}: {easier}.",
    "cut_short": "You did {done} of {sets} sets at {old}: repeat it. This does not count as a miss.",
    "back_off_sets": "Only {done} of {sets} sets were at {old}, the others lighter: hold until all of them are.",
    "top_no_reserve": "{reached}, less than you aim for: repeat it once.",
    "rise": "{reached}: {new} (+{percent} %).",
    "rise_two_steps": "{reached}: two steps, {new} (+{percent} %).",
    "rise_coarse": "{reached}: you have earned the big step to {new} (+{percent} %).",
    "reps_before_step": "The next weight is {higher} (+{percent} %): first reach {need} on every set at {old}.",
    "first_load": "{reached}: add the first weight, {new}.",
    "maxed": "{reached}, and no further step can be loaded: do more reps, lower more slowly, or pick a harder variant.",
    "bodyweight_rep": "{reached}: {next_reps} next time.",
    "rep_ceiling": "{reached}, the most for body weight: add the lightest load and go back to {low}.",
    "in_range": "You did {total} reps in all with {old}: same again, one more rep in all.",
    "plateau": "No new best in {stale} sessions at {old}: {easier} and rebuild, or change the variant.",
    "plateau_variant": "No new best in {stale} sessions at {old}, and not for the first time: try another variant"
    " first, or else {easier} and rebuild.",
}


def load(prescription: Prescription, weight: Decimal) -> str:
    """Write a weight with its unit, where the prescription has one; "body weight" where that is all there is."""
    if prescription.bodyweight:
        return "body weight"
    return plain(weight) if prescription.unit is None else f"{plain(weight)} {prescription.unit}"


def reps(prescription: Prescription, count: int) -> str:
    """Write a number of repetitions: "10", "10 per side", "10 per side (20 steps)"."""
    if prescription.style == "reps":
        return str(count)
    return f"{count} per side" + (f" ({2 * count} steps)" if prescription.style == "steps" else "")


def easier(prescription: Prescription, old: Decimal, new: Decimal) -> str:
    """Write what a reduction comes to."""
    if prescription.bodyweight:
        return f"go back to {reps(prescription, prescription.low)}"
    if new >= old:
        return f"take {load(prescription, new)}, the lightest there is"
    return f"take {load(prescription, new)} instead of {load(prescription, old)}"


def percent(old: Decimal, new: Decimal) -> str:
    """Write the rise from old (above 0) to new in percent, to one decimal."""
    return plain(((new - old) * 100 / old).quantize(Decimal("0.1"), ROUND_HALF_UP))


def reached(prescription: Prescription, judged: Judged, weight: Decimal) -> str:
    """Write what the judged sets came to: "All four sets reached 10 at 60 kg with two to spare"."""
    place = "" if prescription.bodyweight else f" at {load(prescription, weight)}"
    many = _number(len(judged.sets))
    sets = "Your set" if len(judged.sets) == 1 else f"All {many} sets"
    spare = "" if judged.min_rir is None else f" with {_spare(judged.min_rir)} to spare"
    return f"{sets} reached {reps(prescription, judged.fewest.reps)}{place}{spare}"


def shortfall(prescription: Prescription, worst: WorkingSet, low: int) -> str:
    """Write by how much the weakest set missed its range, and on which side if that is known."""
    who = "One set" if worst.weaker is None else f"Your {worst.weaker} side"
    return f"{who} stayed at {worst.reps}, below {reps(prescription, low)}."


def known_set(prescription: Prescription, known: WorkingSet) -> str:
    """Write a set the lifter says she can do: "100 kg for 5"."""
    return f"{load(prescription, known.weight)} for {known.reps}"


def _spare(rir: Decimal | int) -> str:
    return "no rep" if rir == 0 else _number(rir)


def _number(value: Decimal | int) -> str:
    if value == int(value) and value < len(_COUNTS):
        return _COUNTS[int(value)]
    return plain(Decimal(value))
