"""Next session's target for one exercise, and why. The door is `recommend`. Source: training-science 3."""

from workouts.science.progression.model import Action, Advice, Facts, Prescription, Session, WorkingSet
from workouts.science.progression.rules import recommend

__all__ = ["Action", "Advice", "Facts", "Prescription", "Session", "WorkingSet", "recommend"]
