"""The product as it is served, gunicorn with threads on a file, because phones push while pages load; and what stands
in its database, read past the product."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.gym.people import Person

SETS = """
    SELECT {what} FROM workouts_loggedset AS s
    JOIN workouts_performedexercise AS e ON e.id = s.performed_id
    JOIN workouts_workout AS w ON w.id = e.workout_id
    JOIN workouts_exercise AS x ON x.id = e.exercise_id
    WHERE s.owner_id = ? AND w.uid = ? AND s.deleted_at IS NULL
"""


@dataclass
class Served:
    """An address, the folder with the database behind it, and lifters nobody has used yet."""

    url: str
    port: int
    folder: Path
    people: Iterator[Person]

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.folder / "legday.sqlite3", timeout=30)) as file:
            return file.execute(statement, values).fetchall()

    def change(self, statement: str, *values: Any) -> None:
        """Behind the product's back: what an operator or the passing of time does."""
        with closing(sqlite3.connect(self.folder / "legday.sqlite3", timeout=30)) as file, file:
            file.execute(statement, values)

    def sets(self, person: Person, workout: str) -> int:
        """Live sets of one workout."""
        return int(self.ask(SETS.format(what="count(*)"), person.key, hexadecimal(workout))[0][0])

    def logged(self, person: Person, workout: str) -> list[tuple[str, int, str, int]]:
        """Exercise, position, weight as typed, reps: in the order of the workout."""
        what = SETS.format(what="x.slug, s.position, s.weight_text, s.reps") + "ORDER BY e.position, s.position"
        return self.ask(what, person.key, hexadecimal(workout))

    def workouts(self, person: Person) -> list[str]:
        """Ids of what was begun on a device or in a form, newest last; histories were imported."""
        imported = "SELECT m.uid FROM workouts_mutation AS m WHERE m.owner_id = w.owner_id AND m.source = 'import'"
        asked = f"""
            SELECT w.uid FROM workouts_workout AS w WHERE w.owner_id = ? AND w.deleted_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM workouts_change AS c JOIN workouts_mutation AS m ON m.id = c.mutation_id
              WHERE c.owner_id = w.owner_id AND c.row = w.uid AND m.uid IN ({imported}))
            ORDER BY w.id"""  # noqa: S608  # nothing in it is anybody's
        return [str(uuid.UUID(hex=uid)) for (uid,) in self.ask(asked, person.key)]

    def all_sets(self, person: Person) -> int:
        """Rows of hers, live or deleted."""
        return int(self.ask("SELECT count(*) FROM workouts_loggedset WHERE owner_id = ?", person.key)[0][0])


def hexadecimal(uid: str) -> str:
    """As SQLite keeps a UUID."""
    return uuid.UUID(uid).hex
