"""Mutations and the change log: every write of an account, numbered without gaps, never compacted.

The log is the history, the rows are its projection; `replaced` keeps what was overwritten.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Ledger(models.Model):
    """An account's counter. Its row is locked by every write, so that commit order is revision order and a
    cursor cannot skip a row; a sequence or a clock could not promise that.

    Beside it stand the counts that quotas go by (`log.actions.incoming.quotas`): under the same lock they are exact.
    """

    owner = models.OneToOneField("workouts.User", models.CASCADE, primary_key=True, related_name="ledger")
    rev = models.PositiveBigIntegerField(default=0)
    # The revision at which the epoch began: what a device holds from beyond it, the restored backup did not know.
    floor = models.PositiveBigIntegerField(default=0)
    # Pushes within `minute`, counted from 1970.
    minute = models.PositiveBigIntegerField(default=0)
    pushes = models.PositiveIntegerField(default=0)
    # Mutations from devices on the server's `day` (UTC): typed now, and carried over from an archive or a guest log.
    day = models.DateField(null=True)
    typed = models.PositiveIntegerField(default=0)
    carried = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.owner_id} at {self.rev}"


class Source(models.TextChoices):
    """The door a mutation came through."""

    FORM = "form", _("Form")
    DEVICE = "device", _("Device")
    API = "api", _("API")
    IMPORT = "import", _("Import")
    DEMO = "demo", _("Demonstration")


class Mutation(models.Model):
    """One intention (a tap, a form, a delete of a workout with its sets), applied once per account, ever."""

    class Status(models.TextChoices):
        APPLIED = "applied", _("Applied")
        REJECTED = "rejected", _("Rejected")

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="mutations")
    uid = models.UUIDField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.APPLIED)
    problem = models.JSONField(null=True, blank=True)
    rev = models.PositiveBigIntegerField(help_text=_("The account's revision after it."))
    source = models.CharField(max_length=6, choices=Source.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "uid"], name="mutation_once"),
            models.CheckConstraint(condition=Q(status__in=["applied", "rejected"]), name="mutation_status_known"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="mutation_source_known"),
        ]

    def __str__(self) -> str:
        return f"{self.uid} {self.status}"


class Op(models.TextChoices):
    PUT = "put", _("Put")
    DELETE = "delete", _("Delete")
    RESTORE = "restore", _("Restore")


class Change(models.Model):
    """One row touched by a mutation. `fields` are the new values, `replaced` the ones they took the place of.

    An insert and a restore hold all fields of the row, so that a device that never had it can show it. `client` is
    the device that pushed it, `conflict` says that it overwrote a value which that device had not seen.
    """

    class Kind(models.TextChoices):
        WORKOUT = "workout", _("Workout")
        EXERCISE = "exercise", _("Exercise as performed")
        SET = "set", _("Set")
        NOTE = "note", _("Sticky note")

    owner = models.ForeignKey("workouts.User", models.CASCADE, related_name="changes")
    rev = models.PositiveBigIntegerField()
    mutation = models.ForeignKey(Mutation, models.CASCADE, related_name="changes")
    op = models.CharField(max_length=7, choices=Op.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    row = models.UUIDField()
    fields = models.JSONField(default=dict)
    replaced = models.JSONField(default=dict)
    client = models.UUIDField(null=True)
    conflict = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "rev"], name="change_rev_once"),
            models.CheckConstraint(condition=Q(op__in=Op.values), name="change_op_known"),
            models.CheckConstraint(
                condition=Q(kind__in=["workout", "exercise", "set", "note"]), name="change_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["owner", "row", "rev"], name="change_of_row")]

    def __str__(self) -> str:
        return f"{self.rev} {self.op} {self.kind}"
