"""What the log takes, in words beside the field. The database holds the same limits (`models/limits.py`): these
come first, so that a person reads a sentence and never a constraint's name."""

import datetime
import zoneinfo
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log.drafts import SetDraft
from workouts.log.models.limits import MAX_REPS, MAX_SECONDS, RIR_STEPS, RPE_STEPS
from workouts.science.units import WEIGHT_LIMITS, Refused
from workouts.shared.language.numbers import spoken

if TYPE_CHECKING:
    from workouts.log.models import PerformedExercise, Workout

MAX_TITLE, MAX_NOTE, MAX_PLACE, MAX_OFFSET = 120, 2000, 9999, 16 * 60


def refusal(problem: Refused) -> str:
    """The sentence for a number that `science.units` did not take."""
    low, high = (spoken(limit) for limit in problem.limits)
    if problem.code == "out_of_range":
        return _("Type a number from %(low)s to %(high)s.") % {"low": low, "high": high}
    if problem.code == "not_a_half_step":
        return _("In steps of a half, such as 1, 1.5 or 2.")
    if problem.code == "too_many_digits":
        return _("That number is too long.")
    if problem.code == "not_a_whole_number":
        return _("Write a whole number in plain digits, such as 8.")
    return _("Write a number in plain digits, such as 62.5 or 62,5.")


def check_set(draft: SetDraft) -> None:
    """Raises ValidationError with a message for each wrong field of `draft`."""
    problems: dict[str, str] = {}
    _check_weight(draft, problems)
    _check_counts(draft, problems)
    _check_effort(draft, problems)
    _check_place(draft.position, problems)
    _check_note(draft.note, problems)
    if problems:
        raise ValidationError(problems)


def check_workout(workout: "Workout") -> None:
    """Raises ValidationError with a message for each wrong field of a workout, written or not."""
    problems: dict[str, str] = {}
    if not FIRST_DAY <= workout.day <= LAST_DAY:
        problems["day"] = _("Choose a day from 1950 on.")
    if workout.zone not in zones():
        problems["zone"] = _("Choose a time zone from the list, such as Europe/Lisbon.")
    if workout.utc_offset is not None and abs(workout.utc_offset) > MAX_OFFSET:
        problems["utc_offset"] = _("A clock runs at most 16 hours before or after UTC.")
    begun, ended = workout.started_at, workout.finished_at
    if begun and ended and ended < begun:
        problems["finished_at"] = _("A workout ends after it has begun.")
    if len(workout.title) > MAX_TITLE or "\x00" in workout.title:
        problems["title"] = _("Keep the title under 120 characters, plain text only.")
    _check_note(workout.note, problems)
    if problems:
        raise ValidationError(problems)


def check_performed(performed: "PerformedExercise") -> None:
    """Raises ValidationError with a message for each wrong field of an exercise as performed, written or not."""
    problems: dict[str, str] = {}
    _check_place(performed.position, problems)
    if performed.superset is not None and not 0 <= performed.superset <= MAX_PLACE:
        problems["superset"] = _("Number supersets from 0 to 9,999.")
    if not 1 <= performed.sets <= 20:
        problems["sets"] = _("Sets run from 1 to 20.")
    for name in ("low", "high"):
        if not 1 <= getattr(performed, name) <= 600:
            problems[name] = _("The range runs from 1 to 600.")
    if not problems.keys() & {"low", "high"} and performed.low > performed.high:
        problems["low"] = _("The range runs from a number up to one not below it.")
    if performed.rep_style not in RepStyle.values:
        problems["rep_style"] = _("Choose how reps are counted from the list.")
    if not 0 <= performed.rest_seconds <= 1800:
        problems["rest_seconds"] = _("Rest is at most 1,800 seconds.")
    if performed.target_rir is not None and not 0 <= performed.target_rir <= 10:
        problems["target_rir"] = _("Reps in reserve run from 0 to 10.")
    _check_note(performed.note, problems)
    if problems:
        raise ValidationError(problems)


@cache
def zones() -> frozenset[str]:
    """Names of time zones. Reading them from the disk takes longer than all the rest of a write."""
    return frozenset(zoneinfo.available_timezones())


def check_sticky_note(text: str) -> None:
    if _no_note(text):
        raise ValidationError({"text": _("Keep the note under 2,000 characters, plain text only.")})


def _no_note(text: str) -> bool:
    return len(text) > MAX_NOTE or "\x00" in text


def _check_note(text: str, problems: dict[str, str]) -> None:
    if _no_note(text):
        problems["note"] = _("Keep the note under 2,000 characters, plain text only.")


def _check_place(position: int, problems: dict[str, str]) -> None:
    if not 0 <= position <= MAX_PLACE:
        problems["position"] = _("Positions run from 0 to 9,999.")


def _check_weight(draft: SetDraft, problems: dict[str, str]) -> None:
    if draft.load_mode == LoadMode.BODYWEIGHT:
        if draft.weight is not None:
            problems["weight"] = _("Body weight alone has no weight: clear the field, or choose another load.")
        return
    if draft.weight is None:
        problems["weight"] = _("Type the weight, 0 for an empty machine, or choose body weight.")
        return
    low, high = WEIGHT_LIMITS[draft.weight.unit]
    if not low <= draft.weight.value <= high:
        problems["weight"] = _("A weight runs from 0 to 1,000 kg or 2,200 lb.")


def _check_counts(draft: SetDraft, problems: dict[str, str]) -> None:
    for name in ("reps", "left", "right"):
        count = getattr(draft, name)
        if count is not None and not 0 <= count <= MAX_REPS:
            problems[name] = _("Reps run from 0 to 999.")
    if draft.seconds is not None and not 0 <= draft.seconds <= MAX_SECONDS:
        problems["seconds"] = _("Seconds run from 0 to 86,400.")
    if (draft.left is None) != (draft.right is None):
        problems["left" if draft.left is None else "right"] = _("Give both sides, or one number for both.")
    if draft.reps is None and draft.seconds is None and draft.left is None:
        problems["reps"] = _("How many? Type the reps of the set.")


def _check_effort(draft: SetDraft, problems: dict[str, str]) -> None:
    def off(value: Decimal | None, steps: list[Decimal]) -> bool:
        return value is not None and value not in steps

    if off(draft.rir, RIR_STEPS):
        problems["rir"] = _("Reps in reserve run from 0 to 10 in halves.")
    if off(draft.rpe, RPE_STEPS):
        problems["rpe"] = _("RPE runs from 1 to 10 in halves.")
    if draft.rir is not None and draft.rpe is not None:
        problems["rpe"] = _("Give reps in reserve or RPE, not both.")


def check_day(day: datetime.date, *, today: datetime.date | None = None) -> None:
    """Raises ValidationError unless the log keeps `day`; with `today`, unless it has begun somewhere on earth.

    A lifter's day may be one ahead of the server's idea of her zone (she has just flown), never two.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError({"day": _("Choose a day from 1950 on.")})
    if today is not None and day > today + datetime.timedelta(days=1):
        raise ValidationError({"day": _("This day has not come yet: choose today or a day before.")})
