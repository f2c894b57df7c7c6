"""A real file, where there is one: SAMPLES names a folder with strong_classic_long.csv. It is somebody's own log, so it
is not part of this repository, and without it there is nothing here to collect."""

import csv
import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.progress.queries import exercise_progress
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

    @pytest.mark.django_db
    def test_the_squat_s_records_are_those_of_the_file(
        as_owner: Client,
        owner: User,
        upload: Callable[..., HttpResponse],
        confirm: Callable[..., ImportBatch],
        content: None,
    ) -> None:
        with FILE.open(encoding="utf-8-sig", newline="") as source:
            rows = [row for row in csv.DictReader(source) if row["Exercise Name"] == "Squat (Barbell)"]
        done = [(row["Date"][:10], float(row["Weight"]), int(row["Reps"])) for row in rows if int(row["Reps"])]
        most: dict[float, int] = {}
        moved: dict[str, float] = {}
        estimates: dict[str, float] = {}
        for day, weight, reps in done:
            most[weight] = max(most.get(weight, 0), reps)
            moved[day] = moved.get(day, 0) + weight * reps
            if reps <= 12:
                epley = weight if reps == 1 else weight * (1 + reps / 30)
                estimates[day] = max(estimates.get(day, 0), epley)
        best = 0.0
        for day in sorted(estimates):
            if estimates[day] - best >= max(0.5, 0.005 * best):
                best = estimates[day]
        upload(as_owner, FILE.read_bytes())
        confirm(as_owner)
        squat = Exercise.objects.get(slug="barbell-squat")
        found = exercise_progress(owner, squat, wanted="all", today=datetime.date(2026, 11, 17))
        assert len(found.sessions) == len(moved)
        assert {float(one.at.weight): one.at.reps for one in found.reps} == most
        heaviest, estimate, _reps, volume = found.records
        assert (float(heaviest.number), heaviest.day.isoformat()) == max((weight, day) for day, weight, _reps in done)
        assert estimate.number == f"{best:.1f}"
        assert volume.number == f"{max(moved.values()):,.0f}"
        assert moved[volume.day.isoformat()] == max(moved.values())
