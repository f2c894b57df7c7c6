"""What is generated and locked: the drawing follows its source, lock files hold hashes and no addresses."""

import json
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT


def test_the_drawing_is_what_its_source_draws() -> None:
    done = subprocess.run(
        [sys.executable, "frontend/drawing/build.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_check_sees_a_changed_figure_a_changed_icon_and_one_that_is_left_over(tmp_path: Path) -> None:
    for part in ("frontend/drawing", "templates/components", "static/icons", "content"):
        shutil.copytree(ROOT / part, tmp_path / part)
    figures, icons = tmp_path / "templates/components/legs_poses", tmp_path / "static/icons"
    with (figures / "leg-press.html").open("a") as file:
        file.write("more")
    shutil.copy(icons / "legday-180.png", icons / "legday-192.png")
    shutil.copy(figures / "leg-press.html", figures / "arm-press.html")
    done = subprocess.run(
        [sys.executable, "frontend/drawing/build.py", "--check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert [line.partition(" ")[0].rpartition("/")[2] for line in done.stderr.splitlines()] == [
        "leg-press.html", "legday-192.png", "arm-press.html",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "size"), [("180", 180), ("192", 192), ("512", 512), ("maskable-512", 512)])
def test_an_icon_has_the_size_of_its_name(name: str, size: int) -> None:
    head = (ROOT / f"static/icons/legday-{name}.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (size, size)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-node.lock"])
def test_python_locks_are_hashed(name: str) -> None:
    text = (ROOT / name).read_text()
    entries = re.findall(r"^[a-z0-9][\w.\-\[\],]*==.*?(?=^[a-z0-9]|\Z)", text, re.M | re.S | re.I)
    assert len(entries) >= 1
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_the_lock_names_what_the_project_asks_for() -> None:
    """`make lock` was run after the last change of pyproject.toml."""
    project = (ROOT / "pyproject.toml").read_text()
    asked = re.findall(r'^    "([a-z0-9-]+)(?:\[[a-z,]+\])?[~>=]', project, re.M)
    locked = (ROOT / "requirements-dev.lock").read_text() + (ROOT / "requirements-node.lock").read_text()
    assert [name for name in asked if not re.search(rf"^{re.escape(name)}(\[[a-z,]+\])?==", locked, re.M)] == []


@pytest.mark.parametrize("folder", ["", "bench/lighthouse"])
def test_npm_s_locks_have_integrity_and_no_addresses(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
