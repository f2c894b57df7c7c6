"""Keys for programs of a lifter's own, and how many requests each caller of the API has made."""

import datetime
import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from workouts.accounts.models.user import User


class TokenQuerySet(models.QuerySet["ApiToken"]):
    def of(self, user: "User") -> Self:
        return self.filter(owner=user)


class ApiToken(models.Model):
    """One token: `shown` is how it begins, by which its owner knows it again; `digest` is what it is known by.

    Revoking deletes the row. `last_used_at` is written at most once an hour.
    """

    class Scope(models.TextChoices):
        READ = "read", _("Read")
        WRITE = "write", _("Read and write")

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="api_tokens", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"), default=uuid.uuid4, unique=True)
    name = models.CharField(_("name"), max_length=60)
    shown = models.CharField(_("begins with"), max_length=16)
    digest = models.CharField(_("SHA-256"), max_length=64)
    scope = models.CharField(_("scope"), max_length=5, choices=Scope.choices, default=Scope.READ)
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token of a lifter")
        verbose_name_plural = _("tokens of lifters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["digest"], name="api_token_once"),
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="api_token_name_once",
                violation_error_message=_("You have a token of this name."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""), name="api_token_named", violation_error_message=_("Give it a name.")
            ),
            models.CheckConstraint(condition=Q(scope__in=["read", "write"]), name="api_token_scope_known"),
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(expires_at__gt=F("created_at")), name="api_token_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def expired(self, now: datetime.datetime) -> bool:
        """Whether its day is past at `now` (aware)."""
        return self.expires_at is not None and self.expires_at <= now


class ApiCalls(models.Model):
    """How many requests a caller has made in one minute of the clock. `caller` tells an account or a network address
    apart, and names neither. Rows of minutes that are long past go."""

    caller = models.CharField(max_length=64, primary_key=True)
    minute = models.BigIntegerField(db_index=True)
    calls = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("requests to the API")
        verbose_name_plural = _("requests to the API")

    def __str__(self) -> str:
        return f"{self.calls}"
