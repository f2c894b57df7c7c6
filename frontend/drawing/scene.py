"""What a picture of an exercise is put together from: areas, lines and discs in paint order, and the box round them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geometry import Point, loop, sample
from paths import number, path

SCALE = 4  # file units for each px: whole numbers keep the files small
Box = tuple[float, float, float, float]  # left, top, right, bottom, in px


def shape(*loops: Sequence[Point]) -> str:
    """One path of several closed forms, all wound the same way, so that they unite."""
    out = ""
    for points in loops:
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
        scaled = [(p[0] * SCALE, p[1] * SCALE, *p[2:]) for p in points]
        out += path(loop(scaled if area > 0 else scaled[::-1]), digits=0)
    return out


class Scene:
    """Shapes by name (near, far, gear, line, a group's slug); what a name looks like is for `text` to be told."""

    def __init__(self) -> None:
        self.shapes: list[tuple[str, str]] = []  # name, the element without its look
        self.seen: list[Point] = []
        self.bones: list[
            tuple[str, list[Point]]
        ] = []  # for the pictogram: a name (near, far, a group's slug) and a way
        self.heads: list[Point] = []
        self.rings: list[tuple[Point, float]] = []

    def area(self, name: str, *loops: Sequence[Point]) -> None:
        for points in loops:
            self.seen += sample(loop(points), 4)
        self.shapes.append((name, f'path d="{shape(*loops)}"'))

    def line(self, points: Sequence[Point], width: float, name: str = "line") -> None:
        half = width / 2
        self.bones.append((name, list(points)))
        self.seen += [(x + dx, y + dy) for x, y, *_ in points for dx in (-half, half) for dy in (-half, half)]
        way = "L".join(f"{round(p[0] * SCALE)} {round(p[1] * SCALE)}" for p in points)
        self.shapes.append((name, f'path stroke-width="{number(width * SCALE)}" d="M{way}"'))

    def disc(self, at: Point, radius: float, width: float = 0) -> None:
        """Filled, or with a width a ring."""
        self.seen += [(at[0] - radius, at[1] - radius), (at[0] + radius, at[1] + radius)]
        if width > 1:
            self.rings.append((at, radius))
        x, y, r = (round(value * SCALE) for value in (at[0], at[1], radius))
        ring = f' stroke-width="{number(width * SCALE)}"' if width else ""
        self.shapes.append(("line" if width else "gear", f'circle cx="{x}" cy="{y}" r="{r}"{ring}'))

    def bone(self, name: str, *points: Point) -> None:
        self.bones.append((name, list(points)))

    def block(self, left: float, top: float, right: float, bottom: float = 0) -> None:
        """A box, a bench, a step."""
        self.seen += [(left, top), (right, bottom)]
        self.bones.append(("line", [(left, bottom), (left, top), (right, top), (right, bottom)]))
        x, y, wide, high = (round(value * SCALE) for value in (left, top, right - left, bottom - top))
        self.shapes.append(("block", f'path d="M{x} {y}h{wide}v{high}h{-wide}z"'))

    def box(self) -> Box:
        xs, ys = [p[0] for p in self.seen], [p[1] for p in self.seen]
        return (min(xs), min(ys), max(xs), max(ys))

    def text(self, looks: Mapping[str, str]) -> str:
        """The elements, each with the attributes of its name."""
        return "\n".join(f"<{element}{looks[name]}/>" for name, element in self.shapes)
