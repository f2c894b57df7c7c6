"""The anatomy of the leg: muscle groups and their muscles."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.shared.language.translated import translated


@translated("name", "place", "actions", "summary")
class MuscleGroup(models.Model):
    """Quadriceps, hamstrings, glutes, calves; and core, which supports."""

    class Kind(models.TextChoices):
        LEG = "leg", _("Leg")
        SUPPORTING = "supporting", _("Supporting")

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.LEG)
    place = models.CharField(_("place"), max_length=120)
    actions = models.CharField(_("joint actions"), max_length=200)
    summary = models.TextField(_("summary"), max_length=1000)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("muscle group")
        verbose_name_plural = _("muscle groups")
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["leg", "supporting"]), name="muscle_group_kind_known")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("catalogue:group", args=[self.slug])


@translated("name", "lay_name", "place", "actions", "note")
class Muscle(models.Model):
    """One of the twelve. `slug` is also the id of its region in the drawing."""

    group = models.ForeignKey(MuscleGroup, models.PROTECT, related_name="muscles", verbose_name=_("group"))
    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    lay_name = models.CharField(_("lay name"), max_length=60)
    place = models.CharField(_("place"), max_length=200)
    actions = models.CharField(_("joint actions"), max_length=200)
    deep = models.BooleanField(_("deep"), default=False, help_text=_("Lies under another: dashed in the drawing."))
    note = models.TextField(_("note"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("muscle")
        verbose_name_plural = _("muscles")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('catalogue:group', args=[self.group.slug])}#{self.slug}"
