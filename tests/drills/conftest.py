"""An install on each database, and the seed."""

import os
import random
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests import postgres
from tests.drills.install import Install, database
from tests.drills.report import Terminal, say


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with ExitStack() as stack:
        with warnings.catch_warnings():
            # The wheel's library has a word to say about a variable of desktops.
            warnings.simplefilter("ignore")
            url = stack.enter_context(postgres.server())
        yield url


@pytest.fixture
def sqlite_install(tmp_path: Path) -> Install:
    return Install(tmp_path)


@pytest.fixture(params=["sqlite", "postgres"])
def install(request: pytest.FixtureRequest, tmp_path: Path) -> Install:
    if request.param == "sqlite":
        return Install(tmp_path)
    return Install(tmp_path, database(request.getfixturevalue("postgres_url"), f"drill_{tmp_path.name[:40].lower()}"))


@pytest.fixture(autouse=True)
def terminal(request: pytest.FixtureRequest) -> None:
    Terminal.capture = request.config.pluginmanager.getplugin("capturemanager")


@pytest.fixture
def chance(terminal: None) -> random.Random:
    seed = int(os.environ.get("DRILL_SEED", random.randrange(10**6)))
    say(f"DRILL_SEED={seed}")
    return random.Random(seed)
