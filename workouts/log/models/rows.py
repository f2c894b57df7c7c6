"""The rows a lifter makes: workouts, exercises as performed, sets, sticky notes. Written by `log/actions` only."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise, LoadMode
from workouts.log.models.figures import FigureFields
from workouts.log.models.limits import set_constraints, workout_constraints
from workouts.routines.models import DoseFields, Routine, dose_constraints
from workouts.science.units import Unit

if TYPE_CHECKING:
    from workouts.accounts.models import User


# When what an unfinished import has laid down was "deleted" (log/actions/staging.py).
STAGED_AT = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class SyncedQuerySet(models.QuerySet[Any]):
    """What all rows of the log can be asked. A live row's workout is live too: deletion reaches the children."""

    def of(self, user: "User") -> Self:
        return self.filter(owner=user)

    def live(self) -> Self:
        return self.filter(deleted_at=None)

    def revealed(self) -> Self:
        """Live rows and deleted ones, without what an unfinished import has laid down."""
        return self.exclude(deleted_at=STAGED_AT)


class SyncedRow(models.Model):
    """A row with an id made where it was typed: a UUIDv7 that is opaque here and unique per owner, so that an
    export read into another account collides with nobody."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="+", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"))
    # The identity of an imported row in its file, so that a second import of the file adds nothing.
    origin_key = models.CharField(max_length=40, blank=True)
    # A tombstone keeps its id. `deleted_by` is the mutation that laid it: a restore brings back what that took.
    deleted_at = models.DateTimeField(null=True, blank=True)
    deleted_by = models.UUIDField(null=True, blank=True)

    class Meta:
        abstract = True


def synced_constraints(name: str) -> list[models.BaseConstraint]:
    """Identity per owner, and one live row for each row of an imported file."""
    return [
        models.UniqueConstraint(fields=["owner", "uid"], name=f"{name}_uid_once"),
        models.UniqueConstraint(
            fields=["owner", "origin_key"],
            condition=Q(deleted_at=None) & ~Q(origin_key=""),
            name=f"{name}_origin_once",
        ),
    ]


class Workout(SyncedRow):
    """One session. `day` is the local date where it was done: midnight, daylight saving and travel never move it."""

    day = models.DateField(_("day"))
    zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    # Minutes east of UTC at the start: what the wall clock said stays readable if a zone's rules change.
    utc_offset = models.SmallIntegerField(null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    routine = models.ForeignKey(
        Routine, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("routine")
    )
    title = models.CharField(_("title"), max_length=120, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    objects = SyncedQuerySet.as_manager()

    class Meta:
        verbose_name = _("workout")
        verbose_name_plural = _("workouts")
        constraints = [*synced_constraints("workout"), *workout_constraints()]
        indexes = [
            models.Index(
                F("owner"),
                F("day").desc(),
                F("id").desc(),
                name="workout_by_day",
                condition=Q(deleted_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("training:workout", args=[self.uid])


class PerformedExercise(SyncedRow, DoseFields, FigureFields):
    """An exercise as performed in a workout, with its prescription as it stood when the workout began: editing
    a routine never rewrites history. Imported ones have `prescribed` off: nobody knows what was planned."""

    workout = models.ForeignKey(Workout, models.CASCADE, related_name="exercises")
    exercise = models.ForeignKey(Exercise, models.RESTRICT, related_name="performed", verbose_name=_("exercise"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    superset = models.PositiveSmallIntegerField(_("superset"), null=True, blank=True)
    prescribed = models.BooleanField(_("prescribed"), default=True)
    pain = models.BooleanField(_("it hurt"), default=False)
    deload = models.BooleanField(_("deload"), default=False)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    objects = SyncedQuerySet.as_manager()

    class Meta:
        verbose_name = _("exercise as performed")
        verbose_name_plural = _("exercises as performed")
        ordering = ["position", "pk"]
        constraints = [*synced_constraints("performed"), *dose_constraints("performed")]
        indexes = [
            models.Index(
                fields=["owner", "exercise", "day"],
                name="performed_by_day",
                condition=Q(deleted_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.workout_id}: {self.exercise_id}"


class SetKind(models.TextChoices):
    """Warm-ups never count. Drop and failure sets are working sets with a word on how they were done."""

    WARMUP = "warmup", _("Warm-up")
    WORKING = "working", _("Working")
    DROP = "drop", _("Drop")
    FAILURE = "failure", _("To failure")


# A hold counts as a set from here on.
HOLD_SECONDS = 20


class SetQuerySet(SyncedQuerySet):
    def working(self) -> Self:
        """All but warm-ups."""
        return self.exclude(kind=SetKind.WARMUP)

    def completed(self) -> Self:
        """A repetition at least, of either side, or a hold of 20 seconds: training-science 4.2 and 6.3, wall sit."""
        return self.filter(Q(reps__gte=1) | Q(left__gte=1) | Q(right__gte=1) | Q(seconds__gte=HOLD_SECONDS))

    def for_exercise(self, exercise: Exercise) -> Self:
        return self.filter(performed__exercise=exercise)


class LoggedSet(SyncedRow):
    """One set that was done.

    `weight_text` is what was typed, `weight` its decimal (3 places), `unit` its unit: none of them is ever
    converted. Dumbbells are logged per hand. `reps` holds reps, reps per side (one number for both) or steps,
    as the exercise's rep style says; `left` and `right` each side's own, where given. RIR or RPE as typed.
    """

    UNITS = [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")]

    performed = models.ForeignKey(PerformedExercise, models.CASCADE, related_name="logged_sets")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=7, choices=SetKind.choices, default=SetKind.WORKING)
    load_mode = models.CharField(_("load mode"), max_length=16, choices=LoadMode.choices, default=LoadMode.EXTERNAL)
    weight_text = models.CharField(_("weight as typed"), max_length=24, blank=True)
    weight = models.DecimalField(_("weight"), max_digits=7, decimal_places=3, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=2, choices=UNITS, default=Unit.KG.value)
    reps = models.PositiveSmallIntegerField(_("reps"), null=True, blank=True)
    left = models.PositiveSmallIntegerField(_("left"), null=True, blank=True)
    right = models.PositiveSmallIntegerField(_("right"), null=True, blank=True)
    seconds = models.PositiveIntegerField(_("seconds"), null=True, blank=True)
    rir = models.DecimalField(_("reps in reserve"), max_digits=3, decimal_places=1, null=True, blank=True)
    rpe = models.DecimalField(_("RPE"), max_digits=3, decimal_places=1, null=True, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)

    objects = SetQuerySet.as_manager()

    class Meta:
        verbose_name = _("set")
        verbose_name_plural = _("sets")
        ordering = ["position", "pk"]
        constraints = [*synced_constraints("set"), *set_constraints()]

    def __str__(self) -> str:
        return f"{self.weight_text} {self.unit} x {self.reps}"


class StickyNote(SyncedRow):
    """Seat, foot place, grip: one lifter's standing note on one exercise, shown at the set."""

    exercise = models.ForeignKey(Exercise, models.RESTRICT, related_name="+", verbose_name=_("exercise"))
    text = models.TextField(_("text"), max_length=2000)

    objects = SyncedQuerySet.as_manager()

    class Meta:
        verbose_name = _("sticky note")
        verbose_name_plural = _("sticky notes")
        constraints = [
            *synced_constraints("note"),
            models.UniqueConstraint(
                fields=["owner", "exercise"], condition=Q(deleted_at=None), name="note_one_an_exercise"
            ),
        ]

    def __str__(self) -> str:
        return self.text
