"""What sync remembers beside the log itself: which devices came, and which life of the database this is."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Client(models.Model):
    """A device (one browser's database) that has pushed. `uid` is made on the device; `last_seen` is the server's day
    (UTC), so that a device that pushes all day writes it once."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="clients", verbose_name=_("lifter"))
    uid = models.UUIDField(_("id"))
    last_seen = models.DateField(_("last seen"))

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        constraints = [models.UniqueConstraint(fields=["owner", "uid"], name="client_once")]

    def __str__(self) -> str:
        return f"{self.uid} {self.last_seen}"


class Epoch(models.Model):
    """Which life of the database this is: one row, made by the migration. A restored backup gets another `uid`, and
    devices that meet it send again what they still hold of the last 30 days (`log.actions.epoch`)."""

    ONLY = 1

    uid = models.UUIDField(_("id"), default=uuid.uuid4)
    began = models.DateTimeField(_("began"), auto_now_add=True)

    class Meta:
        verbose_name = _("epoch")
        verbose_name_plural = _("epochs")

    def __str__(self) -> str:
        return str(self.uid)
