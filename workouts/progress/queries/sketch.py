"""A small line of one exercise's course as an SVG path: for comparing shapes, not for reading values."""

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from workouts.progress.queries.series import Series

# The picture's units. At the right, ROOM for the newest value in words; above, HEAD for the highest.
WIDTH, HEIGHT, MARGIN, ROOM, HEAD = 300, 96, 8, 64, 14
# Half of a value's words, which must not leave the picture.
HALF = 22


@dataclass(frozen=True, slots=True)
class Sketch:
    """The line, its breaks of more than 14 days, the newest point with its value; the lowest and the highest value as
    text, and where the highest is named: nowhere if it is the newest."""

    line: str
    breaks: str
    x: int
    y: int
    newest: str
    low: str
    high: str
    peak: tuple[int, int] | None
    width: int = WIDTH
    height: int = HEIGHT
    head: int = HEAD

    @property
    def end(self) -> int:
        """Where the days end, and the words begin."""
        return self.width - ROOM

    @property
    def whole(self) -> int:
        return self.height + self.head


def sketch(series: Series, first: datetime.date, last: datetime.date) -> Sketch | None:
    """The points of `series` between two days; None without a point."""
    points = series.points
    if not points:
        return None
    values = [point.figure.value for point in points]
    low, high = min(values), max(values)
    days = max((max(last, points[-1].session.day) - first).days, 1)

    def x(day: datetime.date) -> int:
        return MARGIN + (WIDTH - ROOM - 2 * MARGIN) * (day - first).days // days

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
    top = places[values.index(high)]
    peak = None if values[-1] == high else (max(top[0], HALF), top[1])
    return Sketch(line, breaks, *places[-1], texts[values[-1]], texts[low], texts[high], peak)
