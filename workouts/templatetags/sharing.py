"""The picture that stands beside a link to this page."""

from django import template

from workouts.catalogue.queries import ExercisePage
from workouts.routines.queries import RoutinePage
from workouts.sharing.pictures import address
from workouts.sharing.queries import card_of

register = template.Library()


@register.simple_tag
def picture_of(page: ExercisePage | RoutinePage) -> str:
    """The path of the picture; no statement."""
    return address(card_of(page))
