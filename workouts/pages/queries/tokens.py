"""The design tokens, read from the Sass that defines them: frontend/styles/_tokens.scss and _themes.scss."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legday.env import BASE

STYLES = BASE / "frontend" / "styles"
_MIXIN = re.compile(r"^@mixin (\w+) \{\n(.*?)^\}", re.M | re.S)
_ROOT = re.compile(r":root \{\n(.*?)\n\s*\}", re.S)
_LINE = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);(?:\s*//\s*(.*))?$", re.M)
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")

# What has to be told apart, by WCAG 2.2: text from its ground, and what is no text but says something.
TEXT, SIGN = 4.5, 3.0
GROUPS = ("quads", "hams", "glutes", "calves", "core")


@dataclass(frozen=True, slots=True)
class Token:
    """`name` with its two dashes, the value as written, the value on wide screens where it is another, a remark."""

    name: str
    value: str
    wide: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Colour:
    """A token's colours in both themes, as #rrggbb or #rgb."""

    name: str
    light: str
    dark: str
    note: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a ground: its contrast in both themes, and what it has to be at least."""

    front: Colour
    ground: Colour
    least: float

    @property
    def light(self) -> float:
        return contrast(self.front.light, self.ground.light)

    @property
    def dark(self) -> float:
        return contrast(self.front.dark, self.ground.dark)

    @property
    def met(self) -> bool:
        return min(self.light, self.dark) >= self.least


def measures() -> list[Token]:
    """What does not depend on the theme, in the order of the file."""
    narrow, wide = (list(_lines(block)) for block in _ROOT.findall((STYLES / "_tokens.scss").read_text()))
    on_wide = {name: value for name, value, _ in wide}
    return [Token(name, value, on_wide.get(name, ""), note) for name, value, note in narrow]


def colours() -> list[Colour]:
    """Every colour in both themes. What the dark one does not change is the light one's."""
    themes = dict(_MIXIN.findall((STYLES / "_themes.scss").read_text()))
    light = {name: value for name, value, _ in _lines(themes["light"])}
    dark = light | {name: value for name, value, _ in _lines(themes["dark"])}
    notes = {name: note for name, _, note in _lines(themes["light"])}
    return [Colour(name, _plain(name, light), _plain(name, dark), notes[name]) for name in light]


def pairs() -> list[Pair]:
    """The pairs that pages are made of."""
    by_name = {colour.name.removeprefix("--"): colour for colour in colours()}
    return [Pair(by_name[front], by_name[ground], least) for front, ground, least in _pairs()]


def _pairs() -> Iterator[tuple[str, str, float]]:
    for ground in ("paper", "sheet", "wash"):
        yield "ink", ground, TEXT
        yield "ink-soft", ground, TEXT
    yield "on-action", "action", TEXT
    for ground in ("dock", "dock-raise"):
        yield "dock-ink", ground, TEXT
        yield "dock-soft", ground, TEXT
    for group in GROUPS:
        yield f"{group}-text", "paper", TEXT
        yield f"{group}-text", "sheet", TEXT
        yield "on-glutes" if group == "glutes" else "on-field", f"{group}-field", TEXT
        # Yellow cannot be seen on paper by itself: its line can.
        yield "glutes-line" if group == "glutes" else group, "paper", SIGN
    for ground in ("paper", "sheet"):
        yield "edge", ground, SIGN
    yield "dock-edge", "dock", SIGN


def contrast(front: str, ground: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21, of two colours written as #rgb or #rrggbb."""
    bright, dim = sorted((_luminance(front), _luminance(ground)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lines(block: str) -> Iterator[tuple[str, str, str]]:
    for name, value, note in _LINE.findall(block):
        yield name, value.strip(), note.strip()


def _plain(name: str, values: dict[str, str]) -> str:
    """The colour itself, where the value is another token."""
    value = values[name]
    other = _VARIABLE.fullmatch(value)
    return _plain(other[1], values) if other else value
