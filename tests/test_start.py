"""A first start as a newcomer has it: an empty folder, no key, gunicorn with two workers (rows T6, T46, T48)."""

import stat
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

import pytest

from tests.install import knobs, serving
from tests.sources import ROOT


@dataclass
class Site:
    url: str
    folder: Path

    def get(self, path: str) -> HTTPResponse:
        response: HTTPResponse = urllib.request.urlopen(self.url + path, timeout=20)  # noqa: S310  # our own server
        return response


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("install")
    with serving(folder) as environment:
        yield Site(f"http://127.0.0.1:{environment['PORT']}", folder)


def test_a_first_start_serves_the_content(site: Site) -> None:
    page = site.get("/routines/leg-day/").read().decode()
    assert "Barbell squat" in page
    assert "8–10" in page


def test_static_files_come_compressed_and_stay_for_a_year(site: Site) -> None:
    page = site.get("/").read().decode()
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    request = urllib.request.Request(site.url + style, headers={"Accept-Encoding": "br"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
        assert response.headers["Content-Encoding"] == "br"
        assert "immutable" in response.headers["Cache-Control"]
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_page_that_is_not_there_is_a_clear_404(site: Site) -> None:
    with pytest.raises(urllib.error.HTTPError) as problem:
        site.get("/no-such-page/")
    assert problem.value.code == 404
    assert "Legday" in problem.value.read().decode()


def test_the_secret_key_is_made_once_for_its_owner_alone(site: Site) -> None:
    key = site.folder / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 64
    assert [path.name for path in site.folder.glob("secret_key*")] == ["secret_key"]


def test_two_installs_have_two_keys(site: Site, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import django; django.setup()"]
    environment = knobs(tmp_path, 1, DJANGO_SETTINGS_MODULE="legday.settings")
    both = [subprocess.Popen(command, cwd=ROOT, env=environment) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert (tmp_path / "secret_key").read_text() != (site.folder / "secret_key").read_text()


def test_no_place_for_the_key_is_said_in_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    environment = knobs(blocked / "var", 1)
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "No SECRET_KEY is set" in done.stderr.strip().splitlines()[-1]


def test_plain_http_is_refused_outside_local_mode(tmp_path: Path) -> None:
    environment = knobs(tmp_path, 1, LOCAL="0", ORIGIN="http://legday.example")
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "https://" in done.stderr.strip().splitlines()[-1]


def test_the_settings_of_sqlite_are_in_force(site: Site) -> None:
    """On a connection as the product opens it: what durability rests on."""
    asked = (
        "from django.db import connection as c; k = c.cursor();"
        "print([k.execute(f'PRAGMA {p}').fetchone()[0] for p in"
        " ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout')], c.transaction_mode)"
    )
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", asked],
        cwd=ROOT, env=knobs(site.folder, 1), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "['wal', 2, 1, 5000] IMMEDIATE"


@pytest.mark.parametrize(("debug", "let_in"), [("1", True), ("0", False)])
def test_vite_s_server_is_let_in_by_development_alone(tmp_path: Path, debug: str, let_in: bool) -> None:
    asked = "from django.conf import settings as s; print(s.CONTENT_SECURITY_POLICY)"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT, env=knobs(tmp_path, 1, DEBUG=debug, DJANGO_SETTINGS_MODULE="legday.settings"),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ("localhost:5173" in done.stdout) is let_in
