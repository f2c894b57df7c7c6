"""Every number of the guide is in the database after a load."""

from decimal import Decimal

import pytest
from django.db.models import Count

from workouts.catalogue.models import Equipment, Exercise, ExerciseGroup, Instruction, Muscle, MuscleGroup, Substitution
from workouts.faq.models import Question
from workouts.routines.models import Routine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

MUSCLES = {
    "quadriceps": ["rectus-femoris", "vastus-lateralis", "vastus-medialis", "vastus-intermedius"],
    "hamstrings": ["biceps-femoris", "semitendinosus", "semimembranosus"],
    "glutes": ["gluteus-maximus", "gluteus-medius", "gluteus-minimus"],
    "calves": ["gastrocnemius", "soleus"],
    "core": [],
}
# exercise: sets, low, high, rep style, targets in the guide's order.
ROUTINE = {
    "barbell-squat": (4, 8, 10, "reps", ["quadriceps", "hamstrings", "glutes", "core"]),
    "romanian-deadlift": (4, 8, 10, "reps", ["hamstrings", "glutes"]),
    "leg-press": (3, 10, 12, "reps", ["quadriceps", "hamstrings", "glutes"]),
    "walking-lunge": (3, 20, 20, "steps", ["quadriceps", "hamstrings", "glutes", "calves"]),
    "calf-raise": (3, 12, 15, "reps", ["calves"]),
}


def test_five_groups_and_twelve_muscles_in_their_order() -> None:
    found = {group.slug: [muscle.slug for muscle in group.muscles.all()] for group in MuscleGroup.objects.all()}
    assert found == MUSCLES
    assert list(found) == list(MUSCLES)
    assert Muscle.objects.count() == 12
    assert MuscleGroup.objects.get(slug="core").kind == MuscleGroup.Kind.SUPPORTING


def test_the_deep_muscles_are_the_dashed_ones_of_the_drawing() -> None:
    deep = set(Muscle.objects.filter(deep=True).values_list("slug", flat=True))
    assert deep == {"vastus-intermedius", "gluteus-minimus", "soleus"}


def test_the_routine_has_the_guide_s_sets_and_ranges() -> None:
    routine = Routine.objects.get(slug="leg-day")
    found = {
        dose.exercise.slug: (dose.sets, dose.low, dose.high, dose.rep_style)
        for dose in routine.prescriptions.select_related("exercise")
    }
    assert found == {slug: told[:4] for slug, told in ROUTINE.items()}
    assert list(found) == list(ROUTINE)
    assert sum(sets for sets, *_ in found.values()) == 17


@pytest.mark.parametrize("slug", ROUTINE)
def test_the_targets_stand_in_the_guide_s_order(slug: str) -> None:
    targets = ExerciseGroup.objects.filter(exercise__slug=slug, target_position__isnull=False)
    assert [row.group.slug for row in targets.order_by("target_position")] == ROUTINE[slug][4]


@pytest.mark.parametrize(
    ("slug", "counted"),
    [
        ("barbell-squat", {"quadriceps": "1", "glutes": "1", "core": "1"}),
        ("calf-raise", {"calves": "1"}),
    ],
)
def test_the_count_follows_the_studies(slug: str, counted: dict[str, str]) -> None:
    weights = ExerciseGroup.objects.filter(exercise__slug=slug, volume_weight__gt=0)
    assert {row.group.slug: row.volume_weight for row in weights} == {k: Decimal(v) for k, v in counted.items()}


def test_twenty_nine_exercises_each_complete() -> None:
    exercises = Exercise.objects.site().prefetch_related("instructions", "groups", "roles", "equipment")
    assert [exercise.position for exercise in exercises] == list(range(1, 30))
    for exercise in exercises:
        kinds = {line.kind for line in exercise.instructions.all()}
        assert kinds == set(Instruction.Kind.values), exercise
        assert exercise.groups.all(), exercise
        movers = [role for role in exercise.roles.all() if role.role == "prime_mover"]
        # Hip adduction moves none of the twelve: its muscles stand in words.
        assert movers or exercise.also_works, exercise
        assert exercise.equipment.all(), exercise


def test_only_the_five_say_what_to_do_instead_each_with_a_reason() -> None:
    counts = dict(Exercise.objects.site().annotate(n=Count("substitutions")).filter(n__gt=0).values_list("slug", "n"))
    assert counts.keys() == ROUTINE.keys()
    assert not Substitution.objects.filter(why="").exists()


def test_four_questions_with_the_figure_shown_large() -> None:
    slugs = list(Question.objects.values_list("slug", flat=True))
    assert slugs == ["how-often", "other-muscle-groups", "proper-form", "new-to-leg-training"]
    assert Question.objects.get(slug="how-often").figure == "2-3"


def test_equipment_that_nothing_needs_is_not_there() -> None:
    assert not Equipment.objects.filter(exercises=None).exists()
