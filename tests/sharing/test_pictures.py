"""What stands on a picture, and that it is one."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image

from tests.sources import ROOT
from workouts.catalogue.models import Exercise
from workouts.routines.models import Routine
from workouts.sharing import pictures
from workouts.sharing.queries import Card, Line, card

MOST_BYTES = 60_000
BARE = Card("routines", "bare", "Leg day", "17 working sets", (), ())


def colours(told: bytes) -> set[object]:
    with Image.open(io.BytesIO(told)) as image:
        assert (image.format, image.size) == ("PNG", (pictures.WIDTH, pictures.HEIGHT))
        return {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or []}


def rgb(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(pictures.COLOURS[name][1:]))


def test_every_picture_is_small_and_of_the_size_that_is_told(content: None) -> None:
    found = [card("exercises", row.slug) for row in Exercise.objects.site()[:6]]
    found += [card("routines", row.slug) for row in Routine.objects.site()]
    for each in found:
        assert each is not None
        drawn = pictures.picture(each)
        assert len(drawn) <= MOST_BYTES, each.slug
        assert colours(drawn) >= {rgb("paper"), rgb("ink")}
    assert (ROOT / "static/images/legday-og.png").stat().st_size <= MOST_BYTES


def test_the_muscles_that_work_wear_their_colours(content: None) -> None:
    squat, calves = card("exercises", "barbell-squat"), card("exercises", "calf-raise")
    assert squat
    assert calves
    assert dict(squat.states)["vastus_lateralis"] == "is-lead"
    without = [pictures.picture(replace(each, lines=())) for each in (squat, calves)]
    mark = 500  # pixels: more than the mark and edges have
    assert [_many(each, "calves", mark) for each in without] == [False, True]
    assert [_many(each, "quads", mark) for each in without] == [True, False]


def _many(told: bytes, name: str, most: int) -> bool:
    """Whether the drawing, without the words beside it, has more than so many pixels of the colour."""
    with Image.open(io.BytesIO(told)) as image:
        drawing = image.convert("RGB").crop((760, 0, pictures.WIDTH, pictures.HEIGHT))
        return sum(count for count, colour in drawing.getcolors(1 << 20) or [] if colour == rgb(name)) > most


def test_the_words(content: None) -> None:
    routine, lunge = card("routines", "leg-day"), card("exercises", "walking-lunge")
    assert routine
    assert lunge
    assert (routine.name, routine.caption) == ("Leg day", "17 working sets, 40 min of rest")
    assert routine.lines[0] == Line("quadriceps", "1", "Barbell squat", "4 × 8–10")
    assert [line.text for line in lunge.lines] == ["Quadriceps", "Hamstrings", "Glutes", "Calves"]
    assert card("routines", "no-such") is card("exercises", "no-such") is None


def test_the_face_is_there_and_draws() -> None:
    assert pictures.picture(BARE) != pictures.picture(replace(BARE, name=""))


@pytest.mark.parametrize(("name", "plain"), [("Drążek, Łódź, ště", "Dr ek,  ódź, ště"), ("Şınav", " ınav")])
def test_letters_of_the_neighbours_are_drawn(name: str, plain: str) -> None:
    assert pictures.picture(replace(BARE, name=name)) != pictures.picture(replace(BARE, name=plain))
    assert _ink(name) > _ink(plain)


def _ink(name: str) -> int:
    with Image.open(io.BytesIO(pictures.picture(replace(BARE, name=name)))) as image:
        return next(count for count, colour in image.convert("RGB").getcolors(1 << 20) or [] if colour == rgb("ink"))


def test_names_are_text_whatever_is_in_them() -> None:
    told = pictures.svg(replace(BARE, name="<b>&\x0b\x1f"))
    assert "&lt;b&gt;&amp;" in told
    pictures.picture(replace(BARE, name="<b>&\x0b\x1f"))


@pytest.mark.parametrize(
    "name", ["Leg day", "Single-leg Romanian deadlift " * 5, "W" * 100, "a " * 60, "Приседания " * 5]
)
def test_names_stay_in_their_column(name: str) -> None:
    size, rows = pictures.fitted(name)
    assert 1 <= len(rows) <= pictures.MOST_ROWS
    assert all(pictures.wide(row, size) <= pictures.ROOM for row in rows)
    assert " ".join(rows) == name.strip() or rows[-1].endswith("…")


def test_lines_end_above_the_edge() -> None:
    lines = tuple(Line("calves", str(number), "Calf raise") for number in range(6))
    for name in ("Leg day", "Single-leg Romanian deadlift " * 5):
        drawn = re.findall(r'<circle cx="80" cy="(\d+)"', pictures.svg(replace(BARE, name=name, lines=lines)))
        assert len(drawn) >= 4
        assert int(drawn[-1]) <= pictures.BOTTOM


def test_another_card_has_another_address() -> None:
    others = [
        replace(BARE, name="Legs"),
        replace(BARE, caption="18 working sets"),
        replace(BARE, states=(("calves", "is-lead"),)),
    ]
    assert len({pictures.version(each) for each in [BARE, *others]}) == 4
    assert pictures.version(BARE) == pictures.version(replace(BARE))


def test_the_colours_are_the_theme_s() -> None:
    light = (ROOT / "frontend/styles/_themes.scss").read_text().split("@mixin dark")[0]
    theme = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    assert {name: theme[name] for name in pictures.COLOURS} == pictures.COLOURS
