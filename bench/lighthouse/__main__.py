"""`make lighthouse`: the median of five runs of Lighthouse, as a slow phone on a slow line, over each kind of page.

Prints a table, and fails where a mark is too low. `make lighthouse ONLY="home gym" RUNS=1` is a quick look.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import machine, site
from bench.lighthouse import pages, profiles, runs, table
from bench.lighthouse.pages import Page
from bench.lighthouse.runs import Run

Found = dict[str, tuple[str, Sequence[Run]]]


def main(words: list[str]) -> int:
    asked = _asked(words)
    node = os.environ.get("NODE") or "node"
    if why_not := runs.missing(node):
        print(why_not)
        return 1
    print(f"{machine.today()}, commit {machine.commit()}, {machine.processor()}, load {machine.load()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="legday-lighthouse-") as name, _served(Path(name)) as (url, hers, lifter):
        wanted = [page for page in [*pages.PUBLIC, *hers] if not asked.only or any(w in page.name for w in asked.only)]
        found = visit(url, wanted, Visitor(node, lifter, Path(name) / "visit"), times=asked.runs)
    if not found:
        print("No page has such a name.")
        return 1
    print("\n".join(table.lines(found)))
    low = table.failed(found)
    print("\n".join(["Too low:", *low]) if low else "All marks are reached.")
    return 1 if low else 0


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("only", nargs="*", help="parts of names, such as home; all pages without")
    parser.add_argument("--runs", type=int, default=5, choices=range(1, 100), metavar="N", help="visits to each page")
    return parser.parse_args(words)


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[Page], Path]]:
    """A throw-away install as `make run` serves it: its address, the pages of its lifter, and her browser's profile."""
    print("Preparing an install and a lifter", flush=True)
    knobs = site.environment(folder, site.free_port())
    site.run(knobs, "manage.py", "prepare")
    site.run(knobs, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    told = json.loads(site.run(knobs, "-m", "bench.lighthouse.lifter"))
    url = knobs["ORIGIN"]
    with site.serving("legday.wsgi", knobs):
        yield url, pages.hers(told["gym"]), profiles.of_lifter(folder / "lifter", url, told["session"])


@dataclass(frozen=True, slots=True)
class Visitor:
    """Node's program, the profile of the lifter's browser, and the folder for the profile of one visit."""

    node: str
    lifter: Path
    folder: Path

    def visit(self, url: str, page: Page) -> Run:
        profile = profiles.fresh(self.folder, None if page.kind == "public" else self.lifter)
        return runs.run(self.node, f"{url}{page.path}", profile=profile, skip=page.skip)


def visit(url: str, wanted: list[Page], visitor: Visitor, *, times: int) -> Found:
    """In rounds, so that a neighbour on the same machine is in every page's way or in none's."""
    found: dict[str, list[Run]] = {page.name: [] for page in wanted}
    for at in range(1, times + 1):
        for page in wanted:
            print(f"\rRound {at} of {times}: {page.name:<30}", end="", flush=True)
            found[page.name].append(visitor.visit(url, page))
    print("\r" + " " * 50 + "\r", end="")
    return {page.name: (page.kind, found[page.name]) for page in wanted}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
