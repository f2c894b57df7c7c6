"""`make screenshots`, in part: one page in its four looks, twice the same."""

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops

from tests.sources import ROOT

NAME = "progress-body-weight"
# Of 255: a browser that is in a hurry rounds the corner of a field to another grey, by one.
SAME = 4


def test_a_page_is_pictured_in_each_look_and_the_next_day_the_same(tmp_path: Path) -> None:
    """On a server of its own, whose clock stands still: a page of hers with days and a chart on it."""
    first, second = taken(tmp_path / "first"), taken(tmp_path / "second")
    assert sorted(first) == [f"{NAME}-{width}-{theme}.png" for width in (1280, 360) for theme in ("dark", "light")]
    for name, picture in first.items():
        assert picture.width == int(name.split("-")[-2])
        assert picture.height > 800
        assert furthest(picture, second[name]) <= SAME, name
    dark, light = (first[f"{NAME}-360-{theme}.png"].getpixel((2, 2)) for theme in ("dark", "light"))
    assert isinstance(dark, tuple)
    assert isinstance(light, tuple)
    assert sum(dark[:3]) < 100
    assert sum(light[:3]) > 600


def furthest(one: Image.Image, other: Image.Image) -> float:
    """By how much a channel of a pixel differs at most."""
    assert one.size == other.size
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getextrema()
    return max(most for _least, most in apart)  # type: ignore[misc]  # a pair for each band


def taken(folder: Path) -> dict[str, Image.Image]:
    command = [sys.executable, "-m", "bench.screenshots", "--into", str(folder), NAME]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "4 pictures" in done.stdout
    return {path.name: Image.open(path) for path in (folder / "all").iterdir()}
