"""`make coverage`: the share of lines that the tests on SQLite reach, by package, and the files that lag behind.

Not part of `make test`: tracing lines takes Python 3.11 nearly twice the time.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.machine import ROOT, commit, today

LAGGING = 90
# Lines reached, and lines.
Share = tuple[int, int]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "coverage.json"
        cores = str(min(os.cpu_count() or 1, 4))
        words = ["-q", "-n", cores, "-m", "not browser", "--cov", f"--cov-report=json:{written}", *sys.argv[1:]]
        knobs = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        done = subprocess.run([sys.executable, "-m", "pytest", *words], cwd=ROOT, env=knobs, check=False)
        if not written.exists():
            return done.returncode
        files = shares(json.loads(written.read_text()))
    print(f"\n{today()}, commit {commit()}, SQLite")
    for package, share in by_package(files).items():
        print(f"{package:<24} {_percent(share):6.1f} %  of {share[1]:,} lines")
    for name, share in sorted(files.items()):
        if _percent(share) < LAGGING:
            print(f"  {name} {_percent(share):.0f} %")
    return done.returncode


def shares(report: dict[str, Any]) -> dict[str, Share]:
    """The share of each file, from coverage's own JSON; empty files are left out."""
    found = {name: one["summary"] for name, one in report["files"].items()}
    return {name: (one["covered_lines"], one["num_statements"]) for name, one in found.items() if one["num_statements"]}


def by_package(files: dict[str, Share]) -> dict[str, Share]:
    """Sums: `workouts/log` and the like, `workouts` for its hubs, `legday`; all of it last."""
    sums: dict[str, Share] = defaultdict(lambda: (0, 0))
    for name, (reached, lines) in sorted(files.items()):
        folders = Path(name).parts[:-1]
        for package in ("/".join(folders[:2]), "all"):
            sums[package] = (sums[package][0] + reached, sums[package][1] + lines)
    return {name: sums[name] for name in sorted(sums, key=lambda one: (one == "all", one))}


def _percent(share: Share) -> float:
    return 100 * share[0] / share[1]


if __name__ == "__main__":
    sys.exit(main())
