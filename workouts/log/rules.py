"""What the log takes, in words beside the field. The database holds the same limits (`models/limits.py`): these
come first, so that a person reads a sentence and never a constraint's name."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.catalogue.models import LoadMode
from workouts.log.drafts import SetDraft
from workouts.log.models.limits import MAX_REPS, MAX_SECONDS, RIR_STEPS, RPE_STEPS
from workouts.science.units import WEIGHT_LIMITS

MAX_NOTE = 2000


def check_set(draft: SetDraft) -> None:
    """Raises ValidationError with a message for each wrong field of `draft`."""
    problems: dict[str, str] = {}
    _check_weight(draft, problems)
    _check_counts(draft, problems)
    _check_effort(draft, problems)
    if _no_note(draft.note):
        problems["note"] = _("Keep the note under 2,000 characters, plain text only.")
    if problems:
        raise ValidationError(problems)


def check_sticky_note(text: str) -> None:
    if _no_note(text):
        raise ValidationError({"text": _("Keep the note under 2,000 characters, plain text only.")})


def _no_note(text: str) -> bool:
    return len(text) > MAX_NOTE or "\x00" in text


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
