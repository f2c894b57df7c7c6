"""This exercise for this person, or 404: another lifter's own looks like one that never was."""

from django.http import Http404

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise


def exercise_for(user: User, slug: str) -> Exercise:
    """The site's exercise `slug`, retired ones included, or the lifter's own."""
    found = Exercise.objects.visible_to(user).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found
