"""One exercise with all that its page says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Aggregate, CharField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

from workouts.catalogue.models import Exercise, Instruction, Muscle, MuscleGroup, MuscleRole, Substitution

STATES = {
    MuscleRole.Role.PRIME_MOVER.value: "is-lead",
    MuscleRole.Role.SYNERGIST.value: "is-help",
    MuscleRole.Role.STABILISER.value: "is-steady",
}


class Joined(Aggregate):
    """Texts of several rows as one, a line each: equipment without a statement of its own. Order is not promised."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def __init__(self, texts: Combinable, **extra: Any) -> None:
        super().__init__(texts, Value("\n"), **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **extra)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A group's muscles that share one role, as one line of the table."""

    role: str
    group: MuscleGroup
    muscles: list[Muscle] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def role_rows(roles: Iterable[MuscleRole]) -> list[RoleRow]:
    """Roles as table lines: prime movers first, a group's muscles of one role together."""
    rows: dict[tuple[str, int], RoleRow] = {}
    for entry in roles:
        row = rows.setdefault((entry.role, entry.muscle.group_id), RoleRow(entry.role, entry.muscle.group))
        row.muscles.append(entry.muscle)
        if entry.note and entry.note not in row.notes:
            row.notes.append(entry.note)
    order = list(MuscleRole.Role.values)
    return sorted(rows.values(), key=lambda row: order.index(row.role))


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """One exercise with all that its page says."""

    exercise: Exercise
    equipment: list[str]
    targets: list[MuscleGroup]
    supports: list[MuscleGroup]
    roles: list[RoleRow]
    steps: list[str]
    cues: list[str]
    mistakes: list[str]
    swaps: list[tuple[str, list[Substitution]]]

    @property
    def leader(self) -> str:
        """The slug of the group that leads: the colour of the page."""
        return self.targets[0].slug if self.targets else "core"

    @property
    def legs(self) -> dict[str, str]:
        """The states of the drawing (components/legs.html), by muscle; groups that support stand as a whole."""
        states = {group.slug: "is-steady" for group in self.supports}
        for row in self.roles:
            states.update({muscle.slug.replace("-", "_"): STATES[row.role] for muscle in row.muscles})
        return states


def exercise_page(slug: str) -> ExercisePage | None:
    """The page of a site's exercise, retired ones included; None if there is none. Five statements."""
    named = Concat(Cast("equipment__position", CharField()), Value(" "), F("equipment__name"))
    exercise = (
        Exercise.objects.site().filter(slug=slug).annotate(needs=Joined(named, filter=Q(equipment__isnull=False)))
    ).first()
    if exercise is None:
        return None
    groups = list(exercise.groups.select_related("group"))
    lines: dict[str, list[str]] = {}
    for entry in Instruction.objects.filter(exercise=exercise):
        lines.setdefault(entry.kind, []).append(entry.text)
    return ExercisePage(
        exercise=exercise,
        equipment=_in_order(exercise.needs),  # type: ignore[attr-defined]  # annotated above
        targets=[entry.group for entry in groups if entry.target_position is not None],
        supports=[entry.group for entry in groups if entry.group.kind == MuscleGroup.Kind.SUPPORTING],
        roles=role_rows(exercise.roles.select_related("muscle__group")),
        steps=lines.get(Instruction.Kind.STEP, []),
        cues=lines.get(Instruction.Kind.CUE, []),
        mistakes=lines.get(Instruction.Kind.MISTAKE, []),
        swaps=_swaps(exercise),
    )


def _in_order(joined: str | None) -> list[str]:
    """ "1 Rack" and "0 Barbell" in two lines become ["Barbell", "Rack"]."""
    pairs = [line.split(" ", 1) for line in (joined or "").splitlines()]
    return [name for _, name in sorted(pairs, key=lambda pair: (int(pair[0]), pair[1]))]


def _swaps(exercise: Exercise) -> list[tuple[str, list[Substitution]]]:
    """What to do instead, by reason, in the order of the reasons."""
    by_reason: dict[str, list[Substitution]] = {}
    for swap in exercise.substitutions.select_related("substitute").order_by("position", "pk"):
        by_reason.setdefault(swap.reason, []).append(swap)
    return [(str(label), by_reason[value]) for value, label in Substitution.Reason.choices if value in by_reason]
