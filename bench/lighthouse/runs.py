"""One run of Lighthouse over one page, and what of its report counts."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import chromium

FOLDER = Path(__file__).resolve().parent
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
NODE = (22, 19)
TRIES = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Run:
    """`marks` of 0 to 100 by category; weights in bytes on the wire; times in ms of a slow phone and line.

    `lost` are the audits that cost marks: what Lighthouse calls them, and its words for what it found.
    """

    marks: dict[str, int]
    bytes: float
    script: float
    requests: float
    paint: float
    shift: float
    blocking: float
    lost: dict[str, str]


def missing(node: str) -> str:
    """What keeps Lighthouse from running here, in one line; empty where nothing does."""
    if chromium.program() is None:
        return "Lighthouse needs Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM."
    found = _version(node)
    if found < NODE:
        return f"Lighthouse needs Node {NODE[0]}.{NODE[1]} or newer: set NODE to its program, or run `make lighthouse`."
    if not PROGRAM.exists():
        return "Lighthouse is not installed: run `make lighthouse`."
    return ""


def _version(node: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return (0,)
    return tuple(int(part) for part in re.findall(r"\d+", said)[:2])


def run(node: str, url: str, *, profile: Path, skip: tuple[str, ...] = ()) -> Run:
    """A first visit by whoever the browser's `profile` belongs to: Lighthouse empties all caches, and keeps cookies."""
    command = [node, str(PROGRAM), url, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--disable-full-page-screenshot"]
    command.append(f"--chrome-flags=--headless=new --user-data-dir={profile} {' '.join(chromium.arguments())}")
    if skip:
        command.append(f"--skip-audits={','.join(skip)}")
    knobs = {**os.environ, "CHROME_PATH": chromium.program() or ""}
    # On a busy machine the browser may be too late for it; then it says so, and there is no report to trust.
    for _ in range(TRIES):
        done = subprocess.run(command, capture_output=True, text=True, env=knobs, check=False)
        if done.returncode == 0:
            return read(json.loads(done.stdout))
    raise RuntimeError(f"Lighthouse failed at {url}: {done.stderr.strip()[-500:]}")


def read(report: dict[str, Any]) -> Run:
    """What counts of Lighthouse's own JSON."""
    if "runtimeError" in report:
        raise RuntimeError(f"{report['finalDisplayedUrl']}: {report['runtimeError']['message']}")
    audits = report["audits"]
    # What came over the line: not what the page holds itself, nor what is asked for twice.
    lines = [line for line in audits["network-requests"]["details"]["items"] if line["transferSize"] > 0]
    return Run(
        marks={name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES},
        bytes=sum(line["transferSize"] for line in lines),
        script=sum(line["transferSize"] for line in lines if line.get("resourceType") == "Script"),
        requests=len(lines),
        paint=audits["largest-contentful-paint"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        blocking=audits["total-blocking-time"]["numericValue"],
        lost=dict(_lost(report)),
    )


def _lost(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    categories = report["categories"].values()
    weighed = {each["id"] for category in categories for each in category["auditRefs"] if each["weight"]}
    for name in sorted(weighed):
        audit = report["audits"][name]
        if audit["score"] is not None and audit["score"] < 0.9:
            yield name, _words(audit)


def _words(audit: dict[str, Any]) -> str:
    """The title, and the first places it is about."""
    items = audit.get("details", {}).get("items", [])
    places = [item.get("node", {}).get("selector") or item.get("text") or item.get("url") or "" for item in items[:3]]
    said = [audit["title"], audit.get("displayValue", ""), ", ".join(filter(None, places))]
    return ": ".join(filter(None, said))
