"""What `make lighthouse` prints: a line a page, and what cost marks. An asterisk marks what is not within its limit."""

from collections.abc import Iterator, Mapping, Sequence

from bench.lighthouse.runs import Run
from bench.lighthouse.verdict import Cell, judge, lost

HEAD = {
    "performance": "perf", "accessibility": "a11y", "best-practices": "best", "seo": "SEO", "bytes": "kB",
    "script": "script", "requests": "requests", "paint": "LCP s", "shift": "CLS", "blocking": "TBT ms",
}  # fmt: skip
THOUSANDS = {"bytes": 1, "script": 1, "paint": 2}


def lines(found: Mapping[str, tuple[str, Sequence[Run]]]) -> Iterator[str]:
    """`found`: kind and runs by the page's name."""
    wide = max(len(name) for name in found)
    yield f"{'':<{wide}}  " + " ".join(f"{head:>9}" for head in HEAD.values())
    for name, (kind, runs) in found.items():
        yield f"{name:<{wide}}  " + " ".join(f"{_said(cell):>9}" for cell in judge(kind, runs))
    for name, (_kind, runs) in found.items():
        for words in lost(runs):
            yield f"{name}: {words}"


def _said(cell: Cell) -> str:
    """`98*`; bytes as kB and milliseconds as seconds."""
    places = THOUSANDS.get(cell.name)
    number = f"{cell.found:g}" if places is None else f"{cell.found / 1000:.{places}f}"
    return number + ("" if cell.met else "*")


def failed(found: Mapping[str, tuple[str, Sequence[Run]]]) -> list[str]:
    """The marks that are too low, each in a line."""
    return [
        f"{name}: {cell.name} {cell.found:g}, at least {cell.limit:g}"
        for name, (kind, runs) in found.items()
        for cell in judge(kind, runs)
        if cell.fails and not cell.met and cell.limit is not None
    ]
