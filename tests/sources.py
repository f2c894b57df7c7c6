"""The repository's own files, for tests that read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_FEATURES = {"migrations", "management", "templatetags", "science", "shared"}
FEATURES = sorted(
    path.name
    for path in (ROOT / "workouts").iterdir()
    if (path / "__init__.py").exists() and path.name not in NOT_FEATURES
)


@cache
def tracked() -> tuple[Path, ...]:
    """What git tracks and what is new and not ignored: the tree as it would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return tuple(path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file())


def files(*patterns: str) -> list[Path]:
    """Tracked files that match one of `patterns` (relative to the root)."""
    return [path for path in tracked() if any(path.relative_to(ROOT).match(pattern) for pattern in patterns)]


def python(*, under: str = "") -> Iterator[tuple[Path, ast.Module]]:
    """Python files below `under`, parsed; migrations left out."""
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if path.suffix == ".py" and name.startswith(under) and "/migrations/" not in name:
            yield path, ast.parse(path.read_text())


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())
