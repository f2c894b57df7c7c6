"""The small leg, for under 100 px: silhouettes and the four groups in plain colour, no lines, no engraving."""

from __future__ import annotations

from back import BACK
from contour import FOOT_BACK, FOOT_FRONT, TOP, body
from front import FRONT
from legs import LINKED, MID_BACK, MID_FRONT
from parts import Part

HEAD = """{# Made by frontend/drawing/build.py: change the drawing there. A name must stand beside it. #}
{# legs = states by group: legs.quadriceps = "is-dim" or "heat-2" and so on. #}
"""


def _groups(parts: list[Part]) -> str:
    out = ""
    for group in LINKED:
        shown = [part for part in parts if part.classes == group and not part.deep and not part.second_view]
        if shown:
            outline = "".join(part.path for part in shown)
            out += f'<path class="muscle {group} {{{{ legs.{group} }}}}" d="{outline}"/>\n'
    return out


def template() -> str:
    """The text of templates/components/legs_mark.html."""
    return (
        HEAD
        + f'<svg class="legs-mark" viewBox="205 {TOP:.0f} 360 {892 - TOP:.0f}" aria-hidden="true">\n'
        + f'<g transform="translate({MID_FRONT - 8}) scale(-1 1)"><path class="body" d="{body(FOOT_FRONT)}"/>\n'
        + _groups(FRONT)
        + f'</g>\n<g transform="translate({MID_BACK + 8})"><path class="body" d="{body(FOOT_BACK)}"/>\n'
        + _groups(BACK)
        + "</g>\n</svg>\n"
    )
