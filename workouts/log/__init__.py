"""Workouts, exercises as performed, sets, sticky notes; mutations and the change log: the one door for writes."""
