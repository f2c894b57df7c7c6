"""What the content loader remembers of what it loaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentRecord(models.Model):
    """One entry of `content/` as it was last written to the database.

    `digest` is of the row as the loader left it: if the row's digest is another one now, an admin has edited
    it, and the loader leaves it alone. The record outlives a row that an admin deleted, so that it stays deleted.
    """

    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(_("key"), max_length=120)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("content record")
        verbose_name_plural = _("content records")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="content_record_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
