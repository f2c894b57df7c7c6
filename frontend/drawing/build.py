"""Build the drawings of the site: python frontend/drawing/build.py [--check]

Writes templates/components/legs.html, frieze.html and legs_poses/ beside it, and static/icons/, which are committed.
With --check it writes nothing, names what is out of date or left over and ends with status 1. Standard library only.
"""

from __future__ import annotations

import sys
from pathlib import Path

import icons
import legs
import poses

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = ROOT / "templates" / "components"
ICONS = ROOT / "static" / "icons"


def drawings() -> dict[Path, bytes]:
    """Every file that comes out of this folder, and its bytes."""
    out = {COMPONENTS / "legs.html": legs.template().encode()}
    out[COMPONENTS / "frieze.html"] = poses.frieze().encode()
    for slug in poses.POSES:
        out[COMPONENTS / "legs_poses" / f"{slug}.html"] = poses.page(slug).encode()
        out[COMPONENTS / "legs_poses" / "small" / f"{slug}.html"] = poses.small(slug).encode()
    return out | {ICONS / name: data for name, data in icons.files().items()}


def _stale(path: Path, data: bytes) -> bool:
    return not path.exists() or not icons.same(path.read_bytes(), data)


def _left_over(made: dict[Path, bytes]) -> list[Path]:
    """Figures and icons that nothing here draws any more."""
    found = [*(COMPONENTS / "legs_poses").rglob("*.html"), *(path for path in ICONS.glob("*") if path.is_file())]
    return sorted(path for path in found if path not in made)


def main(arguments: list[str]) -> int:
    made = drawings()
    stale = [path for path, data in made.items() if _stale(path, data)]
    if "--check" in arguments:
        wrong = [*stale, *_left_over(made)]
        for path in wrong:
            sys.stderr.write(f"{path.relative_to(ROOT)} is out of date: run python frontend/drawing/build.py\n")
        return 1 if wrong else 0
    for path in _left_over(made):
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[path])
        sys.stdout.write(f"{path.relative_to(ROOT)} {len(made[path]) / 1000:.1f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
