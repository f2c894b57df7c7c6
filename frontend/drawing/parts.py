"""What a view is made of: closed forms between two edges, and the muscles they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from geometry import Point, loop, sample
from paths import path


class Shape:
    """One closed form: `lat` and `med` edge from top to bottom, and fibre lines drawn by hand."""

    def __init__(self, lat: Sequence[Point], med: Sequence[Point], fibres: Sequence[Sequence[Point]] = ()) -> None:
        self.fibres = fibres
        segments = loop([*lat, *list(med)[::-1]])
        self.path = path(segments)
        self.polygon = sample(segments, 8)


class Part:
    """A muscle (with a title) or a neutral piece (without), of one or more shapes.

    `classes` is the group's slug, or "neutral", "neutral tendon", "neutral bone".
    """

    deep = False

    def __init__(self, slug: str, classes: str, title: str | None, *shapes: Shape) -> None:
        self.slug, self.classes, self.title, self.shapes = slug, classes, title, shapes

    @property
    def muscle(self) -> str:
        """The muscle's slug: a second view of the same muscle ends in -front or -back."""
        return self.slug.removesuffix("-front").removesuffix("-back")

    @property
    def second_view(self) -> bool:
        return self.slug.endswith("-front")

    @property
    def path(self) -> str:
        return "".join(shape.path for shape in self.shapes)


class Deep(Part):
    """A muscle under another one: a dashed outline over what covers it."""

    deep = True
