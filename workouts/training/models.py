"""The calendar that a lifter reads her leg days in: an address that is a secret."""

import secrets

from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

# 256 bits, as text of 43 characters.
KEY_LENGTH = 43


def new_key() -> str:
    return secrets.token_urlsafe(32)


def _signer() -> Signer:
    """With a point between, which is neither in a key nor in a signature."""
    return Signer(salt="workouts.training.calendar", sep=".")


class CalendarFeed(models.Model):
    """One lifter's calendar by address, while it is switched on. `key` is half of the address; the other half is its
    signature, so that a copy of the database opens no calendar, and yet its owner can be shown the address again."""

    user = models.OneToOneField(
        "workouts.User", models.CASCADE, primary_key=True, related_name="calendar_feed", verbose_name=_("lifter")
    )
    key = models.CharField(_("key"), max_length=KEY_LENGTH, default=new_key)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    # How often it was read within `minute`, counted from 1970: on the row, so that one statement counts and finds.
    minute = models.PositiveBigIntegerField(default=0)
    reads = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        constraints = [
            models.UniqueConstraint(fields=["key"], name="calendar_key_once"),
            models.CheckConstraint(
                # As many characters as a drawn key has: a short one could be guessed.
                condition=Exact(Length("key"), KEY_LENGTH),
                name="calendar_key_long",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user_id)

    @property
    def secret(self) -> str:
        """What stands in the address."""
        return _signer().sign(self.key)


def key_of(secret: str) -> str | None:
    """The key in an address; None where it was not made here. No statement."""
    try:
        return _signer().unsign(secret)
    except BadSignature:
        return None
