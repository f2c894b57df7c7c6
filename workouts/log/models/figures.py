"""What charts and records need of an exercise as performed, kept on its row.

Written by `log/actions` alone, from the live working sets, in the transaction that changes them; `manage.py
rebuild_figures` computes all of it anew. Not part of the change log: it follows from what is. What each column means
is told by `log/figures`, which computes it.
"""

from django.db import models


class FigureFields(models.Model):
    """Loads and estimates are whole hundred-millionths of a gram: a pound typed with three decimals is one exactly,
    and the largest fits 64 bits. SQLite would keep a decimal column as a binary float."""

    # The workout's own, so that one range of an index gives an exercise's sessions in order. None: never computed.
    day = models.DateField(null=True, editable=False)
    started_at = models.DateTimeField(null=True, editable=False)

    work_sets = models.PositiveSmallIntegerField(default=0, editable=False)
    # Of both sides together; 20 steps are 20.
    work_reps = models.PositiveIntegerField(default=0, editable=False)
    work_seconds = models.PositiveIntegerField(default=0, editable=False)
    longest = models.PositiveIntegerField(null=True, editable=False)
    # Each side's, of the sets where both were given.
    left_reps = models.PositiveIntegerField(null=True, editable=False)
    right_reps = models.PositiveIntegerField(null=True, editable=False)
    # Weight times reps in thousandths of the unit that was typed. A pair of dumbbells is doubled by who reads: the
    # load type is the exercise's, and an admin may correct it.
    volume_kg = models.BigIntegerField(default=0, editable=False)
    volume_lb = models.BigIntegerField(default=0, editable=False)
    # The heaviest working set that was completed.
    top_load = models.BigIntegerField(null=True, editable=False)
    # Of a hold its seconds, which run to a day's.
    top_reps = models.PositiveIntegerField(null=True, editable=False)
    # The best estimated 1RM by each formula that is offered; none where it hurt or was a deload.
    epley = models.BigIntegerField(null=True, editable=False)
    brzycki = models.BigIntegerField(null=True, editable=False)
    wathan = models.BigIntegerField(null=True, editable=False)
    # Where the session did not rise, by its own prescription: its working weight and the total of the judged reps.
    stall_weight = models.BigIntegerField(null=True, editable=False)
    stall_total = models.PositiveIntegerField(null=True, editable=False)
    stall_in_range = models.BooleanField(default=False, editable=False)
    # The few sets to be named beside these figures, and the best reps at each load: see `log/figures/texts.py`.
    picks = models.TextField(default="", editable=False)
    loads = models.TextField(default="", editable=False)

    class Meta:
        abstract = True
