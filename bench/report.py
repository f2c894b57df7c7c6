"""docs/performance.md, from what a run found."""

from collections.abc import Iterable, Iterator, Sequence

from bench.browsing import PUBLIC
from bench.lifters import TEN, WORKOUTS, YEARS
from bench.machine import ROOT
from bench.results import COLD, UNCHANGED, Results
from bench.targets import Target, targets

PAGE = ROOT / "docs" / "performance.md"
HEAD = """# Performance

Written by `make bench`; do not edit by hand. Each figure is of this one run and this one machine.

gunicorn with 2 workers of 4 threads, as `make run` starts it, over http, on SQLite. One browser, one request at a time,
over a connection that stays open and takes gzip. Pages are read in three rounds, of which the quietest counts; what is
sent, and what follows on it, is measured once. CPU is that of the workers, by request. Statements are SQL statements
without those that open and close transactions; they are counted with Django's test client in another process on the
same database. *Cold* is after an edit, with no page kept and an empty cache. Lifters: one of {ten} workouts, one of
{years:,} workouts of 17 sets (ten years). *Bare* is a WSGI function on the same gunicorn that sends the same bytes and
does nothing else.
"""


def write(results: Results) -> None:
    text = page(results)
    PAGE.write_text(text)
    print(f"\n{text}\nWritten to {PAGE.relative_to(ROOT)}")


def page(results: Results) -> str:
    found = targets(results)
    met = sum(one.met for one in found)
    parts = [
        HEAD.format(ten=WORKOUTS[TEN], years=WORKOUTS[YEARS]),
        table(("", ""), results.about.items(), numbers=0),
        f"## Targets: {met} of {len(found)} met\n",
        table(("what", "found", "at most", "", "met", "furthest"), map(_target, found)),
        "## Public pages\n",
        table(
            ("page", "statements cold", "warm", "CPU ms cold", "warm", "304", "bare", "p50 ms", "p95 ms", "bytes"),
            _public(results),
        ),
        "## Signed in: ten workouts, then ten years\n",
        table(
            ("what", "statements", "CPU ms", "p50 ms", "bytes", "statements", "CPU ms", "p50 ms", "p95 ms", "bytes"),
            _member(results),
        ),
        "## Import\n",
        table(
            ("rows", "to the preview, s", "from there to done, s", "CPU s", "memory on top, MB", "longest lock, s"),
            _import(results),
        ),
    ]
    return "\n".join(parts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 1) -> str:
    """A Markdown table; columns from `numbers` on are set to the right (0: none is)."""
    ruler = ["---:" if numbers and place >= numbers else "---" for place in range(len(head))]
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, ruler, *rows])


def _target(one: Target) -> list[str]:
    return [one.what, short(one.found), short(one.most), one.unit, "yes" if one.met else "**no**", one.where]


def short(number: float) -> str:
    """Whole from 100 on, one decimal from 10, else two; what is whole stays whole."""
    if number == int(number) or number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def _public(results: Results) -> Iterator[list[str]]:
    figures, counts = results.figures["public"], results.counts["public"]
    for name in PUBLIC:
        warm = figures[name]
        ways = (figures[COLD.format(name)].cpu, warm.cpu, figures[UNCHANGED.format(name)].cpu, results.bare[name])
        yield [
            name,
            *(str(one) for one in counts[name]),
            *(short(one) for one in ways),
            short(warm.p50),
            short(warm.p95),
            f"{len(warm.body):,}",
        ]


def _member(results: Results) -> Iterator[list[str]]:
    for name, years in results.figures[YEARS].items():
        ten = results.figures[TEN][name]
        yield [
            name,
            str(max(results.counts[TEN][name])),
            *(short(one) for one in (ten.cpu, ten.p50)),
            f"{len(ten.body):,}",
            str(max(results.counts[YEARS][name])),
            *(short(one) for one in (years.cpu, years.p50, years.p95)),
            f"{len(years.body):,}",
        ]


def _import(results: Results) -> Iterator[list[str]]:
    one = results.imported
    if one:
        yield [f"{one.rows:,}", *(short(n) for n in (one.preview, one.done, one.cpu, one.memory, one.lock))]
