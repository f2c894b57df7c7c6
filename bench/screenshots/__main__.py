"""`make screenshots`: every page into docs/img/all/, which git ignores, and the chosen few into docs/img/, made small.

`make screenshots ONLY="gym today"` takes those that a word of it is part of, and leaves the chosen few alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import chromium, site
from bench.machine import ROOT
from bench.screenshots import album, camera, gym, keeping

FOLDER = ROOT / "docs" / "img"


def main(words: list[str]) -> int:
    asked = _asked(words)
    if chromium.program() is None:
        print("Screenshots need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM.")
        return 1
    with tempfile.TemporaryDirectory(prefix="legday-screenshots-") as name, _served(Path(name)) as (url, ready):
        taken = take(url, ready, asked.into / "all", asked.only)
    print(f"{taken} pictures in {asked.into / 'all'}")
    if not asked.only:
        keeping.keep(asked.into / "all", asked.into)
    return 0 if taken else 1


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("only", nargs="*", help="parts of names, such as progress; all pages without")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder to write into")
    return parser.parse_args(words)


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """A throw-away install: its address, and what its server says (bench.screenshots.server)."""
    knobs = site.environment(folder, site.free_port())
    command = [sys.executable, "-m", "bench.screenshots.server"]
    with subprocess.Popen(command, cwd=ROOT, env=knobs, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            said = server.stdout.readline()
            if not said:
                sys.exit("The server did not start.")
            yield knobs["ORIGIN"], json.loads(said)
        finally:
            server.terminate()


def take(url: str, ready: dict[str, Any], folder: Path, only: list[str]) -> int:
    """Pictures of the pages that `only` asks for; how many. The gym screen comes last: it begins a workout."""

    def wanted(pages: dict[str, str]) -> dict[str, str]:
        return {name: path for name, path in pages.items() if not only or any(word in name for word in only)}

    film = camera.Camera(folder)
    # No worker: it would fetch all that works offline for each page anew.
    alone: Any = {"service_workers": "block"}
    with camera.browser() as browser:
        with camera.visitor(browser, **alone) as anybody:
            film.walk(anybody, url, wanted(ready["public"]))
        with camera.visitor(browser, url, ready["session"], **alone) as lifter:
            film.walk(lifter, url, wanted(ready["member"]))
        states = set(wanted(dict.fromkeys(album.GYM, "")))
        if states:
            with camera.visitor(browser, url, ready["session"]) as lifter:
                gym.picture(film, lifter, url, states)
    return film.taken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
