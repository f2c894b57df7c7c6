"""The drawing of the leg, front and back, as a Django template: the one source of every leg on the site.

One leg is drawn; the front view is its mirror image, so that the outer sides point outwards and the midlines meet,
as in a plate that was cut along the body's middle. Labels stand outside the body; a narrow page crops them away
(`preserveAspectRatio="xMidYMid slice"` with another aspect-ratio in the styles) and has components/legkey.html instead.
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Sequence
from html import escape
from pathlib import Path

from back import BACK, BACK_LINES
from contour import FOOT_BACK, FOOT_FRONT, TOP, body, skin
from front import FRONT, FRONT_LINES
from geometry import Point, distance, inside, length, one_cubic, resample, sample, spline
from parts import Part
from paths import number, path

MID_FRONT, MID_BACK = 365, 405  # where the midline of each view stands
VIEW = f"0 {TOP - 16:.0f} 770 {934 - TOP + 16:.0f}"
LINKED = ("quadriceps", "hamstrings", "glutes", "calves")  # groups with a page of their own

HEAD = """{% load i18n %}{% get_current_language as language %}{# Made by frontend/drawing/build.py: change it there. #}
{# legs = states by muscle (legs.rectus_femoris), by group (legs.quadriceps) or both: #}
{# is-lead is-help is-steady (its role), is-active, is-dim, heat-0 to heat-4 (how much it was trained). #}
{# legs_class = "is-quiet" where what has no state is left blank; "is-small" without labels. #}
{# legs_plain = True: a picture, no links. legs_label = what a reader is told, or nothing. #}
"""


def _muscles(path: Path) -> dict[str, dict[str, str]]:
    """What a file of content says of each muscle, by slug."""
    return {muscle["slug"]: muscle for muscle in tomllib.loads(path.read_text(encoding="utf-8"))["muscle"]}


CONTENT = Path(__file__).resolve().parents[2] / "content"
ENGLISH = _muscles(CONTENT / "muscles.toml")
OTHERS = {path.parent.name: _muscles(path) for path in sorted(CONTENT.glob("*/muscles.toml"))}

# text, side (-1 left of the front view, 1 right of the back view), height of its line, where the line ends (x), group
# (with #muscle where it names one)
LABELS = [
    ("Quadriceps", -1, 286, 112, "quadriceps"),
    ("Vastus intermedius", -1, 440, 97, "quadriceps#vastus-intermedius"),
    ("Gluteus minimus", 1, 124, 112, "glutes#gluteus-minimus"),
    ("Glutes", 1, 232, 96, "glutes"),
    ("Hamstrings", 1, 396, 104, "hamstrings"),
    ("Calves", 1, 606, 104, "calves"),
    ("Soleus", 1, 700, 106, "calves#soleus"),
]


def _state(part: Part) -> str:
    group = part.classes.split()[0]
    return f"{{{{ legs.{group} }}}} {{{{ legs.{part.muscle.replace('-', '_')} }}}}"


def _said(muscle: str, field: str) -> str:
    """What content says of a muscle, in each language: as people read it on the muscle's own page."""
    english = ENGLISH[muscle][field]
    told = {code: said for code, of in OTHERS.items() if (said := of.get(muscle, {}).get(field, english)) != english}
    if not told:
        return escape(english)
    tests = "".join(f'{{% elif language == "{code}" %}}{escape(said)}' for code, said in told.items())
    return f"{tests.replace('elif', 'if', 1)}{{% else %}}{escape(english)}{{% endif %}}"


def _title(part: Part) -> str:
    return _said(part.muscle, "name") if part.muscle in ENGLISH else f'{{% translate "{part.title}" %}}'


def _muscle(part: Part) -> str:
    """A region: a blank ground that hides what lies deeper, and the engraving over it, which states make fainter."""
    group, name = part.classes.split()[0], f"lg-{part.slug}"
    deep = " deep" if part.deep else ""
    region = (
        f'<g class="muscle {group}{deep} {_state(part)}"><title>{_title(part)}</title>'
        f'<g class="ground"><path id="{name}" d="{part.path}"/></g>'
        f'<use class="tone" href="#{name}" fill="url(#pl-{group})"/></g>'
    )
    if group not in LINKED or part.second_view:
        return region + "\n"
    does = f"<desc>{_said(part.muscle, 'actions')}</desc>"
    link = f'<a href="{{{{ {group}_url }}}}#{part.muscle}" aria-label="{_title(part)}">{does}'
    return f"{{% if not legs_plain %}}{link}{{% endif %}}{region}{{% if not legs_plain %}}</a>{{% endif %}}\n"


def _fibres(parts: list[Part]) -> str:
    """The fibre lines, cut where a later shape covers them."""
    shapes = [shape for part in parts if not part.deep for shape in part.shapes]
    out = ""
    for at, shape in enumerate(shapes):
        for line in shape.fibres:
            out += _visible(line, shape.polygon, [later.polygon for later in shapes[at + 1 :]])
    return out


def _visible(line: Sequence[Point], own: list[Point], covers: list[list[Point]]) -> str:
    """The longest run of a line that lies in its own shape and under no other; nothing if it is a mere dot."""
    run: list[Point] = []
    best: list[Point] = []
    for point in resample(sample(spline(line), 12), 60):
        free = inside(point, own) and distance(point, own) > 4
        free = free and not any(inside(point, cover) or distance(point, cover) < 5 for cover in covers)
        run = [*run, point] if free else []
        if len(run) > len(best):
            best = run
    walked = sum(length(a, b) for a, b in itertools.pairwise(best))
    return path(one_cubic(best), close=False) if walked > 12 else ""


def _view(mid: int, mirror: bool, parts: list[Part], foot: list[Point], lines: list[list[Point]]) -> str:
    turn = " scale(-1 1)" if mirror else ""
    flat = [part for part in parts if not part.deep]
    pieces = [f'<path class="{p.classes}" d="{p.path}"/>\n' if p.title is None else _muscle(p) for p in flat]
    deep = [_muscle(part) for part in parts if part.deep]
    contours = "".join(path(one_cubic(sample(spline(line))), close=False) for line in lines)
    fibres = _fibres(parts)
    return (
        f'<g transform="translate({mid}){turn}" clip-path="url(#legs-cut)"><path class="body" d="{body(foot)}"/>\n'
        + "".join(pieces)
        + (f'<path class="fibres" d="{fibres}"/>\n' if fibres else "")
        + f'<path class="contours" d="{contours}"/><path class="skin" d="{skin(foot)}"/>\n'
        + "".join(deep)
        + "</g>\n"
    )


def _label(text: str, side: int, y: int, x: int, where: str) -> str:
    """Text over a line that ends in a dot on the muscle. Groups are words to translate, muscles are named by content.

    A deep muscle's label leads where its region does, for a pointer alone: the keyboard stops at the region.
    """
    group, _, muscle = where.partition("#")
    edge, end = (0, MID_FRONT - x) if side < 0 else (770, MID_BACK + x)
    anchor = "" if side < 0 else ' text-anchor="end"'
    words = _said(muscle, "name") if muscle else f'{{% translate "{text}" %}}'
    name = f'<text class="{"latin" if muscle else "name"}" x="{edge}" y="{y - 12}"{anchor}>{words}</text>'
    more = f'#{muscle}" tabindex="-1" aria-hidden="true' if muscle else ""
    name = f'{{% if legs_plain %}}{name}{{% else %}}<a href="{{{{ {group}_url }}}}{more}">{name}</a>{{% endif %}}'
    return f'{name}<path d="M{edge} {y}H{number(end)}"/><circle cx="{end}" cy="{y}" r="4"/>\n'


def template() -> str:
    """The text of templates/components/legs.html."""
    urls = "".join(f"{{% url 'catalogue:group' '{group}' as {group}_url %}}" for group in LINKED)
    label = '{% translate "Muscles of the leg, front and back" as legs_default %}{{ legs_label|default:legs_default }}'
    patterns = "".join(
        f'<pattern id="pl-{group}" href="#p-{group}" patternTransform="{turn}scale(2)"/>'
        for group, turn in [*((group, "rotate(45)" if group == "hamstrings" else "") for group in LINKED), ("core", "")]
    )
    return (
        HEAD
        + urls
        + f'<svg class="legs {{{{ legs_class }}}}" viewBox="{VIEW}" preserveAspectRatio="xMidYMid slice" '
        + f'role="{{% if legs_plain %}}img{{% else %}}group{{% endif %}}" aria-label="{label}">\n'
        + f'<defs>{patterns}<clipPath id="legs-cut"><path d="M-9 {TOP:.0f}h180v850H-9z"/></clipPath></defs>\n'
        + _view(MID_FRONT, True, FRONT, FOOT_FRONT, FRONT_LINES)
        + _view(MID_BACK, False, BACK, FOOT_BACK, BACK_LINES)
        + '<g class="labels">'
        + "".join(_label(*label) for label in LABELS)
        + f'<text class="side" x="{MID_FRONT - 85}" y="926" text-anchor="middle">{{% translate "Front view" %}}</text>'
        + f'<text class="side" x="{MID_BACK + 85}" y="926" text-anchor="middle">{{% translate "Back view" %}}</text>'
        + "</g>\n</svg>\n"
    )
