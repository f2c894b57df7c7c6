"""Numbers in sentences follow the language; what was typed does not."""

from decimal import Decimal

import pytest
from django.utils.translation import override

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
