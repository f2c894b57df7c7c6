"""Loadings: both worked stocks, short ones, both units mixed, and random ones."""

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.science.gear import KG_PAIRS, LB_PAIRS
from workouts.science.plates import Loading, Plate, Stock, load
from workouts.science.units import Unit, plain

KG, LB = Unit.KG, Unit.LB
Sizes = list[tuple[str, Unit, int]]

STOCKS: list[tuple[str, Unit, Sizes]] = [
    ("20", KG, [(size, KG, pairs) for size, pairs in KG_PAIRS]),
    ("45", LB, [(size, LB, pairs) for size, pairs in LB_PAIRS]),
    # The largest that fits is wrong: 60 kg is 20 and ten, and no 25 goes with it.
    ("20", KG, [("25", KG, 1), ("20", KG, 1), ("10", KG, 1)]),
    # Ties: two ways to the same total with as many plates.
    ("20", KG, [("20", KG, 1), ("15", KG, 2), ("10", KG, 2), ("5", KG, 2)]),
    ("20", KG, [("20", KG, 2), ("10", KG, 1), ("45", LB, 2), ("5", LB, 1)]),
    ("0", KG, [("20", KG, 8), ("1.25", KG, 2)]),
    ("7.5", KG, []),
    ("20.41", KG, [("10.01", KG, 3), ("0.25", KG, 1)]),
]  # fmt: skip
TOTALS = [
    "0", "7.5", "20", "22.5", "60", "62.5", "62,5", "61", "80", "97.003", "100", "100.004", "100.006", "135", "225",
    "227.5", "315", "999",
]  # fmt: skip
RANDOM = 60


def vectors(chance: random.Random) -> Iterator[dict[str, Any]]:
    for bar, unit, sizes in STOCKS:
        for total in TOTALS:
            for asked in Unit:
                yield _vector(total, asked, bar, unit, sizes)
    for _ in range(RANDOM):
        unit = chance.choice(list(Unit))
        pool = [size for _bar, of, sizes in STOCKS for size in sizes if size[1] == unit]
        drawn = {size: chance.randint(1, 3) for size, _unit, _pairs in chance.sample(pool, 4)}
        sizes = [(size, unit, pairs) for size, pairs in drawn.items()]
        total = plain(Decimal(chance.randint(40, 800)) / 4)
        yield _vector(total, unit, chance.choice(["0", "15", "20"]), unit, sizes)


def _vector(total: str, asked: Unit, bar: str, unit: Unit, sizes: Sizes) -> dict[str, Any]:
    stock = Stock(Decimal(bar), unit, tuple(Plate(Decimal(size), of, pairs) for size, of, pairs in sizes))
    answer = load(Decimal(total.replace(",", ".")), asked, stock)
    return {
        "total": total,
        "unit": asked.value,
        "stock": {
            "bar": bar,
            "unit": unit.value,
            "plates": [{"size": size, "unit": of.value, "pairs": pairs} for size, of, pairs in sizes],
        },
        "exact": _loading(answer.exact),
        "below": _loading(answer.below),
        "above": _loading(answer.above),
    }


def _loading(loading: Loading | None) -> dict[str, Any] | None:
    if loading is None:
        return None
    sides = [{"size": plain(plate.size), "unit": plate.unit.value} for plate in loading.per_side]
    return {"per_side": sides, "grams": plain(loading.total_grams)}
