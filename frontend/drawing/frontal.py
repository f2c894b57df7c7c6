"""Seen from the front: the seated machines that move the knees apart and together."""

from __future__ import annotations

from collections.abc import Sequence

from figure import LENGTH, PROFILE, go
from geometry import Point
from scene import Scene

HIPS = -56.0  # how high the seat holds them


def _limb(p: Point, q: Point, stations: Sequence[tuple[float, float]]) -> list[Point]:
    """The outline of a limb from p to q, as wide to either side: (fraction of the way, half its width)."""
    dx, dy = q[0] - p[0], q[1] - p[1]
    size = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / size, dy / size
    way = [(p[0] + dx * t, p[1] + dy * t, w) for t, w in stations]
    one = [(x + uy * w, y - ux * w) for x, y, w in way]
    other = [(x - uy * w, y + ux * w) for x, y, w in reversed(way)]
    first, last = stations[0][1], stations[-1][1]
    return [(p[0] - ux * first, p[1] - uy * first), *one, (q[0] + ux * last, q[1] + uy * last), *other]


SHANK = [(t, (a + b) / 2) for t, a, b in PROFILE["shank"]]
ARM = [(0, 6.6), (0.4, 6), (1, 4.4)]


def _leg(side: int, spread: float) -> tuple[list[list[Point]], Point]:
    """Thigh (coming towards us, so it looks short), shank and foot of one side; and its knee."""
    hip, knee = (side * 9.0, HIPS), (side * spread, HIPS + 8)
    ankle = (side * (spread + 1), knee[1] + LENGTH["shank"])
    foot: list[Point] = [(ankle[0] - 5, ankle[1] - 5), (ankle[0] + 5, ankle[1] - 5), (ankle[0] + 7.5, ankle[1] + 5),
            (ankle[0] + 5, ankle[1] + 8.6), (ankle[0] - 5, ankle[1] + 8.6), (ankle[0] - 7.5, ankle[1] + 5)]  # fmt: skip
    return [_limb(hip, knee, [(0, 11.5), (0.5, 11), (1, 9)]), _limb(knee, ankle, SHANK), foot], knee


def _trunk() -> list[list[Point]]:
    top = HIPS - LENGTH["torso"]
    right = [(8, top - 4), (17, top), (19, top + 8), (15.5, top + 22), (13, top + 31), (16, HIPS + 2), (10, HIPS + 9)]
    trunk: list[Point] = [(0.0, top - 5), *right, *[(-x, y) for x, y in reversed(right)]]
    head: list[Point] = [
        go((0, top - 20), r, a) for a, r in ((0, 10.4), (60, 8.8), (120, 8.2), (180, 10.6), (240, 8.2), (300, 8.8))
    ]
    neck: list[Point] = [(-5.0, top - 13), (5.0, top - 13), (6.5, top), (-6.5, top)]
    return [trunk, head, neck]


def _sitting(scene: Scene, spread: float, side_of_pad: int, work: Sequence[str]) -> None:
    scene.block(-20, HIPS - 44, 20, HIPS + 12)
    scene.line([(0, HIPS + 12), (0, 0)], 4)
    scene.line([(-24, -1.2), (24, -1.2)], 2.4)
    shoulder, grip = HIPS - LENGTH["torso"] + 5, HIPS + 4
    scene.area("near", *_trunk())
    scene.heads.append((0, HIPS - LENGTH["torso"] - 20))
    scene.bone("near", (-16, shoulder), (16, shoulder), (10, HIPS), (-10, HIPS), (-16, shoulder))
    for side in (-1, 1):
        elbow, hand = (side * 27.0, shoulder + 28), (side * 25.0, grip)
        scene.line([(hand[0], grip - 6), (hand[0], grip + 10), (side * 6, grip + 14)], 2.4)
        fist = [go(hand, 4.6, 60 * n) for n in range(6)]
        scene.bone("near", (side * 17.5, shoulder), elbow, hand)
        scene.area("near", _limb((side * 17.5, shoulder), elbow, ARM), _limb(elbow, hand, [(0, 4.6), (1, 3.8)]), fist)
    for side in (-1, 1):
        loops, knee = _leg(side, spread)
        scene.area("near", *loops)
        scene.bone("near", (side * 9.0, HIPS), knee, (knee[0], -8.0))
        if "glutes" in work:
            outline = ((9, -12), (15, -14), (20, -7), (19.5, 2), (15, 0))
            scene.bone("glutes", (side * 12.0, HIPS - 10), (side * 14.0, HIPS))
            scene.area("glutes", [(side * x, HIPS + y) for x, y in outline])
        at = knee[0] + side * side_of_pad * 10.5
        scene.line([(at, knee[1] - 7), (at, knee[1] + 9)], 5)


def hip_abduction(scene: Scene, end: bool, work: Sequence[str]) -> None:
    _sitting(scene, 34 if end else 12, 1, work)


def hip_adduction(scene: Scene, end: bool, work: Sequence[str]) -> None:
    _sitting(scene, 12 if end else 34, -1, work)
