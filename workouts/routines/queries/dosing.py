"""The dose of an exercise that no routine prescribes. Training-science 3.1 and 6.3."""

from workouts.catalogue.models import Exercise, RepStyle
from workouts.routines.models import DoseFields, Prescription

# The range by how the exercise is counted.
_USUAL_RANGE = {RepStyle.STEPS: (20, 20), RepStyle.SECONDS: (20, 60)}
_RANGE = (8, 12)


def usual_range(style: str) -> tuple[int, int]:
    return _USUAL_RANGE.get(RepStyle(style), _RANGE)


def dose_like(exercise: Exercise, like: DoseFields | None) -> Prescription:
    """What adding `exercise` would prescribe, in place of `like` where there is one; never saved by this. A range is
    taken over only where it counts the same."""
    dose = Prescription(exercise=exercise, rep_style=exercise.rep_style)
    dose.low, dose.high = usual_range(exercise.rep_style)
    if like is not None:
        dose.sets, dose.rest_seconds, dose.target_rir = like.sets, like.rest_seconds, like.target_rir
        if like.rep_style == exercise.rep_style:
            dose.low, dose.high = like.low, like.high
    return dose
