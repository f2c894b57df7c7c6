"""The exercises, each at its start and its end, for the page of the exercise; and as a pictogram, for lists. Both are
templates (templates/components/legs_poses), so that they follow the page's theme and cost no request of their own.

The figures wear the engravings of components/svg_defs.html. A pictogram is the same pose in bones, for 64 px.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import NamedTuple

import bridges
import calves
import frontal
import hinges
import lunges
import seated
import squats
from geometry import Point
from paths import number, numbers
from positions import POSITIONS
from scene import SCALE, Box, Scene

MARGIN = 5.0
NARROWEST = 130.0  # px: a standing figure would else fill its column
ENGRAVED = ("quadriceps", "hamstrings", "glutes", "calves")
INK = ' stroke="var(--ink)"'
PAGE = {
    "near": "",
    "far": ' fill="var(--hair)"',
    "gear": ' fill="var(--ink-soft)"',
    "block": ' fill="var(--hair)"',
    "line": ' fill="none" stroke="var(--ink-soft)"',
    "floor": ' fill="none"',
    **{group: f' fill="url(#pose-{group})"' for group in ENGRAVED},
}
COLOURS = {"quadriceps": "--quads", "hamstrings": "--hams", "glutes": "--glutes", "calves": "--calves"}
SQUARE, PX = 64, 2.45  # a pictogram's side in px, and how many of the figure's units are one of them
FLESH, STRAND, GEAR, GROUND, HEAD = 5.3, 2.9, 1.5, 2, 4.6  # widths in the pictogram and the head's radius, in its px
LOOK = 'fill="none" stroke="currentcolor" stroke-linecap="round" stroke-linejoin="round"'
FRIEZE, BETWEEN = ("barbell-squat", "romanian-deadlift", "leg-press", "walking-lunge", "calf-raise"), 26
TOLD_BY_START = {"trap-bar-deadlift", "step-up"}  # their end is a person who stands


class Pose(NamedTuple):
    work: tuple[str, ...]  # the groups that drive it
    draw: Callable[[Scene, bool, Sequence[str]], None]


QUADS, HAMS, GLUTES, CALVES = (("quadriceps",), ("hamstrings",), ("glutes",), ("calves",))
POSES = {
    "barbell-squat": Pose(QUADS + GLUTES, squats.barbell_squat),
    "romanian-deadlift": Pose(HAMS + GLUTES, hinges.romanian_deadlift),
    "leg-press": Pose(QUADS + GLUTES, squats.leg_press),
    "walking-lunge": Pose(QUADS + GLUTES, lunges.walking_lunge),
    "calf-raise": Pose(CALVES, calves.calf_raise),
    "box-squat": Pose(QUADS + GLUTES, squats.box_squat),
    "bulgarian-split-squat": Pose(QUADS + GLUTES, lunges.bulgarian_split_squat),
    "cable-pull-through": Pose(HAMS + GLUTES, hinges.cable_pull_through),
    "front-squat": Pose(QUADS + GLUTES, squats.front_squat),
    "glute-bridge": Pose(GLUTES, bridges.glute_bridge),
    "goblet-squat": Pose(QUADS + GLUTES, squats.goblet_squat),
    "good-morning": Pose(HAMS + GLUTES, hinges.good_morning),
    "hack-squat": Pose(QUADS, squats.hack_squat),
    "hip-abduction": Pose(GLUTES, frontal.hip_abduction),
    "hip-adduction": Pose((), frontal.hip_adduction),
    "hip-thrust": Pose(GLUTES, bridges.hip_thrust),
    "leg-extension": Pose(QUADS, seated.leg_extension),
    "lying-leg-curl": Pose(HAMS, seated.lying_leg_curl),
    "nordic-curl": Pose(HAMS, bridges.nordic_curl),
    "reverse-lunge": Pose(QUADS + GLUTES, lunges.reverse_lunge),
    "seated-calf-raise": Pose(CALVES, calves.seated_calf_raise),
    "seated-leg-curl": Pose(HAMS, seated.seated_leg_curl),
    "single-leg-romanian-deadlift": Pose(HAMS + GLUTES, hinges.single_leg_romanian_deadlift),
    "sissy-squat": Pose(QUADS, calves.sissy_squat),
    "smith-machine-squat": Pose(QUADS + GLUTES, squats.smith_machine_squat),
    "split-squat": Pose(QUADS + GLUTES, lunges.split_squat),
    "standing-calf-raise": Pose(CALVES, calves.standing_calf_raise),
    "step-up": Pose(QUADS + GLUTES, lunges.step_up),
    "trap-bar-deadlift": Pose(QUADS + GLUTES, hinges.trap_bar_deadlift),
}


def scene_of(slug: str, *, end: bool) -> Scene:
    scene = Scene()
    POSES[slug].draw(scene, end, POSES[slug].work)
    return scene


def _around(*boxes: Box, narrowest: float = NARROWEST) -> Box:
    """The box of all, with the floor and a margin."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(0.0, *(box[3] for box in boxes))
    spare = max(0.0, narrowest - (right - left)) / 2
    return (left - spare - MARGIN, top - MARGIN, right + spare + MARGIN, bottom + MARGIN)


def _drawn(scene: Scene, box: Box, looks: dict[str, str], stroke: str) -> str:
    """The floor and the scene, in a group with the stroke of all."""
    left, right = round(box[0] * SCALE), round(box[2] * SCALE)
    floor = f'<path{looks["floor"]} d="M{left} {SCALE}H{right}"/>'
    ends = 'stroke-linecap="round" stroke-linejoin="round" paint-order="stroke"'
    return f"<g {stroke} {ends}>\n{floor}\n{scene.text(looks)}\n</g>"


def _view(box: Box) -> str:
    left, top, right, bottom = (number(value * SCALE, 0) for value in box)
    return f"{left} {top} {int(right) - int(left)} {int(bottom) - int(top)}"


def page(slug: str) -> str:
    """Two figures with what each shows in words; the box is the same, so that the body keeps its size."""
    scenes = [scene_of(slug, end=end) for end in (False, True)]
    box = _around(*(scene.box() for scene in scenes))
    patterns = ""
    for group in POSES[slug].work:
        turn = "rotate(45)" if group == "hamstrings" else ""
        patterns += f'<pattern id="pose-{group}" href="#p-{group}" patternTransform="{turn}scale(2.6)"/>'
    out = "{% load i18n %}{# Made by frontend/drawing/build.py: change it there. No parameters. #}\n"
    out += '<div class="poses">\n'
    for place, scene in zip(("start", "end"), scenes, strict=True):
        words = getattr(POSITIONS[slug], place)
        defs = f"<defs>{patterns}</defs>" if patterns and place == "start" else ""
        stroke = f'fill="var(--wash)"{INK} stroke-width="6"'
        out += (
            f'<figure><svg viewBox="{_view(box)}" role="img" aria-labelledby="pose-{place}">{defs}\n'
            f"{_drawn(scene, box, PAGE, stroke)}\n</svg>\n"
            f'<figcaption class="cap" id="pose-{place}"><b>{{% translate "{place.title()}" %}}</b> '
            f'{{% translate "{words}" %}}</figcaption></figure>\n'
        )
    return out + "</div>\n"


def _way(points: Sequence[Point]) -> str:
    """A polyline in whole px, relative after its start."""
    at = [(round(p[0]), round(p[1])) for p in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(at)]
    return f"M{numbers(at[0], 0)}l" + "".join(
        ("" if not n or x < 0 else " ") + numbers((x, y), 0) for n, (x, y) in enumerate(steps)
    )


def _pictogram(scene: Scene, px: float) -> str:
    """Limbs and gear as strokes, muscles in their colours, no ground; one px of it has `px` of the figure."""
    ways: dict[str, str] = {}
    for name, points in scene.bones:
        ways[name] = ways.get(name, "") + _way(points)
    rings = "".join(f'<circle cx="{at[0]:.0f}" cy="{at[1]:.0f}" r="{radius:.0f}"/>' for at, radius in scene.rings)
    head = scene.heads[0]
    line, far, near = ways.pop("line", ""), ways.pop("far", ""), ways.pop("near")
    out = (f'<path d="{line}"/>' if line else "") + rings
    out += f'<g stroke-width="{number(FLESH * px)}">'
    out += f'<path stroke="var(--edge)" d="{far}"/>' if far else ""
    out += f'<path stroke="var(--ink-soft)" d="{near}"/></g>'
    at = f'cx="{head[0]:.0f}" cy="{head[1]:.0f}" r="{number(HEAD * px)}"'
    out += f'<circle fill="var(--ink-soft)" stroke="none" {at}/>'
    for name, way in ways.items():
        out += f'<path stroke="var({COLOURS[name]})" stroke-width="{number(STRAND * px)}" d="{way}"/>'
    return out


def _told(slug: str) -> Scene:
    """A rep's end, or what tells more of it."""
    return scene_of(slug, end=slug not in TOLD_BY_START)


def _reach(scene: Scene) -> float:
    """How high the body is, and what it holds: a rail may go on beyond the picture."""
    body = [point for name, points in scene.bones if name != "line" for point in points]
    tops = [y - FLESH * PX / 2 for _, y, *_ in body] + [y - HEAD * PX for _, y in scene.heads]
    return -min(tops + [at[1] - radius for at, radius in scene.rings])


def small(slug: str) -> str:
    """A pictogram of 64 px: all of one scale but the tallest and the longest, all strokes and heads of one size, the
    ground on whole pixels, drawn last and over the soles."""
    scene = _told(slug)
    left, _, right, _ = scene.box()
    size = round(max(SQUARE * PX, right - left + 2 * PX, _reach(scene) * SQUARE / (SQUARE - GROUND)))
    px = size / SQUARE
    x, y = (left + right - size) / 2, (GROUND - SQUARE) * px
    view = numbers((x, y, size, size))
    ground = f'<path stroke-width="{number(GROUND * px)}" d="M{number(x)} {number(GROUND * px / 2)}h{size}"/>'
    return (
        "{# Made by frontend/drawing/build.py: change it there. A name must stand beside it. No parameters. #}\n"
        f'<svg class="pic" width="64" height="64" viewBox="{view}" aria-hidden="true" {LOOK} '
        f'stroke-width="{number(GEAR * px)}">{_pictogram(scene, px)}{ground}</svg>\n'
    )


def frieze() -> str:
    """The lifts of the guide's routine in a row, as one picture and of one scale; the ground they share is a border."""
    out, at, top = "", 0.0, 0.0
    for slug in FRIEZE:
        scene = _told(slug)
        left, _, right, _ = scene.box()
        out += f'<g transform="translate({at - left:.0f})">{_pictogram(scene, PX)}</g>\n'
        at, top = at + (right - left) + BETWEEN, max(top, _reach(scene))
    view = f"{-BETWEEN / 2:.0f} {-top - 2:.0f} {at:.0f} {top + 2:.0f}"
    return (
        "{# Made by frontend/drawing/build.py: change it there. The lifts of the guide's routine, in its order, as one "
        "picture. #}\n{# It says nothing that the words beside it do not. No parameters. #}\n"
        f'<div class="frieze" aria-hidden="true"><svg viewBox="{view}" {LOOK} stroke-width="{number(GEAR * PX)}">\n'
        f"{out}</svg></div>\n"
    )
