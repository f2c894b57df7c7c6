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
FLESH, STRAND, GEAR = 13, 7, 3  # widths in the pictogram, in px
SMALLEST, GROUND_AT = 150, 62  # its box, in px of the figure; the height of its ground, in 64ths
APART = 30  # between the figures of the frieze
LOOK = (
    f'aria-hidden="true" fill="none" stroke="currentcolor" stroke-width="{GEAR}" stroke-linecap="round" '
    'stroke-linejoin="round"'
)
GROUND = ' stroke-width="2" stroke-linecap="butt" vector-effect="non-scaling-stroke"'
MADE = "{# Made by frontend/drawing/build.py: change it there."
GUIDE = ("barbell-squat", "romanian-deadlift", "leg-press", "walking-lunge", "calf-raise")
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


def small(slug: str) -> str:
    """A rep's end, or what tells more of it, as a pictogram: square, limbs as strokes, muscles in their colours.

    A small pose is not drawn larger for it than `SMALLEST` has it: people of one list are of about one size. The ground
    is a line of two px at 64, and lies on whole ones.
    """
    scene = _told(slug)
    left, top, right, _ = scene.box()
    size = max(right - left, (4 - top) * 64 / GROUND_AT, SMALLEST)
    x, y = (left + right - size) / 2, 1 - size * GROUND_AT / 64
    ground = f'<path{GROUND} d="M{x:.0f} 1h{size:.0f}"/>'
    box = f"{x:.0f} {y:.1f} {size:.0f} {size:.0f}"
    return (
        f"{MADE} A name must stand beside it. No parameters. #}}\n"
        f'<svg class="pic" width="64" height="64" viewBox="{box}" {LOOK}>{ground}{_bones(scene)}</svg>\n'
    )


def frieze() -> str:
    """The lifts of the guide's routine, in its order and at one scale, on one ground."""
    at, out, high = 0.0, "", 0.0
    for slug in GUIDE:
        scene = _told(slug)
        left, top, right, _ = scene.box()
        out += f'<g transform="translate({at - left:.0f} 0)">{_bones(scene)}</g>'
        at, high = at + right - left + APART, max(high, -top)
    wide = at - APART
    ground = f'<path{GROUND} d="M0 1h{wide:.0f}"/>'
    box = f"0 {-high - 4:.0f} {wide:.0f} {high + 8:.0f}"
    return (
        f"{MADE} It says nothing that the words beside it do not. No parameters. #}}\n"
        f'<svg class="pic frieze" viewBox="{box}" {LOOK}>{ground}{out}</svg>\n'
    )


def _told(slug: str) -> Scene:
    return scene_of(slug, end=slug not in TOLD_BY_START)


def _bones(scene: Scene) -> str:
    """Gear, limbs, head and working muscles, as strokes."""
    ways: dict[str, str] = {}
    for name, points in scene.bones:
        ways[name] = ways.get(name, "") + _way(points)
    gear = ways.pop("line", "")
    out = f'<path d="{gear}"/>' if gear else ""
    out += "".join(f'<circle cx="{at[0]:.0f}" cy="{at[1]:.0f}" r="{radius:.0f}"/>' for at, radius in scene.rings)
    head = scene.heads[0]
    far, near = ways.pop("far", ""), ways.pop("near")
    out += f'<g stroke-width="{FLESH}">'
    out += f'<path stroke="var(--edge)" d="{far}"/>' if far else ""
    out += f'<path stroke="var(--ink-soft)" d="{near}"/></g>'
    out += f'<circle fill="var(--ink-soft)" stroke="none" cx="{head[0]:.0f}" cy="{head[1]:.0f}" r="11"/>'
    return out + "".join(
        f'<path stroke="var({COLOURS[name]})" stroke-width="{STRAND}" d="{way}"/>' for name, way in ways.items()
    )
