"""Hinges: the hips go back, the back stays straight, the knees hardly move."""

from __future__ import annotations

from collections.abc import Sequence

from figure import FLOOR, LENGTH, Figure, Leg, go, standing
from gear import bar, dumbbell, plate
from scene import Scene
from squats import carry


def romanian_deadlift(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (4, 36, 80) if end else (2, 4, 3)
    leg = standing(0, shank, thigh)
    hand = (13.0, -29.0) if end else (leg.hip[0] + 14, leg.hip[1] + 8)
    plate(scene, hand)
    Figure(leg, None, torso, hand, look=-torso * 0.25).draw(scene, work)
    bar(scene, hand)


def good_morning(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (4, 30, 68) if end else (2, 4, 4)
    carry(scene, standing(0, shank, thigh), torso, work, -torso * 0.25)


def cable_pull_through(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (5, 34, 72) if end else (2, 3, 2)
    leg = standing(0, shank, thigh)
    hand = (-4.0, -46.0) if end else (leg.hip[0] + 10, leg.hip[1] + 10)
    scene.block(-92, -120, -84)
    scene.disc((-82, -14), 4, 1.6)
    scene.line([(-80, -14), hand], 1.2)
    Figure(leg, None, torso, hand, look=-torso * 0.25).draw(scene, work)


def single_leg_romanian_deadlift(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (4, 30, 80) if end else (2, 4, 2)
    leg = standing(0, shank, thigh)
    if end:
        knee = go(leg.hip, LENGTH["thigh"], torso - 176)
        far = Leg(leg.hip, knee, go(knee, LENGTH["shank"], torso - 178), None, toes=False)
        hand = (go(leg.hip, LENGTH["torso"], torso)[0] - 6, -38.0)
    else:
        knee = go(leg.hip, LENGTH["thigh"], 172)
        far = Leg(leg.hip, knee, go(knee, LENGTH["shank"] - 2, 196), 22)
        hand = (leg.hip[0] + 10, leg.hip[1] + 8)
    Figure(leg, far, torso, hand, look=-torso * 0.2).draw(scene, work)
    dumbbell(scene, hand)


def trap_bar_deadlift(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (2, 3, 3) if end else (20, 70, 56)
    leg = standing(0, shank, thigh)
    shoulder = go(leg.hip, LENGTH["torso"], torso)
    hand = (3.0, shoulder[1] + 54) if end else (4.0, FLOOR - 24)
    sleeve = (hand[0], hand[1] + 6)
    plate(scene, sleeve)
    Figure(leg, None, torso, hand, look=-torso * 0.3).draw(scene, work)
    scene.line([(hand[0] - 22, sleeve[1]), (hand[0] - 8, sleeve[1]), (hand[0] - 8, hand[1])], 2.2)
    scene.line([(hand[0] + 22, sleeve[1]), (hand[0] + 8, sleeve[1]), (hand[0] + 8, hand[1])], 2.2)
    scene.line([(hand[0] - 8, hand[1]), (hand[0] + 8, hand[1])], 2.6)
