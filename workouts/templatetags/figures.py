"""Drawings that some exercises have."""

from django import template
from django.templatetags.static import static

from legday.env import BASE
from workouts.catalogue.models import Exercise

register = template.Library()

FOLDER = "anatomy/poses"
POSES = {path.stem for path in (BASE / "static" / FOLDER).glob("*.svg")}


@register.simple_tag
def pose_of(exercise: Exercise) -> str:
    """The address of the drawing of start and end, or nothing."""
    return static(f"{FOLDER}/{exercise.slug}.svg") if exercise.slug in POSES else ""
