"""Counting per-side work, steps and timed sets. Source: training-science 3.4, 6.3."""

from dataclasses import dataclass

from workouts.science.progression.model import Side

SECONDS_STEP = 5
SECONDS_CEILING = 60


@dataclass(frozen=True, slots=True)
class SideCount:
    """Repetitions that count, per side, and the side that limits them if one does."""

    reps: int
    weaker: Side | None = None


def per_side(reps: int | None, left: int | None = None, right: int | None = None) -> SideCount:
    """Return the reps per side: the smaller side's where both are given, else the one number for both.

    Raises ValueError where nothing is given.
    """
    if left is not None and right is not None:
        weaker: Side | None = None if left == right else "left" if left < right else "right"
        return SideCount(min(left, right), weaker)
    if reps is None:
        raise ValueError("per-side work needs both sides, or one number for both")
    return SideCount(reps)


def steps(count: int | None, left: int | None = None, right: int | None = None) -> SideCount:
    """Return the reps per side of walked steps: 20 steps are 10 per side, 19 are 9. Raises as per_side."""
    return per_side(None if count is None else count // 2, left, right)


def next_seconds(held: int) -> int | None:
    """Return the goal after a set held for so many seconds: 5 more, up to 60; None: add load or a harder variant."""
    return None if held >= SECONDS_CEILING else min(held + SECONDS_STEP, SECONDS_CEILING)
