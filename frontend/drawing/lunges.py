"""One leg at a time: lunges, split squats and the step-up. The near leg works."""

from __future__ import annotations

from collections.abc import Sequence

from figure import LENGTH, Figure, Leg, go, reaching, standing
from gear import bench, dumbbell
from geometry import Point
from scene import Scene


def _held(scene: Scene, figure: Figure, work: Sequence[str]) -> None:
    figure.draw(scene, work)
    dumbbell(scene, figure.hand)


def _low(x: float) -> tuple[Leg, Leg]:
    """Both knees at a right angle: the front foot flat with its ankle at x, the rear knee close to the floor."""
    front = standing(x, 4, 86)
    rear_knee = go(front.hip, LENGTH["thigh"], 190)
    ankle = go(rear_knee, LENGTH["shank"], 282)
    return front, Leg(front.hip, rear_knee, (ankle[0], ankle[1]), 58)


def _hanging(hip: Point) -> Point:
    """A hand beside the hip."""
    return (hip[0] + 3, hip[1] + 9)


def walking_lunge(scene: Scene, end: bool, work: Sequence[str]) -> None:
    if end:
        near, far = _low(28)
    else:
        near = standing(0, 2, 4)
        far = reaching(near.hip, (-22, -18), 42)
    _held(scene, Figure(near, far, 4, _hanging(near.hip)), work)


def reverse_lunge(scene: Scene, end: bool, work: Sequence[str]) -> None:
    if end:
        near, far = _low(14)
        torso = 12
    else:
        near, torso = standing(14, 2, 3), 2
        far = standing(9, 2, 3)
        far = Leg(near.hip, far.knee, far.ankle, 0)
    _held(scene, Figure(near, far, torso, _hanging(near.hip)), work)


def split_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    near, far = _low(28)
    if not end:
        hip = (near.hip[0] + 4, -76.0)
        near, far = reaching(hip, near.ankle, 0), reaching(hip, far.ankle, far.pitch)
    _held(scene, Figure(near, far, 4, _hanging(near.hip)), work)


def bulgarian_split_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    top = -40.0
    near = standing(22, 10, 86) if end else reaching((8, -80), (22, -7), 0)
    ankle = (-42.0, top - 5)
    hip = near.hip
    far = Leg(hip, two_low(hip, ankle), ankle, 172, toes=False)
    bench(scene, -66, -32, top)
    _held(scene, Figure(near, far, 16 if end else 6, _hanging(hip)), work)


def two_low(hip: Point, ankle: Point) -> Point:
    """The knee of a leg whose foot lies behind the body: below and before the way between them."""
    return reaching(hip, ankle).knee


def step_up(scene: Scene, end: bool, work: Sequence[str]) -> None:
    top = -34.0
    scene.block(0, top, 48)
    if end:
        near = standing(18, 2, 3, top)
        far, torso = Leg(near.hip, go(near.hip, LENGTH["thigh"], 176), (2, top - 9), 12, toes=False), 2
        far = reaching(near.hip, (6, top - 12), 18, toes=False)
    else:
        hip = (-14.0, -82.0)
        near, far, torso = reaching(hip, (18, top - 7), 0), reaching(hip, (-24, -8), 8), 22
    _held(scene, Figure(near, far, torso, _hanging(near.hip)), work)
