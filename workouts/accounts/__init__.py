"""The user, preferences (units, zone, weekly goal)."""
