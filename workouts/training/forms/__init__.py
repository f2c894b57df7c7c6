"""The shapes of what is typed while training."""

from workouts.training.forms.sheet import Block, SheetForm
from workouts.training.forms.start import StartForm
from workouts.training.forms.workout import AddForm

__all__ = ["AddForm", "Block", "SheetForm", "StartForm"]
