"""Every public address, for the sitemap."""

from django.urls import reverse

from workouts.catalogue.models import Exercise, MuscleGroup
from workouts.routines.models import Routine

FIXED = (
    "pages:home",
    "routines:routines",
    "catalogue:exercises",
    "catalogue:anatomy",
    "faq:faq",
    "pages:method",
    "pages:privacy",
)


def public_paths() -> list[str]:
    """The fixed pages, then routines, exercises (retired ones left out) and groups. Three statements."""
    rows = [*Routine.objects.site(), *Exercise.objects.site().current(), *MuscleGroup.objects.all()]
    return [reverse(name) for name in FIXED] + [row.get_absolute_url() for row in rows]
