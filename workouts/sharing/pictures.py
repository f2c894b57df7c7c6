"""Draws a card: 1,200 x 630 pixels, from the site's own drawing and display face. Why so: docs/decisions/0012."""

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from workouts.sharing.queries import Card, Line

WIDTH, HEIGHT = 1200, 630
PALETTE = 96
MANIFEST: Path = settings.DJANGO_VITE["default"]["manifest_path"]  # type: ignore[assignment]  # a dictionary of many kinds
FONTS = [MANIFEST.with_name("fonts") / name for name in ("legday-bold.ttf", "legday-bold-more.ttf")]
# What no file of ours has is drawn with the machine's own faces, if it has one for it.
_FOREIGN = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u2122\u2212]")
TEMPLATES = ("sharing/picture.svg", "components/legs.html", "components/svg_defs.html")

# The light theme, as frontend/styles/_themes.scss has it: a picture cannot ask what the reader's screen is.
COLOURS = {
    "paper": "#f2f0ea", "sheet": "#fcfbf8", "wash": "#e4e2d9", "ink": "#13171d", "ink-soft": "#4b515a",
    "hair": "#cac7bc", "edge": "#7d8186", "hatch": "#fcfbf8",
    "quads": "#cb1f2f", "hams": "#2556b4", "glutes": "#efb310", "calves": "#22845a", "core": "#82878d",
}  # fmt: skip
DISCS = {"quadriceps": "quads", "hamstrings": "hams", "glutes": "glutes", "calves": "calves"}

# A letter of the condensed face is about so wide, in heights of the letters, and one of another face. No library
# measures it for us.
LETTER, FOREIGN = 0.43, 0.66
ROOM = 640
SIZES = (112, 92, 74, 60)
MOST_ROWS = 3
# Where the last line may stand, and how far apart lines do.
BOTTOM, CLOSEST, FARTHEST = 586, 37, 52
# No XML can hold these, and no name needs them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_COLOUR = re.compile(r"var\(--([a-z-]+)\)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and the height of its line."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line under the name with its disc: `colour` of the disc and `on` of the number on it."""

    number: str
    text: str
    dose: str
    colour: str
    on: str
    y: int


def version(card: Card) -> str:
    """Twelve digits that are others once anything on the picture is: part of its address."""
    told = repr((card, get_language(), _look()))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def address(card: Card) -> str:
    """The path of the picture."""
    return reverse(f"sharing:{card.kind}", args=[card.slug, version(card)])


def picture(card: Card) -> bytes:
    """The card as a PNG. Its colours are counted down to a palette: a third of the bytes, and no eye sees it."""
    # Loaded when a picture is asked for: most workers never draw one.
    import resvg_py
    from PIL import Image

    told = _COLOUR.sub(lambda found: COLOURS[found[1]], svg(card))
    ours = _FOREIGN.search(told) is None
    drawn = resvg_py.svg_to_bytes(svg_string=told, font_files=[str(font) for font in FONTS], skip_system_fonts=ours)
    with Image.open(io.BytesIO(drawn)) as image:
        few = image.convert("RGB").quantize(PALETTE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def svg(card: Card) -> str:
    """The card as it is handed to the library, with the theme's names for colours."""
    size, rows = fitted(card.name)
    name = [Placed(row, 98 + size + at * round(size * 0.98)) for at, row in enumerate(rows)]
    top = name[-1].y + 54
    context = {
        "name": name,
        "size": size,
        "caption": Placed(clipped(card.caption, 34, ROOM), top),
        "lines": list(_placed(card.lines, top + 60)),
        "states": dict(card.states),
    }
    return _CONTROL.sub("", render_to_string("sharing/picture.svg", context))


def _placed(lines: Sequence[Line], top: int) -> Iterator[PlacedLine]:
    """The lines from `top` down: as many as fit."""
    shown = lines[: (BOTTOM - top) // CLOSEST + 1]
    step = min(FARTHEST, (BOTTOM - top) // max(len(shown) - 1, 1))
    for at, line in enumerate(shown):
        yield PlacedLine(
            number=line.number,
            text=clipped(line.text, 30, ROOM - 160),
            dose=line.dose,
            colour=COLOURS[DISCS.get(line.group, "core")],
            on=COLOURS["ink"] if line.group == "glutes" else COLOURS["sheet"],
            y=top + at * step,
        )


def fitted(name: str) -> tuple[int, list[str]]:
    """The size at which the name takes three rows at most, and its rows."""
    for size in SIZES:
        rows = wrapped(name, size)
        if len(rows) <= MOST_ROWS and all(wide(row, size) <= ROOM for row in rows):
            return size, rows
    size = SIZES[-1]
    rows = wrapped(name, size)[:MOST_ROWS]
    return size, [clipped(row, size, ROOM) for row in rows[:-1]] + [clipped(f"{rows[-1]} …", size, ROOM)]


def wrapped(text: str, size: int) -> list[str]:
    """Words by rows; a word that is too long for one stands alone. At least one row."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and wide(longer, size) > ROOM:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def clipped(text: str, size: int, room: int) -> str:
    """The text, or as much of it as fits, with three dots."""
    most = int(room / (size * _letter(text)))
    return text if len(text) <= most else f"{text[: most - 1].rstrip(' …')}…"


def wide(text: str, size: int) -> float:
    return len(text) * size * _letter(text)


def _letter(text: str) -> float:
    return FOREIGN if _FOREIGN.search(text) else LETTER


@lru_cache(maxsize=1)
def _look() -> str:
    """What makes all pictures look otherwise: the templates, the face, and the code here."""
    digest = hashlib.sha256()
    for name in TEMPLATES:
        digest.update(Path(get_template(name).origin.name).read_bytes())  # type: ignore[attr-defined]  # a file's
    for path in (*FONTS, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
