"""Habits that code can check: one door for writes, audiences, safe markup, nothing of this machine in the tree."""

import ast
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from tests import sources
from tests.sources import ROOT
from workouts.shared.audience import every_route

SYNCED = {"Workout", "PerformedExercise", "LoggedSet", "StickyNote"}
LOG_BOOKS = {"Mutation", "Change", "Ledger"}
# Rows of other kinds, by the names that modules which also know the log give them.
OTHER_ROWS = {"user", "batch", "ImportBatch", "previews", "CalendarFeed"}
WRITES = {"create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create", "save"}


def _root_name(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _writes(module: ast.Module) -> list[str]:
    """Calls that write synced rows: through the model's manager, or `.save()`/`.delete()` on anything where the
    module knows such a model."""
    found = []
    known = {
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in SYNCED | LOG_BOOKS
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            root = _root_name(node.func.value)
            row = known and node.func.attr in {"save", "delete"} and root not in OTHER_ROWS
            if root in SYNCED | LOG_BOOKS or row:
                found.append(f"line {node.lineno}: {ast.unparse(node.func)}")
    return found


def test_synced_rows_are_written_by_the_log_s_actions_only() -> None:
    elsewhere = {
        str(path.relative_to(ROOT)): writes
        for path, module in sources.python(under="workouts/")
        if not str(path.relative_to(ROOT)).startswith("workouts/log/actions/") and (writes := _writes(module))
    }
    assert elsewhere == {}


def test_the_test_above_bites() -> None:
    bad = "from workouts.log.models import Workout\nWorkout.objects.of(u).update(note='')\nrow.delete()\n"
    assert len(_writes(ast.parse(bad))) == 2


def test_every_view_says_its_audience() -> None:
    unsaid = [route.path for route in every_route() if route.audience is None]
    assert unsaid == []


@pytest.mark.django_db
def test_the_migrations_are_complete() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


INLINE = re.compile(r"\sstyle=|\son[a-z]+=\"|<style[\s>]|<script(?![^>]*\ssrc=)(?![^>]*application/(ld\+)?json)", re.I)

# Comments, and tags of the template language, whose parameters may be called style.
NOT_MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.S)


# No policy of ours goes with a mail, and mail programs read no style sheet: tests/accounts/test_mails.py.
MAILS = sources.files("templates/account/email/*.html")
PAGES = [path for path in sources.files("templates/**/*.html", "templates/*.html") if path not in MAILS]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_templates_keep_to_the_security_policy(path: Path) -> None:
    """No inline style, handler or script: the policy forbids them, so they would silently not work."""
    assert INLINE.search(NOT_MARKUP.sub("", path.read_text())) is None


def test_unsafe_markup_is_nowhere() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+off|mark_safe\(")
    found = [
        str(path.relative_to(ROOT))
        for path in sources.files("*.html", "workouts/**/*.py")
        if unsafe.search(path.read_text())
    ]
    assert found == []


def test_no_file_names_this_machine_or_a_registry() -> None:
    machine = re.compile(
        r"/(?:work|farm)/|/(?:tmp|root)/[a-z]|https?://(?:pypi|files\.pythonhosted|registry)\.[a-z./-]+"
    )
    suspects = [
        p for p in sources.tracked() if p.suffix in {".py", ".toml", ".lock", ".json", ".md", ".sh", ".ts", ".html", ""}
    ]
    found = [
        str(path.relative_to(ROOT))
        for path in suspects
        if path.name != "test_conventions.py" and machine.search(path.read_text(errors="ignore"))
    ]
    assert found == []
