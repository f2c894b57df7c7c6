"""What the content loader remembers of what it loaded, and which edition of the content the site shows."""

import secrets

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


class EditionQuerySet(models.QuerySet["Edition"]):
    def renew(self) -> None:
        """Another number, in the transaction that is open: with its commit every worker lets go of its pages.

        Drawn and not counted: a backup that is put back, or a transaction that is rolled back, would else come by a
        number again that a worker knows with other content.
        """
        row = Edition(pk=Edition.ONLY, number=secrets.randbits(62))
        self.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=["number"])


class Edition(models.Model):
    """Which content the site shows: one row, whose number is another one after each change. See `shared.caching`."""

    ONLY = 1

    number = models.BigIntegerField(_("number"))

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return str(self.number)
