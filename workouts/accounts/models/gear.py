"""What a lifter trains with: bars, plates, machines, dumbbells, and which exercise uses which of them.

One table of things, a row each: a page reads all of it in one statement. Source: training-science 5.2.
"""

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from workouts.science.units import Unit

if TYPE_CHECKING:
    from workouts.accounts.models.user import User

# A ladder of more rungs than this is a slip of the finger, and would cost every page that reads it.
MAX_RUNGS = 400
MAX_WEIGHT = Decimal(2200)
MAX_PAIRS = 10
# Sizes and pairs that a gym usually has; what is taken until a lifter says what she has. Training-science 3.6.
USUAL_PLATES = {
    Unit.KG: (("25", 5), ("20", 2), ("15", 2), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 1)),
    Unit.LB: (("45", 6), ("35", 1), ("25", 1), ("10", 2), ("5", 1), ("2.5", 1)),
}


class GearQuerySet(models.QuerySet["Gear"]):
    def of(self, user: "User") -> Self:
        return self.filter(owner=user)

    def things(self) -> Self:
        """All but plates: what an exercise can be done with."""
        return self.exclude(kind=Gear.Kind.PLATE)

    def plates(self, unit: str) -> Self:
        return self.filter(kind=Gear.Kind.PLATE, unit=unit)


class Gear(models.Model):
    """One thing: a bar or sled with its `weight`, a plate size with its `pairs`, or a stack or a set of dumbbells.

    A stack or a set of dumbbells (per hand) is a ladder from `start` in steps of `step` to `top`, or else the
    `listed` weights, as text with spaces between. `add_on`: a half pin that can lie on any pin.
    """

    class Kind(models.TextChoices):
        BAR = "bar", _("Bar")
        SLED = "sled", _("Plate-loaded machine")
        STACK = "stack", _("Weight stack")
        DUMBBELLS = "dumbbells", _("Dumbbells")
        PLATE = "plate", _("Plates")

    UNITS = [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")]

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="gear", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"), default=uuid.uuid4, unique=True)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=2, choices=UNITS)
    weight = models.DecimalField(_("weight"), max_digits=6, decimal_places=2, default=Decimal(0))
    pairs = models.PositiveSmallIntegerField(_("pairs"), default=0)
    start = models.DecimalField(_("lightest"), max_digits=6, decimal_places=2, null=True, blank=True)
    step = models.DecimalField(_("step"), max_digits=6, decimal_places=2, null=True, blank=True)
    top = models.DecimalField(_("heaviest"), max_digits=6, decimal_places=2, null=True, blank=True)
    listed = models.CharField(_("listed weights"), max_length=600, blank=True)
    add_on = models.DecimalField(_("half pin"), max_digits=5, decimal_places=2, null=True, blank=True)
    usual = models.BooleanField(_("the usual one"), default=False)

    objects = GearQuerySet.as_manager()

    class Meta:
        verbose_name = _("equipment of a lifter")
        verbose_name_plural = _("equipment of lifters")
        ordering = ["kind", "-usual", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["bar", "sled", "stack", "dumbbells", "plate"]), name="gear_kind_known"
            ),
            models.CheckConstraint(condition=Q(unit__in=["kg", "lb"]), name="gear_unit_known"),
            models.CheckConstraint(
                condition=Q(weight__gte=0, weight__lte=500),
                name="gear_weight_range",
                violation_error_message=_("A bar or a machine weighs from 0 to 500."),
            ),
            models.CheckConstraint(
                condition=Q(kind="plate", weight__gt=0, weight__lte=100, pairs__gte=1, pairs__lte=MAX_PAIRS)
                | (~Q(kind="plate") & Q(pairs=0)),
                name="gear_plate_in_pairs",
                violation_error_message=_("Plates come in 1 to 10 pairs of up to 100."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["stack", "dumbbells"]) & (Q(step__isnull=False) | ~Q(listed=""))
                | ~Q(kind__in=["stack", "dumbbells"]) & Q(step=None, listed="", add_on=None),
                name="gear_steps_or_list",
                violation_error_message=_("Say from where to where in which steps, or list the weights."),
            ),
            models.CheckConstraint(
                condition=Q(start=None, step=None, top=None)
                | Q(
                    start__gte=0,
                    step__gt=0,
                    top__gte=F("start"),
                    top__lte=MAX_WEIGHT,
                    top__lt=F("start") + F("step") * MAX_RUNGS,
                    listed="",
                ),
                name="gear_ladder_whole",
                violation_error_message=_("From the lightest up to the heaviest, in steps above 0."),
            ),
            models.CheckConstraint(
                condition=Q(add_on=None) | Q(kind="stack", add_on__gt=0, add_on__lte=50),
                name="gear_half_pin_of_a_stack",
                violation_error_message=_("A half pin lies on a stack, and weighs up to 50."),
            ),
            models.CheckConstraint(
                condition=Q(kind="plate", name="") | (~Q(kind="plate") & ~Q(name="")),
                name="gear_named",
                violation_error_message=_("Give it a name."),
            ),
            models.UniqueConstraint(
                fields=["owner", "unit", "weight"], condition=Q(kind="plate"), name="gear_plate_size_once"
            ),
            models.UniqueConstraint(
                fields=["owner", "kind", "name"],
                condition=~Q(kind="plate"),
                name="gear_name_once",
                violation_error_message=_("You have one of this name."),
            ),
            models.UniqueConstraint(fields=["owner", "kind"], condition=Q(usual=True), name="gear_usual_once"),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.weight} {self.unit}"


class ExerciseGear(models.Model):
    """Which thing one exercise is done with, where it is not the usual one of its kind."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="+", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"), default=uuid.uuid4, unique=True)
    exercise = models.ForeignKey("workouts.Exercise", models.CASCADE, related_name="+", verbose_name=_("exercise"))
    gear = models.ForeignKey(Gear, models.CASCADE, related_name="exercises", verbose_name=_("equipment"))

    class Meta:
        verbose_name = _("equipment of an exercise")
        verbose_name_plural = _("equipment of exercises")
        constraints = [models.UniqueConstraint(fields=["owner", "exercise"], name="exercise_gear_once")]

    def __str__(self) -> str:
        return f"{self.exercise_id}: {self.gear_id}"
