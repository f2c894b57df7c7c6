"""Row T7: sixteen devices write at once, to one account and to sixteen. No write fails, no number is skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.log.writers import gaps, hammer
from tests.sources import ROOT


@pytest.mark.alone
@pytest.mark.parametrize("accounts", [1, 16])
def test_writers_queue_on_sqlite(tmp_path: Path, accounts: int) -> None:
    """On a file, as the product has it: the tests' own SQLite lives in memory and locks otherwise."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'busy.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "legday.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.log.writers", str(accounts)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("[] longest"), done.stdout


if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
    # SQLite has its own test above, so this one exists on the other database only.
    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize("accounts", [1, 16])
    def test_writers_queue_on_a_server(accounts: int) -> None:
        failures, _ = hammer(accounts)
        assert failures == []
        assert gaps() == []
