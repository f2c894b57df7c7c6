"""The user and what she prefers."""

import datetime
import uuid
import zoneinfo
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from workouts.science.one_rep_max import Formula
from workouts.science.units import TypedWeight, Unit
from workouts.shared.language.numbers import spoken

# The days that anything here is kept for.
FIRST_DAY, LAST_DAY = datetime.date(1950, 1, 1), datetime.date(2199, 12, 31)
BODY_WEIGHT_LIMITS = {Unit.KG: (Decimal(20), Decimal(500)), Unit.LB: (Decimal(44), Decimal(1100))}


def known_zone(name: str) -> None:
    """Raises ValidationError unless `name` is an IANA time zone such as Europe/Lisbon."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Choose a time zone from the list."), code="zone")


class UserManager(BaseUserManager["User"]):
    def get_queryset(self) -> models.QuerySet["User"]:
        """With her preferences, which every page of a lifter reads: one statement for both."""
        return super().get_queryset().select_related("preferences")

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who signs in by e-mail; no password means that she cannot sign in until she resets it."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        Preferences.objects.using(self._db).create(user=user)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account: the e-mail address is her name here."""

    email = models.EmailField(
        _("e-mail address"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("There is an account with this address: sign in instead.")},
    )
    # What devices know the account by: it names their database, and says nothing of how many accounts there are.
    uid = models.UUIDField(_("id"), default=uuid.uuid4, unique=True, editable=False)
    is_staff = models.BooleanField(_("staff"), default=False, help_text=_("May open the admin."))
    is_active = models.BooleanField(_("active"), default=True, help_text=_("Off instead of deleting an account."))
    date_joined = models.DateTimeField(_("joined"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            # With the unique index above: no two accounts whose addresses differ in case alone.
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower_case")
        ]

    def __str__(self) -> str:
        return self.email

    def get_full_name(self) -> str:
        return self.email


class Preferences(models.Model):
    """How one lifter likes it. `unit` is for new entries and display; what was typed is never converted."""

    class Theme(models.TextChoices):
        SYSTEM = "system", _("As the system")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    UNITS = [(Unit.KG.value, _("Kilograms")), (Unit.LB.value, _("Pounds"))]
    # Each in its own words, as in the settings; "" follows the address.
    LANGUAGES = [("", _("Automatic")), ("en", "English"), ("de", "Deutsch")]
    # One of them, never an average: training-science 2.4.
    FORMULAS = [
        (Formula.EPLEY.value, _("Epley")),
        (Formula.BRZYCKI.value, _("Brzycki")),
        (Formula.WATHAN.value, _("Wathan")),
    ]

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="preferences")
    unit = models.CharField(_("unit of weight"), max_length=2, choices=UNITS, default=Unit.KG.value)
    zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[known_zone])
    zone_chosen = models.BooleanField(_("time zone chosen by hand"), default=False)
    goal_low = models.PositiveSmallIntegerField(_("sessions a week, at least"), default=2)
    goal_high = models.PositiveSmallIntegerField(_("sessions a week, at most"), default=3)
    theme = models.CharField(_("appearance"), max_length=6, choices=Theme.choices, default=Theme.SYSTEM)
    language = models.CharField(_("language"), max_length=5, choices=LANGUAGES, default="", blank=True)
    formula = models.CharField(
        _("formula for the one-rep maximum"), max_length=7, choices=FORMULAS, default=Formula.EPLEY.value
    )
    # The day on which she put off the offer of a lighter week; it comes back after seven.
    deload_declined = models.DateField(_("lighter week put off on"), null=True, blank=True)
    # The one judgement in the count of weekly sets that the lifter may make herself: training-science 4.2.
    glutes_half = models.BooleanField(_("squats and lunges count half for the glutes"), default=False)

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")
        constraints = [
            models.CheckConstraint(condition=models.Q(unit__in=[u.value for u in Unit]), name="preferences_unit_known"),
            models.CheckConstraint(
                condition=models.Q(formula__in=["epley", "brzycki", "wathan"]), name="preferences_formula_known"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=["", "en", "de"]), name="preferences_language_known"
            ),
            models.CheckConstraint(
                condition=models.Q(goal_low__gte=1, goal_high__lte=7, goal_low__lte=models.F("goal_high")),
                name="preferences_goal_ordered",
                violation_error_message=_("The weekly goal runs from 1 to 7, the first number not above the second."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user_id)

    def today(self, now: datetime.datetime) -> datetime.date:
        """The lifter's local date at `now` (aware)."""
        return now.astimezone(zoneinfo.ZoneInfo(self.zone)).date()


class BodyWeightQuerySet(models.QuerySet["BodyWeight"]):
    def of(self, user: User) -> Self:
        return self.filter(owner=user)

    def live(self) -> Self:
        return self.filter(deleted_at=None)


class BodyWeight(models.Model):
    """What one lifter weighed on one day: `weight_text` as she typed it, `weight` its decimal in `unit`.

    A row that was deleted, or that another one of its day took the place of, stays until the next such row of that
    day, so that it can be brought back (see `actions`).
    """

    UNITS = [(Unit.KG.value, "kg"), (Unit.LB.value, "lb")]

    owner = models.ForeignKey(User, models.CASCADE, related_name="body_weights", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"), default=uuid.uuid4, unique=True)
    day = models.DateField(_("day"))
    weight_text = models.CharField(_("weight as typed"), max_length=24)
    weight = models.DecimalField(_("weight"), max_digits=7, decimal_places=3)
    unit = models.CharField(_("unit"), max_length=2, choices=UNITS)
    note = models.CharField(_("note"), max_length=200, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = BodyWeightQuerySet.as_manager()

    class Meta:
        verbose_name = _("body weight")
        verbose_name_plural = _("body weights")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "day"],
                condition=Q(deleted_at=None),
                name="body_weight_once_a_day",
                violation_error_message=_("There is a weight for this day already."),
            ),
            models.CheckConstraint(
                condition=Q(day__gte=FIRST_DAY, day__lte=LAST_DAY),
                name="body_weight_day_range",
                violation_error_message=_("Choose a day from 1950 on."),
            ),
            models.CheckConstraint(
                condition=Q(unit="kg", weight__gte=20, weight__lte=500)
                | Q(unit="lb", weight__gte=44, weight__lte=1100),
                name="body_weight_range",
                violation_error_message=_("A body weight runs from 20 to 500 kg, or from 44 to 1,100 lb."),
            ),
            models.CheckConstraint(condition=~Q(weight_text=""), name="body_weight_as_typed"),
        ]

    def __str__(self) -> str:
        return f"{spoken(self.weight_text)} {self.unit}"

    @property
    def typed(self) -> TypedWeight:
        return TypedWeight(self.weight_text, self.weight, Unit(self.unit))
