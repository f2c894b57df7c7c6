"""Left against right, for work of one side at a time where both sides were logged."""

from collections.abc import Sequence
from dataclasses import dataclass

from workouts.progress.queries.sessions import Session

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Sides:
    """Reps of each side: in all sessions of the range that have both, and in the newest of them, newest first."""

    left: int
    right: int
    sessions: list[Session]

    @property
    def longest(self) -> int:
        """The longer bar, at least 1."""
        return max(self.left, self.right, 1)

    @property
    def bars(self) -> dict[str, int]:
        """Lengths of the two bars, the longer one 100."""
        return {"left": round(100 * self.left / self.longest), "right": round(100 * self.right / self.longest)}


def sides_of(sessions: Sequence[Session]) -> Sides | None:
    """None where no session has both sides."""
    both = [one for one in sessions if one.left is not None and one.right is not None]
    if not both:
        return None
    left, right = sum(one.left or 0 for one in both), sum(one.right or 0 for one in both)
    return Sides(left, right, both[: -SHOWN - 1 : -1])
