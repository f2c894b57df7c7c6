"""Drawings of exercises: the site's own have one each, a lifter's own exercises have none."""

from django import template

from legday.env import BASE
from workouts.catalogue.models import Exercise

register = template.Library()

FOLDER = "components/legs_poses"
POSES = {path.stem for path in (BASE / "templates" / FOLDER).glob("*.html")}


@register.simple_tag
def poses_of(exercise: Exercise) -> str:
    """The template of the drawings of start and end, or nothing."""
    return f"{FOLDER}/{exercise.slug}.html" if exercise.slug in POSES else ""


@register.simple_tag
def pictogram_of(exercise: Exercise) -> str:
    """The template of the small picture of the movement, or nothing."""
    return f"{FOLDER}/small/{exercise.slug}.html" if exercise.slug in POSES else ""
