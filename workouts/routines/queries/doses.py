"""A routine with its doses, the rest it takes, and one exercise's place in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, ExerciseGroup, MuscleGroup, RepStyle
from workouts.routines.models import Prescription, Routine

# The routine the site is about; its page is what navigation calls "Routine".
GUIDE_ROUTINE = "leg-day"


def clock(seconds: int) -> str:
    """A length of time as people read it on a timer: 75 is "1:15"."""
    return f"{seconds // 60}:{seconds % 60:02}"


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise of a routine with its dose, as components/routine_row.html shows it."""

    number: int
    prescription: Prescription
    groups: list[MuscleGroup]

    @property
    def exercise(self) -> Exercise:
        return self.prescription.exercise

    @property
    def group(self) -> str:
        """The slug of the group that leads."""
        return self.groups[0].slug if self.groups else "core"

    @property
    def unit(self) -> str:
        """What the range counts, where it is not plain reps."""
        style = self.prescription.rep_style
        return {RepStyle.STEPS: _("steps"), RepStyle.PER_SIDE: _("per side"), RepStyle.SECONDS: _("s")}.get(
            RepStyle(style), ""
        )

    @property
    def range(self) -> str:
        """ "8–10", or "20" where both ends are the same."""
        low, high = self.prescription.low, self.prescription.high
        return str(low) if low == high else f"{low}–{high}"

    @property
    def each_leg(self) -> int | None:
        """Steps of one leg: 20 steps are 10 each leg."""
        return self.prescription.low // 2 if self.prescription.rep_style == RepStyle.STEPS else None

    @property
    def rest(self) -> str:
        return clock(self.prescription.rest_seconds)


@dataclass(frozen=True, slots=True)
class RoutinePage:
    """A routine of the site with its rows in order."""

    routine: Routine
    rows: list[Row]

    @property
    def total_sets(self) -> int:
        return sum(row.prescription.sets for row in self.rows)

    @property
    def rests(self) -> int:
        """Rests between sets; none follows the last: 17 sets make 16 rests."""
        return max(self.total_sets - 1, 0)

    @property
    def rest_seconds(self) -> int:
        seconds = sum(row.prescription.sets * row.prescription.rest_seconds for row in self.rows)
        return seconds - self.rows[-1].prescription.rest_seconds if self.rows else 0

    @property
    def rest_minutes(self) -> int:
        """Rounded to whole minutes, half a minute up."""
        return (self.rest_seconds + 30) // 60

    @property
    def volume_notes(self) -> list[Exercise]:
        """The exercises where the guide's targets and the count differ."""
        return [row.exercise for row in self.rows if row.exercise.volume_note]


def _rows(prescriptions: Iterable[Prescription]) -> list[Row]:
    return [
        Row(
            number,
            entry,
            [link.group for link in entry.exercise.groups.all() if link.target_position is not None],
        )
        for number, entry in enumerate(prescriptions, 1)
    ]


def _doses() -> "Prefetch[str]":
    groups = Prefetch("exercise__groups", ExerciseGroup.objects.select_related("group"))
    return Prefetch("prescriptions", Prescription.objects.select_related("exercise").prefetch_related(groups))


def routine_page(slug: str) -> RoutinePage | None:
    """A routine of the site, or None. Three statements."""
    routine = Routine.objects.site().filter(slug=slug).prefetch_related(_doses()).first()
    return RoutinePage(routine, _rows(routine.prescriptions.all())) if routine else None


def all_routines() -> list[RoutinePage]:
    """The routines of the site. Three statements."""
    routines = Routine.objects.site().prefetch_related(_doses())
    return [RoutinePage(routine, _rows(routine.prescriptions.all())) for routine in routines]


@dataclass(frozen=True, slots=True)
class Dose:
    """The dose of an exercise in the guide's routine, and its neighbours there."""

    row: Row
    count: int
    before: Exercise | None
    after: Exercise | None


def dose_of(exercise: Exercise) -> Dose | None:
    """The exercise's place in the guide's routine; None where it does not stand in it. One statement."""
    guide = Prescription.objects.filter(routine__owner=None, routine__slug=GUIDE_ROUTINE)
    entries = list(guide.select_related("exercise"))
    place = next((n for n, entry in enumerate(entries) if entry.exercise_id == exercise.pk), None)
    if place is None:
        return None
    return Dose(
        row=Row(place + 1, entries[place], []),
        count=len(entries),
        before=entries[place - 1].exercise if place else None,
        after=entries[place + 1].exercise if place + 1 < len(entries) else None,
    )
