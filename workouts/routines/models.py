"""Routines: which exercises, in which order, with how many sets of how many reps."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise, RepStyle
from workouts.shared.language.translated import translated

if TYPE_CHECKING:
    from workouts.accounts.models import User


class RoutineQuerySet(models.QuerySet["Routine"]):
    def site(self) -> Self:
        return self.filter(owner=None)

    def visible_to(self, user: "User") -> Self:
        return self.filter(Q(owner=None) | Q(owner=user, deleted_at=None))

    def known_to(self, user: "User") -> Self:
        """Those that she has deleted too: a device that has not heard of it may begin a workout with one."""
        return self.filter(Q(owner=None) | Q(owner=user))

    def of(self, user: "User") -> Self:
        """Her own that she has not deleted."""
        return self.filter(owner=user, deleted_at=None)

    def chosen_by(self, user: "User", slug: str) -> Self:
        """What she means by `slug`: her own copy of that routine first, then the routine itself."""
        rows = self.visible_to(user).filter(Q(slug=slug) | Q(owner=user, based_on__slug=slug))
        return rows.order_by(F("owner").asc(nulls_last=True), "pk")


@translated("name", "summary", "advice")
class Routine(models.Model):
    """A routine of the site (no owner), or a lifter's own."""

    owner = models.ForeignKey(
        "workouts.User",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="own_routines",
        verbose_name=_("owner"),
    )
    slug = models.SlugField(_("slug"), max_length=80)
    name = models.CharField(_("name"), max_length=100)
    summary = models.TextField(_("summary"), max_length=1000, blank=True)
    advice = models.TextField(_("advice"), max_length=1000, blank=True, help_text=_("How often, and the rest between."))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    # The site's routine that an own one was copied from, in whose place it stands for its owner.
    based_on = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies", verbose_name=_("copied from")
    )
    # Kept, so that workouts know what they were begun with, and to be brought back.
    deleted_at = models.DateTimeField(_("deleted at"), null=True, blank=True, editable=False)

    objects = RoutineQuerySet.as_manager()

    class Meta:
        verbose_name = _("routine")
        verbose_name_plural = _("routines")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=Q(owner=None),
                name="routine_site_slug_once",
                violation_error_message=_("Another routine of the site has this slug."),
            ),
            models.UniqueConstraint(
                fields=["owner", "slug"],
                condition=Q(owner__isnull=False),
                name="routine_own_slug_once",
                violation_error_message=_("You have a routine of this name."),
            ),
            models.UniqueConstraint(
                fields=["owner", "based_on"],
                condition=Q(owner__isnull=False),
                name="routine_own_copy_once",
                violation_error_message=_("You have a copy of this routine."),
            ),
            models.CheckConstraint(
                condition=Q(owner=None) & ~Q(slug__startswith="my-") | Q(owner__isnull=False, slug__startswith="my-"),
                name="routine_own_slug_prefixed",
                violation_error_message=_("Slugs that begin with my- belong to lifters' own routines."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("routines:routine" if self.owner_id is None else "routines:own", args=[self.slug])


class DoseFields(models.Model):
    """Sets and rep range as prescribed: on a routine, and as it stood on a workout that began with it.

    `low` and `high` count what `rep_style` says: reps, reps per side, steps of both legs, or seconds.
    """

    sets = models.PositiveSmallIntegerField(_("sets"), default=3)
    low = models.PositiveSmallIntegerField(_("from"), default=8)
    high = models.PositiveSmallIntegerField(_("to"), default=12)
    rep_style = models.CharField(_("rep style"), max_length=10, choices=RepStyle.choices, default=RepStyle.REPS)
    rest_seconds = models.PositiveSmallIntegerField(_("rest, seconds"), default=120)
    target_rir = models.DecimalField(
        _("target reps in reserve"), max_digits=3, decimal_places=1, null=True, blank=True, default=2
    )

    class Meta:
        abstract = True


def dose_constraints(prefix: str) -> list[models.BaseConstraint]:
    """The ranges of a dose as database constraints named `prefix`_...; twins stand on both models that hold one."""
    return [
        models.CheckConstraint(
            condition=Q(sets__gte=1, sets__lte=20),
            name=f"{prefix}_sets_range",
            violation_error_message=_("Sets run from 1 to 20."),
        ),
        models.CheckConstraint(
            condition=Q(low__gte=1, low__lte=F("high"), high__lte=600),
            name=f"{prefix}_range_ordered",
            violation_error_message=_(
                "The range runs from a number of at least 1 up to one not below it, 600 at most."
            ),
        ),
        models.CheckConstraint(condition=Q(rep_style__in=RepStyle.values), name=f"{prefix}_rep_style_known"),
        models.CheckConstraint(
            condition=Q(rest_seconds__lte=1800),
            name=f"{prefix}_rest_range",
            violation_error_message=_("Rest is at most 1,800 seconds."),
        ),
        models.CheckConstraint(
            condition=Q(target_rir=None) | Q(target_rir__gte=0, target_rir__lte=10),
            name=f"{prefix}_rir_range",
            violation_error_message=_("Reps in reserve run from 0 to 10."),
        ),
    ]


@translated("note")
class Prescription(DoseFields):
    """One exercise of a routine with its dose."""

    routine = models.ForeignKey(Routine, models.CASCADE, related_name="prescriptions")
    exercise = models.ForeignKey(Exercise, models.RESTRICT, related_name="prescriptions", verbose_name=_("exercise"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    superset = models.PositiveSmallIntegerField(
        _("superset"),
        null=True,
        blank=True,
        help_text=_("The same number: done in turn, rest after the group."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("prescription")
        verbose_name_plural = _("prescriptions")
        ordering = ["position", "pk"]
        constraints = dose_constraints("prescription")

    def __str__(self) -> str:
        return f"{self.sets} x {self.low}-{self.high}"
