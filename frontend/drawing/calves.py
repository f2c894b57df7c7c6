"""Heels down, heels up, and the squat on the balls of the feet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from figure import FLOOR, LENGTH, Figure, Leg, go, reaching, two_bones
from gear import dumbbell
from geometry import Point
from scene import Scene

STEP = 16.0  # how high it is


def over(ball: Point, pitch: float) -> Point:
    """The ankle of a foot that stands on its ball, the heel lifted by so many degrees."""
    angle, sole = math.radians(pitch), LENGTH["ankle"]
    return (
        ball[0] - 12.5 * math.cos(angle) + sole * math.sin(angle),
        ball[1] - 12.5 * math.sin(angle) - sole * math.cos(angle),
    )


def _on_the_step(scene: Scene, end: bool) -> tuple[Leg, float]:
    """The step, a post to hold, and the leg; with the pitch of its foot."""
    pitch = 38 if end else -18
    ankle = over((14, FLOOR - STEP), pitch)
    knee = go(ankle, LENGTH["shank"], 3)
    scene.block(8, -STEP, 44)
    scene.line([(38, -STEP), (38, -112), (30, -112)], 3)
    return Leg(go(knee, LENGTH["thigh"], -1), knee, ankle, pitch), pitch


def calf_raise(scene: Scene, end: bool, work: Sequence[str]) -> None:
    leg, _ = _on_the_step(scene, end)
    Figure(leg, None, 2, (31, -112)).draw(scene, work)


def standing_calf_raise(scene: Scene, end: bool, work: Sequence[str]) -> None:
    leg, _ = _on_the_step(scene, end)
    knee = go(leg.hip, LENGTH["thigh"], 172)
    far = Leg(leg.hip, knee, go(knee, LENGTH["shank"], 250), None, toes=False)
    figure = Figure(leg, far, 2, (leg.hip[0] + 4, leg.hip[1] + 9))
    figure.other(scene, (31, -112))
    figure.draw(scene, work)
    dumbbell(scene, figure.hand)


def seated_calf_raise(scene: Scene, end: bool, work: Sequence[str]) -> None:
    pitch = 30 if end else -14
    ankle = over((54, -STEP), pitch)
    knee = go(ankle, LENGTH["shank"], 2)
    hip = (knee[0] - LENGTH["thigh"] + 0.6, -54.0)
    knee = two_bones(hip, ankle, LENGTH["thigh"], LENGTH["shank"], -1)
    scene.block(48, -STEP, 74)
    scene.line([(hip[0] + 4, hip[1] + 16), (hip[0] + 4, FLOOR)], 3)
    scene.line([(hip[0] - 16, hip[1] + 15.5), (hip[0] + 20, hip[1] + 15.5)], 5)
    scene.line([(74, -2), (74, -62), (knee[0] + 10, knee[1] - 13)], 2.4)
    Figure(reaching(hip, ankle, pitch), None, 2, (knee[0] + 8, knee[1] - 19)).draw(scene, work)
    scene.line([(knee[0] - 11, knee[1] - 11.5), (knee[0] + 6, knee[1] - 12.5)], 6)


def sissy_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    pitch, shank, tilt = (44, 56, -32) if end else (24, 12, 2)
    ankle = over((0, FLOOR), pitch)
    knee = go(ankle, LENGTH["shank"], shank)
    hip = go(knee, LENGTH["thigh"], tilt)
    scene.line([(46, FLOOR), (46, -118)], 3)
    Figure(Leg(hip, knee, ankle, pitch), None, tilt, (44, -94 if end else -104), look=-tilt * 0.5).draw(scene, work)
