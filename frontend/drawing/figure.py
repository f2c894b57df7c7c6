"""One articulated figure, seen from the side and facing right, for the pictures of the exercises.

LENGTH holds the bones, in px, of a person about 165 px tall. PROFILE holds stations (t, front, back) for each limb: at
fraction t of the bone the flesh reaches `front` px before it and `back` px behind it. Angles are in degrees, 0 is
upright: a positive shank or trunk leans forward, a positive thigh sends the hip backwards. Working muscles are areas
between the bone and the profile, so they always fit the limb. The figure may lie on its back or its front as well: what
is its front follows from its bones.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from geometry import Point, k
from scene import Scene

FLOOR = 0.0  # up is negative
LENGTH = {
    "shank": 39, "thigh": 40, "torso": 47, "neck": 9, "upper": 29, "fore": 27, "ankle": 7,
}  # fmt: skip
PROFILE = {
    "thigh": [(0, 9.5, 9), (0.3, 12, 11), (0.68, 9.8, 9.2), (1, 7, 6.4)],  # hip to knee
    "shank": [(0, 6.8, 6.6), (0.28, 5.8, 9.2), (0.55, 4.8, 7.2), (0.82, 3.8, 3.9), (1, 3.8, 4)],  # knee to ankle
    "torso": [(0, 11, 11), (0.34, 10, 8.6), (0.66, 13, 11), (0.88, 11.6, 11.4), (1, 8, 9)],  # hip to shoulder
    "upper": [(0, 7.4, 7.4), (0.4, 6.4, 6.2), (1, 4.4, 4.4)],  # shoulder to elbow
    "fore": [(0, 4.4, 4.4), (0.35, 4.9, 4.7), (0.82, 3.2, 3.2), (1, 4, 4)],  # elbow to hand
}


def go(start: Point, way: float, degrees: float) -> Point:
    """`way` px from a point, in a direction so many degrees forward of straight up."""
    angle = math.radians(degrees)
    return (start[0] + way * math.sin(angle), start[1] - way * math.cos(angle))


def lean(a: Point, b: Point) -> float:
    """How far the way from a to b leans forward of straight up, in degrees."""
    return math.degrees(math.atan2(b[0] - a[0], a[1] - b[1]))


def two_bones(a: Point, c: Point, first: float, second: float, bend: int) -> Point:
    """The joint between two bones from a to c; bend = +1 or -1 picks the side."""
    dx, dy = c[0] - a[0], c[1] - a[1]
    whole = math.hypot(dx, dy)
    far = min(whole, (first + second) * 0.999)
    along = (first * first - second * second + far * far) / (2 * far)
    off = math.sqrt(max(0.0, first * first - along * along)) * bend
    ux, uy = dx / whole, dy / whole
    return (a[0] + ux * along - uy * off, a[1] + uy * along + ux * off)


class Limb:
    """A bone from p to q with its flesh; side = +1 if its front lies left of the way from p to q."""

    def __init__(self, kind: str, p: Point, q: Point, side: int = 1) -> None:
        self.stations, self.p, self.q = PROFILE[kind], p, q
        self.length = math.hypot(q[0] - p[0], q[1] - p[1])
        self.along = ((q[0] - p[0]) / self.length, (q[1] - p[1]) / self.length)
        self.front = (self.along[1] * side, -self.along[0] * side)

    def at(self, t: float, off: float = 0.0) -> Point:
        return (
            self.p[0] + (self.q[0] - self.p[0]) * t + self.front[0] * off,
            self.p[1] + (self.q[1] - self.p[1]) * t + self.front[1] * off,
        )

    def width(self, t: float, front: bool = True) -> float:
        side = 1 if front else 2
        for a, b in zip(self.stations, self.stations[1:], strict=False):
            if a[0] <= t <= b[0]:
                return a[side] + (b[side] - a[side]) * (t - a[0]) / (b[0] - a[0])
        raise ValueError(f"t={t} is not on the bone")

    def outline(self) -> list[Point]:
        first, last = self.stations[0], self.stations[-1]
        caps = [(station[1] + station[2]) / 2 / self.length for station in (first, last)]
        fore = [self.at(t, front) for t, front, _ in self.stations]
        back = [self.at(t, -rear) for t, _, rear in reversed(self.stations)]
        return [self.at(-caps[0]), *fore, self.at(1 + caps[1]), *back]

    def belly(self, front: bool, start: float, end: float, core: float = 0.1) -> list[Point]:
        """A muscle on one side of the bone, pointed at both ends."""
        side = 1 if front else -1
        ts = [start + (end - start) * share for share in (0.14, 0.36, 0.62, 0.84)]
        outer = [self.at(t, side * (self.width(t, front) - 0.8)) for t in ts]
        inner = [self.at(t, side * self.width(t, front) * core) for t in (ts[2], ts[1])]
        tips = [k(*self.at(t, side * self.width(t, front) * 0.5)) for t in (start, end)]
        return [tips[0], *outer, tips[1], *inner]


class Leg:
    """Hip to toes; `pitch` is how far the heel is lifted, in degrees; without one the foot stands square to the shank.
    `toes` = False where they touch nothing, so that they do not bend."""

    def __init__(self, hip: Point, knee: Point, ankle: Point, pitch: float | None = None, *, toes: bool = True) -> None:
        self.thigh, self.shank = Limb("thigh", hip, knee), Limb("shank", knee, ankle)
        self.hip, self.knee, self.ankle, self.toes = hip, knee, ankle, toes
        square = math.degrees(math.atan2(-self.shank.along[0], self.shank.along[1]))
        self.pitch = square if pitch is None else pitch

    def foot(self) -> list[Point]:
        """The foot; where the heel rises, the toes stay flat and bend at the ball."""
        angle, sole = math.radians(self.pitch), LENGTH["ankle"]

        def turned(x: float, y: float) -> Point:
            return (
                self.ankle[0] + x * math.cos(angle) - y * math.sin(angle),
                self.ankle[1] + x * math.sin(angle) + y * math.cos(angle),
            )

        ball = turned(12.5, sole)
        toes = [turned(15.5, 2.6), turned(20, 4), turned(20.6, 6.6)]
        if self.toes and 0 < self.pitch < 75:
            toes = [(ball[0] + 4, ball[1] - 5), (ball[0] + 8.4, ball[1] - 3), (ball[0] + 9, ball[1] - 0.3)]
        arch, heel = turned(4.5, sole - 0.9), [turned(-3.5, sole), turned(-7.4, sole - 0.6), turned(-7.2, 0.6)]
        return [turned(-4.2, -5), turned(4.2, -5), turned(8.5, -0.6), *toes, ball, arch, *heel]

    def loops(self) -> list[list[Point]]:
        return [self.thigh.outline(), self.shank.outline(), self.foot()]

    def bones(self) -> list[Point]:
        angle = math.radians(self.pitch)
        x, y = 13.0, LENGTH["ankle"] - 3.0
        toe = (
            self.ankle[0] + x * math.cos(angle) - y * math.sin(angle),
            self.ankle[1] + x * math.sin(angle) + y * math.cos(angle),
        )
        return [self.hip, self.knee, self.ankle, toe]

    def areas(self) -> dict[str, list[Point]]:
        """Where the muscles of this leg are, by group."""
        return {
            "quadriceps": self.thigh.belly(True, 0.06, 0.97),
            "hamstrings": self.thigh.belly(False, 0.2, 1.0),
            "calves": self.shank.belly(False, 0.0, 0.82),
        }


# The head in profile, about its middle: (forward, up) in px.
HEAD = [
    (-4.6, -8.6), (-8.6, -3.4), (-9.2, 2.6), (-6.2, 8), (0, 10.2), (5.6, 8), (8, 3.6), (8.2, 1), (10.6, -2), (9, -3.2),
    (9.1, -5.4), (8.4, -8.6), (4.6, -9.6), (1.6, -8.4),
]  # fmt: skip


class Figure:
    """Near leg and trunk, a far leg where it differs, an arm that holds something at `hand`.

    `torso` leans, or ends at a `shoulder`; `elbow` = +1 or -1 picks the side it bends to, or says where
    it is (an arm that comes towards us looks shorter than it is); `look` tilts the head.
    """

    def __init__(
        self,
        near: Leg,
        far: Leg | None,
        torso: float | Point,
        hand: Point,
        *,
        elbow: int | Point = 1,
        look: float = 0,
    ) -> None:
        self.near, self.far, self.hand = near, far, hand
        angle = lean(near.hip, torso) if isinstance(torso, tuple) else torso
        self.shoulder = go(near.hip, LENGTH["torso"], angle)
        self.trunk = Limb("torso", near.hip, self.shoulder, -1)
        neck = go(self.shoulder, LENGTH["neck"], angle * 0.85 + look)
        self.tilt = angle * 0.85 + look
        self.head = go(neck, 10, self.tilt)
        if isinstance(elbow, tuple):
            bend = elbow
        else:
            bend = two_bones(self.shoulder, hand, LENGTH["upper"], LENGTH["fore"], elbow)
        self.elbow = bend
        fist = [go(hand, 4.9, 60 * n) for n in range(6)]
        self.arm = [Limb("upper", self.shoulder, bend).outline(), Limb("fore", bend, hand).outline(), fist]

    def profile(self) -> list[Point]:
        """The head's outline, tilted with the neck."""
        turn = math.radians(self.tilt)
        return [
            (
                self.head[0] + x * math.cos(turn) + y * math.sin(turn),
                self.head[1] + x * math.sin(turn) - y * math.cos(turn),
            )
            for x, y in HEAD
        ]

    def buttock(self, grow: float = 0.0) -> list[Point]:
        """The form round the back of the hip, between trunk and thigh; rounder in a deep bend."""
        trunk, thigh, hip = self.trunk, self.near.thigh, self.near.hip

        def behind(share: float, limb: Limb) -> Point:
            x = share * trunk.front[0] + (1 - share) * thigh.front[0]
            y = share * trunk.front[1] + (1 - share) * thigh.front[1]
            size = math.hypot(x, y) or 1
            reach = 13.6 + grow + 6 * max(0.0, 0.97 - size)
            return (hip[0] - x / size * reach + limb.along[0] * 3.5, hip[1] - y / size * reach + limb.along[1] * 3.5)

        upper = k(*trunk.at(0.32, -(trunk.width(0.32, False) + grow - 0.3)))
        lower = k(*thigh.at(0.3, -(thigh.width(0.3, False) + grow - 0.2)))
        return [upper, behind(0.72, trunk), behind(0.28, thigh), lower, thigh.at(0.12, -3), trunk.at(0.1, -3)]

    def body(self) -> list[list[Point]]:
        neck = Limb("fore", self.shoulder, self.head)
        throat = [k(*neck.at(t, w)) for t, w in ((-0.1, 7), (0.8, 4.6), (0.8, -5), (-0.1, -7))]
        return [self.trunk.outline(), throat, self.profile(), *self.near.loops(), self.buttock()]

    def other(self, scene: Scene, hand: Point) -> None:
        """The far arm, where it does something else: draw it first."""
        bend = two_bones(self.shoulder, hand, LENGTH["upper"], LENGTH["fore"], 1)
        scene.bone("far", self.shoulder, bend, hand)
        fist = [go(hand, 4.9, 60 * n) for n in range(6)]
        scene.area("far", Limb("upper", self.shoulder, bend).outline(), Limb("fore", bend, hand).outline(), fist)

    def strand(self, group: str) -> list[Point]:
        """Where the pictogram has a muscle: a line along the limb, on its side of the bone."""
        if group == "glutes":
            return [self.trunk.at(0.14, -5), self.near.thigh.at(0.12, -5)]
        limb = self.near.shank if group == "calves" else self.near.thigh
        side = 3.5 if group == "quadriceps" else -3.5
        return [limb.at(0.08 if group == "calves" else 0.25, side), limb.at(0.6 if group == "calves" else 0.85, side)]

    def draw(self, scene: Scene, work: Sequence[str]) -> None:
        """Far leg, body, working muscles, arm: onto what already stands in the scene."""
        if self.far:
            scene.area("far", *self.far.loops())
            scene.bone("far", *self.far.bones())
        scene.area("near", *self.body())
        areas = {**self.near.areas(), "glutes": self.buttock(-0.8)}
        for group in ("glutes", "hamstrings", "quadriceps", "calves"):
            if group in work:
                scene.area(group, areas[group])
        scene.area("near", *self.arm)
        scene.bone("near", self.shoulder, *self.near.bones())
        for group in work:
            scene.bone(group, *self.strand(group))
        scene.bone("near", self.shoulder, self.elbow, self.hand)
        scene.heads.append(self.head)


def standing(x: float, shank: float = 2, thigh: float = 3, floor: float = FLOOR) -> Leg:
    """A leg on its whole foot, the ankle at x."""
    ankle = (x, floor - LENGTH["ankle"])
    knee = go(ankle, LENGTH["shank"], shank)
    return Leg(go(knee, LENGTH["thigh"], -thigh), knee, ankle, 0)


def reaching(hip: Point, ankle: Point, pitch: float | None = None, *, bend: int = -1, toes: bool = True) -> Leg:
    """A leg from the hip to where its foot is: the knee follows; bend = -1 is forward of the way down."""
    return Leg(hip, two_bones(hip, ankle, LENGTH["thigh"], LENGTH["shank"], bend), ankle, pitch, toes=toes)
