"""The body's outline, shared by both views.

Everything is drawn once, for one leg: x runs outwards from the midline of the body, y points down, in px.
Muscles are pinned to the outline with `o(y, d)` and `i(y, d)`, so that they follow when it is changed.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from geometry import Point, k, loop, sample, spline
from paths import path

# The hip is cut here, as a plate in an atlas is: no waistband, only the end of the picture.
TOP = 58.0

OUTER: list[Point] = [
    (101, 20),
    (100.5, 44),
    (105, 68),
    (115, 94),
    (126, 126),
    (136, 162),
    (143.5, 201.2),
    (148.5, 245.9),
    (150, 290.6),
    (147.5, 335.3),
    (141.5, 380),
    (133, 424.7),
    (124, 465),
    (117, 495.2),
    (113.5, 522.9),
    (112.5, 542.5),
    (115, 562.2),
    (121, 587.1),
    (125.5, 613.9),
    (125, 640.7),
    (120, 676.4),
    (113, 712.1),
    (106, 747.8),
    (101.5, 779),
    (102, 796.8),
    (105, 812),
]
INNER: list[Point] = [
    (3, 246),
    (8, 270),
    (14, 313),
    (20.5, 357.7),
    (26, 402.4),
    (28, 438),
    (28.5, 469),
    (32, 498),
    (38.5, 524),
    (40, 544),
    (36.5, 566),
    (31, 592),
    (28, 618),
    (28, 641),
    (32.5, 667),
    (41, 699.6),
    (50, 731.7),
    (56, 762.9),
    (57, 785),
    (54, 803),
]
# The foot continues OUTER downwards and round to INNER.
FOOT_FRONT: list[Point] = [
    (103, 826),
    (104, 838),
    (109, 850),
    (115, 861),
    (115, 870),
    k(107.5, 871),
    (103, 878),
    k(96.5, 876),
    (91, 882),
    k(84.5, 880),
    (79, 885),
    k(72, 882.5),
    (64, 889),
    (53, 887),
    (47.5, 878),
    (49.5, 864),
    (55, 846),
    (57, 826),
]
FOOT_BACK: list[Point] = [
    (103, 826),
    (104, 838),
    (109, 850),
    (115, 862),
    (113, 871),
    (104, 876),
    (95, 883),
    (82, 886),
    (70, 883),
    (62, 877),
    (54, 872),
    (50.5, 862),
    (55, 845),
    (57, 826),
]
CROTCH: Point = (0, 239)

_OUTER_LINE = sample(spline(OUTER), 12)
_INNER_LINE = sample(spline(INNER), 12)


def _at(line: Sequence[Point], y: float) -> float:
    for a, b in itertools.pairwise(line):
        if a[1] <= y <= b[1]:
            return a[0] + (b[0] - a[0]) * (y - a[1]) / ((b[1] - a[1]) or 1e-9)
    raise ValueError(f"y={y} is outside the contour")


def o(y: float, d: float = 0.0) -> Point:
    """A point at height y, d px inside the outer contour."""
    return (_at(_OUTER_LINE, y) - d, y)


def i(y: float, d: float = 0.0) -> Point:
    """A point at height y, d px inside the inner contour."""
    return (_at(_INNER_LINE, y) + d, y)


def body(foot: Sequence[Point]) -> str:
    """The silhouette of half the body, closed along the midline."""
    edge = [k(*o(TOP)), *[p for p in OUTER if p[1] > TOP + 4], *foot, *INNER[::-1]]
    return path(loop([*edge, k(*CROTCH), k(0, TOP)]))


def skin(foot: Sequence[Point]) -> str:
    """The line round it, open where the picture ends: at the hip's cut and along the midline."""
    edge = [o(TOP), *[p for p in OUTER if p[1] > TOP + 4], *foot, *INNER[::-1], CROTCH]
    corners = [n for n, p in enumerate(edge) if len(p) > 2]
    out, start = "", 0
    for end in [*corners, len(edge) - 1]:
        text = path(spline([p[:2] for p in edge[start : end + 1]]), close=False)
        out += text if not out else text[text.index("c") :]
        start = end
    return out
