"""The five exercises of the routine, each at its start and its end: static/anatomy/poses/*.svg.

They are shown as <img>, so their colours are their own: the theme of the system, not the one chosen on the page;
every tone is visible on both.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from figure import FLOOR, LENGTH, SCALE, Figure, Leg, go, two_bones
from geometry import Point
from paths import number

STYLE = """.near{fill:#a9adb1}.far{fill:#82878d}.gear{fill:#5d656f}.line,.plate{stroke:#5d656f}.floor{stroke:#82878d}
.quadriceps{fill:#cb1f2f}.hamstrings{fill:#2556b4}.glutes{fill:#efb310}.calves{fill:#22845a}g{stroke:#13171d}
@media(prefers-color-scheme:dark){.near{fill:#8d949d}.far{fill:#5a626d}.gear{fill:#aab1bb}.line,.plate{stroke:#aab1bb}
.quadriceps{fill:#e2444f}.hamstrings{fill:#4c86ea}.calves{fill:#33a06d}}"""


def _standing(x: float, shank: float = 2, thigh: float = 3) -> tuple[Point, Point, Point]:
    """Hip, knee and ankle with the foot flat at x."""
    ankle = (x, FLOOR - LENGTH["ankle"])
    knee = go(ankle, LENGTH["shank"], shank)
    return go(knee, LENGTH["thigh"], -thigh), knee, ankle


def _circle(name: str, at: Point, radius: float, width: float = 0) -> str:
    line = f' fill="none" stroke-width="{number(width * SCALE)}"' if width else ""
    x, y, r = (round(value * SCALE) for value in (at[0], at[1], radius))
    return f'<circle class="{name}" cx="{x}" cy="{y}" r="{r}"{line}/>'


def _line(points: Sequence[Point], width: float) -> str:
    way = "L".join(f"{round(p[0] * SCALE)} {round(p[1] * SCALE)}" for p in points)
    return f'<path class="line" fill="none" stroke-width="{number(width * SCALE)}" d="M{way}"/>'


def _plate(at: Point, radius: float = 13.5) -> str:
    """The plate at the bar's far end, behind the body, so that it hides neither head nor arm."""
    return _circle("plate", at, radius, 2.2) + _circle("plate", at, radius - 4, 0.8)


def _bar(at: Point) -> str:
    return _circle("gear", at, 2.6)


def _dumbbell(at: Point) -> str:
    x, y = at[0], at[1]
    ends = "".join(_line([(x + side, y - 4), (x + side, y + 6)], 4.4) for side in (-8, 8))
    return _line([(x - 7, y + 1), (x + 7, y + 1)], 2.4) + ends


def squat(x: float, down: bool) -> str:
    shank, thigh, torso = (30, 92, 42) if down else (3, 3, 9)
    hip, knee, ankle = _standing(x, shank, thigh)
    shoulder = go(hip, LENGTH["torso"], torso)
    sine, cosine = math.sin(math.radians(torso)), math.cos(math.radians(torso))
    bar = (shoulder[0] - 9 * cosine - 3 * sine, shoulder[1] - 9 * sine + 3 * cosine - 3)  # on the upper back
    figure = Figure(Leg(hip, knee, ankle), None, torso, (bar[0] + 4, bar[1] + 2), elbow=-1, look=-torso * 0.4)
    return figure.draw(["quadriceps", "glutes"], _plate(bar)) + _bar(bar)


def deadlift(x: float, down: bool) -> str:
    shank, thigh, torso = (3, 33, 78) if down else (2, 4, 3)
    hip, knee, ankle = _standing(x, shank, thigh)
    shoulder = go(hip, LENGTH["torso"], torso)
    hand = (x + 12, shoulder[1] + 51) if down else (hip[0] + 13, hip[1] + 6)
    figure = Figure(Leg(hip, knee, ankle), None, torso, hand, look=-torso * 0.3)
    return figure.draw(["hamstrings", "glutes"], _plate(hand)) + _bar(hand)


def leg_press(x: float, down: bool) -> str:
    hip = (x - 26, FLOOR - 34)

    def along(way: float, side: float = 0) -> Point:
        return (hip[0] + 8 + way * 0.74 - side * 0.67, hip[1] - 6 - way * 0.67 - side * 0.74)

    reach = 50 if down else 74
    knee = two_bones(hip, along(reach), LENGTH["thigh"], LENGTH["shank"], -1)
    shoulder = go(hip, LENGTH["torso"], -52)
    figure = Figure(Leg(hip, knee, along(reach), -132), None, -52, (hip[0] + 2, hip[1] + 7), elbow=-1, look=42)

    def pad(t: float, off: float) -> Point:
        return (hip[0] + (shoulder[0] - hip[0]) * t - off * 0.616, hip[1] + (shoulder[1] - hip[1]) * t + off * 0.788)

    rail, prop = along(106, -16), pad(0.75, 18)
    stand = _line([prop, (prop[0], FLOOR)], 2.4) + _line([along(46, -16), rail, (rail[0], FLOOR)], 2.4)
    stand += _line([(hip[0] + 6, hip[1] + 17), (hip[0] + 6, FLOOR)], 2.4)
    seat = _line([pad(1.35, 17), pad(-0.05, 17), (hip[0] + 16, hip[1] + 15)], 5)
    platform = _line([along(reach + 9, -16), along(reach + 9, 25)], 4.4)
    return stand + seat + figure.draw(["quadriceps", "glutes"]) + platform


def lunge(x: float, down: bool) -> str:
    if down:
        hip, knee, ankle = _standing(x + 26, 4, 86)
        rear_knee = go(hip, LENGTH["thigh"], 194)
        far = Leg(hip, rear_knee, go(rear_knee, LENGTH["shank"], -73), 62)
        figure = Figure(Leg(hip, knee, ankle), far, 5, (hip[0] + 2, hip[1] + 6))
    else:
        hip, knee, ankle = _standing(x - 4)
        rear = (x - 12, FLOOR - 8)
        far = Leg(hip, go(rear, LENGTH["shank"], 6), rear, 4)
        figure = Figure(Leg(hip, knee, ankle), far, 2, (hip[0] + 3, hip[1] + 6))
    return figure.draw(["quadriceps", "glutes"]) + _dumbbell(figure.hand)


def calf_raise(x: float, up: bool) -> str:
    pitch = 36 if up else -16
    angle, sole = math.radians(pitch), LENGTH["ankle"]
    ball = (x + 14, FLOOR - 16)
    ankle = (
        ball[0] - 12.5 * math.cos(angle) + sole * math.sin(angle),
        ball[1] - 12.5 * math.sin(angle) - sole * math.cos(angle),
    )
    knee = go(ankle, LENGTH["shank"], 3)
    hip = go(knee, LENGTH["thigh"], -1)
    figure = Figure(Leg(hip, knee, ankle, pitch), None, 2, (x + 31, FLOOR - 114))
    step = f'<path class="gear" d="M{round((x + 8) * SCALE)} {(FLOOR - 16) * SCALE:.0f}h136v64h-136z"/>'
    post = _line([(x + 35, FLOOR - 16), (x + 35, FLOOR - 112), (x + 29, FLOOR - 112)], 3)
    return step + post + figure.draw(["calves"])


POSES: dict[str, tuple[str, Callable[[float, bool], str]]] = {
    "barbell-squat": ("Barbell squat: standing with the bar on the upper back; then hips below the knees.", squat),
    "romanian-deadlift": ("Romanian deadlift: the bar at the thighs; then hips back, the bar at the shins.", deadlift),
    "leg-press": ("Leg press: legs extended against the platform; then knees bent towards the chest.", leg_press),
    "walking-lunge": ("Walking lunge: standing with dumbbells; then a long step, the rear knee low.", lunge),
    "calf-raise": ("Calf raise: heels below the edge of the step; then up on the balls of the feet.", calf_raise),
}


def drawings() -> dict[str, str]:
    """The file's stem and text of every pose. 4 units are 1 px; the floor is broken between the two positions."""
    out = {}
    for name, (title, draw) in POSES.items():
        floor = f"M{22 * SCALE} {(FLOOR + 1) * SCALE:.0f}h{146 * SCALE}m{16 * SCALE} 0h{146 * SCALE}"
        out[name] = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="48 0 {340 * SCALE} 768" role="img">\n'
            f"<title>{title}</title>\n<style>{STYLE}</style>\n"
            '<g stroke-width="5" stroke-linecap="round" stroke-linejoin="round" paint-order="stroke">\n'
            f'<path class="floor" fill="none" d="{floor}"/>\n'
            f"<g>{draw(100, False)}</g>\n<g>{draw(262, True)}</g>\n</g>\n</svg>\n"
        )
    return out
