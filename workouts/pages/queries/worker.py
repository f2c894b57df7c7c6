"""What the service worker is told: which files and pages it keeps, and how it knows that one of them changed."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from legday.languages import codes, path_in
from workouts.pages.queries.paths import public_paths

BUILD = settings.BASE / "static" / "build"
# The scripts and styles of the pages that open without a network; what they import comes along.
ENTRIES = (
    "frontend/theme.ts",
    "frontend/main.ts",
    "frontend/styles/main.scss",
    "frontend/pages/home.scss",
    "frontend/pages/method.scss",
    "frontend/catalogue/catalogue.scss",
    "frontend/faq/faq.scss",
    "frontend/styles/member.scss",
    "frontend/training/gym.scss",
    "frontend/training/gym/main.ts",
    "frontend/pages/offline_today.ts",
)
# Pages without data that stand in for others: address, template.
SHELLS = {
    "pages:offline": "pages/offline.html",
    "pages:offline_today": "pages/offline_today.html",
    "training:shell": "training/gym.html",
}
ICONS = ("icons/legday.svg", "icons/legday-180.png", "icons/legday-192.png")


def worker_script() -> str:
    """The built worker behind one line that says what it keeps; pages and kit by language. Three statements."""
    build = _digest((BUILD / "manifest.json").read_bytes())
    kit, paths = reverse("training:kit"), public_paths()
    told = {
        "build": build,
        "kit": {code: path_in(kit, code) for code in codes()},
        "pages": {code: [path_in(path, code) for path in paths] for code in codes()},
        "precache": _precache(),
    }
    script = (BUILD / "worker" / "sw.js").read_text()
    return f"self.legday={json.dumps(told, separators=(',', ':'), sort_keys=True)};\n{script}"


def _precache() -> list[dict[str, str | None]]:
    """As Workbox takes them: a file whose name changes with its content needs no revision."""
    files: list[dict[str, str | None]] = [
        {"url": f"{settings.STATIC_URL}build/{name}", "revision": None} for name in built(ENTRIES)
    ]
    icons: list[dict[str, str | None]] = [
        {"url": static(name), "revision": None if _hashed(name) else _revision(name)} for name in ICONS
    ]
    return [*files, *icons, *(shell for code in codes() for shell in _shells(code))]


def _shells(code: str) -> list[dict[str, str | None]]:
    """The shells in one language: each is 10 kB, and who changes the language in the cellar has them."""
    with override(code):
        return [{"url": reverse(name), "revision": _shell(template)} for name, template in SHELLS.items()]


def built(entries: tuple[str, ...]) -> list[str]:
    """The files that these entries became, with all that they load, from Vite's manifest."""
    manifest = _manifest(BUILD / "manifest.json", (BUILD / "manifest.json").stat().st_mtime_ns)
    return sorted({name for key in _reached(manifest, entries) for name in _files(manifest[key])})


def _reached(manifest: dict[str, Any], entries: Iterable[str]) -> set[str]:
    """Keys of the entries and of all that they load. What main.ts loads when it is needed imports main.ts again."""
    reached: set[str] = set()
    ahead = [*entries]
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead += [*manifest[key].get("imports", ()), *manifest[key].get("dynamicImports", ())]
    return reached


def _files(chunk: dict[str, Any]) -> Iterator[str]:
    yield chunk["file"]
    yield from chunk.get("css", ())
    yield from chunk.get("assets", ())


@lru_cache(maxsize=2)
def _manifest(path: Path, changed: int) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(path.read_text())
    return manifest


def _shell(template: str) -> str:
    return _digest(render_to_string(template, {"noindex": True}).encode())


def _hashed(name: str) -> bool:
    return static(name) != f"{settings.STATIC_URL}{name}"


def _revision(name: str) -> str:
    return _digest((settings.BASE / "static" / name).read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
