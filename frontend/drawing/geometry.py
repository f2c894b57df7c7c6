"""Curves and polygons of the drawing, in px; y points down. Standard library only."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

Point = tuple[float, ...]  # (x, y), or (x, y, 1) for a corner
Segment = tuple[Point, Point, Point, Point]  # a cubic Bezier: start, two handles, end


def k(x: float, y: float) -> Point:
    """A corner: the spline does not run smoothly through it."""
    return (x, y, 1)


def length(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def _tangent(a: Point, b: Point, c: Point, scale: float) -> Point:
    """Centripetal Catmull-Rom tangent at b between the neighbours a and c."""
    da, dc = math.sqrt(length(a, b) or 1e-6), math.sqrt(length(b, c) or 1e-6)
    return tuple(
        ((b[n] - a[n]) / da - (c[n] - a[n]) / (da + dc) + (c[n] - b[n]) / dc) * math.sqrt(scale) for n in (0, 1)
    )


def _toward(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def spline(points: Sequence[Point], closed: bool = False) -> list[Segment]:
    """Cubic segments through all points; an open end bends as its inner neighbour does."""
    n = len(points)
    segments = []
    for at in range(n if closed else n - 1):
        start, end = points[at % n], points[(at + 1) % n]
        chord = length(start, end) or 1e-6
        first: Point | None = None
        last: Point | None = None
        if closed or at > 0:
            way = _tangent(points[(at - 1) % n], start, end, chord)
            first = (start[0] + way[0] / 3, start[1] + way[1] / 3)
        if closed or at + 2 < n:
            way = _tangent(start, end, points[(at + 2) % n], chord)
            last = (end[0] - way[0] / 3, end[1] - way[1] / 3)
        if first is None and last is None:
            first, last = _toward(start, end, 1 / 3), _toward(start, end, 2 / 3)
        elif first is None:
            first = _toward(start, last or end, 0.5)
        elif last is None:
            last = _toward(end, first, 0.5)
        segments.append((start[:2], first or start, last or end, end[:2]))
    return segments


def loop(points: Sequence[Point]) -> list[Segment]:
    """A closed outline; its corners split it into open splines."""
    corners = [at for at, point in enumerate(points) if len(point) > 2]
    if not corners:
        return spline(points, closed=True)
    turned = [*points[corners[0] :], *points[: corners[0]]]
    segments, run = [], [turned[0][:2]]
    for point in [*turned[1:], turned[0]]:
        run.append(point[:2])
        if len(point) > 2:
            segments += spline(run)
            run = [point[:2]]
    return segments


def sample(segments: Sequence[Segment], steps: int = 10) -> list[Point]:
    """Points along the segments, `steps` for each."""
    out = [segments[0][0]]
    for a, b, c, d in segments:
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            out.append(tuple(u**3 * a[n] + 3 * u * u * t * b[n] + 3 * u * t * t * c[n] + t**3 * d[n] for n in (0, 1)))
    return out


def resample(line: Sequence[Point], count: int) -> list[Point]:
    """`count` points along a polyline, evenly spaced by length."""
    walked = [0.0]
    for a, b in itertools.pairwise(line):
        walked.append(walked[-1] + length(a, b))
    out, at = [], 0
    for n in range(count):
        want = walked[-1] * n / (count - 1)
        while at < len(walked) - 2 and walked[at + 1] < want:
            at += 1
        share = (want - walked[at]) / ((walked[at + 1] - walked[at]) or 1e-6)
        out.append(_toward(line[at], line[at + 1], share))
    return out


def one_cubic(line: Sequence[Point]) -> list[Segment]:
    """A single cubic through the ends and thirds of a gently bent line."""
    p = resample(line, 4)
    first = tuple((-5 * p[0][n] + 18 * p[1][n] - 9 * p[2][n] + 2 * p[3][n]) / 6 for n in (0, 1))
    last = tuple((2 * p[0][n] - 9 * p[1][n] + 18 * p[2][n] - 5 * p[3][n]) / 6 for n in (0, 1))
    return [(p[0], first, last, p[3])]


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    x, y = point[0], point[1]
    hit = False
    for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            hit = not hit
    return hit


def distance(point: Point, polygon: Sequence[Point]) -> float:
    """From a point to the nearest edge."""
    best = math.inf
    for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        dx, dy = b[0] - a[0], b[1] - a[1]
        t = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy or 1e-9)))
        best = min(best, math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy))
    return best
