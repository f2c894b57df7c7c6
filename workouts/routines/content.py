"""content/routines/<slug>.toml: a routine with its prescriptions, in the order of the file."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from workouts.catalogue.content import ExerciseKind
from workouts.catalogue.models import Exercise
from workouts.routines.models import Prescription, Routine
from workouts.shared.content import Entry, Kind, Left, Pending, Present, Shape, Table, checked, lines, plain

TEXTS = ("slug", "name", "summary", "advice")
NUMBERS = ("sets", "low", "high", "rest_seconds")


class RoutineKind(Kind[Routine]):
    name = "routine"

    def read(self, folder: Path) -> list[Entry]:
        names = sorted(f"routines/{path.name}" for path in (folder / "routines").glob("*.toml"))
        return [_entry(Table.of_file(folder, name), position) for position, name in enumerate(names, 1)]

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield from ((ExerciseKind.name, dose["exercise"]) for dose in shape["prescription"])

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        kept = [dose for dose in shape["prescription"] if dose["exercise"] in present[ExerciseKind.name]]
        if kept == shape["prescription"]:
            return None
        return Left({**shape, "prescription": kept}, "loaded without the exercises that an admin deleted.")

    def rows(self) -> Iterable[Routine]:
        return Routine.objects.site().prefetch_related("prescriptions__exercise")

    def shape(self, row: Routine) -> Shape:
        return {
            **{field: lines(getattr(row, field)) for field in TEXTS},
            "position": row.position,
            "prescription": [_dose(dose) for dose in row.prescriptions.all()],
        }

    def blank(self) -> Routine:
        return Routine()

    def write(self, pending: Pending[Routine]) -> None:
        exercises = {row.slug: row for row in Exercise.objects.site()}
        for entry, row in pending:
            for field in (*TEXTS, "position"):
                setattr(row, field, entry.shape[field])
            checked(entry, row)
            row.save()
            Prescription.objects.filter(routine=row).delete()
            for position, told in enumerate(entry.shape["prescription"], 1):
                dose = Prescription(
                    routine=row,
                    position=position,
                    **{**told, "exercise": exercises[told["exercise"]], "target_rir": Decimal(told["target_rir"])},
                )
                checked(entry, dose)
                dose.save()


def _dose(dose: Prescription) -> Shape:
    """What a prescription says. The superset and the note stand here only where there is one: the files know
    neither, so that giving one in the admin is an edit."""
    only_here = {"superset": dose.superset, "note": lines(dose.note)}
    return {
        "exercise": dose.exercise.slug,
        **{field: getattr(dose, field) for field in NUMBERS},
        "rep_style": dose.rep_style,
        "target_rir": plain(dose.target_rir),
        **{field: value for field, value in only_here.items() if value},
    }


def _entry(table: Table, position: int) -> Entry:
    doses: list[Shape] = []
    shape: Shape = {**table.texts(*TEXTS), "position": position, "prescription": doses}
    for dose in table.tables("prescription"):
        doses.append(
            {
                **dose.texts("exercise", "rep_style"),
                **{field: dose.number(field) for field in NUMBERS},
                "target_rir": str(dose.number("target_rir")),
            }
        )
        dose.end()
    table.end()
    return Entry(shape["slug"], table.place, shape)
