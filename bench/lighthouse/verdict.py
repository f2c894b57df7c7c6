"""What a page's runs come to, and what it has to be: the medians of all runs against the limits of the page's kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.lighthouse.runs import CATEGORIES, Run

# Marks below these fail the run. What is for one person cannot be judged by how search engines find it: see pages.py.
MARKS = {
    "public": dict.fromkeys(CATEGORIES, 100),
    "progress": {**dict.fromkeys(CATEGORIES, 100), "performance": 95},
    "gym": {**dict.fromkeys(CATEGORIES, 100), "performance": 95},
}
# What a first visit may weigh and take, told beside the marks: bytes on the wire, requests, ms.
BOUNDS = {
    "public": {"bytes": 60_000, "script": 10_000, "requests": 8, "paint": 1500, "shift": 0},
    "progress": {"bytes": 110_000, "paint": 1500, "shift": 0},
    "gym": {"bytes": 120_000, "paint": 1500, "shift": 0},
}
FIGURES = ("bytes", "script", "requests", "paint", "shift", "blocking")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: the median of the runs, whether it is within its limit, and whether it fails the whole if not."""

    name: str
    found: float
    limit: float | None
    fails: bool

    @property
    def met(self) -> bool:
        if self.limit is None:
            return True
        return self.found >= self.limit if self.fails else self.found <= self.limit


def judge(kind: str, runs: Sequence[Run]) -> list[Cell]:
    """The four marks, then the figures."""
    return [*_marks(kind, runs), *_figures(kind, runs)]


def _marks(kind: str, runs: Sequence[Run]) -> Iterator[Cell]:
    for name in CATEGORIES:
        # Of an even number of runs the lower: no mark is made up that no run had.
        marks = sorted(run.marks[name] for run in runs)
        yield Cell(name, marks[(len(marks) - 1) // 2], MARKS[kind][name], fails=True)


def _figures(kind: str, runs: Sequence[Run]) -> Iterator[Cell]:
    for name in FIGURES:
        # A movement of a thousandth of the screen is rounding.
        found = round(median(getattr(run, name) for run in runs), 2 if name == "shift" else None)
        yield Cell(name, found, BOUNDS[kind].get(name), fails=False)


def lost(runs: Sequence[Run]) -> list[str]:
    """What cost marks in more than half of the runs, as Lighthouse says it."""
    said: dict[str, list[str]] = {}
    for run in runs:
        for audit, words in run.lost.items():
            said.setdefault(audit, []).append(words)
    return [f"{audit}: {words[0]}" for audit, words in said.items() if 2 * len(words) > len(runs)]
