"""Row T8: somebody else holds the write lock, for three seconds and for thirty."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests import cast
from tests.sources import ROOT
from tests.sync.locked import held
from tests.sync.wire import Json


def waits_and_gives_up(short: Json, long: Json, *, within: float = 6) -> None:
    assert (short["status"], short["written"], short["again"]) == (200, 1, "applied")
    assert (long["status"], long["type"], long["written"]) == (503, "application/problem+json", 0)
    assert int(long["wait"]) > 0
    assert long["took"] < within
    assert max(short["reads"], long["reads"]) < within / 20, "who reads does not wait"
    assert long["again"] == "applied", "and nothing is lost"


@pytest.mark.alone
def test_a_push_waits_for_sqlite_and_then_comes_again(tmp_path: Path) -> None:
    """On a file, as the product has it."""
    knobs = {"DATABASE_URL": f"sqlite:///{tmp_path / 'held.sqlite3'}", "DJANGO_SETTINGS_MODULE": "legday.settings"}
    command = [sys.executable, "-m", "tests.sync.locked"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **knobs}, capture_output=True, text=True, check=True
    )  # fmt: skip
    waits_and_gives_up(*json.loads(done.stdout.splitlines()[-1]))


if "postgresql" in settings.DATABASES["default"]["ENGINE"]:

    @pytest.mark.django_db(transaction=True)
    def test_a_push_waits_for_its_account_s_row_and_then_comes_again() -> None:
        cast.owner()
        # Other tests run beside it.
        waits_and_gives_up(held(3), held(30), within=15)
