"""Exercises, and what is needed for them."""

from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _

from workouts.shared.language.translated import translated

if TYPE_CHECKING:
    from workouts.accounts.models import User


@translated("name")
class Equipment(models.Model):
    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("equipment")
        verbose_name_plural = _("equipment")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name


class RepStyle(models.TextChoices):
    """How a set is counted. Steps: 20 steps are 10 per leg and one set. Per side: the weaker side's reps."""

    REPS = "reps", _("reps")
    PER_SIDE = "per_side", _("reps per side")
    STEPS = "steps", _("steps")
    SECONDS = "seconds", _("seconds")


class LoadMode(models.TextChoices):
    """What a set's weight means. Assistance is a mode of its own, so no weight has a minus sign."""

    EXTERNAL = "external", _("Weight")
    BODYWEIGHT = "bodyweight", _("Body weight")
    BODYWEIGHT_PLUS = "bodyweight_plus", _("Body weight plus")
    ASSISTED = "assisted", _("Assisted by")


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def site(self) -> Self:
        """The catalogue's own, which everybody sees."""
        return self.filter(owner=None)

    def current(self) -> Self:
        return self.filter(retired=False)

    def visible_to(self, user: "User") -> Self:
        return self.filter(Q(owner=None) | Q(owner=user))


@translated("name", "summary", "also_works", "note", "volume_note")
class Exercise(models.Model):
    """An exercise of the site (no owner), or a lifter's own. One that somebody has logged is retired, never deleted."""

    class Pattern(models.TextChoices):
        SQUAT = "squat", _("Squat")
        SINGLE_LEG_SQUAT = "single_leg_squat", _("Single-leg squat")
        HINGE = "hinge", _("Hinge")
        HIP_EXTENSION = "hip_extension", _("Hip extension")
        KNEE_EXTENSION = "knee_extension", _("Knee extension")
        KNEE_FLEXION = "knee_flexion", _("Knee flexion")
        PLANTAR_FLEXION = "plantar_flexion", _("Calf raise")
        HIP_ABDUCTION = "hip_abduction", _("Hip abduction")
        HIP_ADDUCTION = "hip_adduction", _("Hip adduction")
        OTHER = "other", _("Other")

    class LoadType(models.TextChoices):
        BARBELL = "barbell", _("Barbell")
        DUMBBELL_PAIR = "dumbbell_pair", _("Pair of dumbbells, logged per hand")
        DUMBBELL = "dumbbell", _("One dumbbell or kettlebell")
        STACK = "stack", _("Weight stack")
        SLED = "sled", _("Plate-loaded sled")
        BODYWEIGHT = "bodyweight", _("Body weight")
        OTHER = "other", _("Other")

    class Mechanics(models.TextChoices):
        COMPOUND = "compound", _("Compound: more than one joint")
        ISOLATION = "isolation", _("Isolation: one joint")

    owner = models.ForeignKey(
        "workouts.User",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="own_exercises",
        verbose_name=_("owner"),
    )
    slug = models.SlugField(_("slug"), max_length=80)
    name = models.CharField(_("name"), max_length=100)
    summary = models.TextField(_("summary"), max_length=500, blank=True)
    pattern = models.CharField(_("movement pattern"), max_length=20, choices=Pattern.choices, default=Pattern.OTHER)
    rep_style = models.CharField(_("rep style"), max_length=10, choices=RepStyle.choices, default=RepStyle.REPS)
    load_mode = models.CharField(_("load mode"), max_length=16, choices=LoadMode.choices, default=LoadMode.EXTERNAL)
    load_type = models.CharField(_("load type"), max_length=16, choices=LoadType.choices, default=LoadType.OTHER)
    mechanics = models.CharField(_("mechanics"), max_length=10, choices=Mechanics.choices, default=Mechanics.COMPOUND)
    step_kg = models.DecimalField(_("normal step, kg"), max_digits=5, decimal_places=2, null=True, blank=True)
    step_lb = models.DecimalField(_("normal step, lb"), max_digits=5, decimal_places=2, null=True, blank=True)
    max_rise_percent = models.PositiveSmallIntegerField(
        _("largest single rise, %"),
        default=10,
        help_text=_("0: no cap, because the body is most of the load."),
    )
    also_works = models.CharField(
        _("also works"), max_length=200, blank=True, help_text=_("Muscles outside the twelve.")
    )
    note = models.TextField(_("note"), max_length=500, blank=True)
    volume_note = models.TextField(
        _("volume note"),
        max_length=500,
        blank=True,
        help_text=_("Where the guide's targets and the count differ."),
    )
    equipment = models.ManyToManyField(Equipment, blank=True, related_name="exercises", verbose_name=_("equipment"))
    retired = models.BooleanField(
        _("retired"), default=False, help_text=_("Off the lists; what was logged with it stays.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        verbose_name = _("exercise")
        verbose_name_plural = _("exercises")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(owner=None),
                name="exercise_site_slug_once",
                violation_error_message=_("Another exercise of the site has this slug."),
            ),
            models.UniqueConstraint(
                fields=["owner", "slug"],
                condition=Q(owner__isnull=False),
                name="exercise_own_slug_once",
                violation_error_message=_("You have an exercise of this name."),
            ),
            # An address such as /progress/my-press/ then names one exercise, whoever asks.
            models.CheckConstraint(
                condition=Q(owner=None) & ~Q(slug__startswith="my-") | Q(owner__isnull=False, slug__startswith="my-"),
                name="exercise_own_slug_prefixed",
                violation_error_message=_("Slugs that begin with my- belong to lifters' own exercises."),
            ),
            models.CheckConstraint(condition=Q(rep_style__in=RepStyle.values), name="exercise_rep_style_known"),
            models.CheckConstraint(condition=Q(load_mode__in=LoadMode.values), name="exercise_load_mode_known"),
            models.CheckConstraint(
                condition=(Q(step_kg=None) | Q(step_kg__gt=0)) & (Q(step_lb=None) | Q(step_lb__gt=0)),
                name="exercise_step_positive",
                violation_error_message=_("A step is above 0; leave it empty where there is none."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def per_hand(self) -> bool:
        """Whether its weights are those of one of two dumbbells, as they are logged."""
        return self.load_type == self.LoadType.DUMBBELL_PAIR

    def get_absolute_url(self) -> str:
        return reverse("catalogue:exercise", args=[self.slug])

    def clean(self) -> None:
        """Keeps free the names of pages: an exercise called "weeks" would have no page of its own under progress."""
        try:
            taken = resolve(reverse("progress:exercise", args=[self.slug])).view_name != "progress:exercise"
        except NoReverseMatch:  # no slug at all: its field says so
            return
        if taken:
            raise ValidationError({"slug": _("A page of the site has this name.")}, code="taken")
