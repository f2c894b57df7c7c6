"""A routine on paper: what stands beside the blank cells of each exercise."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.catalogue.models import Instruction, RepStyle
from workouts.routines.models import Prescription
from workouts.routines.queries.doses import RoutinePage, Row, routine_page

# More would push the exercises onto a second sheet.
MOST_CUES = 2


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """An exercise on the sheet: its dose, the slug of the group that leads, and what to think of while lifting."""

    dose: Row
    lead: str
    cues: list[str]

    @property
    def sets(self) -> range:
        """The numbers of its sets, from 1."""
        return range(1, self.dose.prescription.sets + 1)

    @property
    def counted(self) -> list[str]:
        """The heads of the cells for what is counted: one leg at a time has two."""
        return {
            RepStyle.STEPS: [_("Steps")],
            RepStyle.PER_SIDE: [_("Left"), _("Right")],
            RepStyle.SECONDS: [_("Seconds")],
        }.get(RepStyle(self.dose.prescription.rep_style), [_("Reps")])


def printed_routine(slug: str) -> tuple[RoutinePage, list[PrintedRow]] | None:
    """A routine of the site with its rows as printed, or None. Four statements."""
    page = routine_page(slug)
    if page is None:
        return None
    cues = _cues(row.prescription for row in page.rows)
    return page, [PrintedRow(row, row.group, cues.get(row.exercise.pk, [])) for row in page.rows]


def printed_rows(doses: Iterable[Prescription]) -> list[PrintedRow]:
    """Doses in order, each with its exercise loaded and with `lead`, the slug of the group that leads it. One
    statement."""
    doses = list(doses)
    cues = _cues(doses)
    return [
        PrintedRow(Row(number, dose, []), getattr(dose, "lead", "") or "core", cues.get(dose.exercise_id, []))
        for number, dose in enumerate(doses, 1)
    ]


def _cues(doses: Iterable[Prescription]) -> dict[int, list[str]]:
    """The first cues of each exercise."""
    rows = Instruction.objects.filter(
        kind=Instruction.Kind.CUE, exercise__in={dose.exercise_id for dose in doses}
    ).order_by("position", "pk")
    found: dict[int, list[str]] = {}
    for row in rows:
        cues = found.setdefault(row.exercise_id, [])
        if len(cues) < MOST_CUES:
            cues.append(row.text)
    return found
