"""Next session's targets and reasons, readiness for this lifter: reads only."""
