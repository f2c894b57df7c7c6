"""How pages are looked at, and the few pictures that are kept in the repository."""

from dataclasses import dataclass

WIDTHS = (360, 1280)
THEMES = ("light", "dark")
# States of the gym screen, and what stands there without a line, in the order of bench.screenshots.gym.
GYM = ["gym-start", "gym", "gym-resting", "gym-menu", "gym-big", "gym-finished", "offline-today", "offline"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the few: the picture's name, how it is looked at, and what it shows, in words."""

    name: str
    width: int
    theme: str
    alt: str

    @property
    def file(self) -> str:
        return f"{self.name}-{self.width}-{self.theme}.png"


# All that README.md and the guides show. Small: everybody who clones the repository takes them along.
CHOSEN = [
    Chosen("routines-leg-day", 1280, "light", "The routine on a wide screen"),
    Chosen("gym-resting", 360, "dark", "The gym screen on a phone, between two sets"),
    Chosen("today", 360, "light", "Today: the next session with its targets"),
    Chosen("progress-barbell-squat-range-all", 360, "dark", "The progress of an exercise on a phone"),
]
# Bytes of one of them.
MOST = 60_000
# Before the name of a page's first screen, where the picture is of the whole page.
FIRST = "first-"


def is_chosen(name: str, width: int, theme: str) -> bool:
    return any((each.name, each.width, each.theme) == (name, width, theme) for each in CHOSEN)
