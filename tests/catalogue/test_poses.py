"""The figures of the exercises: each has two and a pictogram, in words too, and their bodies could stand so."""

import math
import re
from importlib import import_module
from itertools import pairwise
from types import ModuleType

import pytest
from django.test import Client

from tests.pages.reading import Page
from tests.sources import ROOT
from workouts.catalogue.models import Exercise
from workouts.templatetags.figures import pictogram_of, poses_of

SLUGS = sorted(path.stem for path in (ROOT / "content/exercises").glob("*.toml"))
FROM_THE_SIDE = [slug for slug in SLUGS if slug not in ("hip-abduction", "hip-adduction")]
TRUNK, THIGH, SHANK = 47, 40, 39

Point = tuple[float, float]


@pytest.fixture
def poses(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "frontend/drawing"))
    return import_module("poses")


def test_every_exercise_of_the_site_has_its_figures(poses: ModuleType) -> None:
    assert sorted(poses.POSES) == sorted(poses.POSITIONS) == SLUGS


@pytest.mark.parametrize("slug", ["barbell-squat", "romanian-deadlift", "leg-press", "walking-lunge", "calf-raise"])
def test_the_page_shows_start_and_end_and_says_what_they_show(client: Client, content: None, slug: str) -> None:
    page = Page(client.get(f"/exercises/{slug}/"))
    shown = [svg["aria-labelledby"] for svg in page.all("svg", role="img") if "aria-labelledby" in svg]
    assert shown == ["pose-start", "pose-end"]
    assert [len(page.all("figcaption", id=place)) for place in shown] == [1, 1]
    assert "Start" in page.text
    assert "End" in page.text


def test_the_squat_s_caption_is_its_own(client: Client, content: None) -> None:
    assert "Thighs parallel to the ground, whole foot down." in Page(client.get("/exercises/barbell-squat/")).text
    assert "Thighs parallel to the ground, whole foot down." not in Page(client.get("/exercises/leg-press/")).text


def test_a_list_has_a_pictogram_in_every_row_that_is_silent(client: Client, content: None) -> None:
    pictures = Page(client.get("/exercises/")).all("svg", **{"class": "pic"})
    assert len(pictures) == len(SLUGS)
    assert {picture["aria-hidden"] for picture in pictures} == {"true"}


def test_an_exercise_of_one_s_own_has_none() -> None:
    mine = Exercise(slug="my-own-squat", name="My own squat")
    assert poses_of(mine) == pictogram_of(mine) == ""


@pytest.mark.parametrize("slug", SLUGS)
def test_pictograms_are_of_one_hand(poses: ModuleType, slug: str) -> None:
    """Whoever is drawn: nearly one scale, one size of head and stroke, and the ground on whole px."""
    svg = poses.small(slug)
    size = float(svg.split('viewBox="')[1].split('"')[0].replace("-", " ").split()[-1])
    radius = float(re.findall(r'stroke="none" cx="[^"]+" cy="[^"]+" r="([\d.]+)"', svg)[0])
    ground = float(re.findall(r'<path stroke-width="([\d.]+)" d="[^"]+"/></svg>', svg)[0])
    assert 156 <= size <= 192
    assert [radius * 64 / size, ground * 64 / size] == pytest.approx([4.6, 2], abs=0.05)


def _angle(a: Point, joint: Point, b: Point) -> float:
    """Between the ways to a and to b, in degrees; 180 is straight."""
    ways = [(p[0] - joint[0], p[1] - joint[1]) for p in (a, b)]
    cosine = sum(x * y for x, y in zip(*ways, strict=True)) / math.prod(math.hypot(*way) for way in ways)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def _bends_forward(hip: Point, knee: Point, ankle: Point) -> bool:
    """No knee is bent the wrong way; the figures face right, or up, as they are turned."""
    shank = (ankle[0] - knee[0], ankle[1] - knee[1])
    thigh = (knee[0] - hip[0], knee[1] - hip[1])
    return thigh[0] * shank[1] - thigh[1] * shank[0] >= -0.06 * THIGH * SHANK


@pytest.mark.parametrize("end", [False, True], ids=["start", "end"])
@pytest.mark.parametrize("slug", FROM_THE_SIDE)
def test_joints_and_bones_are_a_body_s(poses: ModuleType, slug: str, end: bool) -> None:
    scene = poses.scene_of(slug, end=end)
    shoulder, hip, knee, ankle, toe = next(way for name, way in scene.bones if name == "near")
    lengths = [math.dist(a, b) for a, b in pairwise((shoulder, hip, knee, ankle))]
    assert lengths == pytest.approx([TRUNK, THIGH, SHANK], abs=1.5)
    assert 45 <= _angle(hip, knee, ankle) <= 180
    assert 40 <= _angle(shoulder, hip, knee) <= 180
    assert 60 <= _angle(knee, ankle, toe) <= 165
    assert _bends_forward(hip, knee, ankle)
    for name, way in scene.bones:
        if name == "far" and len(way) == 4:
            assert [math.dist(a, b) for a, b in pairwise(way[:3])] == pytest.approx([THIGH, SHANK], abs=2.5)


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_sinks_into_the_floor_and_nothing_floats(poses: ModuleType, slug: str) -> None:
    for end in (False, True):
        *_, bottom = poses.scene_of(slug, end=end).box()
        assert -1.5 <= bottom <= 2.5, f"{'end' if end else 'start'}: {bottom:.1f} px"


@pytest.mark.parametrize(
    ("slug", "knee"), [("barbell-squat", (50, 75)), ("walking-lunge", (80, 100)), ("leg-press", (55, 95))]
)
def test_the_guide_s_angles(poses: ModuleType, slug: str, knee: tuple[int, int]) -> None:
    """Thighs parallel in the squat, knees at about 90 degrees in the lunge and the press."""
    way = next(way for name, way in poses.scene_of(slug, end=True).bones if name == "near")
    assert knee[0] <= _angle(*way[1:4]) <= knee[1]
