"""The dose of an exercise on its page. The catalogue stands below the routines and may not import them."""

from django import template

from workouts.catalogue.models import Exercise
from workouts.routines.queries import Dose
from workouts.routines.queries import dose_of as find_dose

register = template.Library()


@register.simple_tag
def dose_of(exercise: Exercise) -> Dose | None:
    """The exercise's place and dose in the guide's routine, or None. One statement."""
    return find_dose(exercise)
