"""Figures: what the actions keep is what the command computes, whatever was done in whatever order."""

import datetime
import random
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.log import actions
from workouts.log.actions import staging
from workouts.log.drafts import ExerciseDraft, SetDraft, SetEntry, Sheet, WorkoutDraft
from workouts.log.figures import KEPT, read_loads, read_picks
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, Workout
from workouts.routines.models import Routine
from workouts.science.units import Unit

pytestmark = pytest.mark.django_db
KG = 10**8 * 1000


def kept() -> list[tuple[Any, ...]]:
    return list(PerformedExercise.objects.live().order_by("pk").values_list("pk", *KEPT))


def draft(dice: random.Random, **fields: Any) -> SetDraft:
    unit = dice.choice([Unit.KG, Unit.KG, Unit.LB])
    weight = dice.choice([None, "60", "60", "62,5", "100.125", "0"])
    extra: dict[str, Any] = {"kind": dice.choice(list(SetKind)), "reps": dice.choice([0, 1, 5, 8, 10, 12, 13, 20])}
    extra |= dice.choice([{}, {}, {"rir": Decimal("1.5")}, {"rpe": Decimal(8)}, {"left": 8, "right": 7}])
    if dice.random() < 0.1:
        extra |= {"reps": None, "seconds": 45, "left": None, "right": None}
    if weight and dice.random() < 0.2:
        extra["load_mode"] = dice.choice([LoadMode.BODYWEIGHT_PLUS, LoadMode.ASSISTED])
    return factories.draft(weight=weight, unit=unit, **extra, **fields)


class Lifter:
    """Somebody who does anything at all with her log."""

    def __init__(self, user: User, routine: Routine, seed: int) -> None:
        self.user, self.routine, self.dice = user, routine, random.Random(seed)
        self.exercises = list(Exercise.objects.order_by("pk")[:6])
        self.imports: list[UUID] = []

    def act(self) -> None:
        doors: list[Callable[[], object]] = [
            self.start, self.add, self.record, self.record, self.edit, self.sheet, self.sheet, self.delete_set,
            self.remove, self.delete, self.restore, self.bring_in, self.undo,
        ]  # fmt: skip
        with suppress(actions.AlreadyBack):
            self.dice.choice(doors)()

    def _one(self, rows: Any) -> Any:
        found = list(rows.order_by("pk"))
        return self.dice.choice(found) if found else None

    def _performed(self) -> Any:
        rows = PerformedExercise.objects.of(self.user).live().select_related("workout", "exercise")
        return self._one(rows)

    def _day(self) -> datetime.date:
        return factories.TUESDAY - datetime.timedelta(days=self.dice.randrange(60))

    def start(self) -> None:
        routine = self.dice.choice([self.routine, None])
        actions.start_workout(by=self.user, day=self._day(), zone="UTC", routine=routine)

    def add(self) -> None:
        workout = self._one(Workout.objects.of(self.user).live())
        if workout:
            actions.add_exercise(by=self.user, workout=workout, exercise=self.dice.choice(self.exercises))

    def record(self) -> None:
        rows = PerformedExercise.objects.of(self.user).revealed().select_related("workout", "exercise")
        row = self._one(rows) if self.dice.random() < 0.2 else self._performed()
        if row:
            actions.record_set(by=self.user, performed=row, draft=draft(self.dice, position=self.dice.randrange(5)))

    def edit(self) -> None:
        logged = self._one(LoggedSet.objects.of(self.user).live().select_related("performed__workout"))
        if logged:
            actions.record_set(by=self.user, performed=logged.performed, draft=draft(self.dice), uid=logged.uid)

    def sheet(self) -> None:
        row = self._performed()
        if not row:
            return
        flags: dict[str, object] = {"pain": self.dice.random() < 0.3, "deload": self.dice.random() < 0.3}
        sets = [SetEntry(uid=uuid4(), performed=row.uid, draft=draft(self.dice, position=n)) for n in range(2)]
        sets += [SetEntry(uid=one.uid, performed=row.uid, draft=None) for one in row.logged_sets.all()[:1]]
        actions.save_sheet(
            by=self.user,
            workout=row.workout,
            sheet=Sheet(workout={"day": self._day()}, exercises={row.uid: flags}, sets=sets),
        )

    def delete_set(self) -> None:
        logged = self._one(LoggedSet.objects.of(self.user).live())
        if logged:
            actions.delete_set(by=self.user, logged=logged)

    def remove(self) -> None:
        row = self._performed()
        if row:
            actions.remove_exercise(by=self.user, performed=row)

    def delete(self) -> None:
        workout = self._one(Workout.objects.of(self.user).live())
        if workout:
            actions.delete_workout(by=self.user, workout=workout)

    def restore(self) -> None:
        workout = self._one(Workout.objects.of(self.user).exclude(deleted_at=None))
        if workout:
            actions.restore_workout(by=self.user, workout=workout)

    def bring_in(self) -> None:
        """Files that overlap: the same workouts with more sets in them, more exercises, or the same once more."""
        wanted = [self._imported(n) for n in range(self.dice.randrange(1, 4))]
        uid = uuid4()
        actions.import_workouts(by=self.user, drafts=wanted, request=uid)
        self.imports.append(uid)

    def _imported(self, n: int) -> WorkoutDraft:
        exercises = [
            ExerciseDraft(
                exercise=self.exercises[e],
                origin_key=f"w{n}.{e}",
                sets=[
                    draft(self.dice, position=s, origin_key=f"w{n}.{e}.{s}") for s in range(self.dice.randrange(1, 4))
                ],
            )
            for e in range(self.dice.randrange(1, 3))
        ]
        return WorkoutDraft(day=self._day(), zone="UTC", origin_key=f"w{n}", exercises=exercises)

    def undo(self) -> None:
        if self.imports:
            actions.undo_import(by=self.user, imported=self.imports.pop(self.dice.randrange(len(self.imports))))


@pytest.mark.parametrize("seed", range(6))
def test_what_the_actions_keep_is_what_the_command_computes(
    owner: User, leg_day: Routine, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(staging, "CHUNK", 3)
    monkeypatch.setattr(staging, "PAUSE", 0)
    lifter = Lifter(owner, leg_day, seed)
    for _round in range(8):
        for _step in range(10):
            lifter.act()
        before = kept()
        call_command("rebuild_figures", stdout=StringIO())
        assert before == kept()
    assert any(row[KEPT.index("work_sets") + 1] for row in before), "something was trained"


def test_the_figures_of_a_session_by_hand(owner: User) -> None:
    """Epley: 60 kg x 10 with 2 left is 84.0, grade C; 62.5 kg x 5 not logged is 72.92 at least, grade A."""
    squat = factories.exercise()
    sets = [
        factories.draft(weight="100", reps=3, kind=SetKind.WARMUP),
        factories.draft(weight="60", reps=10, rir=Decimal(2)),
        factories.draft(weight="62.5", reps=5),
        factories.draft(weight="45", unit=Unit.LB, reps=8),
    ]
    row = factories.performed(by=owner, exercise=squat, sets=sets)
    row.refresh_from_db()
    assert (row.day, row.work_sets, row.work_reps, row.work_seconds) == (factories.TUESDAY, 3, 23, 0)
    assert (row.volume_kg, row.volume_lb) == (912_500, 360_000)
    assert (row.top_load, row.top_reps) == (62_5 * KG // 10, 5)
    assert (row.epley, row.brzycki, row.wathan and row.wathan // KG) == (84 * KG, 86_4 * KG // 10, 84)
    best = read_picks(row.picks)["e"]
    assert (best.words, best.grade, best.at_least) == ("60 kg × 10", "C", False)
    assert {(at.weight, at.unit, at.reps) for at in read_loads(row.loads)} == {
        ("60", "kg", 10), ("62.5", "kg", 5), ("45", "lb", 8),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("style", "fields", "reps", "sides"),
    [
        (RepStyle.STEPS, {"reps": 20}, 20, (None, None)),
        (RepStyle.PER_SIDE, {"reps": 8}, 16, (None, None)),
        (RepStyle.PER_SIDE, {"reps": None, "left": 8, "right": 6}, 14, (8, 6)),
    ],
)
def test_both_sides_count_as_volume(
    owner: User, style: RepStyle, fields: dict[str, Any], reps: int, sides: tuple[int | None, int | None]
) -> None:
    lunge = factories.exercise(rep_style=style)
    row = factories.performed(by=owner, exercise=lunge, sets=[factories.draft(weight="10", **fields)])
    row.refresh_from_db()
    assert (row.work_reps, row.volume_kg, (row.left_reps, row.right_reps)) == (reps, 10_000 * reps, sides)
    assert row.epley is None


def test_the_longest_hold_that_a_log_takes_has_its_figures(owner: User) -> None:
    hold = factories.exercise(rep_style=RepStyle.SECONDS)
    longest = factories.draft(weight="10", reps=None, seconds=86_400)
    row = factories.performed(by=owner, exercise=hold, sets=[longest] * 20)
    row.refresh_from_db()
    assert (row.top_reps, row.longest, row.work_seconds) == (86_400, 86_400, 20 * 86_400)


def test_rows_that_were_never_computed_are_found(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()])
    other = factories.performed(by=owner, exercise=factories.exercise(slug="b"), sets=[factories.draft()])
    PerformedExercise.objects.filter(pk=row.pk).update(day=None, work_sets=0)
    PerformedExercise.objects.filter(pk=other.pk).update(work_sets=99)
    call_command("rebuild_figures", "--missing", stdout=StringIO())
    assert list(PerformedExercise.objects.order_by("pk").values_list("work_sets", flat=True)) == [1, 99]


def test_a_set_costs_two_statements_more_for_its_figures(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()])
    with CaptureQueriesContext(connection) as seen:
        actions.record_set(by=owner, performed=row, draft=factories.draft(position=2), request=uuid4())
    asked = [each["sql"] for each in seen.captured_queries if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 9
    assert sum("picks" in sql and "UPDATE" in sql for sql in asked) == 1
