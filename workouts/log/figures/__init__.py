"""Figures: what is kept of each exercise as performed, so that ten years of them are read as quickly as ten days."""

from workouts.log.figures.keeping import COMPUTED, KEPT, Keeper, Performed
from workouts.log.figures.sets import COLUMNS, DoneSet, Raw, TypedSet, judge
from workouts.log.figures.texts import AtLoad, Pick, read_loads, read_picks

__all__ = [
    "COLUMNS",
    "COMPUTED",
    "KEPT",
    "AtLoad",
    "DoneSet",
    "Keeper",
    "Performed",
    "Pick",
    "Raw",
    "TypedSet",
    "judge",
    "read_loads",
    "read_picks",
]
