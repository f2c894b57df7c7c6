"""Squats and presses: both feet push, the trunk stays over them or on a pad."""

from __future__ import annotations

from collections.abc import Sequence

from figure import FLOOR, LENGTH, Figure, Leg, go, standing, two_bones
from gear import bar, plate, upright
from geometry import Point
from scene import Scene


def on_the_back(shoulder: Point, torso: float) -> Point:
    """Where a bar lies across the upper back."""
    behind = go(shoulder, 3.5, torso)
    return go(behind, 10, torso - 90)


def carry(scene: Scene, leg: Leg, torso: float, work: Sequence[str], look: float) -> None:
    """A bar across the upper back, the elbows below it."""
    shoulder = go(leg.hip, LENGTH["torso"], torso)
    at = on_the_back(shoulder, torso)
    plate(scene, at)
    hand, elbow = go(at, 4, torso + 110), go(shoulder, 25, torso + 196)
    Figure(leg, None, torso, hand, elbow=elbow, look=look).draw(scene, work)
    bar(scene, at)


def barbell_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (32, 88, 44) if end else (3, 3, 6)
    carry(scene, standing(0, shank, thigh), torso, work, -torso * 0.45)


def smith_machine_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    leg = standing(8, 21, 88) if end else standing(8, -1, 2)

    def off_the_rail(torso: float) -> float:
        return abs(on_the_back(go(leg.hip, LENGTH["torso"], torso), torso)[0] + 5)

    torso = min((n / 2 for n in range(120)), key=off_the_rail)
    scene.line([(-5, FLOOR), (-5, -170)], 2.4)
    scene.line([(-24, FLOOR - 1.5), (30, FLOOR - 1.5)], 3)
    scene.line([(-5, -45), (4, -45)], 3)  # the stop below the lowest point
    carry(scene, leg, torso, work, -torso * 0.45)


def front_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (37, 89, 20) if end else (3, 3, 3)
    leg = standing(0, shank, thigh)
    shoulder = go(leg.hip, LENGTH["torso"], torso)
    at = go(go(shoulder, 4, torso), 11, torso + 90)
    plate(scene, at)
    elbow = go(go(shoulder, 27, torso + 90), 1, torso)
    Figure(leg, None, torso, go(at, 4, torso), elbow=elbow, look=-torso * 0.6).draw(scene, work)
    bar(scene, at)


def _to_the_chest(scene: Scene, leg: Leg, torso: float, work: Sequence[str]) -> None:
    chest = go(go(leg.hip, LENGTH["torso"] - 8, torso), 18, torso + 90)
    upright(scene, chest)
    Figure(leg, None, torso, (chest[0], chest[1] + 1), look=-torso * 0.6).draw(scene, work)


def goblet_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (36, 90, 22) if end else (3, 3, 4)
    _to_the_chest(scene, standing(0, shank, thigh), torso, work)


def box_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    shank, thigh, torso = (14, 86, 42) if end else (3, 3, 5)
    scene.block(-58, -32, -18)
    _to_the_chest(scene, standing(0, shank, thigh), torso, work)


def hack_squat(scene: Scene, end: bool, work: Sequence[str]) -> None:
    tilt = -32.0
    ankle = (0.0, -24.0)
    top = go(go(ankle, LENGTH["thigh"] + LENGTH["shank"] - 3, tilt), 9, tilt - 90)
    hip = go(top, 42, tilt + 180) if end else top
    knee = two_bones(hip, ankle, LENGTH["thigh"], LENGTH["shank"], -1)
    shoulder = go(hip, LENGTH["torso"], tilt)

    def pad(way: float, off: float) -> Point:
        """Along the back from the hip, behind it."""
        return go(go(hip, way, tilt), off, tilt - 90)

    foot, rail = go(ankle, 6, tilt + 180), go(top, 74, tilt)
    scene.line([go(foot, 22, tilt - 90), go(rail, 22, tilt - 90)], 2.4)
    heel, toe = go(go(ankle, 9.6, 152), 16, -118), go(go(ankle, 9.6, 152), 30, 62)
    scene.line([go(heel, 10, 62), (go(heel, 10, 62)[0], FLOOR)], 2.4)
    scene.line([go(toe, 8, 242), (go(toe, 8, 242)[0], FLOOR)], 2.4)
    scene.line([go(rail, 22, tilt - 90), (go(rail, 22, tilt - 90)[0], FLOOR)], 2.4)
    scene.line([pad(-8, 15), pad(66, 15)], 5)
    Figure(Leg(hip, knee, ankle, -28), None, tilt, go(shoulder, 16, 100), elbow=1, look=-tilt * 0.3).draw(scene, work)
    scene.line([pad(53, 12), go(pad(53, 12), 20, tilt + 90)], 5)  # the rest on the shoulder
    scene.line([heel, toe], 4.4)


def leg_press(scene: Scene, end: bool, work: Sequence[str]) -> None:
    hip = (-26.0, -34.0)

    def along(way: float, side: float = 0) -> Point:
        return (hip[0] + 8 + way * 0.74 - side * 0.67, hip[1] - 6 - way * 0.67 - side * 0.74)

    reach = 47 if end else 68.5
    knee = two_bones(hip, along(reach), LENGTH["thigh"], LENGTH["shank"], -1)
    shoulder = go(hip, LENGTH["torso"], -52)

    def pad(t: float, off: float) -> Point:
        return (hip[0] + (shoulder[0] - hip[0]) * t - off * 0.616, hip[1] + (shoulder[1] - hip[1]) * t + off * 0.788)

    rail, prop = along(106, -16), pad(0.75, 18)
    scene.line([prop, (prop[0], FLOOR)], 2.4)
    scene.line([along(34, -16), rail, (rail[0], FLOOR)], 2.4)
    scene.line([(hip[0] + 6, hip[1] + 17), (hip[0] + 6, FLOOR)], 2.4)
    scene.line([pad(1.45, 17), pad(-0.05, 17), (hip[0] + 16, hip[1] + 15)], 5)
    grip = (hip[0] + 12, hip[1] + 8)
    scene.line([(grip[0], hip[1] + 16), (grip[0], grip[1] - 3)], 2.4)
    leg = Leg(hip, knee, along(reach), -132)
    Figure(leg, None, -52, grip, elbow=-1, look=36).draw(scene, work)
    scene.line([along(reach + 9.5, -17), along(reach + 9.5, 25)], 4.4)
    scene.line([along(reach + 12, 4), along(reach + 22, 4)], 8)  # what the sled is loaded with
