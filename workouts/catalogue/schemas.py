"""The shapes of the catalogue in the API."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field, WithJsonSchema

from workouts.catalogue.models import Exercise, Instruction, LoadMode, MuscleGroup, MuscleRole, RepStyle
from workouts.shared.api import Asked, Slug

# By their values: both are called Kind, and the description knows one shape of a name.
LineKind = Annotated[Instruction.Kind, WithJsonSchema({"type": "string", "enum": Instruction.Kind.values})]
GroupKind = Annotated[MuscleGroup.Kind, WithJsonSchema({"type": "string", "enum": MuscleGroup.Kind.values})]


class ExercisesAsked(Asked):
    """The filters of the exercises; with several, all of them hold."""

    group: Slug | None = Field(None, description="A muscle group or a muscle that it trains, such as `glutes`.")
    equipment: Slug | None = Field(None, description="What it needs, such as `barbell`.")
    pattern: Slug | None = Field(None, description="The movement pattern, such as `hinge`.")
    own: bool | None = Field(None, description="Only your own (`true`), or only the site's (`false`).")


class ExerciseOut(Schema):
    """An exercise of the site, or one of your own. `groups` are those it is done for, the leading one first."""

    slug: str
    name: str
    summary: str
    own: bool
    retired: bool
    pattern: Exercise.Pattern
    rep_style: RepStyle
    load_mode: LoadMode
    load_type: Exercise.LoadType
    mechanics: Exercise.Mechanics
    groups: list[str]
    equipment: list[str]

    @classmethod
    def fields_of(cls, row: Any) -> dict[str, Any]:
        """Of a row with `targets` and its equipment fetched."""
        plain = ("slug", "name", "summary", "retired", "pattern", "rep_style", "load_mode", "load_type", "mechanics")
        return {name: getattr(row, name) for name in plain} | {
            "own": row.owner_id is not None,
            "groups": [link.group.slug for link in row.targets],
            "equipment": [each.slug for each in row.equipment.all()],
        }


class ExercisesOut(Schema):
    items: list[ExerciseOut]
    next: str | None = Field(description="The cursor of the next page, `null` on the last one.")


class RoleOut(Schema):
    """What one muscle does in the exercise."""

    muscle: str
    role: MuscleRole.Role


class LineOut(Schema):
    """A line of how the exercise is done."""

    kind: LineKind
    text: str


class SwapOut(Schema):
    """What to do instead, and why. `substitute` is the slug of an exercise, if it is one."""

    reason: str
    text: str
    why: str
    substitute: str | None


class ExerciseWhole(ExerciseOut):
    """An exercise, and how it is done."""

    also_works: str
    note: str
    muscles: list[RoleOut]
    instructions: list[LineOut]
    substitutions: list[SwapOut]


class MuscleOut(Schema):
    slug: str
    name: str
    lay_name: str
    place: str
    actions: str
    deep: Annotated[bool, Field(description="Lies under another muscle.")]


class GroupOut(Schema):
    """A muscle group with its muscles. A supporting group has none."""

    slug: str
    name: str
    kind: GroupKind
    place: str
    actions: str
    summary: str
    muscles: list[MuscleOut]


class GroupsOut(Schema):
    items: list[GroupOut]
