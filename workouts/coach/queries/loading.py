"""Which plates go on each side, in words and as a small side view of the bar. Source: training-science 5.2."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.science.plates import Plate, Stock, load
from workouts.science.units import Unit, grams
from workouts.shared.language.numbers import spoken

# The picture's units: the collar ends at 37, the sleeve is 64 high, and shows at least as much bar as this.
COLLAR, GAP, HEIGHT, SHORTEST = 40, 3, 64, 168
_HEAVIEST_KG, _LIGHTEST = 25, 16
# Colours of competition plates, by the least weight in kilograms that wears them (a 45 lb plate is a 20's blue).
_COLOURS = ((23, "25"), (18, "20"), (13, "15"), (9, "10"), (0, "small"))


@dataclass(frozen=True, slots=True)
class DrawnPlate:
    """A plate in the picture: its number, its colour's name, and its rectangle."""

    text: str
    colour: str
    x: int
    width: int
    height: int

    @property
    def y(self) -> int:
        return (HEIGHT - self.height) // 2

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def size(self) -> int:
        """Of the number, in the picture's units."""
        return {1: 16, 2: 15, 3: 13}.get(len(self.text), 10)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded bar or sled: `sum` for one side ("25 + 5 + 1.25", or nothing), with what it hangs on."""

    bar: Decimal
    unit: Unit
    plates: list[DrawnPlate]

    @property
    def sum(self) -> str:
        return " + ".join(plate.text for plate in self.plates)

    @property
    def caption(self) -> str:
        """What stands beside the sum."""
        words = {"bar": spoken(self.bar), "unit": self.unit}
        if not self.plates:
            return _("the %(bar)s %(unit)s bar alone") % words if self.bar else _("no plates")
        if not self.bar:
            return _("a side, plates only")
        return _("a side, %(bar)s %(unit)s bar") % words

    @property
    def width(self) -> int:
        return max(SHORTEST, self.plates[-1].x + self.plates[-1].width + 24 if self.plates else 0)


def loaded(weight: Decimal, unit: Unit, stock: Stock | None) -> Loaded | None:
    """The plates for `weight` on what `stock` holds; None where it cannot be loaded exactly, or nothing is hung."""
    exact = load(weight, unit, stock).exact if stock else None
    if stock is None or exact is None:
        return None
    return Loaded(stock.bar, stock.unit, _drawn(exact.per_side))


def _drawn(side: Iterable[Plate]) -> list[DrawnPlate]:
    x, drawn = COLLAR, []
    for plate in side:
        kilograms = float(grams(plate.size, plate.unit)) / 1000
        text = spoken(plate.size)
        width = 26 if kilograms >= 9 or len(text) > 2 else 22
        height = _LIGHTEST + round((HEIGHT - _LIGHTEST) * min(kilograms / _HEAVIEST_KG, 1) ** 0.6)
        colour = next(name for least, name in _COLOURS if kilograms >= least)
        drawn.append(DrawnPlate(text, colour, x, width, height // 2 * 2))
        x += width + GAP
    return drawn
