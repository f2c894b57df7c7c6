"""content/muscles.toml and content/equipment.toml."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from workouts.catalogue.models import Equipment, Muscle, MuscleGroup
from workouts.shared.content import Entry, Kind, Left, Pending, Present, Shape, Table, checked, lines

GROUP_TEXTS = ("slug", "name", "kind", "place", "actions", "summary")
MUSCLE_TEXTS = ("slug", "name", "lay_name", "place", "actions", "note")


class MuscleGroupKind(Kind[MuscleGroup]):
    name = "muscle group"

    def read(self, folder: Path) -> list[Entry]:
        file = Table.of_file(folder, "muscles.toml")
        entries = []
        for position, table in enumerate(file.tables("group"), 1):
            shape: Shape = {**table.texts(*GROUP_TEXTS), "position": position}
            table.end()
            entries.append(Entry(shape["slug"], table.place, shape))
        file.tables("muscle")
        file.end()
        return entries

    def rows(self) -> Iterable[MuscleGroup]:
        return MuscleGroup.objects.all()

    def shape(self, row: MuscleGroup) -> Shape:
        return {**{field: lines(getattr(row, field)) for field in GROUP_TEXTS}, "position": row.position}

    def blank(self) -> MuscleGroup:
        return MuscleGroup()

    def write(self, pending: Pending[MuscleGroup]) -> None:
        for entry, row in pending:
            for field, value in entry.shape.items():
                setattr(row, field, value)
            checked(entry, row)
            row.save()


class MuscleKind(Kind[Muscle]):
    name = "muscle"

    def read(self, folder: Path) -> list[Entry]:
        entries = []
        for position, table in enumerate(Table.of_file(folder, "muscles.toml").tables("muscle"), 1):
            shape: Shape = {
                **table.texts(*MUSCLE_TEXTS, "group"),
                "deep": table.flag("deep"),
                "position": position,
            }
            table.end()
            entries.append(Entry(shape["slug"], table.place, shape))
        return entries

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield MuscleGroupKind.name, shape["group"]

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        if shape["group"] in present[MuscleGroupKind.name]:
            return None
        return Left(None, f"its group {shape['group']} is not in the database; not loaded.")

    def rows(self) -> Iterable[Muscle]:
        return Muscle.objects.select_related("group")

    def shape(self, row: Muscle) -> Shape:
        return {
            **{field: lines(getattr(row, field)) for field in MUSCLE_TEXTS},
            "group": row.group.slug,
            "deep": row.deep,
            "position": row.position,
        }

    def blank(self) -> Muscle:
        return Muscle()

    def write(self, pending: Pending[Muscle]) -> None:
        groups = {group.slug: group for group in MuscleGroup.objects.all()}
        for entry, row in pending:
            for field, value in entry.shape.items():
                setattr(row, field, groups[value] if field == "group" else value)
            checked(entry, row)
            row.save()


class EquipmentKind(Kind[Equipment]):
    name = "equipment"

    def read(self, folder: Path) -> list[Entry]:
        file = Table.of_file(folder, "equipment.toml")
        entries = []
        for position, table in enumerate(file.tables("equipment"), 1):
            shape: Shape = {**table.texts("slug", "name"), "position": position}
            table.end()
            entries.append(Entry(shape["slug"], table.place, shape))
        file.end()
        return entries

    def rows(self) -> Iterable[Equipment]:
        return Equipment.objects.all()

    def shape(self, row: Equipment) -> Shape:
        return {"slug": row.slug, "name": row.name, "position": row.position}

    def blank(self) -> Equipment:
        return Equipment()

    def write(self, pending: Pending[Equipment]) -> None:
        for entry, row in pending:
            row.slug, row.name, row.position = entry.key, entry.shape["name"], entry.shape["position"]
            checked(entry, row)
            row.save()
