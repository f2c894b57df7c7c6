"""One articulated figure, seen from the side and facing right, for the pictures of the exercises.

LENGTH holds the bones, in px, of a person about 165 px tall. PROFILE holds stations (t, front, back) for each limb: at
fraction t of the bone the flesh reaches `front` px before it and `back` px behind it. Angles are in degrees, 0 is
upright: a positive shank or trunk leans forward, a positive thigh sends the hip backwards. Working muscles are areas
between the bone and the profile, so they always fit the limb.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from geometry import Point, k, loop
from paths import path

FLOOR = 186.0
SCALE = 4  # file units for each px: whole numbers keep the files small
LENGTH = {
    "shank": 39, "thigh": 40, "torso": 45, "neck": 9, "upper": 27, "fore": 25, "ankle": 7,
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


def shape(*loops: Sequence[Point]) -> str:
    """One path of several closed forms, all wound the same way, so that they unite."""
    out = ""
    for points in loops:
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
        scaled = [(p[0] * SCALE, p[1] * SCALE, *p[2:]) for p in points]
        out += path(loop(scaled if area > 0 else scaled[::-1]), digits=0)
    return out


class Leg:
    """Hip to toes; `pitch` is how far the heel is lifted, in degrees."""

    def __init__(self, hip: Point, knee: Point, ankle: Point, pitch: float = 0) -> None:
        self.thigh, self.shank = Limb("thigh", hip, knee), Limb("shank", knee, ankle)
        self.hip, self.ankle, self.pitch = hip, ankle, pitch

    def foot(self) -> list[Point]:
        """The foot; where the heel rises, the toes stay flat and bend at the ball."""
        angle, sole = math.radians(self.pitch), LENGTH["ankle"]

        def turned(x: float, y: float, by: float = angle) -> Point:
            return (
                self.ankle[0] + x * math.cos(by) - y * math.sin(by),
                self.ankle[1] + x * math.sin(by) + y * math.cos(by),
            )

        ball = turned(12.5, sole)
        toes = [turned(18.4, 4), turned(19, sole)]
        if 0 < self.pitch < 70:
            toes = [(ball[0] + 6, ball[1] - 3.4), (ball[0] + 7, ball[1] - 0.2)]
        heel = [turned(-7, sole), turned(-7.6, 2)]
        return [turned(-4.2, -4), turned(4.2, -4), turned(10, 1), *toes, ball, *heel]

    def path(self) -> str:
        return shape(self.thigh.outline(), self.shank.outline(), self.foot())


class Figure:
    """Near leg and trunk, a far leg where it differs, an arm that holds something at `hand`."""

    def __init__(
        self, near: Leg, far: Leg | None, torso: float, hand: Point, *, elbow: int = 1, look: float = 0
    ) -> None:
        self.near, self.far, self.hand = near, far, hand
        self.shoulder = go(near.hip, LENGTH["torso"], torso)
        self.trunk = Limb("torso", near.hip, self.shoulder, -1)
        neck = go(self.shoulder, LENGTH["neck"], torso * 0.75 + look)
        self.head = go(neck, 10, torso * 0.7 + look)
        bend = two_bones(self.shoulder, hand, LENGTH["upper"], LENGTH["fore"], elbow)
        self.arm = shape(Limb("upper", self.shoulder, bend).outline(), Limb("fore", bend, hand).outline())

    def buttock(self, grow: float = 0.0) -> list[Point]:
        """The form round the back of the hip, between trunk and thigh; rounder in a deep bend."""
        trunk, thigh, hip = self.trunk, self.near.thigh, self.near.hip

        def behind(share: float, limb: Limb) -> Point:
            x = share * trunk.front[0] + (1 - share) * thigh.front[0]
            y = share * trunk.front[1] + (1 - share) * thigh.front[1]
            size = math.hypot(x, y) or 1
            reach = 14.4 + grow + 7 * max(0.0, 0.97 - size)
            return (hip[0] - x / size * reach + limb.along[0] * 3.5, hip[1] - y / size * reach + limb.along[1] * 3.5)

        upper = k(*trunk.at(0.34, -(trunk.width(0.34, False) + grow - 0.3)))
        lower = k(*thigh.at(0.3, -(thigh.width(0.3, False) + grow - 0.2)))
        return [upper, behind(0.72, trunk), behind(0.28, thigh), lower, thigh.at(0.12, -3), trunk.at(0.1, -3)]

    def body(self) -> str:
        near = self.near
        around = [math.radians(60 * n) for n in range(6)]
        head = [(self.head[0] + 8.8 * math.cos(a), self.head[1] + 10 * math.sin(a)) for a in around]
        neck = Limb("fore", self.shoulder, self.head)
        throat = [k(*neck.at(t, w)) for t, w in ((-0.1, 7), (0.8, 5), (0.8, -5), (-0.1, -7))]
        limbs = [near.thigh.outline(), near.shank.outline(), near.foot(), self.buttock()]
        return shape(self.trunk.outline(), throat, head, *limbs)

    def draw(self, work: Sequence[str], held: str = "") -> str:
        """Far leg, what is held behind the arm, body, working muscles, arm."""
        near = self.near
        areas = {
            "quadriceps": lambda: near.thigh.belly(True, 0.04, 0.97),
            "hamstrings": lambda: near.thigh.belly(False, 0.2, 1.0),
            "glutes": lambda: self.buttock(-0.8),
            "calves": lambda: near.shank.belly(False, 0.0, 0.82),
        }
        out = f'<path class="far" d="{self.far.path()}"/>' if self.far else ""
        out += f'{held}<path class="near" d="{self.body()}"/>'
        out += "".join(f'<path class="{group}" d="{shape(areas[group]())}"/>' for group in work)
        return out + f'<path class="near" d="{self.arm}"/>'
