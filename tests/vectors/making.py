"""What Python makes of the worked examples, as JSON."""

import json
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from tests.vectors import plates, sets
from workouts.science import grids
from workouts.science.units import Refused, Unit, parse_count, parse_half_steps, parse_weight, plain

Vector = dict[str, Any]

WEIGHTS = [
    "62.5", "62,5", " 62.5 ", "\t62,5\n", "0", "00", "0.0", ".5", ",5", "5.", "5,", "1000", "1000.0001", "999.9999",
    "999.9995", "1000.0", "2200", "2200.5", "2204.62", "-1", "-0", "+5", "1e3", "1_000", "1 000", "1.000,5", "62..5",
    "", " ", "abc", "NaN", "inf", "１２", "٣", "62.5kg", "62.4999", "62.49951", "0.0005", "0.0004", "123456789012",
    "1234567890123", "0000000000062", "000000000062", "0.00000000001", "0.000000000001", "149.99999999999997",
    "\u00a062\u2003", "\ufeff62", "\x1c62\x85", "--5", "5-", "٫5", "½", "0x10", "62.5.", "1000,000", "2200,0000001",
]  # fmt: skip
NUMBERS = [
    "8", "8.0", "08", "0", "999", "1000", "-1", "8,5", "", "eight", "10", "10.5", "9.5", "0.5", "1.3", "1,5", "2.50",
    "2.5000", "2.05", "1e1", " 7 ",
]  # fmt: skip
GRIDS = [
    ["20", "22.5", "25", "30"], ["2", "4", "6", "8", "10"], ["0"], ["45", "50", "55", "60.5"], ["1.25", "2.5", "3.75"],
]  # fmt: skip
TRIED = ["0", "20", "21", "21,25", "22.5", "23.75", "24", "1.875", "30", "31", "100", "60.5", "0.001", "2,5", "5"]


def weights() -> Iterator[Vector]:
    for text in WEIGHTS:
        for unit in Unit:
            yield _read("weight", text, partial(_weight, unit=unit)) | {"unit": unit.value}
    for text in NUMBERS:
        yield _read("count", text, partial(parse_count, low=0, high=999)) | {"low": 0, "high": 999}
        for low in (0, 1):
            yield _read("half", text, partial(parse_half_steps, low=low, high=10)) | {"low": low, "high": 10}


def _weight(text: str, unit: Unit) -> Decimal:
    return parse_weight(text, unit).value


def _read(kind: str, text: str, reader: Callable[[str], Decimal | int]) -> Vector:
    try:
        return {"kind": kind, "text": text, "value": plain(Decimal(reader(text)))}
    except Refused as problem:
        return {"kind": kind, "text": text, "code": problem.code}


def steps() -> Iterator[Vector]:
    for texts in GRIDS:
        grid = grids.explicit(Decimal(text) for text in texts)
        for text in TRIED:
            weight = Decimal(text.replace(",", "."))
            up, below = grids.next_above(grid, weight), grids.next_below(grid, weight)
            yield {
                "grid": texts,
                "weight": text,
                "up": None if up is None else plain(up),
                # At the lightest there is no way down: the device's button is off there.
                "down": plain(below) if below < weight else None,
                "near": plain(grids.nearest(grid, weight)),
            }


MAKERS: dict[str, Callable[[], Iterator[Vector]]] = {
    "weights": weights,
    "steps": steps,
    "plates": lambda: plates.vectors(random.Random(4)),  # the same ones every time
    "sets": sets.vectors,
}


def path(name: str) -> Path:
    return Path(__file__).parent / f"{name}.json"


def written(name: str) -> str:
    """One example a line, so that a change of a rule shows as the lines it changes."""
    lines = ",\n".join(json.dumps(vector, ensure_ascii=True) for vector in MAKERS[name]())
    return f"[\n{lines}\n]\n"
