"""What `docs/performance.md` is judged by: each target with the figure of this run that is furthest from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.browsing import AFTER, MEMBER, PUBLIC, WRITES
from bench.lifters import TEN, YEARS
from bench.results import COLD, UNCHANGED, Results
from bench.syncing import PUSH_ALL, PUSH_ONE, PUSHES, READS


@dataclass(frozen=True, slots=True)
class Target:
    """`found` is to be at most `most`; `where` names the page it was found on."""

    what: str
    found: float
    most: float
    unit: str
    where: str = ""

    @property
    def met(self) -> bool:
        return self.found <= self.most


def targets(results: Results) -> list[Target]:
    return [*_public(results), *_member(results), *_writes(results), *_import(results), *_server(results)]


def _worst(what: str, figures: dict[str, float], most: float, unit: str) -> Target:
    most_of_all = max(figures.values())
    where = next(name for name, figure in figures.items() if figure == most_of_all)
    alike = most_of_all == min(figures.values())
    return Target(what, most_of_all, most, unit, "" if alike else where)


def _public(results: Results) -> Iterator[Target]:
    counts, figures = results.counts["public"], results.figures["public"]
    bare = {name: results.bare[name] for name in PUBLIC}
    yield _worst("public page, warm", {name: counts[name][1] for name in PUBLIC}, 1, "statements")
    yield _worst("public page, warm", {n: figures[n].cpu / bare[n] for n in PUBLIC}, 5, "x the bare function's CPU")
    unchanged = {n: figures[UNCHANGED.format(n)].cpu / bare[n] for n in PUBLIC}
    yield _worst("public page, 304", unchanged, 4, "x the bare function's CPU")
    yield _worst("public page, cold", {name: counts[name][0] for name in PUBLIC}, 6, "statements")
    yield _worst("public page, cold", {name: figures[COLD.format(name)].cpu for name in PUBLIC}, 12, "ms CPU")


def _member(results: Results) -> Iterator[Target]:
    ten, years = results.counts[TEN], results.counts[YEARS]
    pages = [name for name in years if name not in (*WRITES, *PUSHES, *READS)]
    yield _worst("signed-in page, ten years", {name: max(years[name]) for name in pages}, 10, "statements")
    more = {name: float(max(years[name]) - max(ten[name])) for name in pages}
    yield _worst("signed-in page, ten years against ten workouts", more, 0, "statements more")
    after = {name: results.figures[name][AFTER].cpu for name in (TEN, YEARS)}
    first = "progress page, ten years, first view after a new set"
    yield _worst(first, {AFTER: after[YEARS]}, 60, "ms CPU")
    yield _worst("the same against ten workouts", {AFTER: after[YEARS] / after[TEN]}, 2, "x")
    again = {name: results.figures[YEARS][name].cpu for name in MEMBER if name.startswith("progress")}
    yield _worst("progress page, ten years, other views", again, 60, "ms CPU")
    ratio = {name: again[name] / results.figures[TEN][name].cpu for name in again}
    yield _worst("other views against ten workouts", ratio, 2, "x")


def _writes(results: Results) -> Iterator[Target]:
    """The plain form's own writes are told below the targets."""
    for name, statements, milliseconds in ((PUSH_ONE, 12, 10), (PUSH_ALL, 30, 30)):
        figures = {who: results.figures[who][name].p50 for who in (TEN, YEARS)}
        counts = {who: float(max(results.counts[who][name])) for who in (TEN, YEARS)}
        yield _worst(name, counts, statements, "statements")
        yield _worst(name, figures, milliseconds, "ms p50")


def _import(results: Results) -> Iterator[Target]:
    found = results.imported
    if found:
        what = f"import of {found.rows:,} rows"
        yield Target(what, found.preview, 10, "s to the preview")
        yield Target(what, found.preview + found.done, 30, "s to done")
        yield Target(what, found.memory, 64, "MB of memory on top")
        yield Target(what, found.lock, 0.5, "s that another writer waits")


def _server(results: Results) -> Iterator[Target]:
    yield Target("worker, after all pages", results.memory, 110, "MB of memory")
    yield Target("start of the server to its first answer", results.started, 1.5, "s")
