"""What a set counts for a muscle group, as SQL: the catalogue's weight, and the one judgement that is the lifter's."""

from decimal import Decimal

from django.db.models import Case, DecimalField, Exists, F, OuterRef, Q, Value, When
from django.db.models.expressions import Combinable

from workouts.catalogue.models import Exercise

HALF = Decimal("0.5")
GLUTES = "glutes"
# Squats and lunges: what "glutes 1 or 0.5" of training-science 4.2 is about.
DEEP = [Exercise.Pattern.SQUAT, Exercise.Pattern.SINGLE_LEG_SQUAT]


def counted(links: str, *, glutes_half: bool, group: str = "") -> Combinable:
    """What a set counts, for rows from which `links` leads to `ExerciseGroup`.

    `glutes_half` is the lifter's preference: squats and lunges then count 0.5 for the glutes, as one does who does
    not go deep. What counts less than that already stays as it is. `group` leads to the group's slug, where that is
    not by way of the links.
    """
    weight = F(f"{links}__volume_weight")
    if not glutes_half:
        return weight
    # Asked of one exercise at a time: a further join would come before the one that it hangs on (FilteredRelation).
    deep = Exists(Exercise.objects.filter(pk=OuterRef(f"{links}__exercise"), pattern__in=DEEP))
    more = Q(**{group or f"{links}__group__slug": GLUTES, f"{links}__volume_weight__gt": HALF})
    return Case(When(deep & more, then=Value(HALF)), default=weight, output_field=DecimalField())
