"""Numbers as people read them in the active language. Fields, files and the API take `science.units.plain`."""

from decimal import Decimal

from django.utils.formats import get_format, number_format

from workouts.science.units import plain


def spoken(value: Decimal | str) -> str:
    """A decimal as a sentence has it: 82.5, in German 82,5. Of a text, typed or made, every digit stays: 82.50 is
    82,50. Fields that are typed into show what was typed."""
    text = value if isinstance(value, str) else plain(value)
    return text.replace(".", str(get_format("DECIMAL_SEPARATOR")))


def grouped(count: int) -> str:
    """A count with its thousands apart: 1,903, in German 1.903."""
    return str(number_format(count, force_grouping=True))
