"""content/exercises/<slug>.toml: an exercise with all that hangs on it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from pathlib import Path

from workouts.catalogue.content.anatomy import EquipmentKind, MuscleGroupKind, MuscleKind
from workouts.catalogue.content.children import INSTRUCTIONS, write_children
from workouts.catalogue.models import Exercise, ExerciseAlias
from workouts.shared.content import (
    ContentError,
    Entry,
    Kind,
    Left,
    Pending,
    Present,
    Shape,
    Table,
    checked,
    lines,
    number,
    plain,
)

TEXTS = ("slug", "name", "summary", "pattern", "rep_style", "load_mode", "load_type", "mechanics")
NOTES = ("also_works", "note", "volume_note")
PLAIN = ("position", "retired", "max_rise_percent")
STEPS = ("step_kg", "step_lb")


class ExerciseKind(Kind[Exercise]):
    name = "exercise"

    def read(self, folder: Path) -> list[Entry]:
        names = sorted(f"exercises/{path.name}" for path in (folder / "exercises").glob("*.toml"))
        entries = [_entry(Table.of_file(folder, name)) for name in names]
        taken: dict[str, str] = {}
        for entry in entries:
            for alias in entry.shape["aliases"]:
                other = taken.setdefault(alias.lower(), entry.place)
                if other != entry.place:
                    raise ContentError(entry.place, f'the alias "{alias}" is in {other} too. Remove one of them.')
        return entries

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield from ((EquipmentKind.name, slug) for slug in shape["equipment"])
        yield from ((MuscleGroupKind.name, slug) for slug in chain(shape["targets"], shape["volume"]))
        yield from ((MuscleKind.name, role["muscle"]) for role in shape["role"])
        yield from ((self.name, s["exercise"]) for s in shape["substitution"] if s["exercise"])

    def names_taken(self, staying: list[Exercise]) -> set[str]:
        of_lifters = ExerciseAlias.objects.filter(exercise__owner__isnull=False).values_list("name", flat=True)
        return {name.lower() for name in chain(of_lifters, (a.name for row in staying for a in row.aliases.all()))}

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        groups, muscles = present[MuscleGroupKind.name], present[MuscleKind.name]
        rest = {
            **shape,
            "equipment": [slug for slug in shape["equipment"] if slug in present[EquipmentKind.name]],
            "targets": [slug for slug in shape["targets"] if slug in groups],
            "volume": {slug: weight for slug, weight in shape["volume"].items() if slug in groups},
            "role": [role for role in shape["role"] if role["muscle"] in muscles],
            "substitution": [
                {**s, "exercise": s["exercise"] if s["exercise"] in present[self.name] else ""}
                for s in shape["substitution"]
            ],
            "aliases": [alias for alias in shape["aliases"] if alias.lower() not in taken],
        }
        if rest == shape:
            return None
        parts = ", ".join(key for key in rest if rest[key] != shape[key])
        return Left(rest, f"loaded without what an admin deleted, or without names given to another ({parts}).")

    def rows(self) -> Iterable[Exercise]:
        return Exercise.objects.site().prefetch_related(
            "equipment",
            "groups__group",
            "roles__muscle",
            "instructions",
            "substitutions__substitute",
            "aliases",
        )

    def shape(self, row: Exercise) -> Shape:
        groups = list(row.groups.all())
        targets = sorted((g.target_position, g.group.slug) for g in groups if g.target_position is not None)
        told = {
            key: [lines(line.text) for line in row.instructions.all() if line.kind == kind]
            for key, kind in INSTRUCTIONS.items()
        }
        return {
            **{field: lines(getattr(row, field)) for field in (*TEXTS, *NOTES)},
            **{field: getattr(row, field) for field in PLAIN},
            **{field: plain(getattr(row, field)) for field in STEPS},
            "equipment": sorted(e.slug for e in row.equipment.all()),
            "targets": [slug for _, slug in targets],
            "volume": {g.group.slug: plain(g.volume_weight) for g in groups if g.volume_weight},
            "role": sorted(
                ({"muscle": r.muscle.slug, "role": r.role, "note": r.note} for r in row.roles.all()),
                key=itemgetter("muscle"),
            ),
            "substitution": [
                {
                    "reason": s.reason,
                    "exercise": s.substitute.slug if s.substitute else "",
                    "text": s.text,
                    "why": s.why,
                }
                for s in row.substitutions.all()
            ],
            "aliases": sorted((alias.name for alias in row.aliases.all()), key=str.lower),
            **told,
        }

    def blank(self) -> Exercise:
        return Exercise()

    def write(self, pending: Pending[Exercise]) -> None:
        for entry, row in pending:
            for field in (*TEXTS, *NOTES, *PLAIN):
                setattr(row, field, entry.shape[field])
            for field in STEPS:
                setattr(row, field, number(entry.shape[field]))
            checked(entry, row)
            row.save()
        # Substitutions name exercises that may be new as well, so children come after all the rows.
        write_children(pending)


def _entry(table: Table) -> Entry:
    shape: Shape = {
        **table.texts(*TEXTS, *NOTES),
        "position": table.number("position"),
        "retired": False,
        "max_rise_percent": table.number("max_rise_percent"),
        **{key: plain(table.decimal(key)) for key in STEPS},
        "equipment": sorted(table.list_of_text("equipment")),
        "targets": table.list_of_text("targets"),
        "volume": {slug: plain(weight) for slug, weight in table.weights("volume").items() if weight},
        "aliases": sorted(table.list_of_text("aliases"), key=str.lower),
        **{key: table.list_of_text(key) for key in INSTRUCTIONS},
    }
    shape["role"] = sorted(
        (_parts(t, "muscle", "role", "note") for t in table.tables("role")), key=itemgetter("muscle")
    )
    shape["substitution"] = [_parts(t, "reason", "exercise", "text", "why") for t in table.tables("substitution")]
    table.end()
    _sound(table, shape)
    return Entry(shape["slug"], table.place, shape)


def _sound(table: Table, shape: Shape) -> None:
    """Raises ContentError for what the database would refuse of the children."""
    once = {
        "equipment": shape["equipment"],
        "targets": shape["targets"],
        "role": [role["muscle"] for role in shape["role"]],
        "aliases": [alias.lower() for alias in shape["aliases"]],
    }
    for key, named in once.items():
        for twice in sorted({name for name in named if named.count(name) > 1}):
            raise table.error(f'"{key}" names {twice} twice. Keep one of them.')
    for slug, weight in shape["volume"].items():
        if not 0 <= Decimal(weight) <= 1:
            raise table.error(f"a set counts from 0 to 1 for {slug}, not {weight}. Correct it under [volume].")
    if any(told["exercise"] == shape["slug"] for told in shape["substitution"]):
        raise table.error("a substitution names the exercise itself. Name another, or leave its exercise empty.")


def _parts(table: Table, *keys: str) -> dict[str, str]:
    parts = table.texts(*keys)
    table.end()
    return parts
