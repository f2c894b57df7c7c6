"""A copy of content/ that a test may change, and the load of it."""

import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.sources import ROOT

Load = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture
def load(db: None, folder: Path) -> Load:
    """Loads the copy and returns what was printed."""

    def run(**options: bool) -> str:
        out = StringIO()
        call_command("load_content", folder=folder, stdout=out, **options)
        return out.getvalue()

    return run
