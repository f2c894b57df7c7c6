"""Curves as the text of an SVG path: relative, rounded without drift, short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geometry import Point, Segment


def number(value: float, digits: int = 1) -> str:
    """As few characters as SVG allows: 12, .5, -3.2."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("-0.", "-.") if text.startswith("-0.") else text
    text = text[1:] if text.startswith("0.") else text
    return "0" if text in ("", "-0", "-") else text


def numbers(values: Iterable[float], digits: int = 1) -> str:
    out = ""
    for value in values:
        text = number(value, digits)
        out += text if not out or text.startswith("-") else " " + text
    return out


def path(segments: Sequence[Segment], close: bool = True, digits: int = 1) -> str:
    """One relative cubic path. Rounding the absolute points first keeps errors from adding up."""

    def rounded(point: Point) -> Point:
        return (round(point[0], digits), round(point[1], digits))

    at = rounded(segments[0][0])
    out = f"M{numbers(at, digits)}c"
    for n, (_, *rest) in enumerate(segments):
        way = [rounded(point) for point in rest]
        text = numbers([part for point in way for part in (point[0] - at[0], point[1] - at[1])], digits)
        out += text if n == 0 or text.startswith("-") else " " + text
        at = way[-1]
    return out + ("z" if close else "")
