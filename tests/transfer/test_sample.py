"""A real file, where there is one: SAMPLES names a folder with strong_classic_long.csv. It is somebody's own log, so it
is not part of this repository, and without it there is nothing here to collect."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.transfer.models import ImportBatch

FILE = Path(os.environ.get("SAMPLES", "")) / "strong_classic_long.csv"

if os.environ.get("SAMPLES"):

    @pytest.mark.django_db
    def test_the_real_file_is_counted_right(
        as_owner: Client,
        upload: Callable[..., HttpResponse],
        confirm: Callable[..., ImportBatch],
        content: None,
    ) -> None:
        with FILE.open(encoding="utf-8-sig", newline="") as source:
            rows = list(csv.DictReader(source))
        measured = [row for row in rows if float(row["Reps"]) or float(row["Seconds"])]
        workouts = {(row["Date"], row["Workout Name"]) for row in measured}
        begun = [row for row in measured if row["Set Order"] == "1"]
        squats = [row for row in measured if row["Exercise Name"] == "Squat (Barbell)"]

        def live() -> tuple[int, int, int, int]:
            sets = LoggedSet.objects.live()
            return (
                Workout.objects.live().count(),
                PerformedExercise.objects.live().count(),
                sets.count(),
                sets.filter(performed__exercise__slug="barbell-squat").count(),
            )

        upload(as_owner, FILE.read_bytes())
        assert ImportBatch.objects.get().counts["rows"] == len(rows)
        first = confirm(as_owner)
        assert live() == (len(workouts), len(begun), len(measured), len(squats))
        upload(as_owner, FILE.read_bytes())
        assert confirm(as_owner).counts["added"] == {"workouts": 0, "exercises": 0, "sets": 0}
        as_owner.post(reverse("transfer:undo", args=[first.uid]))
        assert live() == (0, 0, 0, 0)
        upload(as_owner, FILE.read_bytes())
        confirm(as_owner)
        assert live() == (len(workouts), len(begun), len(measured), len(squats))
