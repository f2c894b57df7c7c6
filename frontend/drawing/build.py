"""Build the drawings of the site: python frontend/drawing/build.py [--check]

Writes templates/components/legs.html and legs_poses/ beside it, which are committed. With --check it
writes nothing, names what is out of date and ends with status 1. Standard library only.
"""

from __future__ import annotations

import sys
from pathlib import Path

import legs
import poses

ROOT = Path(__file__).resolve().parents[2]


def drawings() -> dict[Path, str]:
    """Every file that comes out of this folder, and its text."""
    components = ROOT / "templates" / "components"
    out = {components / "legs.html": legs.template()}
    for slug in poses.POSES:
        out[components / "legs_poses" / f"{slug}.html"] = poses.page(slug)
        out[components / "legs_poses" / "small" / f"{slug}.html"] = poses.small(slug)
    return out


def main(arguments: list[str]) -> int:
    stale = [p for p, text in drawings().items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is out of date: run python frontend/drawing/build.py\n")
        return 1 if stale else 0
    for path, text in drawings().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)} {len(text.encode()) / 1000:.1f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
