"""What devices send: mutations of one account, judged in memory in their order and written at once."""

from workouts.log.actions.incoming.push import apply_push, bad_cursor
from workouts.log.actions.incoming.shapes import Answer, Purpose, Push, Verdict

__all__ = ["Answer", "Purpose", "Push", "Verdict", "apply_push", "bad_cursor"]
