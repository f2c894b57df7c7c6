"""On the floor, on a bench or on the knees: bridges and the Nordic curl."""

from __future__ import annotations

from collections.abc import Sequence

from figure import LENGTH, Figure, Leg, go, reaching
from gear import bar, bench, plate
from scene import Scene


def hip_thrust(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shoulder = (0.0, -46.0)
    hip = (47.0, -47.0) if end else (40.0, -20.0)
    hand = (hip[0] - 1, hip[1] - 14) if end else (hip[0] + 6, hip[1] - 14)
    bench(scene, -26, 16, -36)
    plate(scene, (hand[0] + 2, hand[1] - 1))
    leg = reaching(hip, (87, -7), 0)
    Figure(leg, None, shoulder, hand, elbow=-1, look=30 if end else 14).draw(scene, work)
    bar(scene, (hand[0] + 2, hand[1] - 1))


def glute_bridge(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shoulder = (0.0, -11.5)
    hip = (42.0, -31.0) if end else (47.0, -16.5)
    leg = reaching(hip, (76, -7), 0)
    Figure(leg, None, shoulder, (54.0, -6.0), elbow=-1, look=10 if end else 2).draw(scene, work)


def nordic_curl(scene: Scene, end: bool, work: Sequence[str]) -> None:
    knee, ankle = (0.0, -9.0), (-LENGTH["shank"], -7.0)
    fall = 46 if end else 2
    hip = go(knee, LENGTH["thigh"], fall)
    shoulder = go(hip, LENGTH["torso"], fall)
    hand = go(go(shoulder, 16, fall + 180), 24, fall + 70)
    scene.line([(-12, -1.5), (14, -1.5)], 3)
    leg = Leg(hip, knee, ankle, 176, toes=False)
    Figure(leg, None, fall, hand, look=-fall * 0.3).draw(scene, work)
    scene.line([(ankle[0] + 6, 0), (ankle[0] + 3, ankle[1] - 7), (ankle[0] - 6, ankle[1] - 7), (ankle[0] - 10, 0)], 2.4)
