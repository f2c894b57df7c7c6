"""The list of workouts, and the deleted ones."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db.models import Count

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.shared.language.translated import said

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A workout of the list: the names of its exercises in order, and how many working sets it holds."""

    workout: Workout
    exercises: list[str] = field(default_factory=list)
    sets: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of a page that fall into one month, newest first."""

    first: datetime.date
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    months: list[Month]
    page: Page[Workout]


def history_page(user: User, number: str | None, *, deleted: bool = False) -> HistoryPage:
    """A page of 20 workouts by day, or of deleted ones by when they were deleted. An odd number is the first or last
    page. Four statements."""
    rows = Workout.objects.of(user).revealed()
    found = rows.exclude(deleted_at=None).order_by("-deleted_at", "-pk") if deleted else rows.live().order_by(*NEWEST)
    page = Paginator(found, PER_PAGE).get_page(number)
    return HistoryPage(_by_month(entries_of(list(page.object_list), deleted=deleted)), page)


NEWEST = ("-day", "-pk")


def entries_of(workouts: Sequence[Workout], *, deleted: bool = False) -> list[Entry]:
    """The workouts with what is told of them in lists. Two statements."""
    # Hers, for the workouts are. Named too, the owner would be the index that SQLite takes: all sets of ten years.
    exercises = PerformedExercise.objects.filter(workout__in=workouts)
    sets = LoggedSet.objects.working().filter(performed__workout__in=workouts)
    if not deleted:
        exercises, sets = exercises.live(), sets.live()
    names: dict[int, list[str]] = {}
    for workout, name in exercises.order_by("position", "pk").values_list("workout", said("exercise__name")):
        names.setdefault(workout, []).append(name)
    counted = sets.order_by().values_list("performed__workout").annotate(n=Count("pk"))
    numbers: dict[int, int] = dict(counted)
    return [Entry(each, names.get(each.pk, []), numbers.get(each.pk, 0)) for each in workouts]


def _by_month(entries: list[Entry]) -> list[Month]:
    months: list[Month] = []
    for entry in entries:
        first = entry.workout.day.replace(day=1)
        if not months or months[-1].first != first:
            months.append(Month(first, []))
        months[-1].entries.append(entry)
    return months
