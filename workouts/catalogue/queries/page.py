"""One exercise with all that its page says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from django.utils.translation import get_language

from workouts.catalogue.models import Exercise, Instruction, MuscleGroup, MuscleRole, Substitution
from workouts.shared.language.translated import OTHERS, said

STATES = {
    MuscleRole.Role.PRIME_MOVER.value: "is-lead",
    MuscleRole.Role.SYNERGIST.value: "is-help",
    MuscleRole.Role.STABILISER.value: "is-steady",
}
# What is needed stands among the lines too, under this kind.
NEED = "need"
# Written out: to put three querysets into one statement took a tenth of the time of the whole page. What a lifter made
# for herself has no page, so such a substitute is none.
_LINES = """
    SELECT '{need}', thing.position, thing.id, {name}, '', NULL
    FROM workouts_exercise_equipment link JOIN workouts_equipment thing ON thing.id = link.equipment_id
    WHERE link.exercise_id = %s
    UNION ALL
    SELECT line.kind, line.position, line.id, {text}, '', NULL
    FROM workouts_instruction line WHERE line.exercise_id = %s
    UNION ALL
    SELECT swap.reason, swap.position, swap.id, {instead}, {why},
           CASE WHEN other.owner_id IS NULL THEN other.slug END
    FROM workouts_substitution swap LEFT JOIN workouts_exercise other ON other.id = swap.substitute_id
    WHERE swap.exercise_id = %s
"""  # a constant


@lru_cache(maxsize=8)
def lines_in(language: str | None) -> str:
    """The statement for one language: the names of columns are constants."""
    columns = {"name": "thing.name", "text": "line.text", "instead": "swap.text", "why": "swap.why"}
    if language in OTHERS:
        columns = {key: f"COALESCE(NULLIF({column}_{language}, ''), {column})" for key, column in columns.items()}
    return _LINES.format(need=NEED, **columns)


class Named(NamedTuple):
    """What the table of roles says of a muscle."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A group's muscles that share one role, as one line of the table; `group` is its slug."""

    role: str
    group: str
    muscles: list[Named] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """A step, a cue, a mistake, or something to do instead: then with why, and the slug of the exercise to do."""

    text: str
    why: str
    substitute: str | None


def role_rows(roles: Iterable[tuple[str, str, str, str, str]]) -> list[RoleRow]:
    """(role, group, muscle, its name, note) as table lines: prime movers first, a group's muscles of one role
    together."""
    rows: dict[tuple[str, str], RoleRow] = {}
    for role, group, slug, name, note in roles:
        row = rows.setdefault((role, group), RoleRow(role, group))
        row.muscles.append(Named(slug, name))
        if note and note not in row.notes:
            row.notes.append(note)
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
    swaps: list[tuple[str, list[Line]]]

    @property
    def leader(self) -> str:
        """The slug of the group that leads: the colour of the page."""
        return self.targets[0].slug if self.targets else "core"

    @property
    def also_works(self) -> str:
        """What works besides, without the groups that have a line of their own in the table."""
        above = {group.name.casefold() for group in self.supports}
        return ", ".join(part for part in self.exercise.also_works.split(", ") if part.casefold() not in above)

    @property
    def legs(self) -> dict[str, str]:
        """The states of the drawing (components/legs.html), by muscle; groups that support stand as a whole."""
        states = {group.slug: "is-steady" for group in self.supports}
        for row in self.roles:
            states.update({muscle.slug.replace("-", "_"): STATES[row.role] for muscle in row.muscles})
        return states


def exercise_page(slug: str) -> ExercisePage | None:
    """The page of a site's exercise, retired ones included; None if there is none. Four statements."""
    exercise = Exercise.objects.site().filter(slug=slug).first()
    if exercise is None:
        return None
    groups = list(exercise.groups.select_related("group"))
    roles = exercise.roles.values_list(
        "role", "muscle__group__slug", "muscle__slug", said("muscle__name"), said("note")
    )
    lines = _lines(exercise)
    return ExercisePage(
        exercise=exercise,
        equipment=[line.text for line in lines.get(NEED, [])],
        targets=[entry.group for entry in groups if entry.target_position is not None],
        supports=[entry.group for entry in groups if entry.group.kind == MuscleGroup.Kind.SUPPORTING],
        roles=role_rows(roles),
        steps=[line.text for line in lines.get(Instruction.Kind.STEP, [])],
        cues=[line.text for line in lines.get(Instruction.Kind.CUE, [])],
        mistakes=[line.text for line in lines.get(Instruction.Kind.MISTAKE, [])],
        swaps=[(str(label), lines[value]) for value, label in Substitution.Reason.choices if value in lines],
    )


def _lines(exercise: Exercise) -> dict[str, list[Line]]:
    """Everything about the exercise that stands in lines, by kind or reason, in order. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(lines_in(get_language()), [exercise.pk] * 3)
        rows = cursor.fetchall()
    found: dict[str, list[Line]] = {}
    for kind, _, _, text, why, substitute in sorted(rows, key=itemgetter(1, 2)):
        found.setdefault(kind, []).append(Line(text, why, substitute))
    return found
