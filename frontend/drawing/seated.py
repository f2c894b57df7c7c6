"""Machines for one joint: leg extension and leg curls."""

from __future__ import annotations

from collections.abc import Sequence

from figure import FLOOR, LENGTH, Figure, Leg, go
from gear import bench, roller
from geometry import Point
from scene import Scene

HIP = (0.0, -54.0)
KNEE = (40.0, -55.0)


def seat(scene: Scene, hip: Point, tilt: float) -> None:
    """A seat under the thigh, a pad behind the back, and the post that carries both."""
    scene.line([(hip[0] + 12, hip[1] + 16), (hip[0] + 12, FLOOR)], 3)
    scene.line([(hip[0] - 4, FLOOR - 1.2), (hip[0] + 30, FLOOR - 1.2)], 2.4)
    back = go(hip, 15, tilt - 90)
    scene.line([go(back, 46, tilt), go(back, -6, tilt), (hip[0] + 30, hip[1] + 15)], 5)


def _on_the_seat(scene: Scene, ankle: Point, tilt: float, work: Sequence[str]) -> None:
    seat(scene, HIP, tilt)
    grip = (HIP[0] + 10, HIP[1] + 7)
    scene.line([(grip[0], HIP[1] + 16), (grip[0], grip[1] - 3)], 2.4)
    Figure(Leg(HIP, KNEE, ankle, toes=False), None, tilt, grip, elbow=-1).draw(scene, work)


def leg_extension(scene: Scene, end: bool, work: Sequence[str]) -> None:
    way = 94 if end else 190
    _on_the_seat(scene, go(KNEE, LENGTH["shank"], way), -12, work)
    roller(scene, go(go(KNEE, LENGTH["shank"] - 6, way), 8.5, way - 90), KNEE)


def seated_leg_curl(scene: Scene, end: bool, work: Sequence[str]) -> None:
    way = 196 if end else 100
    _on_the_seat(scene, go(KNEE, LENGTH["shank"], way), -6, work)
    scene.line([(KNEE[0] - 12, KNEE[1] - 12), (KNEE[0] - 12, KNEE[1] - 26)], 2.4)
    scene.line([(KNEE[0] - 19, KNEE[1] - 12.5), (KNEE[0] - 5, KNEE[1] - 11)], 5)  # holds the thighs down
    roller(scene, go(go(KNEE, LENGTH["shank"] - 4, way), 8.5, way + 90), KNEE)


def lying_leg_curl(scene: Scene, end: bool, work: Sequence[str]) -> None:
    hip, knee = (0.0, -46.0), (-LENGTH["thigh"], -44.0)
    way = 14 if end else 268
    bench(scene, -38, 66, -35)
    grip = (68.0, -26.0)
    scene.line([(58, -32), (70, -26)], 2.4)
    Figure(Leg(hip, knee, go(knee, LENGTH["shank"], way), toes=False), None, 88, grip, look=-16).draw(scene, work)
    roller(scene, go(go(knee, LENGTH["shank"] - 4, way), 8.5, way + 90), knee)
