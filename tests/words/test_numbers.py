"""Numbers that people read follow the language, typed or not; files, the API and devices keep the point."""

import re
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach.queries.words import lighter_week
from workouts.science.units import Unit
from workouts.shared.language.numbers import grouped, spoken


@pytest.mark.parametrize(("code", "decimal", "count"), [("en", "82.5", "1,903"), ("de", "82,5", "1.903")])
def test_numbers_are_written_as_the_language_does(code: str, decimal: str, count: str) -> None:
    with override(code):
        assert spoken(Decimal("82.50")) == spoken("82.5") == decimal
        assert spoken(Decimal(80)) == "80"
        assert grouped(1903) == count
        assert f"{decimal} kg" in lighter_week(Decimal("82.5"), Unit.KG)[1]


@pytest.mark.django_db
@time_machine.travel("2026-11-17T20:00+00:00", tick=False)
def test_a_table_for_programs_keeps_the_point(as_owner: Client, owner: User) -> None:
    """What the German page shows as 76,0 is 76.0 in the file of the same table."""
    squat = factories.exercise()
    factories.history(by=owner, exercise=squat, workouts=3, last=factories.TUESDAY)
    page = as_owner.get(f"/de/progress/{squat.slug}/?range=all").content.decode()
    page = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)  # the chart's numbers are a program's too
    table = as_owner.get(f"/de/progress/{squat.slug}/export.csv?range=all").content.decode()
    assert "76,0" in page
    assert "76.0" not in page
    assert ",76.0," in table


@pytest.mark.django_db
@time_machine.travel("2026-11-17T20:00+00:00", tick=False)
def test_what_was_typed_is_shown_digit_by_digit(as_owner: Client, owner: User) -> None:
    squat = factories.exercise()
    row = factories.performed(by=owner, exercise=squat, sets=[factories.draft(weight="82.50")])
    for path in (f"/workouts/{row.workout.uid}/", f"/progress/{squat.slug}/?range=all"):
        assert "82.50" in as_owner.get(path).content.decode(), path
        german = re.sub(r"<script.*?</script>", "", as_owner.get(f"/de{path}").content.decode(), flags=re.DOTALL)
        assert "82,50" in german, path
        assert "82.50" not in german, path
    assert ",82.50," in b"".join(as_owner.get("/de/settings/data/export.csv")).decode()  # a stream


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_a_device_is_told_the_same_in_every_language(as_owner: Client, owner: User) -> None:
    """It logs what it is told as if it had been typed, and says it in its own words."""
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.performed(
        by=owner, exercise=squat, sets=[factories.draft(weight="92.5", position=n) for n in (1, 2, 3, 4)]
    )
    english, german = (
        as_owner.get("/api/v1/train/kit/mine?routine=leg-day", headers={"Accept-Language": code}).json()
        for code in ("en", "de")
    )
    numbers = [
        (each["target"]["weight"], each["warm_up"], each["last"])
        for each in (one["exercises"]["barbell-squat"] for one in (english, german))
    ]
    assert numbers[0] == numbers[1]
    assert any("." in step["weight"] for step in numbers[1][1])
    assert english["exercises"]["barbell-squat"]["name"] != german["exercises"]["barbell-squat"]["name"]
