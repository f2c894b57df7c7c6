"""Imports: a file from another app on its way in, and what the lifter answered about it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise


class ImportBatch(models.Model):
    """One uploaded file. Its bytes are kept only until it is imported or dropped.

    `uid` is its public name; `mutation` the import's mutation in the change log, which an undo deletes by.
    `counts` is what the dry run counted and what the import added, by name.
    """

    class Status(models.TextChoices):
        PREVIEW = "preview", _("Waiting for your answers")
        DONE = "done", _("Imported")
        UNDONE = "undone", _("Undone")

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="imports", verbose_name=_("lifter"))
    uid = models.UUIDField(unique=True)
    format = models.CharField(_("format"), max_length=20)
    file_name = models.CharField(_("file name"), max_length=200)
    file = models.BinaryField(null=True)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.PREVIEW)
    answers = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    mutation = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    finished_at = models.DateTimeField(_("imported"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["preview", "done", "undone"]), name="import_status_known"),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(mutation__isnull=False), name="import_done_has_mutation"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def brings(self) -> int:
        """How many rows it has added, of whatever kind: what an undo would take."""
        added, brought = self.counts.get("added", {}), self.counts.get("brought", {})
        return int(sum(added.values()) + sum(brought.values()))

    def get_absolute_url(self) -> str:
        return reverse("transfer:batch", args=[self.uid])


class ImportedName(models.Model):
    """Which exercise a lifter meant by a name in a file, remembered for the next file."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="imported_name_once")]

    def __str__(self) -> str:
        return self.name
