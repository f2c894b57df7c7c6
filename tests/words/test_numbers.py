"""Numbers in sentences follow the language; what was typed does not."""

import re
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from tests import factories
from workouts.accounts.models import User
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
