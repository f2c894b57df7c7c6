"""The device's TypeScript against the real server, over HTTP: `frontend/training/device/testing/real.test.ts`."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.install import manage, serving
from tests.sources import ROOT

pytestmark = pytest.mark.alone

LIFTER = """
from django.conf import settings
from django.test import Client
from workouts.accounts.models import Preferences, User
user = User.objects.create_user(email="lifter@example.com")
Preferences.objects.get_or_create(user=user)
client = Client()
client.force_login(user)
print(user.uid, settings.SESSION_COOKIE_NAME + "=" + client.cookies[settings.SESSION_COOKIE_NAME].value)
"""
CONTROL = """set -e
cd {root}
case $1 in
backup) {python} manage.py backup --to {folder}/backups ;;
restore) {python} manage.py restore --yes {folder}/backups/*.sqlite3 ;;
esac
"""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[dict[str, str]]:
    with serving(tmp_path) as environment:
        yield environment


def test_the_device_and_the_server_speak_the_same_protocol(site: dict[str, str], tmp_path: Path) -> None:
    """Workouts up and down, refusals, conflicts, deletions, 700 sets by pages, a backup put back (T18, T19, T21)."""
    account, cookie = manage(site, "shell", "-v0", "-c", LIFTER).split()[-2:]
    control = tmp_path / "control.sh"
    words = {"root": ROOT, "python": sys.executable, "folder": tmp_path}
    control.write_text(CONTROL.format(**{name: shlex.quote(str(word)) for name, word in words.items()}))
    knobs = {
        "LEGDAY_ORIGIN": f"http://127.0.0.1:{site['PORT']}",
        "LEGDAY_ACCOUNT": account,
        "LEGDAY_COOKIE": cookie,
        "LEGDAY_CONTROL": f"sh {shlex.quote(str(control))}",
        "NO_COLOR": "1",
    }
    command = ["node", "node_modules/vitest/vitest.mjs", "run", "frontend/training/device/testing/real.test.ts"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**site, **knobs},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "8 passed" in done.stdout
    assert "skipped" not in done.stdout
