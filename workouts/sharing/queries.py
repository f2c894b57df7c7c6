"""What stands on the picture of a routine or an exercise."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.catalogue.models import MuscleGroup
from workouts.catalogue.queries import ExercisePage, exercise_page
from workouts.routines.queries import RoutinePage, routine_page

# More lines than these do not fit beside the drawing.
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line under the name: its disc's group, the number on the disc or nothing, what it says, and its dose or
    nothing."""

    group: str
    number: str
    text: str
    dose: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a picture shows. `kind` and `slug` say of what; `states` are those of components/legs.html."""

    kind: str
    slug: str
    name: str
    caption: str
    lines: tuple[Line, ...]
    states: tuple[tuple[str, str], ...]


def card_of(page: ExercisePage | RoutinePage) -> Card:
    """The picture of a page that is at hand: no statement."""
    return _of_routine(page) if isinstance(page, RoutinePage) else _of_exercise(page)


def card(kind: str, slug: str) -> Card | None:
    """The picture of a routine or an exercise of the site, or None. Four statements at most."""
    page = routine_page(slug) if kind == "routines" else exercise_page(slug)
    return card_of(page) if page else None


def _of_exercise(page: ExercisePage) -> Card:
    return Card(
        kind="exercises",
        slug=page.exercise.slug,
        name=page.exercise.name,
        caption=page.exercise.get_pattern_display(),
        lines=tuple(Line(group.slug, "", group.name) for group in page.targets[:MOST_LINES]),
        states=tuple(sorted(page.legs.items())),
    )


def _of_routine(page: RoutinePage) -> Card:
    sets = ngettext("%(count)d working set", "%(count)d working sets", page.total_sets) % {"count": page.total_sets}
    minutes = _("%(minutes)d min of rest") % {"minutes": page.rest_minutes}
    lines = [
        Line(row.group, str(row.number), row.exercise.name, f"{row.prescription.sets} × {row.range}")
        for row in page.rows[:MOST_LINES]
    ]
    return Card(
        kind="routines",
        slug=page.routine.slug,
        name=page.routine.name,
        caption=f"{sets}, {minutes}",
        lines=tuple(lines),
        states=tuple((slug, "is-lead") for slug in _trained(row.groups for row in page.rows)),
    )


def _trained(each: Iterable[list[MuscleGroup]]) -> list[str]:
    """The groups that lead or help somewhere in the routine."""
    return sorted({group.slug for groups in each for group in groups})
