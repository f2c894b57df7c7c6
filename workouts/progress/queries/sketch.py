"""A small line of one exercise's course as an SVG path: for comparing shapes, not for reading values."""

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from workouts.progress.queries.series import Series

WIDTH, HEIGHT, MARGIN = 300, 96, 8


@dataclass(frozen=True, slots=True)
class Sketch:
    """The line, its breaks of more than 14 days, the newest point; the lowest and the highest value as text."""

    line: str
    breaks: str
    x: int
    y: int
    low: str
    high: str
    width: int = WIDTH
    height: int = HEIGHT


def sketch(series: Series, first: datetime.date, last: datetime.date) -> Sketch | None:
    """The points of `series` between two days; None without a point."""
    points = series.points
    if not points:
        return None
    values = [point.figure.value for point in points]
    low, high = min(values), max(values)
    days = max((max(last, points[-1].session.day) - first).days, 1)

    def x(day: datetime.date) -> int:
        return MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days // days

    def y(value: Decimal) -> int:
        # A course without change runs through the middle.
        part = (value - low) / (high - low) if high > low else Decimal("0.5")
        return int((HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * part).quantize(Decimal(1), ROUND_HALF_UP))

    places = [(x(point.session.day), y(point.figure.value)) for point in points]
    line, breaks = f"M{places[0][0]} {places[0][1]}", ""
    for (x0, y0), (x1, y1), point in zip(places, places[1:], points[1:], strict=False):
        if point.off:
            breaks += f"M{x0} {y0}L{x1} {y1}"
            line += f"M{x1} {y1}"
        else:
            line += f"L{x1} {y1}"
    texts = {point.figure.value: point.figure.text for point in points}
    return Sketch(line, breaks, *places[-1], texts[low], texts[high])
