"""The documents keep their word: commands exist and run, links lead somewhere, every knob is listed."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests import sources
from tests.sources import ROOT

PAGES = sources.files("*.md", "docs/*.md", "docs/decisions/*.md")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.M))


@pytest.mark.parametrize("document", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_command_exists(document: Path) -> None:
    text = document.read_text()
    made = set(re.findall(r"(?:^|[`\s])make ([a-z-]+)(?=[`\s,;:.)]|$)", "\n".join(_code(text)), re.M))
    assert made <= TARGETS, f"no such target: {sorted(made - TARGETS)}"
    managed = set(re.findall(r"manage\.py ([a-z_]+)", text))
    assert managed <= set(get_commands()), f"no such command: {sorted(managed - set(get_commands()))}"


def _code(text: str) -> list[str]:
    """What stands in code: blocks and spans."""
    return re.findall(r"```.*?```", text, re.S) + re.findall(r"`[^`\n]+`", text)


@pytest.mark.parametrize("document", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text())
    local = [link for link in links if not link.startswith(("http:", "https:", "mailto:"))]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_every_decision_is_in_the_list() -> None:
    listed = (ROOT / "docs/decisions/README.md").read_text()
    pages = sorted(path.name for path in (ROOT / "docs/decisions").glob("0*.md"))
    assert [name for name in pages if name not in listed] == []


def test_every_knob_is_listed() -> None:
    read = set()
    for name in ("legday/settings.py", "deploy/gunicorn.conf.py"):
        read |= set(re.findall(r"env\.\w+\([\"']([A-Z_]+)[\"']", (ROOT / name).read_text()))
    listed = set(re.findall(r"^# ([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    assert read - listed == set(), "knobs that .env.example does not list"
    assert listed - read == set(), "knobs that nobody reads"


def test_help_lists_the_targets() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "check", "demo", "dev", "admin", "screenshots", "lighthouse"):
        assert f"make {target}" in said
