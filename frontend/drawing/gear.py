"""What is lifted and what is leaned on, in the pictures of the exercises. Positions in px, up is negative."""

from __future__ import annotations

from geometry import Point
from scene import Scene


def plate(scene: Scene, at: Point, radius: float = 18) -> None:
    """The plate at the bar's far end: draw it before the body, so that it hides neither head nor arm."""
    scene.disc(at, radius, 2.4)
    scene.disc(at, radius - 5, 0.8)


def bar(scene: Scene, at: Point) -> None:
    """The bar's near end, over the hand that holds it."""
    scene.disc(at, 2.7)


def dumbbell(scene: Scene, at: Point) -> None:
    """Hanging from a hand, its handle along the way one looks."""
    x, y = at
    scene.line([(x - 8, y), (x + 8, y)], 2.6)
    for side in (-9, 9):
        scene.line([(x + side, y - 4.5), (x + side, y + 4.5)], 5)


def upright(scene: Scene, at: Point) -> None:
    """A dumbbell on end, held before the chest."""
    x, y = at
    scene.line([(x, y - 6), (x, y + 9)], 2.6)
    for side in (-7.5, 10):
        scene.line([(x - 4.5, y + side), (x + 4.5, y + side)], 5)


def roller(scene: Scene, at: Point, pivot: Point) -> None:
    """The pad of a machine at the end of its lever."""
    scene.line([pivot, at], 2.2)
    scene.disc(at, 4.6)


def bench(scene: Scene, left: float, right: float, top: float) -> None:
    """A padded bench of that height on two legs."""
    for x in (left + 6, right - 6):
        scene.line([(x, top + 3), (x, -1)], 2.4)
    scene.line([(left + 3, top + 3), (right - 3, top + 3)], 6)
