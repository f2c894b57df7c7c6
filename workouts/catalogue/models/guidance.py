"""What an exercise trains, how it is done, and what to do instead."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models.anatomy import Muscle, MuscleGroup
from workouts.catalogue.models.exercises import Exercise
from workouts.shared.language.translated import translated


class ExerciseGroup(models.Model):
    """One exercise and one muscle group: whether the guide names it as a target, and what a set counts for it.

    The two are different facts. The guide's targets are shown, in its order; the count follows the studies.
    """

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="groups")
    group = models.ForeignKey(MuscleGroup, models.PROTECT, related_name="exercises", verbose_name=_("group"))
    target_position = models.PositiveSmallIntegerField(
        _("place among the targets"), null=True, blank=True, help_text=_("1 leads; empty: not a target.")
    )
    volume_weight = models.DecimalField(
        _("a set counts"),
        max_digits=2,
        decimal_places=1,
        default=0,
        help_text=_("1, 0.5 or 0 sets of weekly volume."),
    )

    class Meta:
        verbose_name = _("target and volume")
        verbose_name_plural = _("targets and volume")
        ordering = [models.F("target_position").asc(nulls_last=True), "group__position"]
        constraints = [
            models.UniqueConstraint(fields=["exercise", "group"], name="exercise_group_once"),
            models.UniqueConstraint(fields=["exercise", "target_position"], name="exercise_target_position_once"),
            models.CheckConstraint(
                condition=Q(volume_weight__gte=0, volume_weight__lte=1),
                name="exercise_volume_weight_range",
                violation_error_message=_("A set counts from 0 to 1."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise_id}: {self.group_id}"


@translated("note")
class MuscleRole(models.Model):
    """What one muscle does in one exercise. A judgement from joint actions and studies; it carries no number."""

    class Role(models.TextChoices):
        PRIME_MOVER = "prime_mover", _("Prime mover")
        SYNERGIST = "synergist", _("Synergist")
        STABILISER = "stabiliser", _("Stabiliser")

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="roles")
    muscle = models.ForeignKey(Muscle, models.PROTECT, related_name="roles", verbose_name=_("muscle"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    note = models.CharField(_("note"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("muscle's role")
        verbose_name_plural = _("muscles by role")
        ordering = ["muscle__position"]
        constraints = [
            models.UniqueConstraint(fields=["exercise", "muscle"], name="muscle_role_once"),
            models.CheckConstraint(
                condition=Q(role__in=["prime_mover", "synergist", "stabiliser"]), name="muscle_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise_id}: {self.muscle_id} {self.role}"


@translated("text")
class Instruction(models.Model):
    """One line of how it is done: a numbered step, a cue, or a common mistake."""

    class Kind(models.TextChoices):
        STEP = "step", _("Step")
        CUE = "cue", _("Cue")
        MISTAKE = "mistake", _("Mistake")

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="instructions")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    text = models.CharField(_("text"), max_length=500)

    class Meta:
        verbose_name = _("instruction")
        verbose_name_plural = _("instructions")
        ordering = ["kind", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["step", "cue", "mistake"]), name="instruction_kind_known")
        ]

    def __str__(self) -> str:
        return self.text


@translated("text", "why")
class Substitution(models.Model):
    """What to do instead, and why. A comfort option, never a treatment; a substitute starts its own history."""

    class Reason(models.TextChoices):
        NO_BARBELL = "no_barbell", _("No barbell")
        NO_MACHINE = "no_machine", _("No machine")
        KNEE_PAIN = "knee_pain", _("Knee says no")
        BACK_PAIN = "back_pain", _("Lower back says no")
        AT_HOME = "at_home", _("At home, no kit")
        BEGINNER = "beginner", _("New to it")

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="substitutions")
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    substitute = models.ForeignKey(
        Exercise,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="substitutes",
        verbose_name=_("substitute"),
    )
    text = models.CharField(_("what to do"), max_length=300)
    why = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("substitution")
        verbose_name_plural = _("substitutions")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(substitute=models.F("exercise")),
                name="substitution_is_another",
                violation_error_message=_("An exercise cannot stand in for itself."),
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["no_barbell", "no_machine", "knee_pain", "back_pain", "at_home", "beginner"]),
                name="substitution_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ExerciseAlias(models.Model):
    """Another name of an exercise: what other apps call it, or what people search for. Compared in lower case."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="exercise_alias_once",
                violation_error_message=_("This is another name of an exercise already."),
            )
        ]

    def __str__(self) -> str:
        return self.name
