"""What the style guide shows the components with: made up, so that the page stands without content."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from workouts.pages.forms import SampleForm
from workouts.pages.queries.tokens import colours, measures, pairs
from workouts.progress.queries.series import words

# Put on by frontend/pages/styleguide.ts, which gives these classes what the styles say of the real states.
STATES = ("", "look-hover", "look-focus", "look-press")


@dataclass(frozen=True, slots=True)
class Group:
    slug: str
    name: str
    summary: str


def groups() -> list[Group]:
    return [
        Group("quadriceps", _("Quadriceps"), _("front of the thigh")),
        Group("hamstrings", _("Hamstrings"), _("back of the thigh")),
        Group("glutes", _("Glutes"), _("buttocks")),
        Group("calves", _("Calves"), _("back of the lower leg")),
        Group("core", _("Core"), _("supports")),
    ]


def samples() -> dict[str, Any]:
    """The context of the page."""
    all_groups = groups()
    states = [_("At rest"), _("Under the pointer"), _("With the focus"), _("Pressed")]
    return {
        "colours": colours(),
        "pairs": pairs(),
        "tokens": _measures(),
        "states": list(zip(STATES, states, strict=True)),
        "groups": all_groups,
        "leg_groups": all_groups[:-1],
        "volumes": list(zip(all_groups[:-1], ("12", "7.5", "0", "34"), (40, 25, 0, 100), _bands(), strict=True)),
        "levels": ["success", "info", "warning", "error"],
        "long": _("Single-leg Romanian deadlift with the rear foot on the wall and a pause below the knee"),
        "middle": Paginator(range(300), 30).page(2),
        "form": SampleForm(prefix="right", initial={"name": _("Home gym"), "kind": "bar", "fixed": "20 kg"}),
        "wrong": SampleForm({"wrong-weight": "heavy", "wrong-kind": "no such"}, prefix="wrong"),
        "legs": {
            "rectus_femoris": "is-lead", "vastus_lateralis": "is-help", "vastus_medialis": "is-steady",
            "vastus_intermedius": "is-lead", "gluteus_maximus": "heat-4", "biceps_femoris": "heat-1",
            "semitendinosus": "heat-2", "semimembranosus": "heat-3", "gastrocnemius": "is-dim", "soleus": "is-active",
        },
        "series": _series(),
    }  # fmt: skip


def _bands() -> list[str]:
    return [_("well supported"), _("some growth"), _("nothing yet"), _("above the scale")]


def _measures() -> list[tuple[str, str, list[Any]]]:
    """The tokens by what they measure: what it is called, how it is shown, and they."""
    kinds = [
        (_("Type"), "type", ("--t-", "--n-")),
        (_("Spaces"), "space", ("--s-", "--gutter", "--touch", "--column")),
        (_("Faces, lines, motion"), "", ("--display", "--text", "--radius", "--rule", "--move")),
    ]
    found = measures()
    return [(name, kind, [each for each in found if each.name.startswith(starts)]) for name, kind, starts in kinds]


def _series() -> dict[str, object]:
    """In the shape of frontend/progress/series.ts: eight sessions, a break before the sixth, a lighter week."""
    values = [100.0, 102.5, 104.0, 103.5, 106.0, 101.0, 105.5, 108.0]
    days = [20700, 20704, 20707, 20711, 20714, 20735, 20739, 20742]
    count = len(values)
    return {
        "x": days,
        "y": values,
        "unit": "kg",
        "decimals": 1,
        "grades": ["A", "B", "B", "C", "A", "B", "B", "A"],
        "least": [False] * count,
        "about": [False] * (count - 1) + [True],
        "sets": ["90 kg × 5"] * count,
        "off": [0, 0, 0, 0, 0, 21, 0, 0],
        "plateaus": [days[3]],
        "deloads": [days[5]],
        "words": words(),
    }
