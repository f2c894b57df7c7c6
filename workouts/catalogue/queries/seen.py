"""Exercises as one person sees them: the site's, and her own."""

from django.db.models import Prefetch, QuerySet

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, MuscleRole, Substitution
from workouts.catalogue.models.exercises import ExerciseQuerySet
from workouts.catalogue.queries.anatomy import targets
from workouts.catalogue.queries.finding import fitting


def exercises_seen(
    user: User | None, *, muscle: str = "", equipment: str = "", pattern: str = "", own: bool | None = None
) -> QuerySet[Exercise]:
    """What is on the lists for `user` (None: nobody signed in) and fits the filters (see `found_exercises`), with
    targets and equipment. `own` True: only hers; False: only the site's. Three statements."""
    seen = visible(user).current()
    if own is not None:
        seen = seen.filter(owner__isnull=not own)
    found = fitting(seen, muscle=muscle, equipment=equipment, pattern=pattern)
    return found.prefetch_related(targets(), "equipment")


def exercise_whole(user: User | None, slug: str) -> Exercise | None:
    """An exercise that `user` may see, retired ones included, with all that is said of it. Six statements."""
    roles = Prefetch("roles", MuscleRole.objects.select_related("muscle").order_by("role", "muscle__position"))
    swaps = Prefetch("substitutions", Substitution.objects.select_related("substitute").order_by("position", "pk"))
    rows = visible(user).filter(slug=slug)
    return rows.prefetch_related(targets(), "equipment", roles, "instructions", swaps).first()


def visible(user: User | None) -> ExerciseQuerySet:
    return Exercise.objects.visible_to(user) if user else Exercise.objects.site()
