"""Imports: a file from another app on its way in, and what the lifter answered about it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import Exercise


class ImportBatch(models.Model):
    """One uploaded file. Its bytes are kept only until it is imported or dropped.

    `uid` is its public name; `mutation` the import's mutation in the change log, which an undo deletes by.
    `counts` is what the dry run counted and what the import added, by name. `columns` tells which column is what
    (formats.mapped), where the header did not.

    An import that runs is cut into `pieces` (None until it is), of which `laid` lie unseen in the log's `staging`,
    planned at revision `planned`. Whoever works on it has it until `leased_until`; `restarts` counts how many times
    the log changed under it.
    """

    class Status(models.TextChoices):
        COLUMNS = "columns", _("Waiting for its columns")
        PREVIEW = "preview", _("Waiting for your answers")
        RUNNING = "running", _("Not finished")
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
    columns = models.JSONField(default=dict, blank=True)
    pieces = models.PositiveIntegerField(null=True, blank=True)
    laid = models.PositiveIntegerField(default=0)
    staging = models.UUIDField(null=True, blank=True)
    planned = models.PositiveBigIntegerField(default=0)
    restarts = models.PositiveIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)
    mutation = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    finished_at = models.DateTimeField(_("imported"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["columns", "preview", "running", "done", "undone"]), name="import_status_known"
            ),
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


class ImportPiece(models.Model):
    """Some hundred sets of an import that runs, packed (actions.pieces); gone with its end."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="import_piece_once")]

    def __str__(self) -> str:
        return f"{self.batch_id}.{self.number}"


class ColumnMapping(models.Model):
    """What a lifter said about the columns of a file, remembered for files with the same `header` (its digest)."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="+")
    header = models.CharField(max_length=32)
    columns = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "header"], name="column_mapping_once")]

    def __str__(self) -> str:
        return self.header


class ImportedName(models.Model):
    """Which exercise a lifter meant by a name in a file, remembered for the next file."""

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="imported_name_once")]

    def __str__(self) -> str:
        return self.name
